"""Text folded for comparison, one character for one, so that offsets stay true."""

from __future__ import annotations

import re

_WIDE = str.maketrans(
    {chr(0xFF01 + n): chr(0x21 + n) for n in range(94)}
    | {"\u3000": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "−": "-", "‑": "-"}
)
_HAS_WIDE = re.compile("[\uff01-\uff5e\u3000\u00a0\u202f\u2009’−‑]")


def folded(text: str) -> str:
    """Return the text in small letters and half-width signs, as long as it was.

    >>> folded("２８０億米ドル and US$５")
    '280億米ドル and us$5'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return small.translate(_WIDE) if _HAS_WIDE.search(small) else small


class Source:
    """A text beside its folded form."""

    __slots__ = ("small", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = folded(text)
