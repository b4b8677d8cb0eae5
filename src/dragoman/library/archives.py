"""Articles in web archives: the pages of WARC files, as CC-NEWS has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.intake import IntakeOptions
from dragoman.library.items import Fault, Item

LARGEST_PAGE = 16 * 1024 * 1024
SHORTEST_PAGE = 200


def warc_items(path: Path, options: IntakeOptions) -> Iterator[Item | Fault]:
    """Yield an item for each HTML page of a WARC file; an archive cut off is told at its end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    try:
        with path.open("rb") as stream:
            kinds = WarcRecordType.response
            for record in ArchiveIterator(stream, record_types=kinds, parse_http=True):
                number += 1
                head = record.http_headers
                kind = (record.http_content_type or "").lower()
                if head is None or head.status_code != 200 or "html" not in kind:
                    continue
                url = record.headers.get("WARC-Target-URI") or None
                data = record.reader.read(LARGEST_PAGE + 1)
                yield _page(f"{path}:{number}", url, data, options)
    except Exception as problem:  # a broken archive raises whatever it breaks
        yield Fault(f"{path}:{number}", f"the archive is cut off or broken ({problem})")
    if not number:
        yield Fault(str(path), "no pages in it")


def _page(place: str, url: str | None, data: bytes, options: IntakeOptions) -> Item | Fault:
    name = f"{place} ({url})" if url else place
    if len(data) > LARGEST_PAGE:
        return Fault(name, f"larger than {LARGEST_PAGE // 1024 // 1024} MB")
    if len(data) < SHORTEST_PAGE:
        return Fault(name, "no page, or a page cut off")
    known = replace(options, url=options.url or (url or "").strip("<>") or None, format="html")
    return Item(name, data=data, options=known)
