"""What an event needs beside its parties: its date, its place, and the statement it stands in."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Count, Figure, Interval, Place, Span, Statement
from dragoman.core.tokens import Parse, Token

VERBAL = frozenset(("VERB", "AUX"))
LONG_PAST_DAYS = 366
WEEK = 7


def date_of(document: Document, parse: Parse, trigger: Token, told: bool = False) -> Interval:
    """Return the date told of an act in its own clause, else the article's reference date.

    Where the verb's form ``told`` that the act was done, the date lies behind.
    """
    sentence = parse.sentence
    dates = [d for d in document.dates if d.span and sentence.start <= d.span.start < sentence.stop]
    ranked = [
        (rank, n, d) for n, d in enumerate(dates) if (rank := _rank(parse, trigger, d.span)) >= 0
    ]
    if not ranked:
        return inherited_date(document)
    date = min(ranked, key=lambda item: item[:2])[2]
    return behind(date, document.article.reference) if told else date


def inherited_date(document: Document) -> Interval:
    """Return the article's reference date as an inherited one, with no words of its own."""
    reference = document.article.reference
    if reference.basis == "unknown":
        return Interval(None, None)
    return replace(reference, span=None, basis="reference")


def behind(date: Interval, reference: Interval) -> Interval:
    """Return a date of what was done: one without a year that was taken to lie ahead, a year back.

    What lies within a week stays: a weekday has no year.
    """
    if date.basis != "reference" or not (date.start and date.stop and reference.stop):
        return date
    if date.precision not in ("day", "month") or days_between(reference.stop, date.start) <= WEEK:
        return date
    return replace(date, start=_year_before(date.start), stop=_year_before(date.stop))


def _year_before(day: str) -> str:
    """Return the same ISO day a year earlier; 29 February is followed by its month's last day."""
    year, month, number = map(int, day.split("-"))
    last = monthrange(year - 1, month)[1]
    at_end = number == monthrange(year, month)[1]
    return date(year - 1, month, last if at_end else number).isoformat()


def ahead(date: Interval) -> Interval:
    """Return the date of what is yet to come: open where it is only the article's own."""
    if date.span is not None:
        return date
    return replace(date, stop=None, precision="unknown")


def _rank(parse: Parse, trigger: Token, span: Span | None) -> int:
    """Return how far up from the trigger a passage hangs: 0 at its own verb; -1 elsewhere."""
    words = parse.covering(span.start, span.stop) if span else ()
    if not words:
        return -1
    inside = {word.index for word in words}
    top = next((w for w in words if w.head not in inside or w.head == w.index), words[0])
    above = list(_ancestors(parse, top))
    line = [trigger, *_ancestors(parse, trigger)]
    verb = next((w for w in above if w.pos in VERBAL or w is trigger), None)
    if verb is None or verb not in line:
        return -1
    return line.index(verb)


def _ancestors(parse: Parse, token: Token) -> Iterable[Token]:
    """Yield the words above this one, nearest first."""
    for _ in range(len(parse.tokens)):
        head = parse.head_of(token)
        if head is None:
            return
        yield head
        token = head


def place_of(parse: Parse, trigger: Token, mentions: Sequence[Mention]) -> Place | None:
    """Return the place told of an act: the first place named below its trigger or in its clause."""
    places = [m for m in mentions if m.place is not None and m.kind == "place"]
    for mention in places:
        words = parse.covering(mention.start, mention.stop)
        for word in words:
            line = (word, *_ancestors(parse, word))
            if trigger in line:
                return mention.place
    return None


def count_of(parse: Parse, trigger: Token, figures: Sequence[Figure]) -> Count | None:
    """Return how many people the act struck, moved or gathered, where its own clause says so."""
    sentence = parse.sentence
    for figure in figures:
        span = figure.span
        if not sentence.start <= span.start < sentence.stop:
            continue
        if figure.unit != "people" or figure.measure == "other":
            continue
        if figure.value is not None and 0 <= _rank(parse, trigger, span) <= 1:
            return Count(figure.value, figure.measure, figure.comparator)
    return None


def statement_at(statements: Sequence[Statement], start: int, stop: int) -> str | None:
    """Return the id of the innermost statement whose content holds the passage."""
    inside = [s for s in statements if s.content.start <= start and stop <= s.content.stop]
    if not inside:
        return None
    return min(inside, key=lambda s: s.content.stop - s.content.start).id


def days_between(first: str, second: str) -> int:
    """Return the days from one ISO date to another, reckoned by calendar."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def dated_realis(realis: str, date: Interval, reference: Interval) -> str:
    """Return the realis with the date taken into account: what lies ahead is planned."""
    if realis not in ("actual", "planned", "past") or date.span is None:
        return realis
    if date.start and reference.stop and date.start > reference.stop:
        return "planned"
    if date.stop and reference.start and reference.basis != "inferred":
        age = days_between(date.stop, reference.start)
        if age > LONG_PAST_DAYS:
            return "past"
    return realis
