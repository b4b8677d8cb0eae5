"""The store as its readers and writers see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from dragoman.core.records import Article, Reading, Record
from dragoman.exports.kinds import Line
from dragoman.store.appearances import Arrival, Outlook, outlook
from dragoman.store.connection import connect, told
from dragoman.store.corrections import corrected
from dragoman.store.gathering import gather
from dragoman.store.keeping import Change, keep
from dragoman.store.query import Query
from dragoman.store.rows import line_of, selected, table_of
from dragoman.store.schema import TABLES
from dragoman.store.sql import all_rows, one_row, sole_row
from dragoman.store.words import match_of

CHUNK = 500  # rows fetched by number at a time
SIDES = 3  # times that an index may have a record: from, to and about a party


class Store:
    """A file of articles, records, stories and corrections; several processes may have it open.

    Raises ``StoreError`` for a file that is no store, of a newer version, or cannot be opened.
    """

    def __init__(self, path: Path | str, *, readonly: bool = False) -> None:
        self.path = Path(path)
        self.connection: apsw.Connection = connect(self.path, readonly=readonly)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing; others read what was there before until it is done."""
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one state of the store throughout, whatever others write meanwhile."""
        with told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    def outlook(self, arrival: Arrival) -> Outlook:
        """Return what an arrival is to the store: known, a copy, a new version, or new."""
        with told(self.path):
            return outlook(self.connection, arrival)

    def put(self, arrival: Arrival, reading: Reading | None, coder: str = "") -> Change:
        """Keep an arrival with its reading, within ``writing``; the same twice is kept once."""
        return keep(self.connection, arrival, reading, coder)

    def gather(self, change: Change) -> None:
        """Bring the stories up to date with a change, within ``writing``."""
        gather(self.connection, change)

    def get(self, ident: str) -> Line | None:
        """Return the article or record of an id, corrections applied, or ``None``."""
        article = self.article(ident)
        return article or next(iter(self.records_of([ident])), None)

    def article(self, ident: str) -> Article | None:
        """Return the article of an id, also that of one of its appearances."""
        sql = f"""SELECT {selected("article")} FROM articles t WHERE t.id = ?1 OR t.id =
            (SELECT article FROM appearances WHERE id = ?1)"""
        row = one_row(self.connection, sql, (ident,))
        found = line_of("article", row) if row else None
        return found if isinstance(found, Article) else None

    def articles_of(self, idents: Sequence[str]) -> dict[str, Article]:
        """Return the kept articles of these ids, by id."""
        found: dict[str, Article] = {}
        for begin in range(0, len(idents), CHUNK):
            part = idents[begin : begin + CHUNK]
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {selected('article')} FROM articles t WHERE t.id IN ({marks})"
            for row in all_rows(self.connection, sql, part):
                line = line_of("article", row)
                assert isinstance(line, Article)
                found[line.id] = line
        return found

    def records_of(self, idents: list[str]) -> list[Record]:
        """Return the records of these ids, corrections applied, in the order of the ids."""
        found: dict[str, Record] = {}
        marks = ", ".join("?" * len(idents))
        sql = f"SELECT number, kind FROM records WHERE id IN ({marks})"
        rows = all_rows(self.connection, sql, idents)
        for record in self.load(rows):
            found[record.id] = record
        return [found[ident] for ident in idents if ident in found]

    def load(self, rows: Sequence[tuple[Any, ...]], *, as_read: bool = False) -> list[Record]:
        """Return the records of these numbers and kinds in this order.

        Corrections are applied unless they are asked for as they were read.
        """
        found: dict[int, Record] = {}
        for kind in dict.fromkeys(kind for _, kind in rows):
            numbers = [number for number, own in rows if own == kind]
            for begin in range(0, len(numbers), CHUNK):
                part = self._of_kind(kind, numbers[begin : begin + CHUNK])
                for number, changed, record in part:
                    edits = changed and not as_read
                    found[number] = corrected(self.connection, record) if edits else record
        return [found[number] for number, _ in rows if number in found]

    def _of_kind(self, kind: str, numbers: list[int]) -> Iterator[tuple[int, bool, Any]]:
        """Yield records of one kind with their numbers, and whether they were corrected."""
        marks = ", ".join("?" * len(numbers))
        sql = f"""SELECT t.number, r.corrected, {selected(kind)} FROM {table_of(kind)} t
            JOIN records r USING (number) WHERE t.number IN ({marks})"""
        for number, changed, *values in all_rows(self.connection, sql, numbers):
            yield number, bool(changed), line_of(kind, values)

    def find(self, query: Query) -> list[Record]:
        """Return the records that a query asks for, the latest first."""
        sql, values = query.sql()
        with told(self.path):
            rows = all_rows(self.connection, sql, (*values, SIDES * query.limit))
            return self.load(list(dict.fromkeys(rows))[: query.limit])

    def find_articles(self, words: str, limit: int = 100) -> list[Article]:
        """Return the current articles that hold these words, those that came last first."""
        match = match_of(words)
        if match is None:
            return []
        sql = f"""SELECT {selected("article")} FROM
            article_words w CROSS JOIN articles t ON t.number = w.rowid
            WHERE article_words MATCH ? AND t.current ORDER BY w.rowid DESC LIMIT ?"""
        with told(self.path):
            rows = all_rows(self.connection, sql, (match, limit))
        return [line for row in rows if isinstance(line := line_of("article", row), Article)]

    def readings(self) -> Iterator[Reading]:
        """Yield every current article with its records, corrections applied, by id."""
        sql = "SELECT id FROM articles WHERE current ORDER BY id"
        for (ident,) in all_rows(self.connection, sql):
            article = self.article(ident)
            if article:
                yield Reading(article, tuple(self.records_in(ident)))

    def records_in(self, article: str) -> list[Record]:
        """Return the records of an article that are shown, in text order."""
        sql = "SELECT number, kind FROM records WHERE article = ? AND shown ORDER BY number"
        return self.load(all_rows(self.connection, sql, (article,)))

    def counts(self) -> dict[str, int]:
        """Return how many rows each table holds; of records those that are shown."""
        tables = ("articles", "appearances", "stories", "corrections")
        found = {name: self._count(f"SELECT count(*) FROM {name}") for name in tables}
        for kind, table in TABLES.items():
            sql = f"SELECT count(*) FROM records WHERE kind = '{kind}' AND shown"
            found[table] = self._count(sql)
        return found

    def _count(self, sql: str) -> int:
        return int(sole_row(self.connection, sql)[0])
