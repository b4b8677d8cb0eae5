"""When a text without a date of publication was written, as far as it tells itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.core.dates.calendar import Days, unit_around, year_days
from dragoman.core.dates.context import Context
from dragoman.core.dates.lexicon import lowered
from dragoman.core.dates.moments import Moment, is_stated
from dragoman.core.dates.phrases import Phrase, phrases
from dragoman.core.dates.placing import placed
from dragoman.core.dates.reading import tense_at
from dragoman.core.dates.resolution import days_of
from dragoman.core.dates.rules import DateRules
from dragoman.core.records import Interval

NOTHING = Interval(None, None, "unknown", None, "unknown")
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text says of its own time.

    ``told`` are dates with their year that it looks back on, ``targets`` those still ahead of it,
    ``partial`` its dates without a year.
    """

    told: tuple[Days, ...]
    targets: tuple[Days, ...]
    partial: tuple[Moment, ...]


def infer_reference(text: str, rules: DateRules) -> Interval:
    """Return the month or year in which a text seems to be written, with basis ``inferred``.

    The latest date told gives the year, a target still ahead ("by 2025") bounds it, and dates
    without a year that fall near give the month. A text that names no year gives nothing.
    """
    evidence = evidence_of(text, rules)
    told = _before_targets(evidence)
    if not told:
        return NOTHING
    latest = max(told, key=_last_day)
    near = [_nearest(moment, latest) for moment in evidence.partial]
    days = _latest_month([day for day in near if day is not None], latest)
    if days.start is None or days.stop is None:
        return NOTHING
    return Interval(days.start.isoformat(), days.stop.isoformat(), days.precision, None, "inferred")


def evidence_of(text: str, rules: DateRules) -> Evidence:
    """Return the dates of a text that tell when it was written."""
    low = lowered(text)
    told: list[Days] = []
    targets: list[Days] = []
    partial: list[Moment] = []
    for phrase in phrases(low, rules.scanner.atoms(text, low), rules):
        tense = tense_at(low, phrase, rules)
        last = phrase.until or phrase.moment
        days = days_of(last, Context(None)) if is_stated(last) else None
        if days is not None and days.stop is not None:
            (targets if _is_ahead(phrase, tense) else told).append(days)
        elif tense != "future" and _is_partial(phrase.moment):
            partial.append(phrase.moment)
    return Evidence(tuple(told), tuple(targets), tuple(partial))


def _is_ahead(phrase: Phrase, tense: str | None) -> bool:
    """Tell whether the text looks forward to a date."""
    return tense == "future" or phrase.role == "by" or (phrase.role == "until" and tense != "past")


def _is_partial(moment: Moment) -> bool:
    """Tell whether a month, with or without its day, stands without a year."""
    bare = moment._replace(day=None, weekday=None, part=None, within=None)
    return moment.month is not None and bare == Moment(month=moment.month)


def _last_day(days: Days) -> date:
    """Return the last day of a closed stretch."""
    return days.stop or date.min


def _before_targets(evidence: Evidence) -> tuple[Days, ...]:
    """Return the dates told without a lone one past the first target still ahead.

    A single date beyond what the text still expects is more often a slip of tense (in a
    translation) than the latest fact.
    """
    for target in sorted(evidence.targets, key=_last_day):
        if target.start is None:
            continue
        before = [days for days in evidence.told if _last_day(days) < target.start]
        beyond = len(evidence.told) - len(before)
        if before and beyond <= 1 and target.start - max(map(_last_day, before)) <= YEAR:
            return tuple(before)
    return evidence.told


def _nearest(moment: Moment, latest: Days) -> date | None:
    """Return the day of a date without year nearest to the latest date, its weekday agreeing."""
    anchor = _last_day(latest)
    whole = latest.precision in ("year", "decade")
    years = [anchor.year] if whole else [anchor.year - 1, anchor.year, anchor.year + 1]
    found = [_first_day(moment, year) for year in years if 1 <= year <= 9999]
    days = [day for day in found if day is not None]
    return min(days, key=lambda day: abs((day - anchor).days), default=None)


def _first_day(moment: Moment, year: int) -> date | None:
    """Return the first day of a partial date in a year, where its weekday agrees."""
    whole = year_days(year)
    days = placed(moment._replace(weekday=None, part=None), whole) if whole else None
    if days is None or days.start is None:
        return None
    agrees = moment.weekday in (None, days.start.isoweekday())
    return days.start if agrees else None


def _latest_month(near: Iterable[date], latest: Days) -> Days:
    """Return the month of the last day named near the latest date, else that date's own unit."""
    last = max((day for day in near), default=None)
    inside = last is not None and latest.start is not None and last >= latest.start
    if last is not None and (inside or latest.precision in ("year", "decade")):
        return unit_around(last, "month") or latest
    if latest.precision in ("day", "week") and latest.stop is not None:
        return unit_around(latest.stop, "month") or latest
    return latest
