"""Near-duplicates: the same text in several outlets, found by the signatures of its words."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b

import apsw
from rensa import RMinHash

from dragoman.core.records import Article
from dragoman.store.sql import all_rows
from dragoman.store.words import split

BANDS, ROWS = 20, 6
SIZE = BANDS * ROWS
RUN = 4  # words (or pairs of letters) in a row
FEWEST = 25  # shorter texts are copies only where they are equal
ALIKE = 0.7  # estimated share of runs in common
DAYS_APART = 7
_SEED = 20_241_128
_DIGEST = struct.Struct(f"<{SIZE}I")


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands for a text when it is compared: numbers of which copies share most."""

    digest: tuple[int, ...]

    @property
    def packed(self) -> bytes:
        """The signature as bytes."""
        return _DIGEST.pack(*self.digest)

    @classmethod
    def unpacked(cls, data: bytes) -> Signature:
        """Return the signature that these bytes hold."""
        return cls(_DIGEST.unpack(data))

    def bands(self) -> Iterator[int]:
        """Yield a number for each part; texts that share none are not compared."""
        for number in range(BANDS):
            part = self.digest[number * ROWS : (number + 1) * ROWS]
            data = struct.pack(f"<B{ROWS}I", number, *part)
            yield int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)

    def likeness(self, other: Signature) -> float:
        """Return the estimated share of runs of words that two texts have in common."""
        pairs = zip(self.digest, other.digest, strict=True)
        return sum(one == two for one, two in pairs) / SIZE


@lru_cache(maxsize=128)  # an arrival is looked at before it is read and again when it is kept
def signature_of(text: str) -> Signature | None:
    """Return the signature of a text, or ``None`` where it is too short to compare."""
    words = split(text)[0].split()
    if len(words) < FEWEST:
        return None
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    maker = RMinHash(num_perm=SIZE, seed=_SEED)
    maker.update(sorted(runs))
    return Signature(tuple(maker.digest()))


def rank(published: str | None, ident: str) -> tuple[str, str]:
    """Return that by which the first among copies is told: the earliest, then the least id."""
    return published or "9999", ident


def near_in_time(one: str | None, other: str | None) -> bool:
    """Tell whether two days are close enough for one text to be a copy of the other."""
    if not one or not other:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= DAYS_APART


def copies_of(
    connection: apsw.Connection, article: Article, signature: Signature, series: str | None
) -> tuple[str, ...]:
    """Return the ids of the kept texts that an article is a copy of, the first of them first.

    Earlier versions of the same article are not copies of it.
    """
    found: dict[str, tuple[str, str]] = {}
    for _, kept, digest, published, text_published in _candidates(
        connection, signature.bands(), series
    ):
        alike = signature.likeness(Signature.unpacked(digest)) >= ALIKE
        if alike and near_in_time(article.published, published):
            found[kept] = rank(text_published, kept)
    return tuple(sorted(found, key=found.__getitem__))


def _candidates(
    connection: apsw.Connection, bands: Iterator[int], series: str | None
) -> Sequence[tuple[str, str, bytes, str | None, str | None]]:
    numbers = list(bands)
    marks = ", ".join("?" * len(numbers))
    return all_rows(
        connection,
        f"""SELECT DISTINCT s.appearance, p.article, s.digest, p.published, a.published
        FROM bands b JOIN signatures s USING (appearance)
        JOIN appearances p ON p.id = s.appearance JOIN articles a ON a.id = p.article
        WHERE b.band IN ({marks}) AND p.current AND (p.series IS NOT ? OR p.series IS NULL)""",
        (*numbers, series),
    )


def remember(connection: apsw.Connection, ident: str, signature: Signature) -> None:
    """Keep the signature of an appearance, so that later texts are compared with it."""
    connection.execute("INSERT INTO signatures VALUES (?, ?)", (ident, signature.packed))
    connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, ident) for band in signature.bands())
    )
