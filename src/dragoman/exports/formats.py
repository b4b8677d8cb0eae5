"""The formats in which records leave, by name: those of one file, and those of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dragoman.core.records import Reading
from dragoman.exports.annotation import annotation_lines
from dragoman.exports.citing import bibtex_lines, csl_lines
from dragoman.exports.gdelt import event_lines, mention_lines
from dragoman.exports.graphml import graphml_lines
from dragoman.exports.objects import jsonl
from dragoman.exports.package import write_package
from dragoman.exports.parquet import write_parquet
from dragoman.exports.plover import plover_lines
from dragoman.exports.polecat import polecat_lines
from dragoman.exports.table import csv_table

Readings = Iterable[Reading]
FILES: Mapping[str, Callable[[Readings], Iterator[str]]] = {
    "jsonl": jsonl,
    "csv": csv_table,
    "plover": plover_lines,
    "polecat": polecat_lines,
    "gdelt": event_lines,
    "gdelt-mentions": mention_lines,
    "annotation": annotation_lines,
    "graphml": graphml_lines,
    "csl": csl_lines,
    "bibtex": bibtex_lines,
}
FOLDERS: Mapping[str, Callable[..., None]] = {"package": write_package, "parquet": write_parquet}


def lines_in(name: str, readings: Readings, *, full_text: bool = False) -> Iterator[str]:
    """Yield the lines of a format of one file; texts are left empty unless they are asked for.

    Formats that quote from the text around a sentence get it either way.
    """
    if name in ("jsonl", "csv") and not full_text:
        readings = map(without_text, readings)
    return FILES[name](readings)


def write_folder(name: str, readings: Readings, folder: Path, *, full_text: bool = False) -> None:
    """Write the files of a format of a folder."""
    FOLDERS[name](readings, folder, full_text=full_text)


def without_text(reading: Reading) -> Reading:
    """Return a reading whose article has an empty text; the records keep their sentences."""
    return replace(reading, article=replace(reading.article, text=""))
