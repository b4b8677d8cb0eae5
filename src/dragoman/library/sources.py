"""The files that can be taken in, each by its kind: texts, tables, archives, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dragoman.intake import IntakeOptions
from dragoman.library.archives import warc_items
from dragoman.library.documents import mail_items, pdf_items, text_items
from dragoman.library.feeds import Entry, entries_of
from dragoman.library.items import Fault, Item
from dragoman.library.tables import csv_items, json_items, jsonl_items, parquet_items

Found = Iterator[Item | Fault | Entry]
DOCUMENTS: Mapping[str, Callable[[Path, IntakeOptions], Found]] = {
    ".txt": text_items,
    ".text": text_items,
    ".md": text_items,
    ".markdown": text_items,
    ".html": text_items,
    ".htm": text_items,
    ".xhtml": text_items,
    ".jsonl": jsonl_items,
    ".ndjson": jsonl_items,
    ".jsonl.gz": jsonl_items,
    ".json": json_items,
    ".csv": csv_items,
    ".tsv": csv_items,
    ".csv.gz": csv_items,
    ".parquet": parquet_items,
    ".eml": mail_items,
    ".pdf": pdf_items,
    ".warc": warc_items,
    ".warc.gz": warc_items,
}


def list_items(path: Path, _: IntakeOptions) -> Found:
    """Yield the entries of a feed, OPML list or sitemap that is kept in a file."""
    entries = entries_of(path.read_bytes(), "", path.resolve().as_uri())
    if entries is None:
        yield Fault(str(path), "no feed, OPML list or sitemap")
    yield from entries or ()


LISTS = (".opml", ".rss", ".atom", ".xml")
KINDS: Mapping[str, Callable[[Path, IntakeOptions], Found]] = {
    **DOCUMENTS,
    **dict.fromkeys(LISTS, list_items),
}


def items_of(source: str, options: IntakeOptions) -> Found:
    """Yield the items of a file or folder; what cannot be used is a fault.

    An entry is an article that the source names without having it.
    """
    path = Path(source)
    try:
        if path.is_dir():
            yield from _folder(path, options)
        elif path.is_file():
            yield from _file(path, options)
        else:
            yield Fault(source, "no such file or folder")
    except OSError as problem:
        yield Fault(source, f"cannot be read ({problem.strerror})")


def _folder(folder: Path, options: IntakeOptions) -> Found:
    """Yield the items of all files below a folder, in the order of their names.

    Hidden files, and files of kinds that are not known, are passed over.
    """
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and _reader_of(path):
            yield from _file(path, options)


def _file(path: Path, options: IntakeOptions) -> Found:
    """Yield the items of one file; a file of no known kind is taken for text."""
    read = _reader_of(path) or text_items
    try:
        yield from read(path, options)
    except (OSError, EOFError) as problem:
        yield Fault(str(path), f"cannot be read ({problem})")


def _reader_of(path: Path) -> Callable[[Path, IntakeOptions], Found] | None:
    """Return what reads files of this ending."""
    low = path.name.lower()
    return next((read for ending, read in KINDS.items() if low.endswith(ending)), None)
