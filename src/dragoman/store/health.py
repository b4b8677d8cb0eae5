"""Whether a store is sound: its file, its links, and every span against its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw

from dragoman.exports.table import Column
from dragoman.store.connection import StoreError, connect, told
from dragoman.store.keeping import hash_of
from dragoman.store.rows import selected
from dragoman.store.schema import TABLES, own_columns
from dragoman.store.sql import all_rows, sole_row

MOST = 20  # complaints of one kind that are told one by one

_ORPHANS = {
    "record without its row": "SELECT id FROM records WHERE number NOT IN ({kept})",
    "story without reports": ("SELECT id FROM stories WHERE id NOT IN (SELECT story FROM reports)"),
    "event that is in no story": (
        "SELECT id FROM records WHERE kind = 'event' AND shown "
        "AND number NOT IN (SELECT number FROM reports)"
    ),
    "record asserted by a statement that is not there": (
        "SELECT id FROM ({said}) WHERE said_in IS NOT NULL "
        "AND said_in NOT IN (SELECT id FROM statements)"
    ),
    "article without an appearance": (
        "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM appearances)"
    ),
    "current article that is not in the index of words": (
        "SELECT id FROM articles WHERE number NOT IN (SELECT rowid FROM article_words)"
    ),
    "record that is not in the index of words": (
        "SELECT id FROM records WHERE shown AND number NOT IN (SELECT rowid FROM record_words)"
    ),
}


def complaints(connection: apsw.Connection) -> Iterator[str]:
    """Yield one line for each fault of a store; a sound one yields none."""
    for (line,) in all_rows(connection, "PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"file: {line}"
    for table, number, parent, _ in all_rows(connection, "PRAGMA foreign_key_check"):
        yield f"{table} row {number}: leads to nothing in {parent}"
    kept = " UNION ALL ".join(f"SELECT number FROM {table}" for table in TABLES.values())
    said = " UNION ALL ".join(
        f"SELECT id, said_in FROM {table}" for kind, table in TABLES.items() if kind != "statement"
    )
    for fault, sql in _ORPHANS.items():
        found = all_rows(connection, sql.format(kept=kept, said=said))
        yield from (f"{ident}: {fault}" for (ident,) in found[:MOST])
        if len(found) > MOST:
            yield f"and {len(found) - MOST} more: {fault}"
    yield from _texts(connection)


def _texts(connection: apsw.Connection) -> Iterator[str]:
    """Yield what is wrong with texts and the spans of records in them."""
    idents = all_rows(connection, "SELECT id FROM articles ORDER BY id")
    for (ident,) in idents:
        sql = "SELECT text, hash FROM articles WHERE id = ?"
        text, kept = sole_row(connection, sql, (ident,))
        if hash_of(text) != kept:
            yield f"{ident}: the text is not the one that was kept"
        for kind, table in TABLES.items():
            sql = f"""SELECT {selected(kind)} FROM records r JOIN {table} t USING (number)
                WHERE r.article = ? AND r.kind = ?"""
            names = [column.name for column in own_columns(kind)]
            for values in all_rows(connection, sql, (ident, kind)):
                row = dict(zip(names, values, strict=True))
                if not all(_agrees(span, text) for span in _spans(kind, row)):
                    yield f"{row['id']}: its words are not those of the text"


def _spans(kind: str, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the spans of a record, also those of its parties."""
    for column in own_columns(kind):
        if column.many:
            yield from _in_list(column, row)
        elif column.name.endswith("_text") and f"{column.name[:-5]}_start" in row:
            stem = column.name[:-5]
            if row[column.name] is not None:
                yield {part: row[f"{stem}_{part}"] for part in ("start", "stop", "text")}


def _in_list(column: Column, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in json.loads(row[column.name]):
        if isinstance(part, dict) and part.get("span"):
            yield part["span"]


def _agrees(span: dict[str, Any], text: str) -> bool:
    """Tell whether a span holds exactly what stands there in the text."""
    return bool(text[span["start"] : span["stop"]] == span["text"])


def back_up(path: Path, target: Path) -> int:
    """Copy a store while others use it, and return its size in bytes.

    The copy takes its name only when it is whole. Raises ``StoreError`` where one is there.
    """
    if target.exists():
        raise StoreError(f"{target}: is there already")
    aside = target.with_name(f".{target.name}.part")
    aside.unlink(missing_ok=True)
    source = connect(path, readonly=True)
    try:
        with told(target):
            copy = apsw.Connection(str(aside))
            with copy.backup("main", source, "main") as work:
                while not work.done:
                    work.step(2000)
            copy.pragma("journal_mode", "delete")
            copy.close()
        aside.replace(target)
    finally:
        source.close()
        aside.unlink(missing_ok=True)
    return target.stat().st_size
