"""Articles and their records put into the store, each once, with all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

import apsw

from dragoman.core.records import Article, Reading, Record
from dragoman.exports.kinds import kind_of
from dragoman.store.appearances import Arrival, Outlook, next_version, outlook
from dragoman.store.copies import remember
from dragoman.store.indexing import act_of, index, realis_of, times_of, unindex
from dragoman.store.rows import insertion, values_of
from dragoman.store.sql import all_rows, one_row
from dragoman.store.words import split


def now() -> str:
    """Return this moment in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def hash_of(text: str) -> str:
    """Return the hash against which a kept text is checked."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Change:
    """What a change to the store did.

    ``added`` are the numbers of records that came, ``disturbed`` the stories that lost some,
    ``retold`` those told by one more outlet.
    """

    outcome: str
    added: list[int] = field(default_factory=list)
    disturbed: set[str] = field(default_factory=set)
    retold: set[str] = field(default_factory=set)

    def __iadd__(self, other: Change) -> Change:
        """Add what another change did."""
        self.added += other.added
        self.disturbed |= other.disturbed
        self.retold |= other.retold
        return self


def keep(
    connection: apsw.Connection, arrival: Arrival, reading: Reading | None, coder: str
) -> Change:
    """Keep an arrival with its reading, which may be left out for a copy.

    The outcome is ``known``, ``copy``, ``update``, ``new``, or ``unread`` where the text would
    have to be kept but has not been read.
    """
    found = outlook(connection, arrival)
    if found.known:
        return Change("known")
    if not found.stands:
        _appear(connection, arrival, found, found.copies[0])
        change = Change("copy", retold=_stories_in(connection, found.copies[0]))
        for other in found.copies[1:]:
            change += _replace(connection, other, found.copies[0])
        return change
    if reading is None:
        return Change("unread")
    change = Change("update" if found.latest else "new")
    change.added = _add_article(connection, arrival, reading, coder)
    _appear(connection, arrival, found, arrival.article.id)
    for copy in found.copies:
        change += _replace(connection, copy, arrival.article.id)
    if found.latest:
        change += _supersede(connection, found.latest.appearance, found.latest.article)
    return change


def _add_article(
    connection: apsw.Connection, arrival: Arrival, reading: Reading, coder: str
) -> list[int]:
    """Insert an article and its records; return the numbers of the records."""
    article = reading.article
    extra = ("series", "version", "current", "hash", "coder", "taken", "updated_at")
    version = next_version(connection, arrival.series)
    taken = len(arrival.article.notices)  # what reading adds to them is read anew each time
    about = (arrival.series, version, 1, hash_of(article.text), coder, taken, now())
    connection.execute(insertion("article", extra), (*values_of(article), *about))
    connection.execute(
        "INSERT INTO article_words (rowid, written, folded) VALUES (?, ?, ?)",
        (connection.last_insert_rowid(), *split(f"{article.title or ''}\n{article.text}")),
    )
    return add_records(connection, article, reading.records)


def add_records(
    connection: apsw.Connection,
    article: Article,
    records: Iterable[Record],
    origin: str = "coder",
) -> list[int]:
    """Insert records of an article that is kept; return their numbers."""
    numbers: list[int] = []
    moment = now()
    for record in {record.id: record for record in records}.values():
        kind, (day, until) = kind_of(record), times_of(record, article)
        head = (record.id, kind, article.id, act_of(record), day, until, realis_of(record))
        connection.execute(
            """INSERT INTO records
            (id, kind, article, act, day, until, realis, origin, shown, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)""",
            (*head, origin, moment),
        )
        number = connection.last_insert_rowid()
        connection.execute(insertion(kind, ("number",)), (*values_of(record), number))
        index(connection, number, record, article)
        numbers.append(number)
    return numbers


def _appear(connection: apsw.Connection, arrival: Arrival, found: Outlook, article: str) -> None:
    """Note where and when an article appeared, and which kept text stands for it."""
    own = arrival.article
    connection.execute(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(own.id, article, own.url, own.outlet, own.outlet_country, own.title),
            *(own.language, own.published, arrival.series),
            *(next_version(connection, arrival.series), 1, now()),
        ),
    )
    if found.signature:
        remember(connection, own.id, found.signature)


def _replace(connection: apsw.Connection, article: str, by: str) -> Change:
    """Let another text stand for all appearances of an article, and take its own out."""
    sql = "UPDATE appearances SET article = ?, updated_at = ? WHERE article = ?"
    connection.execute(sql, (by, now(), article))
    change = drop_records(connection, article, f"copy of {by}")
    number = one_row(connection, "SELECT number FROM articles WHERE id = ?", (article,))
    connection.execute("DELETE FROM article_words WHERE rowid = ?", number)
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    bury(connection, article, "article", f"copy of {by}")
    return change


def _supersede(connection: apsw.Connection, appearance: str, article: str) -> Change:
    """Set a version aside; its records leave the indexes where no outlet has the text any more."""
    change = Change("superseded")
    moment = now()
    connection.execute(
        "UPDATE appearances SET current = 0, updated_at = ? WHERE id = ?", (moment, appearance)
    )
    held = "SELECT 1 FROM appearances WHERE article = ? AND current"
    if one_row(connection, held, (article,)):
        return change
    connection.execute(
        "UPDATE articles SET current = 0, updated_at = ? WHERE id = ?", (moment, article)
    )
    for (number,) in _numbers(connection, article):
        change.disturbed |= hide(connection, number)
    return change


def hide(connection: apsw.Connection, number: int) -> set[str]:
    """Take a record out of sight, and return the stories that it was in."""
    unindex(connection, number)
    connection.execute(
        "UPDATE records SET shown = 0, updated_at = ? WHERE number = ?", (now(), number)
    )
    return leave_story(connection, number)


def leave_story(connection: apsw.Connection, number: int) -> set[str]:
    """Take a record out of its story, and return the story."""
    sql = "DELETE FROM reports WHERE number = ? RETURNING story"
    return {story for (story,) in all_rows(connection, sql, (number,))}


def drop_records(connection: apsw.Connection, article: str, reason: str) -> Change:
    """Take all records of an article out of the store, leaving tombstones."""
    change = Change("dropped")
    for (number,) in _numbers(connection, article):
        change.disturbed |= drop_record(connection, number, reason)
    return change


def drop_record(connection: apsw.Connection, number: int, reason: str | None) -> set[str]:
    """Take a record out of the store and return the stories it was in.

    A tombstone is left where a reason is given.
    """
    stories = leave_story(connection, number)
    unindex(connection, number)
    sql = "DELETE FROM records WHERE number = ? RETURNING id, kind"
    for ident, kind in all_rows(connection, sql, (number,)):
        if reason:
            bury(connection, ident, kind, reason)
    return stories


def bury(connection: apsw.Connection, ident: str, kind: str, reason: str) -> None:
    """Leave a tombstone."""
    connection.execute(
        "INSERT OR REPLACE INTO tombstones VALUES (?, ?, ?, ?)", (ident, kind, reason, now())
    )


def _stories_in(connection: apsw.Connection, article: str) -> set[str]:
    """Return the stories that an article tells."""
    sql = "SELECT DISTINCT p.story FROM reports p JOIN records r USING (number) WHERE article = ?"
    return {story for (story,) in all_rows(connection, sql, (article,))}


def _numbers(connection: apsw.Connection, article: str) -> list[tuple[int]]:
    sql = "SELECT number FROM records WHERE article = ? ORDER BY number"
    return all_rows(connection, sql, (article,))
