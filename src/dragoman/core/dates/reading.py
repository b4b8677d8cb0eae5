"""Every date and time interval of a text, with the words read and what they stand on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.core.dates.calendar import Days, shifted, units_on
from dragoman.core.dates.context import Context
from dragoman.core.dates.lexicon import lowered
from dragoman.core.dates.moments import Moment, is_closed, is_stated
from dragoman.core.dates.phrases import Phrase, phrases
from dragoman.core.dates.resolution import days_of
from dragoman.core.dates.rules import DateRules
from dragoman.core.records import Interval, Span

WINDOW = 160
NEAR = 62
ENDINGS = ("end", "close")


def read_dates(
    text: str, reference: Interval, rules: DateRules, prefer: str = "past"
) -> tuple[Interval, ...]:
    """Return every date expression in text order, resolved against the reference.

    What the reference does not settle keeps its words and has neither start nor stop. With
    ``prefer="future"`` dates that leave it open lie ahead, as in a talk with an assistant.
    """
    low = lowered(text)
    today, last, near = days_from(reference), None, True
    found: list[Interval] = []
    for phrase in phrases(low, rules.scanner.atoms(text, low), rules):
        fixed = _is_fixed(phrase)
        tense = None if fixed else tense_at(low, phrase, rules)
        days = resolved(phrase, Context(today, prefer, tense, last, near, rules.fiscal_start))
        if days is None and _is_loose(phrase.moment):
            continue
        found.append(_interval(text, phrase, days, fixed))
        if days is not None and _is_anchor(days):
            last, near = days, not fixed or _is_near(days, today)
    return tuple(found)


def _is_loose(moment: Moment) -> bool:
    """Tell whether words are no date where they cannot be placed.

    "In a year" without a future and without a date before is a duration, "the fourth year" of
    something unsaid is a place in a row.
    """
    counted = moment.way in ("ahead", "later", "inside")
    return counted or (
        moment.ordinal is not None and moment == Moment(unit=moment.unit, ordinal=moment.ordinal)
    )


def days_from(interval: Interval) -> Days | None:
    """Return an interval's days, or ``None`` where it has not both ends."""
    if interval.start is None or interval.stop is None:
        return None
    try:
        start, stop = date.fromisoformat(interval.start), date.fromisoformat(interval.stop)
    except ValueError:
        return None
    return Days(start, stop, interval.precision) if start <= stop else None


def _is_fixed(phrase: Phrase) -> bool:
    """Tell whether the words alone fix both ends."""
    return is_stated(phrase.moment) and (phrase.until is None or is_stated(phrase.until))


def _is_anchor(days: Days) -> bool:
    """Tell whether a later "the same day" or "the 27th" may lean on these days."""
    return days.start is not None and days.precision in ("day", "week", "month")


def _is_near(days: Days, reference: Days | None) -> bool:
    """Tell whether days lie within two months of the reference, where there is one."""
    if reference is None or days.start is None or reference.start is None:
        return True
    return abs((days.start - reference.start).days) <= NEAR


def tense_at(low: str, phrase: Phrase, rules: DateRules) -> str | None:
    """Return "future" or "past" by the cue of the sentence nearest to a date, or ``None``.

    "behind" is for a date that the word before it surely places in the past.
    """
    if rules.behind.search(low, max(0, phrase.start - 24), phrase.start):
        return "behind"
    start, stop = max(0, phrase.start - WINDOW), min(len(low), phrase.stop + WINDOW)
    ends = [m.end() for m in rules.sentence_end.finditer(low, start, phrase.start)]
    close = rules.sentence_end.search(low, phrase.stop, stop)
    start, stop = ends[-1] if ends else start, close.end() if close else stop
    nearest: tuple[int, str | None] = (len(low) + WINDOW, None)
    for tense, pattern in (("future", rules.future), ("past", rules.past)):
        for cue in pattern.finditer(low, start, stop):
            gap = _distance(cue.start(), cue.end(), phrase, rules.verb_last)
            nearest = min(nearest, (gap, tense), key=lambda pair: pair[0])
    return nearest[1]


