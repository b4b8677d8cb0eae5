"""Where the parts of a date lie within a longer time: October in a year, Monday in a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.core.dates.calendar import (
    MONTHS_OF,
    PRECISIONS,
    Days,
    day_of,
    months,
    nth_unit,
    nth_weekday,
    part_of,
    shifted,
    single,
    units_on,
)
from dragoman.core.dates.feasts import feast_day
from dragoman.core.dates.moments import NOTHING, Moment

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def placed(moment: Moment, outer: Days) -> Days | None:
    """Return the days that a moment names within longer days, or ``None`` where there are none."""
    if moment.part is not None:
        rest = moment._replace(part=None, weekday=None, year=None, fiscal=None)
        whole = outer if rest == NOTHING else placed(rest, outer)
        return part_of(whole, moment.part) if whole else None
    if moment.month is not None:
        return _month_and_day(moment, outer)
    if moment.weekday is not None and moment.day is None:
        return _weekday(moment, outer)
    if moment.day is not None:
        return _day(moment.day, outer)
    return _unit_or_season(moment, outer)


def _unit_or_season(moment: Moment, outer: Days) -> Days | None:
    """Return a counted unit, a first stretch, a season or a fixed holiday within a year."""
    if moment.way in ("first", "last"):
        return _stretch(moment, outer)
    if moment.unit is not None and moment.ordinal is not None:
        found = nth_unit(outer, moment.unit, moment.ordinal)
        return found and replace(found, precision=PRECISIONS.get(moment.unit, moment.unit))
    year = _year_of(outer)
    if moment.season is not None:
        return months(year, SEASONS[moment.season], 3, "quarter") if year else None
    if moment.holiday is not None and year:
        return single(feast_day(moment.holiday, year))
    return outer if moment == NOTHING else None


def _year_of(outer: Days) -> int | None:
    """Return the calendar year that the days lie in, or ``None`` where they cross its end."""
    if outer.start is None or outer.stop is None or outer.start.year != outer.stop.year:
        return None
    return outer.start.year


def _month_and_day(moment: Moment, outer: Days) -> Days | None:
    """Return a month, or a day of it, in the year that the days lie in."""
    if outer.start is None or outer.stop is None or moment.month is None:
        return None
    if (outer.stop - outer.start).days > 366:
        return None
    year = outer.start.year
    if moment.month < outer.start.month and outer.stop.year > year:
        year += 1
    if moment.day is None:
        return months(year, moment.month, 1, "month")
    return single(day_of(year, moment.month, moment.day))


def _day(day: int, outer: Days) -> Days | None:
    """Return a numbered day of the one month that the days are."""
    if outer.start is None or outer.precision != "month" or outer.start.day != 1:
        return None
    return single(day_of(outer.start.year, outer.start.month, day))


def _weekday(moment: Moment, outer: Days) -> Days | None:
    """Return the nth weekday, or the only one of a week."""
    if outer.start is None or outer.stop is None or moment.weekday is None:
        return None
    if moment.ordinal is not None:
        return nth_weekday(outer, moment.weekday, moment.ordinal)
    if (outer.stop - outer.start).days > 6:
        return None
    return nth_weekday(outer, moment.weekday, 1)


def _stretch(moment: Moment, outer: Days) -> Days | None:
    """Return the first or last so many units of the days ("first nine months")."""
    if outer.start is None or outer.stop is None or not moment.number or not moment.unit:
        return None
    if moment.way == "first":
        after = units_on(outer.start, moment.unit, moment.number)
        last = shifted(after, -1) if after else None
        return _if_within(outer.start, last, outer, moment.unit)
    next_day = shifted(outer.stop, 1)
    first = units_on(next_day, moment.unit, -moment.number) if next_day else None
    return _if_within(first, outer.stop, outer, moment.unit)


def _if_within(first: date | None, last: date | None, outer: Days, unit: str) -> Days | None:
    """Return the days between two ends where both lie in the longer time."""
    if first is None or last is None or outer.start is None or outer.stop is None:
        return None
    if first < outer.start or last > outer.stop:
        return None
    return Days(first, last, PRECISIONS.get(unit, unit if unit in MONTHS_OF else "day"))
