"""A folder that is a Frictionless data package: a CSV table a kind, and what its columns mean."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO

from dragoman.core.records import CONTRACT, Reading
from dragoman.exports.kinds import KINDS, kind_of, lines_of
from dragoman.exports.objects import to_json
from dragoman.exports.table import Column, Row, columns, row_of

WITHHELD = "text"  # articles are quoted, and leave whole only where that is asked for
DESCRIPTION = "datapackage.json"


def write_package(readings: Iterable[Reading], folder: Path, *, full_text: bool = False) -> None:
    """Write the tables and their description into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        tables = {kind: _table(folder, kind, stack, full_text) for kind in KINDS}
        for reading in readings:
            for line in lines_of(reading):
                kind = kind_of(line)
                tables[kind].writerow(_cells(row_of(line)))
    found = description(folder, full_text)
    (folder / DESCRIPTION).write_text(to_json(found, indent=2) + "\n", "utf-8")


def kept_columns(kind: str, full_text: bool) -> tuple[Column, ...]:
    """Return the columns of a kind that leave."""
    withheld = kind == "article" and not full_text
    return tuple(c for c in columns(kind) if not (withheld and c.name == WITHHELD))


def _table(folder: Path, kind: str, stack: ExitStack, full_text: bool) -> csv.DictWriter[str]:
    path = folder / f"{kind}s.csv"
    stream: TextIO = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    names = [column.name for column in kept_columns(kind, full_text)]
    writer = csv.DictWriter(stream, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    return writer


def _cells(row: Row) -> dict[str, Any]:
    """Return a row as cells: lists as JSON, null as an empty cell."""
    return {
        name: to_json(value) if isinstance(value, list) else value
        for name, value in row.items()
        if value is not None
    }


def description(folder: Path, full_text: bool) -> dict[str, Any]:
    """Return what a data package says of itself: each table with its columns, size and checksum."""
    return {
        "profile": "tabular-data-package",
        "name": "dragoman",
        "title": "Events, statements, figures and ties read from news, with the words behind each",
        "version": str(CONTRACT),
        "resources": [_resource(folder, kind, full_text) for kind in KINDS],
    }


def _resource(folder: Path, kind: str, full_text: bool) -> dict[str, Any]:
    path = folder / f"{kind}s.csv"
    return {
        "profile": "tabular-data-resource",
        "name": f"{kind}s",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{checksum(path)}",
        "schema": {
            "fields": [_field(column) for column in kept_columns(kind, full_text)],
            "missingValues": [""],
            "primaryKey": ["id"],
            **_links(kind),
        },
    }


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    found = sha256()
    with path.open("rb") as stream:
        while part := stream.read(1 << 20):
            found.update(part)
    return found.hexdigest()


def _field(column: Column) -> dict[str, Any]:
    kind = "array" if column.many else column.type
    found: dict[str, Any] = {"name": column.name, "type": kind}
    if not column.optional and not (column.of is str and not column.many):
        found["constraints"] = {"required": True}
    return found


def _links(kind: str) -> dict[str, Any]:
    """Return the link from a record's table to that of the articles."""
    if kind == "article":
        return {}
    target = {"resource": "articles", "fields": ["id"]}
    return {"foreignKeys": [{"fields": ["article"], "reference": target}]}
