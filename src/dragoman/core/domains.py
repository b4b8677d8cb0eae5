"""Walks of life in which the words of states mean something else: sport, fiction, the weather."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from dragoman.core.knowledge import Mention
from dragoman.core.tokens import Parse

# Who acts for a state or in arms, so that even a sentence on sport may tell of politics.
PUBLIC_ROLES = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "UAF", "IGO", "PRM"))


@dataclass(frozen=True)
class DomainWords:
    """The telltale words of other walks of life (``domains.toml``): lemma to domain."""

    words: Mapping[str, str]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> DomainWords:
        """Return the words of a table from domain to words."""
        return cls({word.lower(): domain for domain, words in table.items() for word in words})

    def domain(self, parse: Parse, covered: Container[int]) -> str | None:
        """Return the other walk of life that a sentence tells of, if any.

        A word of two stands as the two one after the other; words inside names do not count.
        """
        before = ""
        for token in parse.tokens:
            if token.index in covered:
                before = ""
                continue
            lemma = token.lemma.lower()
            for word in (lemma, token.text.lower(), f"{before} {lemma}"):
                if word in self.words:
                    return self.words[word]
            before = lemma
        return None


def is_official(mentions: Iterable[Mention]) -> bool:
    """Tell whether an office holder, an authority or an armed force is among the mentions."""
    parties = (party for mention in mentions for party in mention.parties)
    return any(party.person or party.role in PUBLIC_ROLES for party in parties)
