"""Who dealt with whom as a graph in GraphML: parties as nodes, events and ties as edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from xml.sax.saxutils import escape, quoteattr

from dragoman.core.records import Event, Party, Reading, Record, Tie

NODE = {"name": "string"}
EDGE = {
    "kind": "string", "act": "string", "type": "string", "quad": "int", "score": "double",
    "start": "string", "stop": "string", "realis": "string", "record": "string",
    "article": "string", "confidence": "double",
}  # fmt: skip
OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A record between two parties, with what is told of it."""

    source: Party
    target: Party
    values: Mapping[str, object]


def graphml_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the lines of a directed graph; a node comes before the first edge that needs it."""
    yield from OPENING
    for what, names in (("node", NODE), ("edge", EDGE)):
        for name, kind in names.items():
            key = f'id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{kind}"'
            yield f"  <key {key}/>"
    yield '  <graph id="dragoman" edgedefault="directed">'
    known: set[str] = set()
    for number, edge in enumerate(edges_of(readings)):
        for party in (edge.source, edge.target):
            if party.id and party.id not in known:
                known.add(party.id)
                name = _data("node", "name", party.name)
                yield f"    <node id={_attribute(party.id)}>{name}</node>"
        ends = f"source={_attribute(edge.source.id)} target={_attribute(edge.target.id)}"
        inner = "".join(_data("edge", name, value) for name, value in edge.values.items())
        yield f'    <edge id="e{number}" {ends}>{inner}</edge>'
    yield "  </graph>"
    yield "</graphml>"


def edges_of(readings: Iterable[Reading]) -> Iterator[Edge]:
    """Yield an edge from each known actor to each known recipient of events and ties."""
    for reading in readings:
        for record in reading.records:
            for one, other in product(*_ends(record)):
                if one.id and other.id:
                    yield Edge(one, other, _values(record))


def _ends(record: Record) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    if isinstance(record, Event):
        return record.actors, record.recipients
    return ((record.subject,), (record.object,)) if isinstance(record, Tie) else ((), ())


def _values(record: Record) -> Mapping[str, object]:
    """Return what an edge says of its record."""
    own: tuple[object, ...]
    if isinstance(record, Event):
        own = ("event", record.act, record.type, record.quad, record.score)
        time, realis = record.date, record.realis
    else:
        assert isinstance(record, Tie)
        own = ("tie", record.relation, None, None, None)
        time, realis = record.period, record.realis
    rest = (time.start, time.stop, realis, record.id, record.article, record.confidence)
    return dict(zip(EDGE, (*own, *rest), strict=True))


def _data(what: str, name: str, value: object) -> str:
    """Return a value as an element; nothing for null."""
    if value is None:
        return ""
    return f'<data key="{what}-{name}">{escape(_clean(str(value)))}</data>'


def _attribute(value: str | None) -> str:
    return quoteattr(_clean(value or ""))


def _clean(text: str) -> str:
    """Return a text without the letters that XML has no place for."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff"))
