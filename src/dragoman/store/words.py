"""Words as the search keeps them: split before they are stored, and folded to be found.

Runs of Han and kana become overlapping pairs of letters. Other words are kept twice: as written
(small letters, diacritics kept) and folded (no diacritics, no endings).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from dragoman.languages.endings import load_endings

_WIDE = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_WIDE}]+|[^\\W_{_WIDE}]+")
_IS_WIDE = re.compile(f"[{_WIDE}]")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
# Letters whose stroke is no combining mark in Unicode.
_STROKES = str.maketrans("đłøħŧ", "dloht")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters; runs of Han and kana stay whole."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Return a word without its diacritics and its ending.

    >>> folded("đặc"), folded("россией"), folded("россия")
    ('dac', 'росс', 'росс')
    """
    for endings in load_endings():
        word = endings.cut(word)
    letters = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.translate(_STROKES)


def pairs_of(run: str) -> list[str]:
    """Return the overlapping pairs of letters of a run of Han and kana."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


@lru_cache(maxsize=256)  # a sentence may hold several records, a text is looked at twice
def split(text: str) -> tuple[str, str]:
    """Return a text as written and folded, both split into words with blanks between."""
    written: list[str] = []
    bare: list[str] = []
    for word in words_of(text):
        if _IS_WIDE.match(word):
            written += pairs_of(word)
            bare.append(".")  # (no word: a phrase does not reach over it)
        else:
            written.append(word)
            bare.append(folded(word))
    return " ".join(written), " ".join(bare)


def match_of(query: str) -> str | None:
    """Return the full-text expression of a query, or ``None`` where it holds no word.

    All words must be there; ``"several words"`` must stand together as written; ``begin*`` finds
    words that begin so; a word with diacritics is found as written, one without in any form.
    """
    terms = [term for found in _TERM.finditer(query) for term in _terms(found)]
    return " AND ".join(terms) or None


def _terms(found: re.Match[str]) -> Iterator[str]:
    """Yield the full-text terms of one word or quoted phrase of a query."""
    if found[1]:
        written, _ = split(found[1])
        if written:
            yield f'written : "{written}"'
        return
    words = words_of(found[2])
    for number, word in enumerate(words):
        begins = found[2].endswith("*") and number == len(words) - 1
        yield _term(word, begins)


def _term(word: str, begins: bool) -> str:
    """Return the full-text term of one word."""
    if _IS_WIDE.match(word):
        star = " *" if len(word) == 1 else ""
        return f'written : "{" ".join(pairs_of(word))}"{star}'
    marked = any(map(unicodedata.combining, unicodedata.normalize("NFD", word)))
    if begins:
        return f'written : "{word}" *'
    if (marked or word.translate(_STROKES) != word) and folded(word).isascii():
        return f'written : "{word}"'
    return f'folded : "{folded(word)}"'
