"""Cases of the corpus with their facts as values that can be compared with records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.cases import Case, CaseError, read_cases

FOLDER = Path(__file__).parent
ASSERTED = frozenset({"actual", "planned", "past", "habitual"})
REALIS = ASSERTED | {"hypothetical", "negated"}
_SIDES = re.compile(r"(\S+) (.+?) → (.+)")
_SAID = re.compile(r"(\S+) ([^:(]+)(?:\(([^)]*)\))?: (.+)")  # kind, speakers, person, content


@dataclass(frozen=True)
class GoldEvent:
    """An event as annotated: ``what`` is an act or, in capitals, a type; ``date`` may be open."""

    what: str
    actors: frozenset[str]
    recipients: frozenset[str]
    realis: str
    date: str | None
    fact: str


@dataclass(frozen=True)
class GoldStatement:
    """A statement as annotated: the content runs from ``start`` to ``stop`` of the text."""

    act: str
    speakers: frozenset[str]
    person: str | None
    start: int
    stop: int
    fact: str


@dataclass(frozen=True)
class GoldFigure:
    """A figure as annotated; ``unit`` is null where any will do."""

    measure: str
    value: float
    unit: str | None
    fields: frozenset[str]
    fact: str


@dataclass(frozen=True)
class GoldTie:
    """A tie as annotated."""

    relation: str
    subject: str
    object: str
    fact: str


Gold = GoldEvent | GoldStatement | GoldFigure | GoldTie


@dataclass(frozen=True)
class Passage:
    """A text of the corpus with its facts by kind; ``empty`` where no event happens in it."""

    title: str
    line: int
    published: str
    text: str
    facts: Mapping[str, tuple[Gold, ...]]
    empty: bool


def passages(code: str) -> Iterator[Passage]:
    """Yield the passages of a language. Raises ``CaseError`` where a fact cannot be read."""
    for case in dated_cases(f"{code}.md"):
        facts = {kind: tuple(facts_of(case, kind)) for kind in READERS}
        empty = "no event" in case.facts
        if empty and any(f.realis in ASSERTED for f in facts["event"]):
            raise CaseError(f"{code}.md:{case.line}: both an event and none")
        yield Passage(case.title, case.line, case.published or "", case.text, facts, empty)


def dated_cases(name: str) -> Iterator[Case]:
    """Yield the cases of a file, each with a date: its own or that of the case before it."""
    published = None
    for case in read_cases((FOLDER / name).read_text("utf-8")):
        published = case.published or published
        yield replace(case, published=published)


def facts_of(case: Case, kind: str) -> Iterator[Gold]:
    """Yield the facts of one kind that stand under a case."""
    for fact in case.facts:
        first, _, rest = fact.partition(" ")
        if first not in {*READERS, "no"}:
            raise CaseError(f"line {case.line}: no kind of fact is called {first!r}")
        if first == kind:
            yield READERS[kind](rest, case)


def event_of(rest: str, case: Case) -> GoldEvent:
    """Return an event as written."""
    match = _SIDES.fullmatch(rest)
    if not match:
        raise CaseError(f"line {case.line}: not an event: {rest!r}")
    recipients, *fields = match[3].split(", ")
    realis = next((field for field in fields if field in REALIS), "actual")
    date = next((field for field in fields if field[:1].isdigit()), None)
    return GoldEvent(match[1], codes(match[2]), codes(recipients), realis, date, f"event {rest}")


def codes(written: str) -> frozenset[str]:
    """Return the codes of parties, without the persons in brackets; ``-`` is none."""
    return frozenset(re.sub(r"\(.*?\)", "", written).split(" + ")) - {"-"}


def statement_of(rest: str, case: Case) -> GoldStatement:
    """Return a statement as written, with the place of its content."""
    match = _SAID.fullmatch(rest)
    if not match:
        raise CaseError(f"line {case.line}: not a statement: {rest!r}")
    first, _, last = match[4].partition(" … ")
    start = case.text.find(first)
    stop = case.text.find(last, start + len(first)) + len(last) if last else start + len(first)
    if start < 0 or stop <= start:
        raise CaseError(f"line {case.line}: not in the text: {match[4]!r}")
    return GoldStatement(match[1], codes(match[2]), match[3], start, stop, f"statement {rest}")


def figure_of(rest: str, case: Case) -> GoldFigure:
    """Return a figure as written."""
    head, *fields = rest.split(", ")
    measure, value, *unit = head.split()
    given = frozenset(fields)
    return GoldFigure(measure, float(value), unit[0] if unit else None, given, f"figure {rest}")


def tie_of(rest: str, case: Case) -> GoldTie:
    """Return a tie as written."""
    match = _SIDES.fullmatch(rest)
    if not match:
        raise CaseError(f"line {case.line}: not a tie: {rest!r}")
    return GoldTie(match[1], match[2], match[3].split(", ")[0], f"tie {rest}")


READERS = {"event": event_of, "statement": statement_of, "figure": figure_of, "tie": tie_of}
