"""The words of dates of one language: word to value by class, and expressions that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SPACE = r"(?:[\s\u200b\ufeff\xad]{1,3})"
_GAP = re.compile(r"[\s\u200b\ufeff\xad]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words[class][word]`` is the value of a word; ``numerals`` are digits written as letters.

    ``kinds`` tells of a class that holds some of the words of another which one that is;
    ``day_ending`` is an expression for the letters that may follow a day in digits ("28th").
    """

    words: Mapping[str, Mapping[str, str]]
    numerals: Mapping[str, int]
    spaced: bool
    kinds: Mapping[str, str]
    day_ending: str = ""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Lexicon:
        """Return the lexicon of a language's ``[words.<class>]`` and ``[numerals]`` tables."""
        words = {
            name: {word: value for value, entries in values.items() for word in expanded(entries)}
            for name, values in table.get("words", {}).items()
        }
        numerals = {str(key): int(value) for key, value in table.get("numerals", {}).items()}
        return cls(
            words,
            numerals,
            bool(table.get("spaced", True)),
            table.get("kinds", {}),
            table.get("day_ending", ""),
        )

    def value(self, name: str, word: str) -> str | None:
        """Return the value of a lower-case word in a class, or ``None``."""
        known = self.words.get(name)
        return None if known is None else known.get(_GAP.sub(" ", word))

    def number(self, word: str) -> int | None:
        """Return the number that digits, numerals (二十七) or a number word stand for."""
        if word.isdecimal():
            return int(word)
        if word and all(char in self.numerals for char in word):
            return self._written(word)
        value = self.value("number", word)
        return None if value is None else int(value)

    def _written(self, word: str) -> int:
        """Return the value of numerals: place by place (二〇二四) or with tens (二十七)."""
        total = last = 0
        for char in word:
            value = self.numerals[char]
            if value < 10:
                last = last * 10 + value
            else:
                total, last = total + (last or 1) * value, 0
        return total + last


def expanded(entries: Iterable[str]) -> list[str]:
    """Return the words of entries; ``stem/a/b`` is short for ``stema`` and ``stemb``.

    An empty ending stands for the stem: ``stem//s`` is ``stem`` and ``stems``.

    >>> expanded(["july", "ма/й/я"])
    ['july', 'май', 'мая']
    """
    words: list[str] = []
    for entry in entries:
        stem, *endings = entry.split("/")
        words.extend(stem + ending for ending in endings or [""])
    return words


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches any of the words, the longest first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", SPACE) for word in longest_first) + ")"


def anchor(heads: Iterable[str], lexicon: Lexicon, follows: str) -> re.Pattern[str]:
    """Return the expression of the places where one of the heads begins; ``0`` is any digit.

    ``follows`` are the letters one of which must stand behind a number (none: anything may).

    Each branch begins with a plain letter and tests what stands before it afterwards, so that
    the search can skip to the next letter of that kind.
    """
    tails: dict[str, set[str]] = {}
    for word in heads:
        if word != "0":
            tails.setdefault(word[0], set()).add(word[1:])
    branches = [_branch(head, rest, lexicon) for head, rest in sorted(tails.items())]
    behind = rf"(?=\d{{0,7}}\s?[{re.escape(follows)}])" if follows else ""
    branches += [digit + NO_DIGIT_BEFORE.replace("@", digit) + behind for digit in ALL_DIGITS]
    return re.compile("|".join(branches))


ALL_DIGITS = "0123456789０１２３４５６７８９"
NO_DIGIT_BEFORE = r"(?<!\d@)(?<![$€£¥#№/]@)(?<!\d[.,:/’–-]@)(?<![A-Za-zА-яÀ-ỹ]@)"


def _branch(letter: str, rests: Iterable[str], lexicon: Lexicon) -> str:
    """Return the expression of the heads that begin with one letter."""
    guard = ""
    if lexicon.spaced:
        guard = rf"(?<!\w{re.escape(letter)})"
    elif letter in lexicon.numerals:
        guard = f"(?<![{''.join(lexicon.numerals)}]{letter})"
    closed = r"(?![^\W\d_])" if lexicon.spaced else ""
    return re.escape(letter) + guard + any_of(rests) + closed


def lowered(text: str) -> str:
    """Return the text in lower case with every letter at its old place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
