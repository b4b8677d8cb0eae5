"""The corpus read anew with today's rules: what came, what went, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman import __version__
from dragoman.core.records import Article, Record
from dragoman.exports.kinds import kind_of
from dragoman.exports.objects import plain, to_json
from dragoman.reader import Reader
from dragoman.store import Store
from dragoman.store.correcting import apply
from dragoman.store.corrections import Correction, anchor, corrections_in
from dragoman.store.gathering import gather
from dragoman.store.indexing import act_of
from dragoman.store.keeping import Change, add_records, drop_record, now
from dragoman.store.rows import line_of, selected, table_of
from dragoman.store.sql import all_rows, one_row


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that came (``+``), went (``-``) or changed (``~``), and how, in words."""

    mark: str
    record: Record
    words: str


def recode(store: Store, reader: Reader, counts: Counter[str]) -> Iterator[Difference]:
    """Read every current article anew, keep what is read now, and yield what differs.

    Each article is written by itself; corrections go on to apply, by id or else by words and act.
    """
    for (ident,) in all_rows(store.connection, "SELECT id FROM articles WHERE current ORDER BY id"):
        article = store.article(ident)
        if article is None:
            continue
        try:
            fresh = reader.read(_as_taken(store, article))
        except Exception as problem:  # a fault in one article must not cost the others
            counts[f"failed ({type(problem).__name__})"] += 1
            continue
        differences = list(_differences(_coded(store, ident), fresh.records))
        with store.writing():
            _put(store, fresh.article, differences)
        counts["articles"] += 1
        counts.update({"+": "came", "-": "went", "~": "changed"}[d.mark] for d in differences)
        yield from differences


def _as_taken(store: Store, article: Article) -> Article:
    """Return an article without the notices that reading it added."""
    row = one_row(store.connection, "SELECT taken FROM articles WHERE id = ?", (article.id,))
    return replace(article, notices=article.notices[: row[0] if row else 0])


def _coded(store: Store, article: str) -> dict[str, Record]:
    """Return the records of an article as they were read, without corrections."""
    found: dict[str, Record] = {}
    kinds = "SELECT DISTINCT kind FROM records WHERE article = ? AND origin = 'coder'"
    for (kind,) in all_rows(store.connection, kinds, (article,)):
        sql = f"""SELECT {selected(kind)} FROM {table_of(kind)} t JOIN records r USING (number)
            WHERE r.article = ? AND r.origin = 'coder'"""
        for row in all_rows(store.connection, sql, (article,)):
            record = line_of(kind, row)
            assert not isinstance(record, Article)
            found[record.id] = record
    return found


def _differences(old: dict[str, Record], new: Iterable[Record]) -> Iterator[Difference]:
    """Yield how records differ from those read before."""
    fresh = {record.id: record for record in new}
    for ident, record in fresh.items():
        if ident not in old:
            yield Difference("+", record, record.rule)
        elif old[ident] != record:
            yield Difference("~", record, "; ".join(_changes(old[ident], record)))
    for ident, record in old.items():
        if ident not in fresh:
            yield Difference("-", record, record.rule)


def _changes(old: Record, new: Record) -> Iterator[str]:
    """Yield each field that changed with what it held and what it holds."""
    before, after = plain(old), plain(new)
    for name, value in after.items():
        if before.get(name) != value:
            yield f"{name}: {to_json(before.get(name))} → {to_json(value)}"


def _put(store: Store, article: Article, differences: Iterable[Difference]) -> None:
    """Write what differs, carry the corrections over, and bring the stories up to date."""
    connection = store.connection
    change = Change("recoded")
    came: list[Record] = []
    for difference in differences:
        record = difference.record
        if difference.mark != "+":
            (number,) = one_row(
                connection, "SELECT number FROM records WHERE id = ?", (record.id,)
            ) or (0,)
            reason = f"not read by {__version__}" if difference.mark == "-" else None
            change.disturbed |= drop_record(connection, number, reason)
        if difference.mark != "-":
            came.append(record)
    change.added += add_records(connection, article, came)
    sql = "UPDATE articles SET coder = ?, notices = ?, updated_at = ? WHERE id = ?"
    notices = to_json([plain(notice) for notice in article.notices])
    connection.execute(sql, (__version__, notices, now(), article.id))
    for number in _carry_over(store, article.id):
        done = apply(store, number)
        change.added = [n for n in change.added if n != number]
        change += done
    gather(connection, change)


def _carry_over(store: Store, article: str) -> list[int]:
    """Tie the corrections of an article to its records of today; return those records' numbers.

    A correction whose record went is tied to the one of the same kind, act and words. Where
    there is none, a rejection is settled and anything else is a conflict.
    """
    touched: set[int] = set()
    for correction in corrections_in(store.connection, article):
        ident, state = _target(store, correction)
        sql = "UPDATE corrections SET record = ?, state = ? WHERE number = ?"
        store.connection.execute(sql, (ident, state, correction.number))
        row = one_row(store.connection, "SELECT number FROM records WHERE id = ?", (ident,))
        if row:
            touched.add(int(row[0]))
    return sorted(touched)


def _target(store: Store, correction: Correction) -> tuple[str, str]:
    """Return the record that a correction speaks of today, and whether it applies."""
    if store.records_of([correction.record]):
        return correction.record, "applied"
    sql = "SELECT act, start, stop FROM corrections WHERE number = ?"
    place = one_row(store.connection, sql, (correction.number,))
    for record in _coded(store, correction.article).values():
        span = anchor(record)
        if kind_of(record) == correction.kind and (
            (act_of(record), span.start, span.stop) == place
        ):
            return record.id, "applied"
    return correction.record, "settled" if correction.verb == "reject" else "conflict"
