"""What the words of a date say, before the calendar: parts of dates, one within another."""

from __future__ import annotations

from typing import NamedTuple


class Moment(NamedTuple):
    """The parts of a date that words name; ``within`` is the longer time that holds it.

    ``unit`` with ``shift`` is "last week" (week, -1), with ``ordinal`` "the third quarter". With
    ``number`` it is, by ``way``, "three days ago" ("point"), "in three days" ("ahead", from now
    or from the date before), "three days later" ("later", from the date before), "the
    past three days" ("span"), "within three days" ("inside") or "the first nine months"
    ("first"); "three days after" what it lies ``within`` is "offset", "the week of" it "around".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    number: int | None = None
    way: str | None = None
    ordinal: int | None = None
    part: str | None = None
    season: str | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    fiscal: int | None = None
    same: str | None = None
    within: Moment | None = None


NOTHING = Moment()

RANKS = {
    "day": 1,
    "weekend": 1,
    "week": 2,
    "fortnight": 2,
    "month": 3,
    "quarter": 4,
    "half": 4,
    "year": 6,
    "fiscal": 6,
    "decade": 7,
    "century": 8,
}


def finest(moment: Moment) -> int:
    """Return the rank of the shortest unit named: 1 for a day, 6 for a year; parts count as 0."""
    if moment.part is not None:
        return 0
    if moment.day is not None or moment.weekday is not None or moment.holiday is not None:
        return 1
    if moment.month is not None:
        return 3
    if moment.season is not None:
        return 4
    if moment.unit is not None or moment.same is not None:
        return RANKS.get(moment.unit or moment.same or "", 1)
    if moment.decade is not None or moment.century is not None:
        return 7 if moment.century is None else 8
    return 6


def coarsest(moment: Moment) -> int:
    """Return the rank of the longest unit named."""
    if moment.within is not None:
        return coarsest(moment.within)
    if moment.year is not None:
        return 6
    if moment.month is not None and finest(moment) < 3:
        return 3
    return finest(moment)


def is_stated(moment: Moment) -> bool:
    """Tell whether the words alone fix the date, with no need of a reference."""
    if moment.within is not None:
        return is_stated(moment.within)
    return moment.year is not None or moment.decade is not None or moment.century is not None


def is_closed(moment: Moment) -> bool:
    """Tell whether a moment can take no longer time around it: it reaches to a year by itself."""
    if moment.within is not None:
        return is_closed(moment.within)
    if is_stated(moment) or moment.same is not None:
        return (moment.century is None and moment.decade is None) or moment.part is None
    return moment.shift is not None or moment.way in ("point", "span", "ahead", "later", "inside")


def joined(first: Moment, second: Moment) -> Moment | None:
    """Return two neighbouring moments as one date, or ``None`` where they do not fit.

    The shorter is put within the longer ("October" within "last year"); a weekday beside a date
    of its own is only a repetition.
    """
    if first.way in ("offset", "around"):
        return first._replace(within=second) if first.within is None and _is_plain(second) else None
    if second.way in ("point", "ahead", "later") and _is_plain(first) and finest(first) == 1:
        return second._replace(way="offset", within=first)
    for inner, outer in ((first, second), (second, first)):
        if inner.weekday is not None and inner.month is None and outer.day is not None:
            return outer._replace(weekday=inner.weekday) if _bare_weekday(inner) else None
    for inner, outer in ((first, second), (second, first)):
        if _fits(inner, outer):
            return _put(inner, outer)
    return None


def _is_plain(moment: Moment) -> bool:
    """Tell whether a moment is neither counted nor tied to another yet."""
    return moment.way is None and moment.within is None


def _bare_weekday(moment: Moment) -> bool:
    """Tell whether nothing but a weekday, or a weekday of this week, is named."""
    return moment.within is None and moment.ordinal is None and moment.shift in (None, 0)


def _fits(inner: Moment, outer: Moment) -> bool:
    """Tell whether one moment can lie within the other."""
    if is_closed(inner) or outer.part is not None or outer.weekday is not None:
        return False
    if inner.part is not None and outer == Moment(unit="day"):
        return False
    if inner.weekday is not None and inner.ordinal is None and finest(outer) > RANKS["week"]:
        return False
    return coarsest(inner) < finest(outer)


def _put(inner: Moment, outer: Moment) -> Moment:
    """Put one moment within another, at the end of the chain it already has."""
    if inner.within is not None:
        return inner._replace(within=_put(inner.within, outer))
    if outer == Moment(year=outer.year) and inner.fiscal is None:
        return inner._replace(year=outer.year)
    return inner._replace(within=outer)
