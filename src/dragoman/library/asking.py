"""What a store can be asked: records, happenings in time, and dossiers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman.core.records import Event, Party, Reading, Record, Statement, Tie
from dragoman.exports.dossier import Dossier, dossier_of
from dragoman.exports.kinds import kind_of
from dragoman.library.answers import Answer
from dragoman.store import Query, Store
from dragoman.store.indexing import act_of, realis_of
from dragoman.store.sql import all_rows

MOST_IN_DOSSIER = 300
FOUND = ("id", "kind", "day", "act", "actors", "recipients", "realis", "outlet", "words", "article")
TOLD = (
    "story", "start", "stop", "type", "act", "parties", "reports", "articles", "outlets",
    "countries", "languages",
)  # fmt: skip


def find(store: Store, query: Query) -> Answer:
    """Return the records that a query asks for as a table, the latest first."""
    records = store.find(query)
    articles = store.articles_of(sorted({record.article for record in records}))
    return Answer(FOUND, tuple(_found(r, articles[r.article].outlet) for r in records))


def _found(record: Record, outlet: str | None) -> tuple[Any, ...]:
    actors, recipients = sides_of(record)
    time = record.date if isinstance(record, Event | Statement) else record.period
    return (
        *(record.id, kind_of(record), time.start or time.stop, act_of(record)),
        *(_codes(actors), _codes(recipients), realis_of(record), outlet),
        *(record.evidence.text, record.article),
    )


def sides_of(record: Record) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who acts, speaks or is measured, and towards whom."""
    if isinstance(record, Event):
        return record.actors, record.recipients
    if isinstance(record, Statement):
        return (record.speaker,), (record.audience,) if record.audience else ()
    if isinstance(record, Tie):
        return (record.subject,), (record.object,)
    return record.parties, ()


def _codes(parties: Sequence[Party]) -> str:
    return ", ".join(party.id or party.name for party in parties)


def timeline(
    store: Store, parties: Sequence[str], query: Query, *, one_a_day: bool = False
) -> Answer:
    """Return the happenings that concern all these parties, in order of time.

    ``one_a_day`` keeps one happening of each type and set of parties a day, as older event data
    do.
    """
    clauses = ["start IS NOT NULL"]
    source, values = "stories", list[Any](())
    if len(parties) == 2:
        source, values = f"({_OF_PAIR}) JOIN stories USING (id)", sorted(parties)
    elif parties:
        source, values = f"({_OF_PARTY}) JOIN stories USING (id)", list(parties[:1])
        for party in parties[1:]:
            clauses.append(f"stories.id IN ({_OF_PARTY})")
            values.append(party)
    for clause, value in (("stop >= ?", query.since), ("start <= ?", query.until)):
        if value:
            clauses.append(clause)
            values.append(value)
    day = "GROUP BY type, parties, start" if one_a_day else ""
    rows = all_rows(
        store.connection,
        f"""SELECT stories.id, start, stop, type, act, parties, reports, articles, outlets,
        countries, languages FROM {source} WHERE {" AND ".join(clauses)} {day}
        ORDER BY start, stop, stories.id LIMIT ?""",
        (*values, query.limit),
    )
    return Answer(TOLD, tuple((*row[:5], ", ".join(json.loads(row[5])), *row[6:]) for row in rows))


_OF_PARTY = """SELECT DISTINCT p.story AS id FROM involved i JOIN reports p USING (number)
    WHERE i.party = ?"""
_OF_PAIR = """SELECT DISTINCT p.story AS id FROM pairs i JOIN reports p USING (number)
    WHERE i.a = ? AND i.b = ?"""


def dossier(store: Store, sides: Sequence[str], query: Query) -> Dossier:
    """Return the dossier on one or two parties (by id): their latest records, with sources."""
    found: dict[str, list[Record]] = {}
    for record in store.find(query):
        found.setdefault(record.article, []).append(record)
    articles = list(store.articles_of(list(found)).values())
    articles.sort(key=lambda article: (article.published or "9999", article.id))
    readings = (
        (article.url or article.title or article.id, Reading(article, tuple(found[article.id])))
        for article in articles
    )
    return dossier_of(readings, sides)
