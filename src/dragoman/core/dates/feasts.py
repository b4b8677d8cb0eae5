"""Days that are kept every year: fixed ones, nth weekdays, and those counted from Easter."""

from __future__ import annotations

from datetime import date

from dragoman.core.dates.calendar import day_of, months, nth_weekday, shifted


def feast_day(feast: str, year: int) -> date | None:
    """Return the day of a feast in a year, or ``None`` where there is none.

    A feast is a month and a day ("12-25"), a month, a weekday and its number ("11-4-4", the
    fourth Thursday of November), or days from western or eastern Easter ("easter-2",
    "pascha+0").

    >>> feast_day("11-4-4", 2024), feast_day("easter-2", 2024)
    (datetime.date(2024, 11, 28), datetime.date(2024, 3, 29))
    """
    if feast[0].isalpha():
        name, days = feast[:6], int(feast[6:] or 0)
        sunday = _western_easter(year) if name == "easter" else _eastern_easter(year)
        return shifted(sunday, days) if sunday else None
    month, *rest = map(int, feast.split("-"))
    if len(rest) == 1:
        return day_of(year, month, rest[0])
    whole = months(year, month, 1, "month")
    found = nth_weekday(whole, rest[0], rest[1]) if whole else None
    return found.start if found else None


def _western_easter(year: int) -> date | None:
    """Return Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones, Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, over = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * days) // 451
    month, day = divmod(moon + days - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def _eastern_easter(year: int) -> date | None:
    """Return Easter Sunday of the Julian calendar as a Gregorian day (algorithm of Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    days = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + days + 114, 31)
    julian = day_of(year, month, day + 1)
    return shifted(julian, year // 100 - year // 400 - 2) if julian else None
