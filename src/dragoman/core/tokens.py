"""Words of a sentence with their syntax, in Universal Dependencies terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage (article offsets) to be parsed as one word, as if ``stand_in`` were printed there.

    Names, titles with names, dates and quotations are units where a parser would break them up.
    """

    start: int
    stop: int
    stand_in: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: ``text`` is what stands from ``start`` to ``stop``.

    ``units`` are passages that a parser takes as one word each, in text order.
    """

    start: int
    stop: int
    text: str
    units: tuple[Unit, ...] = ()


@dataclass(slots=True)
class Token:
    """A word: offsets in the article, lemma, UPOS, UD relation and the index of its head.

    The root of a sentence is its own head. ``feats`` holds UD features as ``Name=Value|…``.
    Parsers make tokens and nobody alters them afterwards (they are not frozen for speed only).
    """

    index: int
    start: int
    stop: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: str = ""


class Parse:
    """The words of one sentence as a tree."""

    def __init__(self, sentence: Sentence, tokens: Sequence[Token]) -> None:
        self.sentence = sentence
        self.tokens = tuple(tokens)

    @cached_property
    def children(self) -> tuple[tuple[Token, ...], ...]:
        """The dependents of each word, in text order."""
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token)
        return tuple(map(tuple, found))

    def head_of(self, token: Token) -> Token | None:
        """Return the word that governs this one, or ``None`` for the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def subtree(self, token: Token) -> Iterator[Token]:
        """Yield this word and all that depend on it, however deep."""
        yield token
        for child in self.children[token.index]:
            yield from self.subtree(child)

    def covering(self, start: int, stop: int) -> tuple[Token, ...]:
        """Return the words that touch the passage from ``start`` to ``stop``."""
        return tuple(t for t in self.tokens if t.start < stop and t.stop > start)


class Parser(Protocol):
    """Turns sentences into trees. A sentence that cannot be parsed gives ``None`` in its place."""

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Parse | None]:
        """Yield one parse, or ``None``, for each sentence, in order."""
        ...
