"""Facts and records of one passage set side by side, best match first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.cases import line
from dragoman.core.records import Event, Figure, Interval, Party, Reading, Record, Statement, Tie
from dragoman.world.ontology import load_acts, load_relations
from tests.quality.gold import (
    ASSERTED,
    Gold,
    GoldEvent,
    GoldFigure,
    GoldStatement,
    GoldTie,
    Passage,
)

SPEECH = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
ANNOUNCED = frozenset({"announce", "report", "decide", "intend"})


@dataclass(frozen=True)
class Pair:
    """A fact and the record that tells it; a fact without record is missed, a record without
    fact is too much."""

    passage: Passage
    fact: Gold | None
    record: Record | None


def type_of(what: str) -> str:
    """Return the type of an act; a type is its own."""
    return what if what.isupper() else load_acts()[what].type


def pairs(passage: Passage, reading: Reading) -> dict[str, list[Pair]]:
    """Return facts and records by kind, matched one to one."""
    found = {
        "event": matched(passage, passage.facts["event"], reading.events, event_likeness),
        "statement": matched(
            passage, passage.facts["statement"], reading.statements, statement_likeness
        ),
        "figure": matched(passage, passage.facts["figure"], reading.figures, figure_likeness),
        "tie": matched(passage, passage.facts["tie"], reading.ties, tie_likeness),
    }
    found["event"] = [p for p in found["event"] if p.fact or p.record.realis in ASSERTED]
    found["statement"] = [p for p in found["statement"] if p.fact or not is_act_of_speech(p)]
    return found


def is_act_of_speech(pair: Pair) -> bool:
    """Tell whether a statement without fact tells, or announces, an act listed as an event."""
    said = pair.record
    return any(
        said.speaker.id in event.actors and (type_of(event.what) in SPEECH or said.act in ANNOUNCED)
        for event in pair.passage.facts["event"]
    )


def matched(
    passage: Passage,
    facts: Sequence[Gold],
    records: Sequence[Record],
    likeness: Callable[[Gold, Record], float],
) -> list[Pair]:
    """Return each fact with the record most like it, then the records left over."""
    scores = [(likeness(f, r), -i, -j) for i, f in enumerate(facts) for j, r in enumerate(records)]
    partner: dict[int, int] = {}
    for score, i, j in sorted(scores, reverse=True):
        if score > 0 and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    found = [
        Pair(passage, fact, records[partner[i]] if i in partner else None)
        for i, fact in enumerate(facts)
    ]
    taken = set(partner.values())
    return found + [Pair(passage, None, r) for j, r in enumerate(records) if j not in taken]


def event_likeness(fact: GoldEvent, event: Event) -> float:
    """Return 0 where the types differ, else more the more is alike."""
    if type_of(fact.what) != event.type:
        return 0
    return (
        1 + 4 * same_sides(fact, event) + 2 * (fact.what in (event.act, event.type))
        + (fact.realis == event.realis) + (fact.date in (None, days(event.date)))
    )  # fmt: skip


def same_sides(fact: GoldEvent, event: Event) -> bool:
    """Tell whether actors and recipients that have a code are those of the fact."""
    return fact.actors == ids(event.actors) and fact.recipients == ids(event.recipients)


def ids(parties: Iterable[Party]) -> frozenset[str]:
    """Return the codes of the parties that have one."""
    return frozenset(party.id for party in parties if party.id)


def days(interval: Interval) -> str:
    """Return an interval as facts write it."""
    start, stop = interval.start or "", interval.stop or ""
    return start if start == stop else f"{start}..{stop}"


def statement_likeness(fact: GoldStatement, statement: Statement) -> float:
    """Return the share of the two contents together that they have in common, from a half up."""
    start, stop = statement.content.start, statement.content.stop
    shared = min(fact.stop, stop) - max(fact.start, start)
    whole = max(fact.stop, stop) - min(fact.start, start)
    return shared / whole if shared >= whole / 2 else 0


def said_by(fact: GoldStatement, statement: Statement) -> bool:
    """Tell whether the speaker is that of the fact, in code and, where named, in person."""
    speaker = statement.speaker
    person = plain(speaker.person.name) if speaker.person else ""
    known = speaker.id in (fact.speakers or {None})
    return known and (not fact.person or plain(fact.person)[:4] in person)


def plain(name: str) -> str:
    """Return a name in small letters without accents."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def figure_likeness(fact: GoldFigure, figure: Figure) -> float:
    """Return 0 where value or unit differ, else more the more is alike."""
    slack = 3 if "vague" in fact.fields else 1 + 1e-6
    value = figure.value or 0
    if not fact.value / slack <= value <= fact.value * slack:
        return 0
    if fact.unit not in (None, figure.unit):
        return 0
    return 1 + 2 * names(fact.measure, figure.measure) + right_fields(fact, figure)


def names(written: str, word: str) -> bool:
    """Tell whether a word is the one that is written, or one of those between ``|``."""
    return word in written.split("|")


def right_fields(fact: GoldFigure, figure: Figure) -> bool:
    """Tell whether bound, nature, record and period are those of the fact."""
    has = {figure.comparator, figure.nature, figure.superlative, days(figure.period)}
    return fact.fields <= has


def tie_likeness(fact: GoldTie, tie: Tie) -> float:
    """Return 0 where relation or a side differ; sides of mutual ties may be swapped."""
    if not names(fact.relation, tie.relation):
        return 0
    sides = (tie.subject.id or "-", tie.object.id or "-")
    turned = sides[::-1] if load_relations()[tie.relation].symmetric else sides
    return float((fact.subject, fact.object) in (sides, turned))


def shown(record: Record) -> str:
    """Return a record as facts write it."""
    match record:
        case Event():
            return line(record)
        case Statement():
            return f"statement {record.act} {named(record.speaker)}: {record.content.text}"
        case Figure():
            fields = (record.comparator, days(record.period), record.nature)
            rest = ", ".join(field for field in fields if field)
            return f"figure {record.measure} {record.value:.15g} {record.unit}, {rest}"
        case Tie():
            return f"tie {record.relation} {named(record.subject)} → {named(record.object)}"


def named(party: Party) -> str:
    """Return a party as facts write it."""
    person = f"({party.person.name})" if party.person else ""
    return f"{party.id or party.name}{person}"
