"""Text that is safe to print: a terminal must not obey what an article holds."""

from __future__ import annotations

import re

CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
BLANKS = re.compile(r"[ \t\r\n\u3000]+")


def shown(text: str) -> str:
    r"""Return text on one line, blanks made single and control characters escaped.

    >>> shown("red \x1b[31m\nalert")
    'red \\x1b[31m alert'
    """
    return CONTROLS.sub(_escape, BLANKS.sub(" ", text).strip())


def _escape(found: re.Match[str]) -> str:
    """Return a control character as Python would write it."""
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def clipped(text: str, width: int) -> str:
    """Return text of at most ``width`` characters, an ellipsis standing for what was cut off.

    >>> clipped("a long sentence", 8)
    'a long…'
    """
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
