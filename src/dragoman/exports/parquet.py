"""A folder of Parquet files, one for each kind of record, with the columns of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from dragoman.core.records import Reading
from dragoman.exports.arrow import arrow_schema
from dragoman.exports.kinds import KINDS, kind_of, lines_of
from dragoman.exports.package import WITHHELD
from dragoman.exports.table import Row, row_of

ROWS = 5_000  # held in memory before they are written as one group


def write_parquet(readings: Iterable[Reading], folder: Path, *, full_text: bool = False) -> None:
    """Write one file for each kind; each takes its name only when it is whole."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    schemas = {kind: arrow_schema(kind) for kind in KINDS}
    if not full_text:
        schema = schemas["article"]
        schemas["article"] = schema.remove(schema.get_field_index(WITHHELD))
    aside = {kind: folder / f".{kind}s.parquet.part" for kind in KINDS}
    waiting: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    with ExitStack() as stack:
        writers = {
            kind: stack.enter_context(pq.ParquetWriter(aside[kind], schemas[kind]))
            for kind in KINDS
        }

        def flush(kind: str) -> None:
            table = pa.Table.from_pylist(waiting[kind], schema=schemas[kind])
            writers[kind].write_table(table)
            waiting[kind].clear()

        for reading in readings:
            for line in lines_of(reading):
                kind = kind_of(line)
                waiting[kind].append(row_of(line))
                if len(waiting[kind]) >= ROWS:
                    flush(kind)
        for kind in KINDS:
            flush(kind)
    for kind, path in aside.items():
        path.replace(folder / f"{kind}s.parquet")
