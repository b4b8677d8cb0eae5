"""What a reader must know of dates that could not be placed."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.core.records import Interval, Notice

CODE = "unresolved-date"


def unresolved(dates: Sequence[Interval], reference: Interval) -> tuple[Notice, ...]:
    """Return a notice for each date kept as printed; one for all where the text has no date."""
    left = [date for date in dates if date.start is None and date.stop is None]
    if not left:
        return ()
    if reference.start is None and reference.stop is None:
        message = f"{len(left)} date(s) left open: no such day, or no day of writing to lean on"
        return (Notice(CODE, message, left[0].span),)
    message = "a date that does not exist or leans on nothing known; kept as printed"
    return tuple(Notice(CODE, message, date.span) for date in left)
