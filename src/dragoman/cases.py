"""Golden cases that anyone can read (``cases.md`` of a language), and how they are checked.

A case is a heading, a date of publication, a text behind ``>`` and one line for each fact::

    ## A state visit, with the guest first
    published: 2024-11-28
    > Президент России Владимир Путин 27 ноября посетил Казахстан.
    - event visit RUS(Putin) → KAZ, 2024-11-27, actual
    - event CONSULT KAZ + RUS → -
    - statement say KAZ(Tokayev): first words … last words
    - figure trade-turnover 28000000000 USD, over, 2023-01-01..2023-12-31, target
    - tie chair KAZ → CSTO
    - no figure

Events are listed in full, by act or by the type of act: one that is read but not listed fails the
case. Of the other kinds, each listed fact must be read. ``+`` joins parties, ``-`` stands for none;
a person in brackets is part of the printed or English name. A title that ends in ``(known
failure)`` marks a case that is expected to fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.core.records import Event, Figure, Interval, Party, Reading, Statement, Tie
from dragoman.examples import plain_article
from dragoman.languages.tables import language_text
from dragoman.reader import article_reader

KNOWN = "(known failure)"
KINDS = {"event": Event, "statement": Statement, "figure": Figure, "tie": Tie}
_SIDES = re.compile(r"(\S+) (.+?) → (.+)")
_PARTY = re.compile(r"([^()+]+?)(?:\(([^()]*)\))?")


class CaseError(ValueError):
    """A case that cannot be read; the message names its line and the reason."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the facts that must be read from it, one a line as printed."""

    title: str
    line: int
    published: str | None
    text: str
    facts: tuple[str, ...]

    @property
    def fails_knowingly(self) -> bool:
        """Whether the case is known to fail."""
        return self.title.endswith(KNOWN)


def read_cases(text: str) -> Iterator[Case]:
    """Yield the cases of a ``cases.md``; what stands before the first heading is left out."""
    for number, block in _blocks(text):
        title = block[0][3:].strip()
        published = None
        words: list[str] = []
        facts: list[str] = []
        for offset, line in enumerate(block[1:], 1):
            if line.startswith("published:"):
                published = line.partition(":")[2].strip()
            elif line.startswith(">"):
                words.append(line[1:].strip())
            elif line.startswith("- "):
                facts.append(line[2:].strip())
            elif line.strip():
                raise CaseError(f"line {number + offset}: neither text nor fact: {line.strip()!r}")
        if not words or not facts:
            raise CaseError(f"line {number}: {title!r} needs a text and a fact")
        yield Case(title, number, published, "\n".join(words), tuple(facts))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each heading's line and the lines from it to the next."""
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if line.startswith("## ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=bool(starts)):
        yield start + 1, lines[start:stop]


def case_failures(code: str) -> Iterator[str]:
    """Yield each golden case of a language that fails unexpectedly, as lines to print."""
    reader = article_reader(code)
    for case in read_cases(language_text(code, "cases.md")):
        reading = reader.read(plain_article(case.text, code, case.published))
        wrong = faults(case, reading)
        if wrong and not case.fails_knowingly:
            yield "\n".join([f"cases.md:{case.line}: {case.title}", case.text, *wrong])


def faults(case: Case, reading: Reading) -> tuple[str, ...]:
    """Return what a reading lacks, or has too much, of the facts of a case."""
    found = [fact for fact in case.facts if not _holds(fact, reading)]
    wrong = [f"expected  {fact}" for fact in found]
    events = [fact.split(" ", 1)[1] for fact in case.facts if fact.startswith("event ")]
    if events:
        extra = (e for e in reading.events if not any(_is_event(rest, e) for rest in events))
        wrong += [f"unlisted  {line(event)}" for event in extra]
    return tuple(wrong)


def _holds(fact: str, reading: Reading) -> bool:
    """Tell whether a fact stands among the records of a reading."""
    kind, _, rest = fact.partition(" ")
    if kind == "no":
        return not any(isinstance(record, KINDS[rest]) for record in reading.records)
    checks = {"event": _is_event, "tie": _is_tie, "figure": _is_figure, "statement": _is_statement}
    if kind not in checks:
        raise CaseError(f"no kind of fact is called {kind!r}")
    records = (record for record in reading.records if isinstance(record, KINDS[kind]))
    return any(checks[kind](rest, record) for record in records)  # type: ignore[operator]


def _is_event(rest: str, event: Event) -> bool:
    """Tell whether an event is the one that is written."""
    match = _SIDES.fullmatch(rest)
    if not match or match[1] not in (event.act, event.type):
        return False
    recipients, *fields = match[3].split(", ")
    sides = _are(match[2], event.actors) and _are(recipients, event.recipients)
    return sides and all(field == event.realis or field == _days(event.date) for field in fields)


def _is_tie(rest: str, tie: Tie) -> bool:
    """Tell whether a tie is the one that is written."""
    match = _SIDES.fullmatch(rest)
    if not match or match[1] != tie.relation:
        return False
    target, *fields = match[3].split(", ")
    sides = _are(match[2], (tie.subject,)) and _are(target, (tie.object,))
    return sides and all(field == tie.realis or field == _days(tie.period) for field in fields)


def _is_figure(rest: str, figure: Figure) -> bool:
    """Tell whether a figure is the one that is written."""
    head, *fields = rest.split(", ")
    measure, value, *unit = head.split()
    has = {figure.comparator, figure.nature, figure.superlative, _days(figure.period)}
    has |= {party.id for party in figure.parties}
    same = measure == figure.measure and figure.value == float(value)
    return same and unit[:1] in ([], [figure.unit]) and set(fields) <= has


def _is_statement(rest: str, statement: Statement) -> bool:
    """Tell whether a statement is the one that is written."""
    head, _, content = rest.partition(": ")
    act, _, speaker = head.partition(" ")
    first, _, last = content.partition(" … ")
    said = statement.content.text
    whole = said.startswith(first) and said.endswith(last) if last else said == first
    return act == statement.act and whole and _are(speaker, (statement.speaker,))


def _are(written: str, parties: Iterable[Party]) -> bool:
    """Tell whether the parties are those that are written, in any order."""
    wanted = [] if written == "-" else [_PARTY.fullmatch(part) for part in written.split(" + ")]
    left = list(parties)
    for match in wanted:
        if match is None:
            raise CaseError(f"not a party: {written!r}")
        party = next((p for p in left if _is(match[1], match[2], p)), None)
        if party is None:
            return False
        left.remove(party)
    return not left


def _is(code: str, person: str | None, party: Party) -> bool:
    """Tell whether a party has this code (or, unresolved, role or name) and this person."""
    if code not in (party.id, None if party.id else party.role, party.name):
        return False
    return not person or bool(party.person and person in party.person.name)


def _days(interval: Interval) -> str:
    """Return an interval as ``2024-11-27..2024-11-28``, one day alone as itself."""
    start, stop = interval.start or "", interval.stop or ""
    return start if start == stop else f"{start}..{stop}"


def line(event: Event) -> str:
    """Return an event as a case writes it."""
    sides = (_written(event.actors), _written(event.recipients))
    return f"event {event.act} {sides[0]} → {sides[1]}, {_days(event.date)}, {event.realis}"


def _written(parties: Iterable[Party]) -> str:
    """Return parties as a case writes them."""
    shown = (
        f"{p.id or p.role or p.name}" + (f"({p.person.name})" if p.person else "") for p in parties
    )
    return " + ".join(shown) or "-"
