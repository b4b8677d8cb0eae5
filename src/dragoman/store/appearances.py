"""Where an article appeared: its versions, its copies, and which text stands for them."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from dragoman.core.records import Article
from dragoman.store.copies import Signature, copies_of, rank, signature_of
from dragoman.store.sql import one_row, sole_row


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it came in; ``series`` is what its versions share: address or file."""

    article: Article
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article that is in the store."""

    appearance: str
    article: str
    number: int
    published: str | None


@dataclass(frozen=True)
class Outlook:
    """What an arrival is to the store.

    ``copies`` are the kept texts that it is a copy of, ``stands`` says whether its own text is
    to be kept and read, ``latest`` is the version of the same article that is current.
    """

    known: bool
    stands: bool = True
    copies: tuple[str, ...] = ()
    latest: Version | None = None
    signature: Signature | None = None


def outlook(connection: apsw.Connection, arrival: Arrival) -> Outlook:
    """Return what an arrival is: known, a copy of kept texts, a new version, or new."""
    article = arrival.article
    if one_row(connection, "SELECT 1 FROM appearances WHERE id = ?", (article.id,)):
        return Outlook(known=True, stands=False)
    signature = signature_of(article.text)
    latest = latest_version(connection, arrival.series)
    if latest or signature is None:
        return Outlook(False, latest=latest, signature=signature)
    copies = copies_of(connection, article, signature, arrival.series)
    first = copies and _rank(connection, copies[0]) < rank(article.published, article.id)
    return Outlook(False, not first, copies, None, signature)


def latest_version(connection: apsw.Connection, series: str | None) -> Version | None:
    """Return the current version of an article, if any is kept."""
    if series is None:
        return None
    row = one_row(
        connection,
        """SELECT id, article, version, published FROM appearances
        WHERE series = ? AND current ORDER BY version DESC""",
        (series,),
    )
    return Version(*row) if row else None


def next_version(connection: apsw.Connection, series: str | None) -> int:
    """Return the number that the next version of an article gets, from 1."""
    if series is None:
        return 1
    sql = "SELECT coalesce(max(version), 0) + 1 FROM appearances WHERE series = ?"
    return int(sole_row(connection, sql, (series,))[0])


def _rank(connection: apsw.Connection, ident: str) -> tuple[str, str]:
    row = sole_row(connection, "SELECT published FROM articles WHERE id = ?", (ident,))
    return rank(row[0], ident)
