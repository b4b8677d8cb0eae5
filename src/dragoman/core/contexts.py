"""What an event is about: PLOVER's contexts, by the topic words of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.core.tokens import Parse


@dataclass(frozen=True)
class ContextWords:
    """The topic words of a language (``contexts.toml``): lemma or form to contexts."""

    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> ContextWords:
        """Return the topic words of a table from context to words."""
        found: dict[str, tuple[str, ...]] = {}
        for context, words in table.items():
            for word in words:
                found[word.lower()] = (*found.get(word.lower(), ()), context)
        return cls(found)

    def contexts(self, parse: Parse, usual: Iterable[str]) -> tuple[str, ...]:
        """Return the usual contexts of an act, and then those that its sentence names.

        A topic of two words stands as the two words one after the other.
        """
        found = dict.fromkeys(usual)
        before = ""
        for token in parse.tokens:
            lemma = token.lemma.lower()
            for word in (lemma, token.text.lower(), f"{before} {lemma}"):
                found.update(dict.fromkeys(self.words.get(word, ())))
            before = lemma
        return tuple(found)
