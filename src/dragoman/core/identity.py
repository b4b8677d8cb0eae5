"""Identifiers that are the same each time the same input is read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from dragoman.core.records import Span


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that stand for these strings, in this order."""
    maker = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        maker.update(len(data).to_bytes(8, "big"))
        maker.update(data)
    return maker.hexdigest()


def record_id(article: str, rule: str, spans: Iterable[Span | None]) -> str:
    """Return the id of a record: a hash of its article, its rule and its spans."""
    places = (f"{s.start}-{s.stop}" if s else "-" for s in spans)
    return digest(article, rule, *places)
