"""Arrow in, Arrow out: a row with a text becomes a row with its reading.

This is all that an engine runs. A row that cannot be read keeps its place, with the reason in
``failure`` and nothing else; it never stops the rows beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from dragoman.core.records import Article, Event, Figure, Reading, Statement, Tie
from dragoman.exports.arrow import struct_of
from dragoman.exports.objects import plain
from dragoman.intake import IntakeError, IntakeOptions, article_of, read_article
from dragoman.reader import Reader

INPUT_COLUMNS = ("source", "text", "html", "title", "url", "language", "published")
LISTS = {"events": Event, "statements": Statement, "figures": Figure, "ties": Tie}


def input_schema() -> pa.Schema:
    """Return the schema of what is read: ``source`` names a row; ``text`` or ``html`` is needed.

    ``html`` is a page as fetched, in bytes.
    """
    kinds = {"html": pa.binary()}
    return pa.schema([pa.field(name, kinds.get(name, pa.string())) for name in INPUT_COLUMNS])


def output_schema() -> pa.Schema:
    """Return the schema of what comes out: one row an article, its records as lists of structs."""
    lists = [pa.field(name, pa.list_(struct_of(kind))) for name, kind in LISTS.items()]
    head = [pa.field("source", pa.string()), pa.field("failure", pa.string())]
    return pa.schema([*head, pa.field("article", struct_of(Article)), *lists])


def read_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield a batch of readings for each batch of texts, row for row in the same order."""
    reader = Reader()
    schema = output_schema()
    for batch in batches:
        rows = [_row(row, reader) for row in batch.to_pylist()]
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _row(row: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """Return the output row of an input row: its reading, or why it could not be read."""
    source = row.get("source")
    try:
        return {"source": source, **_read(row, reader)}
    except IntakeError as problem:
        return {"source": source, "failure": problem.reason}
    except Exception as problem:
        return {"source": source, "failure": f"{type(problem).__name__}: {problem}"}


def _read(row: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """Return the columns of a row's reading."""
    text, page = row.get("text"), row.get("html")
    options = IntakeOptions(
        published=row.get("published") or None,
        language=row.get("language") or None,
        url=row.get("url") or None,
    )
    if text:
        article = article_of(_without_surrogates(text), options, title=row.get("title") or None)
    elif page:
        article = read_article(page, replace(options, format="html"))
    else:
        raise IntakeError("row", "no text")
    return columns_of(reader.read(article))


def columns_of(reading: Reading) -> dict[str, Any]:
    """Return a reading as the columns of an output row."""
    found: dict[str, Any] = {"article": plain(reading.article)}
    for name in LISTS:
        found[name] = [plain(record) for record in getattr(reading, name)]
    return found


def _without_surrogates(text: str) -> str:
    """Return the text with halves of characters replaced, which Arrow cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
