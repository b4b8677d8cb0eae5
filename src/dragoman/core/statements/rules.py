"""What a language says about reporting: its verbs, marks, and the words around a statement."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.core.statements.quotations import Marks

NEVER = r"(?!)"


class Choice:
    """Patterns of which the first that matches counts."""

    def __init__(self, sources: list[str], flags: int) -> None:
        joined = sources if any("(?P<" in s for s in sources) else [_joined(sources)]
        self.patterns = tuple(re.compile(source, flags) for source in joined)

    def search(self, text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match anywhere between ``start`` and ``stop``."""
        for pattern in self.patterns:
            if match := pattern.search(text, start, stop):
                return match
        return None

    def match(self, text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match that begins at ``start``."""
        for pattern in self.patterns:
            if match := pattern.match(text, start, stop):
                return match
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the first match that is the whole text."""
        for pattern in self.patterns:
            if match := pattern.fullmatch(text):
                return match
        return None

    def finditer(self, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Yield the matches of each pattern in turn."""
        for pattern in self.patterns:
            yield from pattern.finditer(text, start, stop)


def _joined(sources: list[str]) -> str:
    return "|".join(f"(?:{source})" for source in sources)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report: the act they stand for, what they take, and the name of the rule.

    ``takes`` holds any of ``clause`` (with or without a complementiser), ``that`` (only with
    one), ``infinitive``, ``object``, ``audience`` (may stand between cue and content) and
    ``source`` (names the speaker: "according to").
    """

    name: str
    act: str
    takes: frozenset[str]


@dataclass(frozen=True)
class StatementRules:
    """The reporting words of one language, and the patterns that part speaker from content."""

    order: str
    marks: Marks
    cues: Mapping[str, Cue]
    cue: re.Pattern[str]
    patterns: Mapping[str, Choice]
    pronouns: frozenset[str]
    topics: frozenset[str] = frozenset()
    fold: bool = True
    limits: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> StatementRules:
        """Return the rules of a ``statements.toml`` table; a bad pattern raises ``ValueError``."""
        fold = bool(table.get("fold_case", True))
        cues = dict(_cues(table.get("cues", ()), fold))
        marks = table.get("marks", {})
        border = r"\b" if table.get("word_borders", True) else ""
        flags = re.IGNORECASE if fold else re.NOFLAG
        return cls(
            order=str(table.get("order", "medial")),
            marks=Marks.of(list(marks.get("pairs", ())), list(marks.get("straight", ()))),
            cues=cues,
            cue=re.compile(f"{border}{_any_of(cues)}{border}", flags),
            patterns={k: _pattern(k, v, flags) for k, v in table.get("patterns", {}).items()},
            pronouns=frozenset(table.get("pronouns", ())),
            topics=frozenset(table.get("topics", ())),
            fold=fold,
            limits=dict(table.get("limits", {})),
        )

    def cue_of(self, words: str) -> Cue:
        """Return the cue that these printed words are a form of."""
        return self.cues[_folded(words, self.fold)]

    def pattern(self, name: str) -> Choice:
        """Return the pattern of this name, or one that matches nothing."""
        return self.patterns.get(name, _NEVER)


_NEVER = Choice([NEVER], re.NOFLAG)


def _folded(words: str, fold: bool) -> str:
    return words.lower() if fold else words


def _cues(rows: Iterable[Mapping[str, Any]], fold: bool) -> Iterator[tuple[str, Cue]]:
    """Yield each printed form with its cue; an underscore in a form stands for a space."""
    for row in rows:
        takes = frozenset(row.get("takes", ()))
        for line in row["words"]:
            name, colon, rest = line.partition(":")
            forms = [form.replace("_", " ") for form in (rest if colon else line).split()]
            if not forms:
                raise ValueError(f"an empty line among the words of {row['act']}")
            cue = Cue(name if colon else forms[0], row["act"], takes)
            for form in forms:
                yield _folded(form, fold), cue


def _pattern(name: str, parts: str | list[str], flags: int) -> Choice:
    try:
        return Choice([parts] if isinstance(parts, str) else parts, flags)
    except re.error as problem:
        raise ValueError(f"pattern {name}: {problem}") from problem


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern that finds the longest of these words, shared beginnings read once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree) if tree else NEVER


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    choices = [re.escape(k) + _branch(v) for k, v in sorted(node.items()) if k]
    if not choices:
        return ""
    body = choices[0] if len(choices) == 1 and not ends else f"(?:{'|'.join(choices)})"
    return f"{body}?" if ends else body
