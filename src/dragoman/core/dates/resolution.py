"""From what the words say to days on the calendar, against the reference."""

from __future__ import annotations

from datetime import date

from dragoman.core.dates.calendar import (
    Days,
    fiscal_year,
    months,
    shifted,
    single,
    unit_around,
    units_on,
    year_days,
)
from dragoman.core.dates.context import Context
from dragoman.core.dates.counting import counted, offset
from dragoman.core.dates.moments import NOTHING, RANKS, Moment
from dragoman.core.dates.placing import placed


def days_of(moment: Moment, context: Context) -> Days | None:
    """Return the days of a moment, or ``None`` where the reference does not settle them."""
    reference = context.reference
    if reference is None or reference.start is None or reference.stop is None:
        return _without_reference(moment, context)
    first = _from(moment, reference.start, context)
    if reference.start == reference.stop:
        return first
    if first == _from(moment, reference.stop, context):
        return first
    return _within_wide(moment, reference)


def _without_reference(moment: Moment, context: Context) -> Days | None:
    """Return the days of a moment that needs none but the date named before it."""
    outermost = moment
    while outermost.within is not None:
        outermost = outermost.within
    fixed = (outermost.year, outermost.decade, outermost.century) != (None, None, None)
    if fixed or (outermost.same is not None and context.last is not None):
        return _from(moment, date(2000, 1, 1), context)
    if _is_day_only(moment) and context.last is not None:
        return _day_only(moment, context.last.start, context)
    return None


def _within_wide(moment: Moment, reference: Days) -> Days | None:
    """Return the days of a partial date in the one year or month that the reference is."""
    bare = moment.shift is None and moment.number is None and moment.within is None
    return placed(moment, reference) if bare and moment.weekday is None else None


def _from(moment: Moment, today: date, context: Context) -> Days | None:
    """Return the days of a moment as seen from one day."""
    if moment.within is not None:
        return _within(moment, _from(moment.within, today, context))
    if moment.decade is not None or moment.century is not None:
        return _long_time(moment)
    if moment.year is not None:
        return _in_year(moment, moment.year)
    if moment.same is not None:
        return _same(moment.same, moment.shift or 0, context.last or _today_for(moment, today))
    if moment.way in ("point", "span", "ahead", "later", "inside"):
        return counted(moment, today, context)
    if moment.shift is not None:
        whole = _shifted(moment, today, context)
        return placed(Moment(part=moment.part), whole) if whole and moment.part else whole
    return _partial(moment, today, context)


def _within(moment: Moment, outer: Days | None) -> Days | None:
    """Return the days of a moment in, or so many units from, the time it is tied to."""
    if outer is None:
        return None
    if moment.way == "offset":
        return offset(moment, outer)
    if moment.way == "around":
        return unit_around(outer.start, moment.unit or "week") if outer.start else None
    return placed(moment._replace(within=None), outer)


def _today_for(moment: Moment, today: date) -> Days | None:
    """Return today for "the following year" where no date stands before; "the next day" needs one.

    >>> _today_for(Moment(same="day", shift=1), date(2024, 11, 28)) is None
    True
    """
    return single(today) if moment.shift and moment.same != "day" else None


def _same(unit: str, shift: int, last: Days | None) -> Days | None:
    """Return the day, month or year of the date named before, or one so many units from it."""
    if last is None or last.start is None or last.stop is None:
        return None
    if unit == "day" and last.precision != "day":
        return None
    edge = units_on(last.stop if shift > 0 else last.start, unit, shift)
    return unit_around(edge, unit) if edge else None


def _long_time(moment: Moment) -> Days | None:
    """Return a decade or century, or a part of it; the 20th century is 1900 to 1999 (ISO 8601)."""
    if moment.decade is not None:
        whole = months(moment.decade, 1, 120, "decade")
    else:
        whole = months((moment.century or 2) * 100 - 100, 1, 1200, "decade")
    rest = moment._replace(decade=None, century=None)
    return whole if whole is None or rest == NOTHING else placed(rest, whole)


def _in_year(moment: Moment, year: int) -> Days | None:
    """Return a year, or the month, day or quarter of it that the moment names."""
    outer = year_days(year) if moment.fiscal is None else fiscal_year(year, moment.fiscal)
    if outer is not None and moment.month is not None:
        return placed(moment, outer)
    rest = moment._replace(year=None, fiscal=None)
    return outer if outer is None or rest == NOTHING else placed(rest, outer)


def _shifted(moment: Moment, today: date, context: Context) -> Days | None:
    """Return last, this or next week, year, Monday, October…, or what lies in it."""
    shift = moment.shift or 0
    if moment.weekday is not None:
        return _shifted_weekday(moment.weekday, shift, today)
    if moment.unit is None:
        return _shifted_name(moment, shift, today)
    if moment.unit == "fiscal":
        start = moment.fiscal or context.fiscal_start
        return fiscal_year(today.year - (today.month < start) + shift, start)
    if moment.unit == "weekend":
        return _weekend(shift, today, context)
    edge = units_on(today, moment.unit, shift)
    return unit_around(edge, moment.unit) if edge else None


def _weekend(shift: int, today: date, context: Context) -> Days | None:
    """Return last, this or next weekend; before Saturday what looks back means the last."""
    if shift == 0 and context.tense in ("past", "behind") and today.isoweekday() < 6:
        shift = -1
    edge = units_on(today, "week", shift)
    return unit_around(edge, "weekend") if edge else None


