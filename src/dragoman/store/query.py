"""What is asked of the store, and the SQL that answers it."""

from __future__ import annotations

from collections.abc import Iterator
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

    @property
    def paired(self) -> bool:
        """Whether the query is on a pair, which has an index of its own."""
        return len(self.parties) == 2

    def sql(self) -> tuple[str, tuple[Any, ...]]:
        """Return the statement that selects number and kind, read from the index in order.

        Where words are asked for, what came in last comes first; else the latest day does. A
        record may come several times, next to itself.
        """
        clauses = [*self._source(), *self._conditions()]
        sql = " ".join(part for part, _ in clauses)
        values = [value for _, part in clauses for value in part]
        return f"SELECT r.number, r.kind FROM {sql} ORDER BY {self._order()} LIMIT ?", (*values,)

    def _source(self) -> Iterator[Clause]:
        """Yield the index that leads to the records, and the parties that it does not cover."""
        covered = 0
        if self.words:
            match = match_of(self.words) or '""'
            yield "record_words w CROSS JOIN records r ON r.number = w.rowid", ()
            yield "WHERE record_words MATCH ? AND r.shown", (match,)
        elif self.paired:
            covered = 2
            yield "pairs w CROSS JOIN records r ON r.number = w.number", ()
            yield "WHERE w.a = ? AND w.b = ? AND r.shown", tuple(sorted(self.parties))
        elif self.parties:
            covered = 1
            yield "involved w CROSS JOIN records r ON r.number = w.number", ()
            yield "WHERE w.party = ? AND r.shown", self.parties[:1]
        else:
            yield "records r WHERE r.shown", ()
        for party in self.parties[covered:]:
            sql = "EXISTS (SELECT 1 FROM involved i WHERE i.number = r.number AND i.party = ?)"
            yield f"AND {sql}", (party,)

    def _order(self) -> str:
        """Return the order in which the index has the records already."""
        if self.words:
            return "w.rowid DESC"
        return "w.day DESC, w.number DESC" if self.parties else "r.day DESC, r.number DESC"

    def _conditions(self) -> Iterator[Clause]:
        """Yield the other conditions on a record."""
        for name in ("kind", "act", "realis"):
            if getattr(self, name):
                yield f"AND r.{name} = ?", (getattr(self, name),)
        if self.since:
            yield "AND r.until >= ?", (self.since,)
        if self.until:
            yield "AND r.day <= ?", (self.until,)
        if self.type:
            sql = "EXISTS (SELECT 1 FROM events e WHERE e.number = r.number AND e.type = ?)"
            yield f"AND {sql}", (self.type,)
        if self.language:
            sql = "EXISTS (SELECT 1 FROM articles a WHERE a.id = r.article AND a.language = ?)"
            yield f"AND {sql}", (self.language,)
        if self.outlet:
            yield _OUTLET, (self.outlet, self.outlet)


_OUTLET = """AND EXISTS (SELECT 1 FROM appearances p WHERE p.article = r.article AND p.current
    AND (p.outlet LIKE '%' || ? || '%' OR p.url LIKE '%' || ? || '%'))"""
