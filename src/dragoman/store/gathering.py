"""Stories: the reports of one happening, gathered as they come, in whatever order they come.

Two reports belong together where they tell of one happening, or where a chain of such reports
joins them. This does not depend on the order of arrival; the least id among a story's events
names it, and names it had before lead to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import apsw

from dragoman.core.records import Article, Event
from dragoman.exports.objects import to_json
from dragoman.store.keeping import Change, bury, now
from dragoman.store.likeness import SHORT, SLACK, Traits, same_happening, traits_of
from dragoman.store.rows import line_of, selected
from dragoman.store.sql import all_rows, one_row, sole_row

FIELDS = """id, type, act, start, stop, parties, reports, articles, outlets, countries,
languages, first_seen, last_seen, updated_at"""


def gather(connection: apsw.Connection, change: Change) -> None:
    """Put new events into stories, and gather anew the stories that lost some."""
    touched = change.retold | change.disturbed
    again = [n for story in sorted(change.disturbed) for n in _scatter(connection, story)]
    for number, event, article in _events(connection, [*again, *change.added]):
        touched |= _place(connection, number, event.id, traits_of(event, article))
    for story in sorted(touched):
        _summarise(connection, story)


def _scatter(connection: apsw.Connection, story: str) -> list[int]:
    """Take all reports out of a story, and return them."""
    sql = "DELETE FROM reports WHERE story = ? RETURNING number"
    return sorted(number for (number,) in all_rows(connection, sql, (story,)))


def _events(
    connection: apsw.Connection, numbers: Sequence[int]
) -> Iterable[tuple[int, Event, Article]]:
    """Yield the events among these records, with their articles."""
    from dragoman.store.corrections import corrected

    articles: dict[str, Article] = {}
    for number in numbers:
        sql = f"""SELECT r.corrected, {selected("event")} FROM events t
            JOIN records r USING (number) WHERE t.number = ? AND r.shown"""
        row = one_row(connection, sql, (number,))
        event = line_of("event", row[1:]) if row else None
        if not row or not isinstance(event, Event):
            continue
        if event.article not in articles:
            sql = f"SELECT {selected('article')} FROM articles t WHERE id = ?"
            found = line_of("article", sole_row(connection, sql, (event.article,)))
            assert isinstance(found, Article)
            articles = {event.article: found}  # (records come article by article)
        if row[0]:
            event = corrected(connection, event)
        yield number, event, articles[event.article]


def _place(connection: apsw.Connection, number: int, ident: str, traits: Traits) -> set[str]:
    """Put a report into its story, joining those it connects; return the stories touched."""
    near = _neighbours(connection, number, traits)
    joined = {story for story, other in near if same_happening(traits, other)}
    name = min({ident, *joined})
    connection.execute(
        "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?)",
        (number, name, traits.type, traits.start, traits.stop, traits.packed()),
    )
    for story in joined - {name}:
        connection.execute("UPDATE reports SET story = ? WHERE story = ?", (name, story))
        connection.execute("UPDATE story_names SET is_now = ? WHERE is_now = ?", (name, story))
        connection.execute("INSERT OR REPLACE INTO story_names VALUES (?, ?)", (story, name))
    return joined | {name}


def _neighbours(
    connection: apsw.Connection, number: int, traits: Traits
) -> list[tuple[str, Traits]]:
    """Return the reports that may be of the same happening, with their stories."""
    if not traits.dated or not traits.parties:
        return []
    since, until = traits.start, traits.start
    if traits.days <= SHORT:
        since = _shifted(traits.start, -SHORT - SLACK)
        until = _shifted(traits.stop, SLACK)
    marks = ", ".join("?" * len(traits.parties))
    sql = f"""SELECT DISTINCT p.story, p.traits FROM involved i JOIN reports p USING (number)
        WHERE i.party IN ({marks}) AND i.day BETWEEN ? AND ? AND p.type = ? AND number != ?"""
    values = (*sorted(traits.parties), since, until, traits.type, number)
    rows = all_rows(connection, sql, values)
    return [(story, Traits.unpacked(packed)) for story, packed in rows]


def _shifted(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day


def _summarise(connection: apsw.Connection, story: str) -> None:
    """Bring the row of a story up to date, or bury it where no report is left."""
    rows = all_rows(
        connection, "SELECT p.traits, p.start, p.stop FROM reports p WHERE p.story = ?", (story,)
    )
    if not rows:
        if connection.execute("DELETE FROM stories WHERE id = ?", (story,)) and (
            connection.changes()
        ):
            bury(connection, story, "story", "no report is left under this name")
        return
    traits = [Traits.unpacked(row[0]) for row in rows]
    acts = sorted(t.act for t in traits)
    parties = sorted(frozenset().union(*(t.parties for t in traits)))
    seen = sole_row(
        connection,
        """SELECT count(DISTINCT a.id), count(DISTINCT coalesce(a.outlet, a.url, a.id)),
        count(DISTINCT a.outlet_country), count(DISTINCT a.language),
        min(a.published), max(a.published)
        FROM reports p JOIN records r USING (number)
        JOIN appearances a ON a.article = r.article AND a.current WHERE p.story = ?""",
        (story,),
    )
    connection.execute(
        f"INSERT OR REPLACE INTO stories ({FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, {_MARKS})",
        (
            *(story, traits[0].type, max(sorted(set(acts)), key=acts.count)),
            *(_date(min(row[1] for row in rows)), _date(max(row[2] for row in rows))),
            *(to_json(parties), len(rows), *seen, now()),
        ),
    )


_MARKS = "?, ?, ?, ?, ?, ?, ?"


def _date(day: str) -> str | None:
    return None if day.startswith("9999") else day
