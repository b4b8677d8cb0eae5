"""Finding every known form of a language in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from dragoman.core.knowledge import NameEntry, NameHit

BLOCK = "none"
OF_PERSONS = frozenset(("person", "surname", "title", "role", "institution"))
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc-\u30fe]")
KANJI = re.compile(r"[\u3400-\u9fff々]")
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々\uac00-\ud7af]")
DOT = "・"
BEFORE_KANJI = frozenset("前元現故両各駐訪対在反親")


class Pattern(NamedTuple):
    """A string to search: the form stands in it from ``left`` to ``right`` (counted from the end).

    ``entries`` are the cells of the rows that give the form a meaning.
    """

    left: int
    right: int
    entries: tuple[tuple[str, ...], ...]


class Found(NamedTuple):
    """A form that stands on its borders, ordered by its start, then by its length with context."""

    start: int
    shortness: int
    stop: int
    number: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Words that make a single-word name part of a person's name when they stand beside it."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()

    def joined(self, other: Neighbours) -> Neighbours:
        """Return the words of both."""
        return Neighbours(
            self.before | other.before,
            self.after | other.after,
            self.given | other.given,
            self.follows | other.follows,
        )

    def refuse(self, text: str, start: int, stop: int) -> bool:
        """Tell whether the words beside this passage belong to a person's name."""
        spaced = start > 1 and text[start - 1] == " "
        if spaced and _last_word(text[max(0, start - 24) : start - 1]) in self.before:
            return True
        if self.after and text[stop : stop + 1] == " " and " " not in text[start:stop]:
            return _first_word(text[stop + 1 : stop + 25]) in self.after
        return False


@dataclass(frozen=True)
class FormIndex:
    """All forms of a language in one automaton; keeps to the borders of each script."""

    patterns: Sequence[Pattern]
    automaton: AhoCorasick
    neighbours: Neighbours = field(default_factory=Neighbours)
    blocking: frozenset[int] = frozenset()
    personal: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    known: dict[tuple[int, str], tuple[NameEntry, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, forms: Mapping[str, Pattern], neighbours: Neighbours | None = None) -> FormIndex:
        """Return the index of these search strings."""
        automaton = AhoCorasick(
            list(forms), implementation=Implementation.ContiguousNFA, store_patterns=False
        )
        patterns = tuple(forms.values())
        sorts = [{cells[2] for cells in pattern.entries} for pattern in patterns]
        blocking = frozenset(n for n, kinds in enumerate(sorts) if BLOCK in kinds)
        personal = frozenset(n for n, kinds in enumerate(sorts) if kinds & OF_PERSONS)
        places = frozenset(n for n, kinds in enumerate(sorts) if kinds == {"place"})
        return cls(patterns, automaton, neighbours or Neighbours(), blocking, personal, places)

    def find(self, text: str) -> Iterator[NameHit]:
        """Yield the forms found, in text order, without overlap: leftmost, then longest."""
        reached = 0
        for found in self._apart(self._standing(text), text):
            start, _, stop, number = found
            if start >= reached:
                reached = stop
                if number not in self.blocking:
                    yield NameHit(start, stop, self._entries(number, text[start:stop]))

    def _entries(self, number: int, form: str) -> tuple[NameEntry, ...]:
        """Return the meanings of a form as printed; kept, since news repeats its names."""
        entries = self.known.get((number, form))
        if entries is None:
            entries = tuple(_entry(form, cells) for cells in self.patterns[number].entries)
            self.known[number, form] = entries
        return entries

    def _standing(self, text: str) -> list[Found]:
        """Return the forms that stand on the borders of their script, leftmost longest first."""
        kept: list[Found] = []
        patterns, sorts, last = self.patterns, _SORTS, len(text)
        for number, start, stop in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if start and sorts(text[start - 1]) & sorts(text[start]):
                continue
            if stop < last and sorts(text[stop - 1]) & sorts(text[stop]):
                continue
            left, right, _ = patterns[number]
            found = Found(start + left, start - stop, stop - right, number)
            if not self._refused(text, found, start, stop):
                kept.append(found)
        kept.sort()
        return kept

    def _refused(self, text: str, found: Found, start: int, stop: int) -> bool:
        """Tell whether a kanji or a person's name beside the form takes its meaning away."""
        if found.number in self.blocking:
            return False
        length = found.stop - found.start
        if length == 1 or stop - start != length:
            return start > 0 and _joins_kanji(text, start)
        return found.number not in self.personal and self.neighbours.refuse(text, start, stop)

    def _apart(self, found: list[Found], text: str) -> Iterator[Found]:
        """Yield the forms that are no part of a person's name or one written with ``・``."""
        starts = {item.start for item in found}
        stops = {item.stop for item in found}
        dotted = DOT in text
        for item in found:
            if dotted and _part_of_dotted(text, item, starts, stops):
                continue
            if not self._goes_on(text, item, starts):
                yield item

    def _goes_on(self, text: str, item: Found, starts: set[int]) -> bool:
        """Tell whether a place or given name is but the start of a longer name nobody listed.

        That is so before an unknown capitalised word, apart from those that follow places.
        """
        after = item.stop + 1
        if text[item.stop : after] != " " or not text[after : after + 1].isupper():
            return False
        if after in starts or _first_word(text[after : after + 24]) in self.neighbours.follows:
            return False
        if self.neighbours.follows and item.number in self.places:
            return True
        return text[item.start : item.stop] in self.neighbours.given


def _entry(form: str, cells: tuple[str, ...]) -> NameEntry:
    """Return the meaning that a row gives to the form as printed."""
    _, entity, kind, start, stop = cells
    kind = "name" if kind == "formal" else kind
    return NameEntry(form, entity, kind, start or None, stop or None)


class _Sorts(dict[str, int]):
    """The kind of word that a character is part of: 1 a spaced script's, 2 katakana, 0 none."""

    def __missing__(self, char: str) -> int:
        sort = 0
        if KATAKANA.match(char):
            sort = 2
        elif (char.isalnum() and not EAST_ASIAN.match(char)) or "\u0300" <= char <= "\u036f":
            sort = 1
        self[char] = sort
        return sort


_SORTS: Callable[[str], int] = _Sorts().__getitem__


def _joins_kanji(text: str, start: int) -> bool:
    """Tell whether a single-kanji name follows a kanji that makes another word of it."""
    return bool(KANJI.match(text[start - 1])) and text[start - 1] not in BEFORE_KANJI


def _part_of_dotted(text: str, item: Found, starts: set[int], stops: set[int]) -> bool:
    """Tell whether a katakana form is one part of a foreign name joined by ``・``.

    Two known names may be joined (ロシア・ウクライナ), and a long name may come first
    (カザフスタン・セメイ); otherwise it is a person's or a house's name (ジョージ・ワシントン).
    """
    before, after = item.start - 1, item.stop
    if not KATAKANA.match(text[item.start]) or not KATAKANA.match(text[item.stop - 1]):
        return False
    if before > 0 and text[before] == DOT and KATAKANA.match(text[before - 1]):
        return before not in stops
    if text[after : after + 1] == DOT and KATAKANA.match(text[after + 1 : after + 2]):
        return after + 1 not in starts and item.stop - item.start < 4
    return False


def _last_word(text: str) -> str:
    """Return the last word of a passage."""
    return text.rpartition(" ")[2].lstrip("(\"'«“‘")


def _first_word(text: str) -> str:
    """Return the first word of a passage, without what follows it."""
    found = re.match(r"\w+", text)
    return found.group() if found else ""