def _shifted_weekday(weekday: int, shift: int, today: date) -> Days | None:
    """Return the last such weekday before today, the next after it, or this week's."""
    if shift == 0:
        return single(shifted(today, weekday - today.isoweekday()))
    ahead = (weekday - today.isoweekday() - 1) % 7 + 1
    behind = (today.isoweekday() - weekday - 1) % 7 + 1
    return single(
        shifted(today, ahead + 7 * (shift - 1) if shift > 0 else 7 * (shift + 1) - behind)
    )


def _shifted_name(moment: Moment, shift: int, today: date) -> Days | None:
    """Return last, this or next October, summer or Christmas."""
    rest = moment._replace(shift=None)
    found = [days for days in _yearly(rest, today, 3) if days.start and days.stop]
    if shift == 0:
        return next((d for d in found if d.start and d.start.year == today.year), None)
    if shift > 0:
        later = [days for days in found if days.start and days.start > today]
        return later[shift - 1] if len(later) >= shift else None
    earlier = [days for days in found if days.stop and days.stop < today]
    return earlier[shift] if len(earlier) >= -shift else None


def _partial(moment: Moment, today: date, context: Context) -> Days | None:
    """Return the occurrence of a date without its year, month or week that the text means."""
    if moment.weekday is not None and moment.day is None and moment.ordinal is None:
        return _bare_weekday(moment.weekday, today, context)
    if _is_day_only(moment):
        return _day_only(moment, today, context)
    if moment.part is not None:
        rest = moment._replace(part=None)
        whole = unit_around(today, "year") if rest == NOTHING else _partial(rest, today, context)
        return placed(Moment(part=moment.part), whole) if whole else None
    if moment.unit is not None and moment == Moment(unit=moment.unit):
        return unit_around(today, moment.unit)
    if moment.ordinal is not None or moment.way is not None:
        whole = unit_around(today, _home_of(moment))
        return placed(moment, whole) if whole else None
    return _chosen(_yearly(moment, today, 1), today, context)


def _home_of(moment: Moment) -> str:
    """Return the unit in which units are counted: quarters and months in the year."""
    return "year" if RANKS.get(moment.unit or "", 1) > 1 else "month"


def _is_day_only(moment: Moment) -> bool:
    """Tell whether a moment is the number of a day and no more."""
    bare = moment.month is None and moment.year is None and moment.within is None
    return moment.day is not None and bare


def _day_only(moment: Moment, around: date | None, context: Context) -> Days | None:
    """Return the numbered day in the month of the date before, or nearest to the reference."""
    if moment.weekday is not None and around is not None:
        return _agreeing(moment, around, context)
    last = context.last if context.near else None
    if last is not None and last.start is not None and last.precision in ("day", "month", "week"):
        around = last.start
        month = unit_around(around, "month")
        return placed(moment, month) if month else None
    if around is None:
        return None
    return _chosen(_monthly(moment, around, 1), around, context)


def _agreeing(moment: Moment, around: date, context: Context) -> Days | None:
    """Return the numbered day nearest to a day on which it falls on the weekday named."""
    days = _monthly(moment._replace(weekday=None), around, 12)
    agreeing = [d for d in days if d.start and d.start.isoweekday() == moment.weekday]
    return _chosen(agreeing, around, context)


def _monthly(moment: Moment, around: date, reach: int) -> list[Days]:
    """Return the occurrences of a numbered day in the months around."""
    near = [units_on(around.replace(day=1), "month", step) for step in range(-reach, reach + 1)]
    homes = [unit_around(day, "month") for day in near if day]
    found = [placed(moment, home) for home in homes if home]
    return [days for days in found if days]


def _yearly(moment: Moment, today: date, reach: int) -> list[Days]:
    """Return the occurrences in the years around, those that the calendar has."""
    years = [year_days(today.year + step) for step in range(-reach, reach + 1)]
    found = [placed(moment, year) for year in years if year]
    days = [one for one in found if one is not None]
    if moment.weekday is None or moment.day is None:
        return days
    return [d for d in days if d.start and d.start.isoweekday() == moment.weekday] or days


def _bare_weekday(weekday: int, today: date, context: Context) -> Days | None:
    """Return the last such weekday, today counted in; the next where the text looks ahead."""
    behind = (today.isoweekday() - weekday) % 7
    if context.prefer == "future":
        return single(shifted(today, 7 - behind))
    if context.tense == "future" and behind:
        return single(shifted(today, 7 - behind))
    return single(shifted(today, -behind))


def _chosen(found: list[Days], today: date, context: Context) -> Days | None:
    """Return the occurrence on the side that the text looks to, else the nearest.

    Where nothing tells the side, an earlier one is taken unless a later one is several times
    nearer: news mostly tells what was.
    """
    gaps = [(_gap(days, today), days) for days in found]
    if any(gap == 0 for gap, _ in gaps):
        return next(days for gap, days in gaps if gap == 0)
    ahead = min(((gap, days) for gap, days in gaps if gap > 0), key=lambda p: p[0], default=None)
    behind = min(((-gap, days) for gap, days in gaps if gap < 0), key=lambda p: p[0], default=None)
    if ahead is None or behind is None:
        side = ahead or behind
        return side[1] if side else None
    return ahead[1] if ahead[0] * _weight(context) < behind[0] else behind[1]


def _gap(days: Days, today: date) -> int:
    """Return how many days lie between today and a stretch: negative where it is past."""
    if days.start is not None and days.start > today:
        return (days.start - today).days
    if days.stop is not None and days.stop < today:
        return (days.stop - today).days
    return 0


def _weight(context: Context) -> float:
    """Return how many times nearer a later date must be to be taken for the one meant."""
    if context.prefer == "future":
        return 0.0
    return {"future": 0.3, "past": 6.0, "behind": 1000.0}.get(context.tense or "", 5.0)
