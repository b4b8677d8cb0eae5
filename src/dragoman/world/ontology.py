"""The ontology: acts, statement acts, relations and measures, read from the world's tables."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from dragoman.core.knowledge import Act, EventType, Measure, Relation, StatementAct
from dragoman.world.tables import read_rows
from dragoman.world.vocabulary import OntologyError, Vocabulary, checked, entry_error

FOLDER = Path(__file__).parent
MONEY_AND_COUNTS = ("money", "percent", "people", "items", "number", "ordinal")
QUANTITIES = ("duration", "length", "area", "volume", "mass", "energy", "power")
UNITS = frozenset((*MONEY_AND_COUNTS, *QUANTITIES, "speed", "temperature"))

Table = Mapping[str, Any]
Entry = TypeVar("Entry")


def acts_of(table: Table, words: Vocabulary) -> Mapping[str, Act]:
    """Return the acts of a table (``acts.toml``) by id, in its order.

    Raises ``OntologyError`` naming file, entry and reason for the first that cannot be read.
    """
    return _entries("acts.toml", table, lambda id_, entry: _act(id_, entry, words))


def statement_acts_of(table: Table, words: Vocabulary) -> Mapping[str, StatementAct]:
    """Return the statement acts of a table (``statements.toml``); raises ``OntologyError``."""
    return _entries("statements.toml", table, lambda id_, entry: _statement(id_, entry, words))


def relations_of(table: Table) -> Mapping[str, Relation]:
    """Return the relations of a table (``relations.toml``); raises ``OntologyError``."""
    return _entries("relations.toml", table, _relation)


def measures_of(table: Table) -> Mapping[str, Measure]:
    """Return the measures of a table (``measures.toml``); raises ``OntologyError``."""
    return _entries("measures.toml", table, _measure)


@cache
def load_vocabulary() -> Vocabulary:
    """Return the types, modes, contexts and codes that acts may name."""
    types = _entries("plover.toml", _read("plover.toml"), _event_type)
    codes = {row.cells[0]: row.cells[1] for row in read_rows(FOLDER / "goldstein.tsv", 2)}
    return Vocabulary.of(types, codes, _read("contexts.toml"))


@cache
def load_acts() -> Mapping[str, Act]:
    """Return every act of the ontology by id."""
    return acts_of(_read("acts.toml"), load_vocabulary())


@cache
def load_statement_acts() -> Mapping[str, StatementAct]:
    """Return every statement act (``say``, ``deny``, ``promise``…) by id."""
    return statement_acts_of(_read("statements.toml"), load_vocabulary())


@cache
def load_relations() -> Mapping[str, Relation]:
    """Return every relation of ties by id."""
    return relations_of(_read("relations.toml"))


@cache
def load_measures() -> Mapping[str, Measure]:
    """Return every measure of figures by id."""
    return measures_of(_read("measures.toml"))


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{name}: cannot be read: {error}") from None


def _entries(file: str, table: Table, make: Callable[[str, Table], Entry]) -> Mapping[str, Entry]:
    made: dict[str, Entry] = {}
    for id_, entry in table.items():
        try:
            made[id_] = make(id_, entry)
        except OntologyError as error:
            raise OntologyError(f"{file}: {id_}: {error}") from None
    return made


def _act(id_: str, entry: Table, words: Vocabulary) -> Act:
    fields = {"definition": str, "type": str, "cameo": str}
    options = {"mode": str, "also": list, "contexts": list, "reciprocal": bool}
    checked(id_, entry, fields, options)
    kind, mode = words.type_named(entry["type"]), entry.get("mode")
    return Act(
        id=id_,
        definition=entry["definition"],
        type=kind.id,
        mode=mode,
        cameo=words.code(entry["cameo"]),
        quad=kind.quad,
        score=words.score(kind, mode),
        goldstein=words.goldstein(entry["cameo"]),
        contexts=_all(words.context, entry.get("contexts", [])),
        reciprocal=entry.get("reciprocal", False),
        also=_all(words.code, entry.get("also", [])),
    )


def _statement(id_: str, entry: Table, words: Vocabulary) -> StatementAct:
    checked(id_, entry, {"definition": str, "cameo": str}, {"also": list})
    also = _all(words.code, entry.get("also", []))
    return StatementAct(id_, entry["definition"], words.code(entry["cameo"]), also)


def _relation(id_: str, entry: Table) -> Relation:
    checked(id_, entry, {"definition": str}, {"symmetric": bool})
    return Relation(id_, entry["definition"], entry.get("symmetric", False))


def _measure(id_: str, entry: Table) -> Measure:
    checked(id_, entry, {"definition": str, "unit": str}, {})
    if entry["unit"] not in UNITS:
        raise entry_error("unit", entry["unit"], UNITS)
    return Measure(id_, entry["definition"], entry["unit"])


def _event_type(id_: str, entry: Table) -> EventType:
    lacking = {"quad", "score", "recipient_required"} - set(entry)
    if lacking:
        raise OntologyError(f"lacks {' and '.join(map(repr, sorted(lacking)))}")
    modes = dict(entry.get("modes", {}))
    return EventType(id_, entry["quad"], entry["score"], entry["recipient_required"], modes)


def _all(check: Callable[[str], str], values: Iterable[str]) -> tuple[str, ...]:
    return tuple(check(value) for value in values)
