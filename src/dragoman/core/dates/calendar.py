"""Stretches of days on the calendar: units of time, their shifts, and the parts within them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
PRECISIONS = {"half": "quarter", "fiscal": "year", "century": "decade", "fortnight": "week"}
COARSENESS = ("day", "week", "month", "quarter", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``start`` to ``stop``, both counted in; ``None`` is an open end."""

    start: date | None
    stop: date | None
    precision: str


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def single(day: date | None, precision: str = "day") -> Days | None:
    """Return one day as a stretch."""
    return None if day is None else Days(day, day, precision)


def shifted(day: date, days: int) -> date | None:
    """Return the day so many days on, or ``None`` outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: date, months: int) -> date | None:
    """Return the day so many months on, held to the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def units_on(day: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units on (back where negative)."""
    if unit in MONTHS_OF:
        return months_on(day, MONTHS_OF[unit] * count)
    return shifted(day, DAYS_OF.get(unit, 1) * count)


def months(year: int, month: int, count: int, precision: str) -> Days | None:
    """Return ``count`` whole months from the given one on (month 13 is next year's first)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if count == 1 and 1 <= year <= 9999:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), precision)
    first = day_of(year, month, 1)
    after = months_on(first, count) if first else None
    last = shifted(after, -1) if after else None
    return Days(first, last, precision) if first and last else None


def year_days(year: int) -> Days | None:
    """Return a calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31), "year") if 1 <= year <= 9999 else None


def unit_around(day: date, unit: str) -> Days | None:
    """Return the day, Monday-to-Sunday week, month, quarter, half, year… that holds a day."""
    if unit not in MONTHS_OF:
        return week_around(day, unit)
    size = MONTHS_OF[unit]
    if size <= 12:
        return months(day.year, (day.month - 1) // size * size + 1, size, unit)
    years = size // 12
    return months(max(1, day.year // years * years), 1, size, PRECISIONS.get(unit, unit))


def week_around(day: date, unit: str) -> Days | None:
    """Return the day, or the Monday-to-Sunday week, weekend or fortnight that begins around it."""
    if unit == "day":
        return single(day)
    monday = shifted(day, -day.weekday())
    first = shifted(monday, 5) if monday and unit == "weekend" else monday
    last = shifted(monday, 13 if unit == "fortnight" else 6) if monday else None
    precision = "day" if unit == "weekend" else "week"
    return Days(first, last, precision) if first and last else None


def fiscal_year(year: int, first_month: int) -> Days | None:
    """Return the fiscal year that begins in the given year and month."""
    return months(year, first_month, 12, "year")


def nth_unit(outer: Days, unit: str, nth: int) -> Days | None:
    """Return the nth unit (the last where ``nth`` is -1) of a stretch."""
    if outer.start is None or outer.stop is None or nth == 0:
        return None
    if nth < 0:
        last = _last_thursday(outer.stop) if unit == "week" else outer.stop
        edge = units_on(last, unit, nth + 1) if last else None
        return unit_around(edge, unit) if edge else None
    first = _first_monday(outer) if unit == "week" else outer.start
    begin = units_on(first, unit, nth - 1) if first else None
    return unit_around(begin, unit) if begin and begin <= outer.stop else None


def _last_thursday(day: date) -> date | None:
    """Return the last Thursday up to a day: the week that holds it is the last of a stretch."""
    return shifted(day, -((day.weekday() - 3) % 7))


def _first_monday(outer: Days) -> date | None:
    """Return the Monday of a stretch's first week: the week that holds its first Thursday."""
    if outer.start is None:
        return None
    thursday = shifted(outer.start, (3 - outer.start.weekday()) % 7)
    return shifted(thursday, -3) if thursday else None


def nth_weekday(outer: Days, weekday: int, nth: int) -> Days | None:
    """Return the nth given weekday (1 = Monday; the last where ``nth`` is -1) of a stretch."""
    if outer.start is None or outer.stop is None or nth == 0:
        return None
    if nth > 0:
        first = shifted(outer.start, (weekday - outer.start.isoweekday()) % 7)
        found = shifted(first, 7 * (nth - 1)) if first else None
    else:
        last = shifted(outer.stop, -((outer.stop.isoweekday() - weekday) % 7))
        found = shifted(last, 7 * (nth + 1)) if last else None
    return single(found) if found and outer.start <= found <= outer.stop else None


THIRDS = {
    "early": (0, 1),
    "mid": (1, 2),
    "late": (2, 3),
    "start": (0, 1),
    "end": (2, 3),
    "opening": (0, 1),
    "close": (2, 3),
    "fore": (0, 1),
    "aft": (1, 3),
}
HALVES = {"fore": 0, "aft": 6}
EDGES = {"start": (0, 3), "end": (9, 3), "opening": (0, 1), "close": (11, 1)}


def part_of(outer: Days, part: str) -> Days | None:
    """Return the early, middle or late third of a month, year, quarter, decade or week."""
    if outer.start is None or outer.stop is None or part not in THIRDS:
        return None
    low, high = THIRDS[part]
    if part in HALVES and outer.precision == "year":
        return months(outer.start.year, outer.start.month + HALVES[part], 6, "quarter")
    if outer.precision == "month":
        return _ten_days(outer, part)
    if outer.precision == "year" and part in EDGES:
        skipped, count = EDGES[part]
        return months(outer.start.year, outer.start.month + skipped, count, "month")
    if outer.precision == "decade":
        return _whole_years(outer, part)
    size = {"year": 4, "quarter": 1}.get(outer.precision)
    if size:
        first = months_on(outer.start, low * size)
        after = months_on(outer.start, high * size)
        last = shifted(after, -1) if after else None
        return Days(first, last, "month") if first and last else None
    return _third_of_days(outer, low, high)


def _ten_days(outer: Days, part: str) -> Days | None:
    """Return the first ten, the middle ten or the last days of a month, or a half of it."""
    if outer.start is None or outer.stop is None:
        return None
    if part in HALVES:
        middle = outer.start.replace(day=15 + (part == "aft"))
        return Days(*((outer.start, middle) if part == "fore" else (middle, outer.stop)), "week")
    low, high = THIRDS[part]
    first = outer.start.replace(day=1 + 10 * low)
    return Days(first, outer.stop if high == 3 else outer.start.replace(day=10 * high), "week")


def _whole_years(outer: Days, part: str) -> Days | None:
    """Return the early (four tenths), middle or late (three) years of a decade or century."""
    if outer.start is None or outer.stop is None:
        return None
    tenth = (outer.stop.year - outer.start.year + 1) // 10
    halves = {"fore": (0, 5), "aft": (5, 10)}
    low, high = halves.get(part) or tuple((0, 4, 7, 10)[edge] for edge in THIRDS[part])
    first, last = outer.start.year + low * tenth, outer.start.year + high * tenth - 1
    return Days(day_of(first, 1, 1), day_of(last, 12, 31), "year")


def _third_of_days(outer: Days, low: int, high: int) -> Days | None:
    """Return the days between two thirds of a stretch."""
    if outer.start is None or outer.stop is None:
        return None
    length = (outer.stop - outer.start).days + 1
    first = shifted(outer.start, length * low // 3)
    last = shifted(outer.start, max(length * low // 3, -(-length * high // 3) - 1))
    return Days(first, last, "day") if first and last else None
