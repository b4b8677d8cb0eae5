"""The indexes by which records are found: whom they concern, when, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import apsw

from dragoman.core.records import Article, Event, Figure, Interval, Record, Statement, Tie
from dragoman.store.words import split

Side = tuple[str, str]
UNDATED = "9999-12-31"


def times_of(record: Record, article: Article) -> tuple[str, str]:
    """Return the first and last day of a record; where it states none, those of its article."""
    time: Interval = record.period if isinstance(record, Figure | Tie) else record.date
    day = time.start or time.stop or article.published or UNDATED
    return day, time.stop or day


def act_of(record: Record) -> str:
    """Return what a record tells: its act, measure or relation."""
    if isinstance(record, Figure):
        return record.measure
    return record.relation if isinstance(record, Tie) else record.act


def realis_of(record: Record) -> str:
    """Return whether what is told is so, planned, denied…; what is said is said."""
    if isinstance(record, Figure):
        return record.nature
    return "actual" if isinstance(record, Statement) else record.realis


def sides_of(record: Record) -> Iterator[Side]:
    """Yield each party with the side on which it stands: ``from``, ``to`` or ``about``."""
    if isinstance(record, Event):
        yield from ((p.id, "from") for p in record.actors if p.id)
        yield from ((p.id, "to") for p in record.recipients if p.id)
    elif isinstance(record, Figure):
        yield from ((p.id, "about") for p in record.parties if p.id)
    elif isinstance(record, Tie):
        yield from ((p.id, "from") for p in (record.subject,) if p.id)
        yield from ((p.id, "to") for p in (record.object,) if p.id)
    else:
        yield from _statement_sides(record)


def _statement_sides(record: Statement) -> Iterator[Side]:
    if record.speaker.id:
        yield record.speaker.id, "from"
    if record.audience and record.audience.id:
        yield record.audience.id, "to"
    yield from ((party, "about") for party in record.about)


def directed(sides: set[Side], record: Record) -> set[tuple[str, str, int]]:
    """Return the pairs of a record (lesser id first), and whether it leads from the first.

    1 says from the first to the second, 0 the other way, 2 that both stand on one side.
    """
    first = {party for party, side in sides if side == "from"}
    others = {party for party, side in sides if side != "from"}
    found = {(min(a, b), max(a, b), int(a < b)) for a, b in product(first, others) if a != b}
    if isinstance(record, Event | Figure):
        together = first if isinstance(record, Event) else others
        known = {pair[:2] for pair in found}
        both = ((a, b, 2) for a in together for b in together if a < b)
        found |= {pair for pair in both if pair[:2] not in known}
    return found


def index(connection: apsw.Connection, number: int, record: Record, article: Article) -> None:
    """Put a record into the indexes."""
    day, _ = times_of(record, article)
    sides = set(sides_of(record))
    connection.executemany(
        "INSERT OR IGNORE INTO involved VALUES (?, ?, ?, ?)",
        [(party, day, number, side) for party, side in sorted(sides)],
    )
    quad, score = (record.quad, record.score) if isinstance(record, Event) else (None, None)
    kind, realis = type(record).__name__.lower(), realis_of(record)
    connection.executemany(
        "INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (a, b, day, number, kind, quad, score, realis, forth)
            for a, b, forth in sorted(directed(sides, record))
        ],
    )
    connection.execute(
        "INSERT INTO record_words (rowid, written, folded) VALUES (?, ?, ?)",
        (number, *split(record.evidence.text)),
    )


def unindex(connection: apsw.Connection, number: int) -> None:
    """Take a record out of the indexes."""
    for table in ("involved", "pairs"):
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    connection.execute("DELETE FROM record_words WHERE rowid = ?", (number,))
