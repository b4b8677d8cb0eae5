"""Records as flat rows: the columns of CSV, Parquet and the store, derived from the classes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.core.records import Reading
from dragoman.exports.kinds import KINDS, Line, kind_of, lines_of
from dragoman.exports.objects import build, object_of, to_json
from dragoman.exports.shapes import shapes_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One flat column: ``path`` leads to its value in the nested object.

    ``of`` is a plain type or a record class; a list stays one column (``many``).
    """

    name: str
    path: tuple[str, ...]
    of: type[Any]
    many: bool
    optional: bool

    @property
    def type(self) -> str:
        """The column's type in words: ``string``, ``integer``, ``number`` or a list of those."""
        plain = {str: "string", int: "integer", float: "number", bool: "boolean"}
        name = plain.get(self.of, self.of.__name__.lower())
        return f"list<{name}>" if self.many else name


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """Return the flat columns of a kind of record, in the order of the contract."""
    own = [Column("kind", ("kind",), str, False, False)]
    own.append(Column("contract", ("contract",), int, False, False))
    return (*own, *_columns(KINDS[kind], (), optional=False))


def _columns(record: type[Any], above: tuple[str, ...], optional: bool) -> Iterator[Column]:
    """Yield the columns of a record class; a nested class gives its columns, names joined."""
    for name, shape in shapes_of(record).items():
        path = (*above, name)
        may_be_null = optional or shape.optional
        if shape.nested and not shape.many:
            yield from _columns(shape.of, path, may_be_null)
        else:
            yield Column("_".join(path), path, shape.of, shape.many, may_be_null)


def row_of(line: Line) -> Row:
    """Return an article or record as column → value; lists hold plain values or mappings."""
    found = object_of(line)
    return {column.name: _follow(found, column.path) for column in columns(kind_of(line))}


def _follow(found: Any, path: Sequence[str]) -> Any:
    """Return the value at the end of a path, null where anything on the way is null."""
    for step in path:
        if found is None:
            return None
        found = found[step]
    return found


def from_row(row: Mapping[str, Any]) -> Line:
    """Return the article or record that a flat row stands for."""
    shape = KINDS[row["kind"]]
    line: Line = build(shape, _nested(shape, row, ""))
    return line


def _nested(record: type[Any], row: Mapping[str, Any], above: str) -> dict[str, Any]:
    """Return the nested object of the columns whose names begin with ``above``."""
    found: dict[str, Any] = {}
    for name, shape in shapes_of(record).items():
        if not shape.nested or shape.many:
            found[name] = row[above + name]
            continue
        inner = _nested(shape.of, row, f"{above}{name}_")
        empty = all(value is None for value in inner.values())
        found[name] = None if shape.optional and empty else inner
    return found


@cache
def all_columns() -> tuple[str, ...]:
    """Return the columns of all kinds in one table, those that kinds share once."""
    return tuple(dict.fromkeys(column.name for kind in KINDS for column in columns(kind)))


def csv_lines(rows: Iterable[Row], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a CSV table: lists as JSON, null as an empty cell, a header first."""
    page = io.StringIO()
    writer = csv.DictWriter(page, names, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        yield _taken(page)
        writer.writerow({name: _cell(value) for name, value in row.items()})
    yield _taken(page)


def _taken(page: io.StringIO) -> str:
    """Return what was written since the last time, without the end of its last line."""
    text = page.getvalue().removesuffix("\n")
    page.seek(0)
    page.truncate()
    return text


def _cell(value: Any) -> Any:
    """Return a value as a cell: lists as JSON."""
    return to_json(value) if isinstance(value, list) else value


def csv_table(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield one CSV table of articles and all kinds of record, columns shared where they agree."""
    rows = (row_of(line) for reading in readings for line in lines_of(reading))
    return csv_lines(rows, all_columns())
