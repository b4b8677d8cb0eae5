"""Rows of the database as plain tuples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

Row = tuple[Any, ...]


def all_rows(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    """Return all rows that a statement yields."""
    return list(connection.execute(sql, values))


def one_row(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> Row | None:
    """Return the first row that a statement yields, or ``None``."""
    return next(iter(connection.execute(sql, values)), None)


def sole_row(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> Row:
    """Return the one row that a statement must yield."""
    found = one_row(connection, sql, values)
    if found is None:
        raise LookupError(sql)
    return found
