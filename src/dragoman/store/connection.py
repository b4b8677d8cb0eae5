"""Connections to a store: opened safely, of the right version, with errors of one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import apsw

from dragoman.exports.kinds import KINDS
from dragoman.store.schema import APPLICATION, MIGRATIONS, TABLES, additions

PATIENCE = 60_000  # milliseconds to wait for another writer


class StoreError(ValueError):
    """A store that cannot be used; the message is one line that names it and the reason."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database complains of into one line that names the file."""
    try:
        yield
    except apsw.NotADBError:
        raise StoreError(f"{path}: is not a store") from None
    except apsw.FullError:
        raise StoreError(
            f"{path}: the disk is full; what was committed is kept, run again with space"
        ) from None
    except apsw.ReadOnlyError:
        raise StoreError(f"{path}: cannot be written (read-only)") from None
    except apsw.BusyError:
        raise StoreError(f"{path}: another process has been writing for too long") from None
    except apsw.CantOpenError:
        raise StoreError(f"{path}: cannot be opened") from None
    except apsw.CorruptError as problem:
        raise StoreError(f"{path}: is damaged ({problem}); restore a backup") from None
    except apsw.IOError as problem:
        raise StoreError(f"{path}: the disk does not answer ({problem})") from None


def connect(path: Path, *, readonly: bool = False) -> apsw.Connection:
    """Return a connection to a store, which is made where there is none.

    Raises ``StoreError`` for what is no store, is of a newer version, or cannot be opened.
    """
    with told(path):
        if readonly:
            connection = _opened_to_read(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = apsw.Connection(str(path))
        connection.set_busy_timeout(PATIENCE)
        _check(connection, path, readonly)
        connection.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824")
    return connection


def _opened_to_read(path: Path) -> apsw.Connection:
    """Return a connection that only reads, also where the folder cannot be written to."""
    if not path.exists():
        raise StoreError(f"{path}: no such store")
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    address = f"file:{quote(str(path.resolve()))}"
    connection = apsw.Connection(f"{address}?mode=ro", flags=flags)
    try:
        connection.pragma("user_version")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection = apsw.Connection(f"{address}?mode=ro&immutable=1", flags=flags)
    return connection


def _check(connection: apsw.Connection, path: Path, readonly: bool) -> None:
    """Bring a store to today's version, or refuse it."""
    version = int(connection.pragma("user_version"))
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: made by a newer dragoman (store version {version}, {len(MIGRATIONS)} known)"
        )
    mark = int(connection.pragma("application_id"))
    empty = not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if mark != APPLICATION and not (empty and version == 0):
        raise StoreError(f"{path}: is a database, but not a store")
    if version == len(MIGRATIONS) and not _lacking(connection):
        return
    if readonly:
        older = f"{path}: of an older version; any command that writes brings it up to date"
        raise StoreError(f"{path}: is empty" if empty else older)
    connection.pragma("journal_mode", "wal")
    _migrate(connection)


def _lacking(connection: apsw.Connection) -> list[str]:
    """Return the statements that add the fields which records have got since a store was made."""
    found: list[str] = []
    for kind in KINDS:
        table = TABLES.get(kind, "articles")
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        found += additions(kind, map(str, names))
    return found


def _migrate(connection: apsw.Connection) -> None:
    """Apply the migrations that are missing, each wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = int(connection.pragma("user_version"))  # another process may have been quicker
        for number, statements in enumerate(MIGRATIONS[done:], done + 1):
            connection.execute(statements)
            connection.execute(f"PRAGMA user_version = {number}")
        for statement in _lacking(connection):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
