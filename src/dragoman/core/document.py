"""An article in the middle of being read: each stage adds what it found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from dragoman.core.knowledge import Mention
from dragoman.core.records import Article, Interval, Span
from dragoman.core.tokens import Parse, Sentence


@dataclass(frozen=True)
class Document:
    """An article with its sentences, dates, mentions and parses, all in text order.

    ``parses`` runs beside ``sentences``; a sentence that was not parsed has ``None``.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[Interval, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parses: tuple[Parse | None, ...] = field(default=())

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def span(self, start: int, stop: int) -> Span:
        """Return the passage from ``start`` to ``stop``."""
        return Span(start, stop, self.article.text[start:stop])

    def mentions_in(self, start: int, stop: int) -> tuple[Mention, ...]:
        """Return the mentions that begin from ``start`` up to, not including, ``stop``."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        last = bisect_left(self.mentions, stop, key=lambda m: m.start)
        return self.mentions[first:last]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds this offset (or the last before it)."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)
