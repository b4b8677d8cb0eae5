"""Corrections by readers, kept apart from what was read and applied whenever it is shown.

``accept`` and ``reject`` speak of a whole record, ``edit`` of one field, ``add`` brings a record
that was not read. The latest word on a record, or on a field of it, counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import apsw

from dragoman.core.records import Event, Record, Span, Statement, Tie
from dragoman.exports.kinds import kind_of
from dragoman.exports.objects import ContractError, build, plain, to_json
from dragoman.exports.shapes import shapes_of
from dragoman.store.connection import StoreError
from dragoman.store.indexing import act_of
from dragoman.store.keeping import now
from dragoman.store.sql import all_rows

VERBS = ("accept", "reject", "edit", "add")
FIXED = ("id", "article", "evidence", "trigger", "span", "content")
AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said of a record: ``value`` holds the fields that are put in place."""

    number: int
    record: str
    kind: str
    article: str
    verb: str
    value: Mapping[str, Any]
    author: str
    reason: str
    made_at: str
    state: str


def anchor(record: Record) -> Span:
    """Return the passage by which a record is found again when it is read anew."""
    if isinstance(record, Event | Tie):
        return record.trigger
    return record.content if isinstance(record, Statement) else record.span


def edited(record: AnyRecord, value: Mapping[str, Any]) -> AnyRecord:
    """Return a record with other values in some fields.

    Raises ``StoreError`` for a field that there is not, that may not change, or a value of the
    wrong shape.
    """
    fields = plain(record)
    shapes = shapes_of(type(record))
    for name in value:
        if name not in shapes:
            raise StoreError(f"{kind_of(record)} has no field {name!r}: {', '.join(shapes)}")
        if name in FIXED:
            raise StoreError(f"the field {name!r} cannot be edited: reject the record instead")
    try:
        found: AnyRecord = build(type(record), {**fields, **value})
        found = build(type(record), plain(found))
    except (ContractError, TypeError, ValueError, AttributeError) as problem:
        raise StoreError(f"not a value for this field: {problem}") from None
    _check_types(found)
    return found


def _check_types(record: Record) -> None:
    """Refuse plain fields that hold a value of another type."""
    for name, shape in shapes_of(type(record)).items():
        value = getattr(record, name)
        if shape.nested or shape.many:
            continue
        if value is None and shape.optional:
            continue
        if not isinstance(value, shape.of):
            raise StoreError(f"{name} must be {shape.of.__name__}, not {value!r}")


def corrected(connection: apsw.Connection, record: AnyRecord) -> AnyRecord:
    """Return a record with the edits of its readers applied, in the order they were made."""
    for correction in corrections_of(connection, record.id):
        if correction.verb == "edit" and correction.state == "applied":
            record = edited(record, correction.value)
    return record


def corrections_of(connection: apsw.Connection, record: str) -> list[Correction]:
    """Return what was said of a record, the earliest first."""
    return list(_selected(connection, "record = ?", (record,)))


def corrections_in(connection: apsw.Connection, article: str) -> list[Correction]:
    """Return what was said of the records of an article, the earliest first."""
    return list(_selected(connection, "article = ?", (article,)))


def all_corrections(connection: apsw.Connection, state: str | None = None) -> Iterator[Correction]:
    """Yield all corrections, the earliest first; of one state where it is given."""
    if state:
        return _selected(connection, "state = ?", (state,))
    return _selected(connection, "1", ())


def _selected(
    connection: apsw.Connection, where: str, given: tuple[Any, ...]
) -> Iterator[Correction]:
    sql = f"""SELECT number, record, kind, article, verb, value, author, reason, made_at, state
        FROM corrections WHERE {where} ORDER BY number"""
    for row in all_rows(connection, sql, given):
        values: list[Any] = list(row)
        values[5] = json.loads(row[5])
        yield Correction(*values)


def note(
    connection: apsw.Connection, record: Record, verb: str, value: Mapping[str, Any], by: By
) -> int:
    """Write down a correction, and return its number."""
    place = anchor(record)
    connection.execute(
        """INSERT INTO corrections (record, kind, article, act, start, stop, verb, value,
        author, reason, made_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied')""",
        (
            *(record.id, kind_of(record), record.article, act_of(record)),
            *(place.start, place.stop, verb, to_json(dict(value))),
            *(by.author, by.reason, now()),
        ),
    )
    return connection.last_insert_rowid()


@dataclass(frozen=True, slots=True)
class By:
    """Who makes a correction, and why."""

    author: str
    reason: str = ""
