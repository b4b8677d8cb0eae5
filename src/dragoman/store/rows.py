"""Between records and the rows of their tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from dragoman.core.records import CONTRACT
from dragoman.exports.kinds import Line, kind_of
from dragoman.exports.objects import to_json
from dragoman.exports.table import from_row, row_of
from dragoman.store.schema import TABLES, own_columns

Values = tuple[Any, ...]


def table_of(kind: str) -> str:
    """Return the table that keeps a kind."""
    return TABLES.get(kind, "articles")


@cache
def selected(kind: str) -> str:
    """Return the columns of a kind as a SELECT names them, its table called ``t``."""
    return ", ".join(f't."{column.name}"' for column in own_columns(kind))


@cache
def insertion(kind: str, extra: Sequence[str] = ()) -> str:
    """Return the INSERT of a kind, with further columns after its own."""
    names = [f'"{c.name}"' for c in own_columns(kind)] + list(extra)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table_of(kind)} ({', '.join(names)}) VALUES ({marks})"


def values_of(line: Line) -> Values:
    """Return the values of an article or record in the order of its columns."""
    kind, row = kind_of(line), row_of(line)
    return tuple(
        to_json(row[column.name]) if column.many else row[column.name]
        for column in own_columns(kind)
    )


def line_of(kind: str, values: Iterable[Any]) -> Line:
    """Return the article or record of a row of its table."""
    row: dict[str, Any] = {"kind": kind, "contract": CONTRACT}
    for column, value in zip(own_columns(kind), values, strict=True):
        row[column.name] = json.loads(value) if column.many else value
    return from_row(row)
