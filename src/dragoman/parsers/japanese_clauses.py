"""What a tree of Japanese leaves unsaid: verbs of headlines, quoted clauses, and tense."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from dragoman.core.tokens import Token

CLAUSAL = frozenset(("VERB", "ADJ", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
QUOTING = frozenset(("と", "よう", "様", "って"))
ARGUMENTS = frozenset(("を", "に", "と", "へ", "が", "は", "で", "から"))


class Inflected(Protocol):
    """A word whose inflected form, or kind of noun, has UniDic's name."""

    @property
    def form(self) -> str:
        """The name of the form."""
        ...


def mark_headline_verbs(tokens: Sequence[Token], words: Sequence[Inflected]) -> None:
    """Make a noun of action a verb where it ends a clause and has arguments of its own.

    Headlines and series leave する out: 米国を訪問、首相と会談.
    """
    last = len(tokens) - 1
    for token in tokens:
        if token.pos != "NOUN" or words[token.index].form != "サ変可能":
            continue
        if token.index < last and tokens[token.index + 1].pos not in ("PUNCT", "SYM"):
            continue
        marks = _marks(tokens, token)
        if "を" in marks or (marks & ARGUMENTS and token.dep in ("root", "advcl")):
            token.pos = "VERB"


def _marks(tokens: Sequence[Token], head: Token) -> set[str]:
    """Return the particles of what hangs on a word."""
    below = {t.index for t in tokens if t.head == head.index and t.index < head.index}
    return {t.text for t in tokens if t.dep == "case" and t.head in below}


def mark_quoted_clauses(tokens: Sequence[Token]) -> None:
    """Make complements of the clauses that と and よう hang on the verb that reports or asks."""
    for token in tokens:
        if token.dep != "advcl" or tokens[token.head].pos not in CLAUSAL:
            continue
        below = [t for t in tokens if t.head == token.index and t.index > token.index]
        copular = any(t.dep == "cop" or t.dep == "aux" for t in below)
        if token.pos in NOMINAL and not copular:
            continue
        if any(t.text in QUOTING or t.lemma in QUOTING for t in below):
            token.dep = "xcomp"


def mark_tense(
    tokens: Sequence[Token], words: Sequence[Inflected], timeless: Collection[str]
) -> None:
    """Mark as future the verbs that stand in the plain form of the end of a clause.

    ``timeless`` are verbs whose plain form tells of what is done by saying it, or of a state.
    """
    for token in tokens:
        if token.pos != "VERB" or token.lemma in timeless:
            continue
        tail = _auxiliaries(tokens, token)
        last = tail[-1] if tail else token
        plain = words[last.index].form.startswith("終止形") and last.pos != "ADJ"
        if plain and all(t.lemma in ("する", "れる", "られる", "せる", "ます") for t in tail):
            token.feats = "Tense=Fut"


def _auxiliaries(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Return the auxiliaries behind a verb."""
    return [
        t for t in tokens if t.head == verb.index and t.index > verb.index and t.dep == "aux"
    ]