def _distance(start: int, stop: int, phrase: Phrase, verb_last: bool) -> int:
    """Return how far a cue stands from a date, more where verbs seldom stand on that side."""
    if start >= phrase.stop:
        return (start - phrase.stop) * (1 if verb_last else 2)
    return (phrase.start - stop) * (4 if verb_last else 1) if stop <= phrase.start else WINDOW


def resolved(phrase: Phrase, context: Context) -> Days | None:
    """Return the days of a phrase: of a range from its first to its last, of a bound one end."""
    days = days_of(phrase.moment, context)
    if days is None:
        return None
    if phrase.until is not None:
        return _range(phrase, days, context)
    return bounded(days, phrase.role, phrase.moment.part in ENDINGS)


def _range(phrase: Phrase, near: Days, context: Context) -> Days | None:
    """Return the days from the start of the first to the end of the second."""
    if phrase.until is None:
        return None
    far = days_of(phrase.until, replace(context, last=near))
    near = _before_turn(phrase.moment, phrase.until, near, far)
    if far is not None and not is_stated(phrase.until):
        far = _not_before(far, near, phrase.until, context)
    if far is None and not is_stated(phrase.until):
        return None
    if far is None or near.start is None or far.stop is None:
        return None
    if near.start > far.stop and not is_stated(phrase.moment):
        moved = days_of(phrase.moment, replace(context, reference=far, tense="past"))
        near = moved or near
    if near.start is None or near.start > far.stop:
        return None
    return Days(near.start, far.stop, finer(near.precision, far.precision))


def _before_turn(moment: Moment, until: Moment, near: Days, far: Days | None) -> Days:
    """Return the first end, a year back where it lies behind the second whose year it took."""
    lent = moment.month is not None and until.month is not None and is_closed(until)
    if not lent or far is None or far.stop is None or near.start is None or near.stop is None:
        return near
    if near.start <= far.stop or (moment.year, moment.within) != (until.year, until.within):
        return near
    start, stop = (units_on(day, "year", -1) for day in (near.start, near.stop))
    return replace(near, start=start, stop=stop)


def _not_before(far: Days, near: Days, until: Moment, context: Context) -> Days | None:
    """Return the second end moved on past the first where it was taken too early."""
    if near.start is None or far.stop is None or far.stop >= near.start:
        return far
    anchor = Days(near.start, near.start, "day")
    return days_of(until, replace(context, reference=anchor, prefer="future", last=near))


ORDER = ("day", "week", "month", "quarter", "year", "decade", "unknown")


def finer(first: str, second: str) -> str:
    """Return the finer of two precisions."""
    return min(first, second, key=ORDER.index)


def bounded(days: Days, role: str | None, ending: bool = False) -> Days:
    """Return the days with one end opened: since, after, until or before them.

    Where they are the ``ending`` of something, what comes before the end reaches to it.
    """
    if role == "since":
        return Days(days.start, None, days.precision)
    if role == "after":
        return Days(shifted(days.stop, 1) if days.stop else None, None, days.precision)
    if role in ("until", "by") or (role == "before" and ending):
        return Days(None, days.stop, days.precision)
    if role == "before":
        return Days(None, shifted(days.start, -1) if days.start else None, days.precision)
    return days


def _interval(text: str, phrase: Phrase, days: Days | None, fixed: bool) -> Interval:
    """Return the record of a phrase."""
    span = Span(phrase.start, phrase.stop, text[phrase.start : phrase.stop])
    if days is None or (days.start is None and days.stop is None):
        return Interval(None, None, "unknown", span, "unknown")
    start = days.start.isoformat() if days.start else None
    stop = days.stop.isoformat() if days.stop else None
    basis = "stated" if fixed else "reference"
    return Interval(start, stop, days.precision, span, basis)
