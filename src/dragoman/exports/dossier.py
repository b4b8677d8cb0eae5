"""All that a set of articles holds on one party or one pair, each line with its citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.core.records import (
    Article,
    Event,
    Figure,
    Interval,
    Party,
    Reading,
    Record,
    Statement,
    Tie,
)
from dragoman.exports.objects import object_of


@dataclass(frozen=True)
class Source:
    """An article that is cited: its number, and the file that it was read from."""

    number: int
    article: Article
    file: str


@dataclass(frozen=True)
class Cited:
    """A record with the numbers of all sources that tell the same."""

    record: Record
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Dossier:
    """What is told of one party, or of two with each other, by kind and in order of time."""

    sides: tuple[str, ...]
    sources: tuple[Source, ...]
    events: tuple[Cited, ...]
    statements: tuple[Cited, ...]
    figures: tuple[Cited, ...]
    ties: tuple[Cited, ...]


def dossier_of(readings: Iterable[tuple[str, Reading]], sides: Sequence[str]) -> Dossier:
    """Return the dossier on one or two parties (by id) from readings and their files."""
    sources: list[Source] = []
    found: list[tuple[Record, int]] = []
    for file, reading in readings:
        kept = [record for record in reading.records if concerns(record, sides)]
        if kept:
            sources.append(Source(len(sources) + 1, reading.article, file))
            found += ((record, len(sources)) for record in kept)
    cited = sorted(_gathered(found), key=lambda entry: (_when(entry.record), entry.sources))
    return Dossier(
        tuple(sides),
        tuple(sources),
        tuple(c for c in cited if isinstance(c.record, Event)),
        tuple(c for c in cited if isinstance(c.record, Statement)),
        tuple(c for c in cited if isinstance(c.record, Figure)),
        tuple(c for c in cited if isinstance(c.record, Tie)),
    )


def concerns(record: Record, sides: Sequence[str]) -> bool:
    """Tell whether a record is about the one party, or about both of a pair."""
    return set(sides) <= involved(record)


def involved(record: Record) -> set[str]:
    """Return the ids of all parties of a record; of a statement also those that it mentions."""
    if isinstance(record, Event):
        return ids(record.actors) | ids(record.recipients)
    if isinstance(record, Figure):
        return ids(record.parties)
    if isinstance(record, Tie):
        return ids((record.subject, record.object))
    audience = (record.audience,) if record.audience else ()
    return ids((record.speaker, *audience)) | set(record.about)


def ids(parties: Iterable[Party]) -> set[str]:
    """Return the ids of the parties that have one."""
    return {party.id for party in parties if party.id}


def _gathered(found: Iterable[tuple[Record, int]]) -> Iterator[Cited]:
    """Yield each record once, with the sources of all that tell the same."""
    groups: dict[object, tuple[Record, list[int]]] = {}
    for record, source in found:
        _, sources = groups.setdefault(_sameness(record), (record, []))
        if source not in sources:
            sources.append(source)
    return (Cited(record, tuple(sources)) for record, sources in groups.values())


def _sameness(record: Record) -> object:
    """Return what two records share that tell the same."""
    if isinstance(record, Event):
        sides = frozenset(ids(record.actors)), frozenset(ids(record.recipients))
        return record.act, sides, record.realis, record.date.start, record.date.stop
    if isinstance(record, Tie):
        return record.relation, record.subject.id, record.object.id, record.realis
    if isinstance(record, Figure) and record.value is not None:
        period = record.period.start, record.period.stop
        return record.measure, record.value, record.high, record.unit, record.nature, period
    return record.id


def _when(record: Record) -> str:
    """Return the day by which a record is put in order; what has none comes last."""
    time: Interval = record.period if isinstance(record, Figure | Tie) else record.date
    return time.start or time.stop or "9999"


def dossier_object(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as nested plain values; ``sources`` numbers the articles."""

    def plain(entries: Iterable[Cited]) -> list[dict[str, Any]]:
        return [{**object_of(e.record), "sources": list(e.sources)} for e in entries]

    sources = [
        {"number": s.number, "file": s.file, **_citation(s.article)} for s in dossier.sources
    ]
    return {
        "parties": list(dossier.sides),
        "events": plain(dossier.events),
        "statements": plain(dossier.statements),
        "figures": plain(dossier.figures),
        "ties": plain(dossier.ties),
        "sources": sources,
    }


def _citation(article: Article) -> dict[str, str | None]:
    """Return what an article is cited by."""
    names = ("id", "outlet", "published", "title", "url", "language")
    return {name: getattr(article, name) for name in names}
