"""Articles in tables: JSON lines, JSON lists, CSV and Parquet, read row by row."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from dragoman.intake import IntakeOptions
from dragoman.library.feeds import Entry
from dragoman.library.items import Fault, Item, item_of_row

LONGEST_LINE = 64 * 1024 * 1024
Found = Iterator[Item | Fault | Entry]


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """Give a text file to read, unpacked where it is gzipped; what is no UTF-8 is marked."""
    if path.suffix.lower() == ".gz":
        with gzip.open(path, "rb") as packed:
            yield io.TextIOWrapper(packed, "utf-8-sig", errors="replace", newline="")
    else:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            yield stream


def jsonl_items(path: Path, options: IntakeOptions) -> Found:
    """Yield an item for each line of a file of JSON objects."""
    with opened(path) as stream:
        number = 0
        while line := stream.readline(LONGEST_LINE):
            number += 1
            if line.strip():
                yield _of_json(line, f"{path}:{number}", options)


def _of_json(text: str, place: str, options: IntakeOptions) -> Item | Fault | Entry:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as problem:
        return Fault(place, f"not JSON ({problem})")
    if not isinstance(row, dict):
        return Fault(place, "not a JSON object")
    return item_of_row(row, place, options)


def json_items(path: Path, options: IntakeOptions) -> Found:
    """Yield an item for each object of a JSON list or feed, or for the one object of a file."""
    try:
        found: Any = json.loads(path.read_text("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as problem:
        yield Fault(str(path), f"not JSON ({problem})")
        return
    if isinstance(found, dict):
        found = found.get("articles") or found.get("items") or [found]
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        place = f"{path}:{number}"
        if isinstance(row, dict):
            yield item_of_row(row, place, options)
        else:
            yield Fault(place, "not a JSON object")


def csv_items(path: Path, options: IntakeOptions) -> Found:
    """Yield an item for each row of a CSV or TSV file with a header."""
    csv.field_size_limit(min(sys.maxsize, LONGEST_LINE))
    with opened(path) as stream:
        head = stream.read(8192)
        stream.seek(0)
        first = head.partition("\n")[0]
        mark = max("\t,;", key=first.count)
        rows = csv.DictReader(stream, delimiter=mark)
        number = 1
        while True:
            number += 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as problem:
                yield Fault(f"{path}:{number}", f"not CSV ({problem})")
                return
            yield item_of_row({k: v for k, v in row.items() if k}, f"{path}:{number}", options)


def parquet_items(path: Path, options: IntakeOptions) -> Found:
    """Yield an item for each row of a Parquet file; only the columns that serve are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from dragoman.library.items import FIELDS

    known = {name for names in FIELDS.values() for name in names}
    number = 0
    try:
        with pq.ParquetFile(path) as table:
            names = [name for name in table.schema_arrow.names if name.lower() in known]
            for batch in table.iter_batches(batch_size=256, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield item_of_row(row, f"{path}:{number}", options)
    except (pa.ArrowException, OSError) as problem:
        yield Fault(str(path), f"not Parquet, or cut off ({' '.join(str(problem).split())[:120]})")
