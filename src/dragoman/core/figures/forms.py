"""Lists of words and phrases as one compiled pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = ""
_OPEN = "*"


def any_of(forms: Iterable[str], *, spaced: bool) -> str:
    """Return a pattern that matches the longest of these forms that stands here.

    ``*`` at the end of a form stands for the rest of the word. In a spaced script, a form that
    ends in a letter or digit must end there as a word; a space stands for any gap of up to three.
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in sorted(set(forms)):
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node.setdefault(_END, {})
    return _branch(root, spaced, "") if root else r"(?!)"


def reverse_any_of(forms: Iterable[str], *, spaced: bool) -> str:
    """Return a pattern for these forms, to be matched against text that is read backwards."""
    return any_of((form[::-1] for form in forms), spaced=spaced)


def _branch(node: dict[str, dict], spaced: bool, before: str) -> str:  # type: ignore[type-arg]
    """Return the pattern of all that may follow ``before``, the longest first."""
    options = [
        _step(character, below, spaced)
        for character, below in node.items()
        if character not in (_END, _OPEN)
    ]
    if _OPEN in node:
        options.append(r"[^\W\d_]*")
    if _END in node and before:
        options.append(r"(?![^\W_])" if spaced and before.isalnum() else "")
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _step(character: str, below: dict[str, dict], spaced: bool) -> str:  # type: ignore[type-arg]
    """Return the pattern of one character and all that may follow it."""
    written = r"\s{1,3}" if character == " " else re.escape(character)
    return written + _branch(below, spaced, character)


def inverted(table: dict[str, list[str]]) -> dict[str, str]:
    """Return form → name from a table of name → forms; the first name to list a form keeps it."""
    found: dict[str, str] = {}
    for name, forms in table.items():
        for form in forms:
            found.setdefault(form, name)
    return found


class Lexicon:
    """Forms and what they stand for; a form that ends in ``*`` stands for all words so begun."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        self.names = inverted(table)

    def __bool__(self) -> bool:
        return bool(self.names)

    def of(self, printed: str) -> str:
        """Return what the words as printed stand for (they must have matched one of the forms)."""
        words = " ".join(printed.split())
        found = self.names.get(words)
        if found is not None:
            return found
        for length in range(len(words), 0, -1):
            found = self.names.get(words[:length] + _OPEN)
            if found is not None:
                return found
        return ""
