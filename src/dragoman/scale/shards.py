"""Shards: the pieces of an archive that are read, written and done again one at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.core.identity import digest
from dragoman.scale.batches import INPUT_COLUMNS, input_schema

ROWS = 1000
BATCH = 32
# How other tables name the columns that are read.
ALIASES = {
    "text": ("text", "body", "content", "article"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang"),
    "published": ("published", "date", "publication_date", "published_at"),
}


class ShardError(ValueError):
    """An archive that cannot be cut into shards; the message names it and the reason."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows ``start`` up to ``stop`` of one file; ``key`` stays as long as the file stays."""

    address: str
    kind: str
    start: int
    stop: int
    key: str


def shards_of(addresses: Iterable[str], rows: int = ROWS) -> Iterator[Shard]:
    """Yield the shards of these files, in their order.

    An address is a path or any that fsspec opens (``s3://…``, ``gs://…``, ``https://…``).
    Raises ``ShardError`` for a file that cannot be opened or is of no known kind.
    """
    for address in addresses:
        kind = kind_of(address)
        try:
            size, count = _measured(address, kind)
        except (OSError, ValueError, pa.ArrowException) as problem:
            raise ShardError(f"{address}: {_reason(problem)}") from None
        for start in range(0, max(count, 1), rows):
            stop = min(start + rows, count)
            key = digest(address, str(size), str(start), str(stop))
            yield Shard(address, kind, start, stop, key)


def kind_of(address: str) -> str:
    """Return ``jsonl``, ``parquet`` or ``warc`` by the address's ending."""
    plain = address.lower().removesuffix(".gz").removesuffix(".zst")
    for kind, endings in {
        "jsonl": (".jsonl", ".ndjson"),
        "parquet": (".parquet", ".pq"),
        "warc": (".warc",),
    }.items():
        if plain.endswith(endings):
            return kind
    raise ShardError(f"{address}: neither JSONL, Parquet nor WARC by its name")


def _measured(address: str, kind: str) -> tuple[int, int]:
    """Return the size of a file in bytes, and how many rows it holds."""
    with fsspec.open(address, "rb") as file:
        file.seek(0, 2)
        size = file.tell()
    if kind == "parquet":
        with fsspec.open(address, "rb") as file:
            return size, pq.ParquetFile(file).metadata.num_rows
    if kind == "jsonl":
        with opened(address) as lines:
            return size, sum(1 for _ in lines)
    return size, sum(1 for _ in _warc_rows(address, 0, None))


def opened(address: str) -> Any:
    """Return a file open for reading bytes, unpacked where its name says that it is packed."""
    return fsspec.open(address, "rb", compression="infer").open()


def batches_of(shard: Shard) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a shard in batches of the input schema."""
    readers: dict[str, Callable[[str, int, int], Iterator[Mapping[str, Any]]]] = {
        "jsonl": _jsonl_rows,
        "parquet": _parquet_rows,
        "warc": _warc_rows,
    }
    rows: list[dict[str, Any]] = []
    found = readers[shard.kind](shard.address, shard.start, shard.stop)
    for number, row in enumerate(found, shard.start):
        rows.append(input_row(row, f"{shard.address}#{number}"))
        if len(rows) == BATCH:
            yield pa.RecordBatch.from_pylist(rows, schema=input_schema())
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=input_schema())


def input_row(row: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Return a row of the input schema from one of any table, by the names it may go under."""
    found: dict[str, Any] = dict.fromkeys(INPUT_COLUMNS)
    found["source"] = source
    for name, aliases in ALIASES.items():
        value = next((row[alias] for alias in aliases if row.get(alias)), None)
        found[name] = None if value is None else _storable(value)
    page = row.get("html")
    found["html"] = page if isinstance(page, bytes) else None
    return found


def _storable(value: Any) -> str:
    """Return a cell as text that Arrow can hold."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _jsonl_rows(address: str, start: int, stop: int) -> Iterator[Mapping[str, Any]]:
    """Yield the objects on these lines; a line that is no object gives an empty row."""
    with opened(address) as lines:
        for number, line in enumerate(lines):
            if number >= stop:
                return
            if number >= start:
                yield _object(line)


def _object(line: bytes) -> Mapping[str, Any]:
    """Return the JSON object on a line, or an empty one."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _parquet_rows(address: str, start: int, stop: int) -> Iterator[Mapping[str, Any]]:
    """Yield these rows of a Parquet file, reading only the row groups that hold them."""
    with fsspec.open(address, "rb") as file:
        table = pq.ParquetFile(file)
        offset = 0
        for group in range(table.num_row_groups):
            count = table.metadata.row_group(group).num_rows
            if offset < stop and offset + count > start:
                part = table.read_row_group(group)
                first, last = max(start - offset, 0), min(stop - offset, count)
                yield from part.slice(first, last - first).to_pylist()
            offset += count


def _warc_rows(address: str, start: int, stop: int | None) -> Iterator[Mapping[str, Any]]:
    """Yield the pages of an archive: address and HTML; a cut archive ends where it was cut."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with fsspec.open(address, "rb") as file:
        records = ArchiveIterator(file, record_types=WarcRecordType.response)
        for number, record in enumerate(records):
            if stop is not None and number >= stop:
                return
            if number >= start:
                yield _page(record)


def _page(record: Any) -> Mapping[str, Any]:
    """Return the row of an archived page: its address and its bytes as fetched."""
    return {"url": record.headers.get("WARC-Target-URI"), "html": record.reader.read()}


def _reason(problem: Exception) -> str:
    """Return the first line of what went wrong."""
    told = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return str(told).splitlines()[0]
