"""Notices of dates that could not be placed."""

from __future__ import annotations

from dragoman.core.dates import unresolved
from dragoman.core.records import Interval, Span

PUBLISHED = Interval("2024-11-28", "2024-11-28", "day", None, "given")
UNKNOWN = Interval(None, None)


def date(start: int, text: str, day: str | None) -> Interval:
    return Interval(day, day, "day", Span(start, start + len(text), text))


def test_a_day_that_does_not_exist_has_a_notice_with_its_words() -> None:
    dates = (date(0, "31 February", None), date(20, "28 March", "2024-03-28"))
    [notice] = unresolved(dates, PUBLISHED)
    assert notice.code == "unresolved-date"
    assert notice.span == Span(0, 11, "31 February")


def test_without_a_reference_one_notice_stands_for_all() -> None:
    dates = (date(0, "yesterday", None), date(20, "Monday", None))
    [notice] = unresolved(dates, UNKNOWN)
    assert "2 date(s)" in notice.message
    assert notice.span == dates[0].span


def test_an_open_end_is_resolved() -> None:
    since = Interval("2024-01-01", None, "year", Span(0, 10, "since 2024"))
    assert unresolved((since,), PUBLISHED) == ()
