"""What is asked of the store, and the SQL that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.store.words import match_of

Clause = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Query:
    """Conditions on records, all of which must hold; what is null asks for nothing.

    ``parties`` must all be involved (two make a pair); ``since`` and ``until`` are ISO days;
    ``outlet`` is a part of its name or address; ``realis`` and ``act`` are exact.
    """

    words: str | None = None
    kind: str | None = None
    parties: tuple[str, ...] = ()
    act: str | None = None
    type: str | None = None
    realis: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    language: str | None = None
    limit: int = 100

    def clauses(self) -> Iterator[Clause]:
        """Yield the conditions on a record ``r`` of an article ``a``."""
        yield "r.shown", ()
        for name in ("kind", "act", "realis"):
            if getattr(self, name):
                yield f"r.{name} = ?", (getattr(self, name),)
        yield from self._times("r.until", "r.day")
        for party in self.parties[2 if self.paired else 1 :]:
            yield (
                "EXISTS (SELECT 1 FROM involved i WHERE i.number = r.number AND i.party = ?)",
                (party,),
            )
        if self.type:
            sql = "EXISTS (SELECT 1 FROM events e WHERE e.number = r.number AND e.type = ?)"
            yield sql, (self.type,)
        yield from self._of_article()

    def _times(self, stop: str, start: str) -> Iterator[Clause]:
        if self.since:
            yield f"{stop} >= ?", (self.since,)
        if self.until:
            yield f"{start} <= ?", (self.until,)

    def _of_article(self) -> Iterator[Clause]:
        if self.language:
            yield "a.language = ?", (self.language,)
        if self.outlet:
            yield (
                "EXISTS (SELECT 1 FROM appearances p WHERE p.article = a.id AND p.current AND "
                "(p.outlet LIKE '%' || ? || '%' OR p.url LIKE '%' || ? || '%'))",
                (self.outlet, self.outlet),
            )

    @property
    def paired(self) -> bool:
        """Whether the query is on a pair, which has an index of its own."""
        return len(self.parties) == 2

    def source(self) -> Clause:
        """Return the tables that lead to the records quickest."""
        match = match_of(self.words) if self.words else None
        if self.words and match is None:
            return "(SELECT 0 AS number WHERE 0) s JOIN records r USING (number)", ()
        if self.paired:
            a, b = sorted(self.parties)
            found: Clause = (
                "(SELECT number FROM pairs WHERE a = ? AND b = ?) s",
                (a, b),
            )
        elif self.parties:
            found = (
                "(SELECT DISTINCT number FROM involved WHERE party = ?) s",
                self.parties[:1],
            )
        elif match:
            return (
                "(SELECT rowid AS number FROM record_words WHERE record_words MATCH ?) s "
                "JOIN records r USING (number)",
                (match,),
            )
        else:
            return "records r", ()
        sql, values = found
        if match:
            sql += " JOIN (SELECT rowid AS number FROM record_words WHERE record_words MATCH ?) w"
            sql += " USING (number)"
            values = (*values, match)
        return f"{sql} JOIN records r USING (number)", values

    def sql(self, columns: str, tail: str = "") -> tuple[str, tuple[Any, ...]]:
        """Return the statement that selects columns of the records and articles asked for."""
        source, values = self.source()
        clauses = list(self.clauses())
        where = " AND ".join(clause for clause, _ in clauses)
        inner: Sequence[Any] = [value for _, part in clauses for value in part]
        sql = f"SELECT {columns} FROM {source} JOIN articles a ON a.id = r.article WHERE {where}"
        return f"{sql} {tail}", (*values, *inner)
