"""Corrections made: written down, and seen from then on in all that is asked of the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import apsw

from dragoman.core.records import Article, Record
from dragoman.exports.kinds import kind_of
from dragoman.exports.objects import ContractError, from_object, object_of
from dragoman.store.connection import StoreError
from dragoman.store.corrections import By, anchor, corrections_of, edited, note
from dragoman.store.gathering import gather
from dragoman.store.indexing import act_of, index, realis_of, times_of, unindex
from dragoman.store.keeping import Change, add_records, leave_story, now
from dragoman.store.sql import all_rows, one_row, sole_row
from dragoman.store.store import Store


def accept(store: Store, ident: str, by: By) -> int:
    """Note that a record is right, and return the number of the correction."""
    return _judged(store, ident, "accept", {}, by)


def reject(store: Store, ident: str, by: By) -> int:
    """Note that a record is wrong: it is not shown any more."""
    return _judged(store, ident, "reject", {}, by)


def edit(store: Store, ident: str, value: Mapping[str, Any], by: By) -> int:
    """Put other values into fields of a record. Raises ``StoreError`` where they do not fit."""
    return _judged(store, ident, "edit", value, by)


def _judged(store: Store, ident: str, verb: str, value: Mapping[str, Any], by: By) -> int:
    with store.writing():
        number, kind = found_record(store, ident)
        (record,) = store.load([(number, kind)], as_read=True)
        if verb == "edit":
            edited(record, value)  # (refused here rather than each time it is shown)
        done = note(store.connection, record, verb, value, by)
        gather(store.connection, apply(store, number))
    return done


def found_record(store: Store, ident: str) -> tuple[int, str]:
    """Return number and kind of a record by its id or the beginning of it.

    Raises ``StoreError`` where there is none, or more than one.
    """
    sql = "SELECT number, kind FROM records WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2"
    rows = all_rows(store.connection, sql, (ident,)) if ident else []
    if len(rows) != 1:
        many = "more than one record" if rows else "no record"
        raise StoreError(f"{store.path}: {many} has an id that begins with {ident!r}")
    number, kind = rows[0]
    return number, kind


def add(store: Store, fields: Mapping[str, Any], by: By) -> str:
    """Bring in a record that was not read, as an object of the contract; return its id.

    Raises ``StoreError`` where its article is not kept or its words are not those of the text.
    """
    try:
        record = from_object(fields)
    except (ContractError, TypeError, AttributeError, ValueError) as problem:
        raise StoreError(f"not a record: {problem}") from None
    if isinstance(record, Article):
        raise StoreError("articles come in by ingest, not by correction")
    with store.writing():
        article = store.article(record.article)
        if article is None or article.id != record.article:
            raise StoreError(f"{store.path}: no article {record.article!r} is kept")
        for span in (record.evidence, anchor(record)):
            if article.text[span.start : span.stop] != span.text or not span.text:
                raise StoreError(f"not the words of the article: {span.text!r}")
        if one_row(store.connection, "SELECT 1 FROM records WHERE id = ?", (record.id,)):
            raise StoreError(f"{store.path}: a record {record.id!r} is there already")
        change = Change("add", add_records(store.connection, article, [record], "reader"))
        note(store.connection, record, "add", object_of(record), by)
        gather(store.connection, change)
    return record.id


def apply(store: Store, number: int) -> Change:
    """Bring the indexes up to date with what readers say of a record."""
    connection = store.connection
    sql = "SELECT id, kind, article FROM records WHERE number = ?"
    ident, kind, article_id = sole_row(connection, sql, (number,))
    said = [c for c in corrections_of(connection, ident) if c.state == "applied"]
    verdicts = [c.verb for c in said if c.verb in ("accept", "reject")]
    changed = any(c.verb == "edit" for c in said)
    connection.execute("UPDATE records SET corrected = ? WHERE number = ?", (changed, number))
    change = Change("corrected", disturbed=leave_story(connection, number))
    unindex(connection, number)
    shown = not verdicts or verdicts[-1] != "reject"
    article = store.article(article_id)
    current = "SELECT current FROM articles WHERE id = ?"
    if shown and article and sole_row(connection, current, (article_id,))[0]:
        (record,) = store.load([(number, kind)])
        index(connection, number, record, article)
        _head(connection, number, record, article)
        change.added.append(number)
    else:
        sql = "UPDATE records SET shown = 0, updated_at = ? WHERE number = ?"
        connection.execute(sql, (now(), number))
    return change


def _head(connection: apsw.Connection, number: int, record: Record, article: Article) -> None:
    """Bring the row by which a record is found up to date with its corrected fields."""
    connection.execute(
        """UPDATE records SET act = ?, day = ?, until = ?, realis = ?, shown = 1, updated_at = ?
        WHERE number = ? AND kind = ?""",
        (
            *(act_of(record), *times_of(record, article), realis_of(record), now()),
            *(number, kind_of(record)),
        ),
    )
