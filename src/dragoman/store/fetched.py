"""What was fetched before, so that a page is asked for again only where it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.store.sql import one_row
from dragoman.store.store import Store


@dataclass(frozen=True, slots=True)
class Fetched:
    """An address with what its server said of the version that was fetched."""

    address: str
    etag: str | None
    modified: str | None
    fetched_at: str


def fetched_before(store: Store, address: str) -> Fetched | None:
    """Return when and in what version an address was fetched, or ``None``."""
    sql = "SELECT address, etag, modified, fetched_at FROM fetched WHERE address = ?"
    row = one_row(store.connection, sql, (address,))
    return Fetched(*row) if row else None


def remember_fetched(store: Store, found: Fetched) -> None:
    """Keep what was fetched, within ``writing``."""
    store.connection.execute(
        "INSERT OR REPLACE INTO fetched VALUES (?, ?, ?, ?)",
        (found.address, found.etag, found.modified, found.fetched_at),
    )
