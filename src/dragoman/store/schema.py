"""The tables of the store, derived from the records, as numbered migrations."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.exports.table import Column, columns

APPLICATION = 0x44524147  # "DRAG", by which a file is known as a store
TABLES = {"event": "events", "statement": "statements", "figure": "figures", "tie": "ties"}
_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}


def own_columns(kind: str) -> tuple[Column, ...]:
    """Return the columns that a kind has in the store: all but those that say the kind."""
    return tuple(c for c in columns(kind) if c.name not in ("kind", "contract"))


def declared(kind: str) -> str:
    """Return the declarations of a kind's columns; lists are JSON."""
    return ",\n  ".join(_declared(column) for column in own_columns(kind))


def _declared(column: Column) -> str:
    kind = "TEXT" if column.many else _TYPES[column.of]
    need = "" if column.optional else " NOT NULL"
    key = " UNIQUE" if column.name == "id" else ""
    return f'"{column.name}" {kind}{need}{key}'


def additions(kind: str, there: Iterable[str]) -> list[str]:
    """Return the statements that add the columns which a table of an older contract lacks.

    A field that may not be null gets what is empty in its type.
    """
    table, known = TABLES.get(kind, "articles"), set(there)
    lacking = (column for column in own_columns(kind) if column.name not in known)
    return [f"ALTER TABLE {table} ADD COLUMN {_added(column)}" for column in lacking]


def _added(column: Column) -> str:
    empty = "'[]'" if column.many else {str: "''", int: "0", float: "0.0"}.get(column.of, "0")
    return _declared(column) + ("" if column.optional else f" DEFAULT {empty}")


def _first() -> str:
    """Return the tables of version 1."""
    kinds = "\n".join(
        f"CREATE TABLE {table} (number INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,\n"
        f"  {declared(kind)}) STRICT;"
        for kind, table in TABLES.items()
    )
    return f"{_ARTICLES.format(article=declared('article'))}\n{kinds}\n{_AROUND}"


_ARTICLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, {article},
  series TEXT, version INTEGER NOT NULL, current INTEGER NOT NULL, hash TEXT NOT NULL,
  coder TEXT NOT NULL, taken INTEGER NOT NULL, updated_at TEXT NOT NULL) STRICT;
CREATE INDEX articles_by_day ON articles (published);
CREATE TABLE appearances (id TEXT PRIMARY KEY, article TEXT NOT NULL
    REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  url TEXT, outlet TEXT, outlet_country TEXT, title TEXT, language TEXT NOT NULL, published TEXT,
  series TEXT, version INTEGER NOT NULL, current INTEGER NOT NULL,
  updated_at TEXT NOT NULL) STRICT;
CREATE INDEX appearances_by_article ON appearances (article);
CREATE INDEX appearances_by_day ON appearances (published) WHERE current;
CREATE INDEX appearances_by_series ON appearances (series);
CREATE TABLE signatures (appearance TEXT PRIMARY KEY REFERENCES appearances ON DELETE CASCADE,
  digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE bands (band INTEGER NOT NULL, appearance TEXT NOT NULL
    REFERENCES appearances ON DELETE CASCADE,
  PRIMARY KEY (band, appearance)) STRICT, WITHOUT ROWID;
CREATE INDEX bands_by_appearance ON bands (appearance);
CREATE TABLE records (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  act TEXT NOT NULL, day TEXT NOT NULL, until TEXT NOT NULL, realis TEXT NOT NULL,
  origin TEXT NOT NULL, shown INTEGER NOT NULL, corrected INTEGER NOT NULL DEFAULT 0,
  updated_at TEXT NOT NULL) STRICT;
CREATE INDEX records_by_article ON records (article);
CREATE INDEX records_by_act ON records (act, day) WHERE shown;
CREATE INDEX records_by_day ON records (day) WHERE shown;
"""

_AROUND = """
CREATE TABLE involved (party TEXT NOT NULL, day TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES records ON DELETE CASCADE, side TEXT NOT NULL,
  PRIMARY KEY (party, day, number, side)) STRICT, WITHOUT ROWID;
CREATE INDEX involved_by_record ON involved (number);
CREATE TABLE pairs (a TEXT NOT NULL, b TEXT NOT NULL, day TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
  kind TEXT NOT NULL, quad INTEGER, score REAL, realis TEXT NOT NULL, forth INTEGER NOT NULL,
  PRIMARY KEY (a, b, day, number)) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_by_record ON pairs (number);
CREATE VIRTUAL TABLE article_words USING fts5 (written, folded, content='',
  contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE record_words USING fts5 (written, folded, content='',
  contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE TABLE stories (id TEXT PRIMARY KEY, type TEXT NOT NULL, act TEXT NOT NULL,
  start TEXT, stop TEXT, parties TEXT NOT NULL, reports INTEGER NOT NULL,
  articles INTEGER NOT NULL, outlets INTEGER NOT NULL, countries INTEGER NOT NULL,
  languages INTEGER NOT NULL, first_seen TEXT, last_seen TEXT, updated_at TEXT NOT NULL) STRICT;
CREATE INDEX stories_by_day ON stories (start);
CREATE TABLE reports (number INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
  story TEXT NOT NULL REFERENCES stories DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL, start TEXT NOT NULL, stop TEXT NOT NULL, traits TEXT NOT NULL) STRICT;
CREATE INDEX reports_by_story ON reports (story);
CREATE INDEX reports_by_day ON reports (type, start);
CREATE TABLE story_names (was TEXT PRIMARY KEY, is_now TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (number INTEGER PRIMARY KEY, record TEXT NOT NULL, kind TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  act TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  verb TEXT NOT NULL, value TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL,
  made_at TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE INDEX corrections_by_record ON corrections (record);
CREATE INDEX corrections_by_article ON corrections (article);
CREATE TABLE tombstones (id TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
  deleted_at TEXT NOT NULL, PRIMARY KEY (id, deleted_at)) STRICT, WITHOUT ROWID;
CREATE TABLE releases (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, contents TEXT NOT NULL,
  made_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

_FETCHED = """
CREATE TABLE fetched (address TEXT PRIMARY KEY, etag TEXT, modified TEXT,
  fetched_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (_first(), _FETCHED)
