"""One happening told in every language: do the records agree?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.cases import Case, CaseError, line
from dragoman.core.records import Event
from dragoman.examples import plain_article
from dragoman.reader import article_reader
from tests.quality.gold import GoldEvent, dated_cases, facts_of
from tests.quality.measures import CODES, percent
from tests.quality.pairs import days, event_likeness, ids

Core = tuple[str, frozenset[str], frozenset[str], str, str]


@dataclass(frozen=True)
class Telling:
    """A happening as read in one language: the event nearest to what is written, if any."""

    text: str
    event: Event | None

    @property
    def core(self) -> Core | None:
        """Return what must be the same: act, actors, recipients, realis and date."""
        event = self.event
        if event is None:
            return None
        sides = ids(event.actors), ids(event.recipients)
        return event.act, *sides, event.realis, days(event.date)


@dataclass(frozen=True)
class Happening:
    """An event with its tellings by language."""

    title: str
    fact: GoldEvent
    tellings: dict[str, Telling]

    @property
    def agrees(self) -> bool:
        """Whether all languages give the same act, parties, realis and date."""
        cores = {telling.core for telling in self.tellings.values()}
        return len(cores) == 1 and None not in cores

    def is_right(self, code: str) -> bool:
        """Tell whether one language gives what is written."""
        event = self.tellings[code].event
        return event is not None and event_likeness(self.fact, event) == BEST

    def __str__(self) -> str:
        """Return the tellings with their events, one a line."""
        lines = [f"{self.title}: {self.fact.fact}"]
        for code, told in self.tellings.items():
            lines += [
                f"    {code}  {told.text}",
                f"        {line(told.event) if told.event else '-'}",
            ]
        return "\n".join(lines)


BEST = 9


@cache
def happenings() -> tuple[Happening, ...]:
    """Return the happenings of ``agreement.md``, read in every language."""
    return tuple(_happening(case) for case in dated_cases("agreement.md"))


def _happening(case: Case) -> Happening:
    """Return a happening as read in every language."""
    (fact,) = facts_of(case, "event")
    tellings = {code: _telling(code, text, case, fact) for code, text in _texts(case)}
    if not tellings.keys() >= set(CODES):
        raise CaseError(f"line {case.line}: told in {', '.join(tellings)} only")
    return Happening(case.title, fact, tellings)


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each language and its sentence."""
    for told in case.text.splitlines():
        code, _, text = told.partition(": ")
        yield code, text


def _telling(code: str, text: str, case: Case, fact: GoldEvent) -> Telling:
    """Return what one language gives."""
    reading = article_reader(code).read(plain_article(text, code, case.published))
    best = max(reading.events, key=lambda event: event_likeness(fact, event), default=None)
    return Telling(text, best)


def agreement() -> dict[str, float]:
    """Return the shares, in per cent, that agree, and that are right in each language."""
    told = happenings()
    right = {c: percent(sum(h.is_right(c) for h in told), len(told)) for c in CODES}
    return {"agree": percent(sum(h.agrees for h in told), len(told)), **right}
