"""What is written: one Parquet file a shard, aside first and then renamed, and a manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet as pq

import dragoman
from dragoman.scale.batches import LISTS, output_schema, read_batches
from dragoman.scale.shards import Shard, batches_of

MANIFEST = "manifest.json"
SUMMARY = b"dragoman"


@dataclass(frozen=True, slots=True)
class Target:
    """Where readings go: a folder, and the version of the coder whose readings they are."""

    out: str
    version: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A shard that was written: rows, records, and the rows that could not be read, with why."""

    key: str
    address: str
    start: int
    stop: int
    rows: int
    records: int
    failures: tuple[tuple[str, str], ...]


@cache
def coder_version() -> str:
    """Return the version of the coder with a digest of its rules, facts and code."""
    maker = blake2b(digest_size=4)
    root = files("dragoman")
    for path in sorted(Path(str(root)).rglob("*")):
        if path.suffix in (".py", ".toml", ".tsv") and "__pycache__" not in path.parts:
            maker.update(path.read_bytes())
    return f"{dragoman.__version__}-{maker.hexdigest()}"


def code_shard(shard: Shard, to: Target) -> Coded:
    """Read a shard and write its readings, and return what was written.

    The file takes its name only when it is whole, so that what is there is always complete.
    """
    filesystem, folder = fsspec.core.url_to_fs(to.out)
    target = f"{folder}/{shard.key}.{to.version}.parquet"
    aside = f"{folder}/.{shard.key}.{os.getpid()}.part"
    rows = records = 0
    failures: list[tuple[str, str]] = []
    with (
        filesystem.open(aside, "wb") as file,
        pq.ParquetWriter(file, output_schema(), compression="zstd") as writer,
    ):
        for batch in read_batches(batches_of(shard)):
            writer.write_batch(batch)
            rows += batch.num_rows
            records += sum(len(batch.column(name).values) for name in LISTS)
            failures += _failed(batch)
        found = Coded(
            shard.key, shard.address, shard.start, shard.stop, rows, records, tuple(failures)
        )
        writer.add_key_value_metadata({"dragoman": json.dumps(asdict(found))})
    filesystem.mv(aside, target)
    return found


def _failed(batch: Any) -> Iterator[tuple[str, str]]:
    """Yield source and reason of each row of a batch that could not be read."""
    reasons = batch.column("failure").to_pylist()
    sources = batch.column("source").to_pylist()
    yield from ((s, r) for s, r in zip(sources, reasons, strict=True) if r is not None)


def written(to: Target) -> Mapping[str, Coded]:
    """Return what stands in a folder of the coder's version, by key of the shard."""
    filesystem, folder = fsspec.core.url_to_fs(to.out)
    ending = f".{to.version}.parquet"
    found = {}
    for path in filesystem.ls(folder, detail=False) if filesystem.exists(folder) else ():
        if str(path).endswith(ending):
            with filesystem.open(path, "rb") as file:
                told = pq.ParquetFile(file).metadata.metadata[SUMMARY]
            coded = coded_from(told)
            found[coded.key] = coded
    return found


def coded_from(told: str | bytes) -> Coded:
    """Return what was written from its JSON."""
    shard = json.loads(told)
    pairs = tuple((source, reason) for source, reason in shard.pop("failures"))
    return Coded(**shard, failures=pairs)


def write_manifest(to: Target, shards: Mapping[str, Coded]) -> None:
    """Write which shards stand in a folder, aside first and then renamed."""
    filesystem, folder = fsspec.core.url_to_fs(to.out)
    whole = {
        "coder": to.version,
        "rows": sum(shard.rows for shard in shards.values()),
        "records": sum(shard.records for shard in shards.values()),
        "shards": [asdict(shards[key]) for key in sorted(shards)],
    }
    aside = f"{folder}/.{MANIFEST}.part"
    with filesystem.open(aside, "w") as file:
        json.dump(whole, file, ensure_ascii=False, indent=1)
    filesystem.mv(aside, f"{folder}/{MANIFEST}")


def sweep(out: str) -> None:
    """Make the folder, and take away what an earlier run left half-written."""
    filesystem, folder = fsspec.core.url_to_fs(out)
    filesystem.makedirs(folder, exist_ok=True)
    for path in filesystem.ls(folder, detail=False):
        name = str(path).rsplit("/", 1)[-1]
        if name.startswith(".") and name.endswith(".part"):
            filesystem.rm(path)
