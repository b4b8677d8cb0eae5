"""Lists of words and phrases as one compiled pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

_END = ""
_OPEN = "*"
_T = TypeVar("_T")


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
    written = " {1,3}" if character == " " else re.escape(character)
    return written + _branch(below, spaced, character)


def inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Return form → name from a table of name → forms; the first name to list a form keeps it."""
    found: dict[str, str] = {}
    for name, forms in table.items():
        for form in forms:
            found.setdefault(form, name)
    return found


class Lexicon:
    """Forms and what they stand for; a form that ends in ``*`` stands for all words so begun."""

    def __init__(self, table: Mapping[str, list[str]]) -> None:
        self.names = inverted(table)

    def __bool__(self) -> bool:
        return bool(self.names)

    def of(self, printed: str) -> str:
        """Return what the words as printed stand for (they must have matched one of the forms)."""
        return _looked_up(self.names, printed) or ""


def _looked_up(table: Mapping[str, _T], printed: str) -> _T | None:
    """Return what a table holds for these words, or for the longest beginning that is open."""
    words = " ".join(printed.split())
    found = table.get(words)
    if found is not None:
        return found
    return next(
        (table[words[:n] + _OPEN] for n in range(len(words), 0, -1) if words[:n] + _OPEN in table),
        None,
    )


_PLAIN = ("fates", "natures", "superlatives", "directions", "directions_after", "nothing")


class Cues:
    """Words that tell what an amount is: each form with its kinds and, for each kind, a name.

    The kinds are ``fates``, ``natures``, ``superlatives``, ``directions``, and ``topics.`` with
    the sort of unit that the topic is told in (``topics.money``, ``topics.any``…).
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.senses: dict[str, list[tuple[str, str]]] = {}
        for kind in _PLAIN:
            self._add(kind, table.get(kind, {}))
        for sort, topics in table.get("topics", {}).items():
            self._add(f"topics.{sort}", topics)

    def _add(self, kind: str, names: Mapping[str, list[str]]) -> None:
        """Give each form its sense of this kind; the first name to list a form keeps it."""
        for form, name in inverted(names).items():
            self.senses.setdefault(form, []).append((kind, name))

    def of(self, printed: str) -> list[tuple[str, str]]:
        """Return kinds and names of the words as printed."""
        return _looked_up(self.senses, printed) or []
