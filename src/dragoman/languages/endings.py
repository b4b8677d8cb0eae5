"""Endings of words that a search passes over, from the languages that inflect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.languages.tables import language_codes, language_table


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of the words of one script: at least ``least`` letters stay before them."""

    pattern: re.Pattern[str]

    def cut(self, word: str) -> str:
        """Return a word without its ending, or as it is where it has none of these."""
        found = self.pattern.fullmatch(word)
        return found[1] if found else word


@cache
def load_endings() -> tuple[Endings, ...]:
    """Return the endings of every language that lists some (``search.toml``)."""
    tables = (language_table(code, "search") for code in language_codes())
    return tuple(_endings(table) for table in tables if table)


def _endings(table: dict[str, object]) -> Endings:
    """Return the endings of a table, longest first."""
    endings = table["endings"]
    assert isinstance(endings, list)
    joined = "|".join(sorted(map(str, endings), key=len, reverse=True))
    letters, least = table["letters"], table["least"]
    return Endings(re.compile(f"([{letters}]{{{least},}}?)(?:{joined})?"))
