"""Whom a figure concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.core.document import Document
from dragoman.core.figures.amount import Amount
from dragoman.core.knowledge import Mention
from dragoman.core.records import Party
from dragoman.core.tokens import Sentence

MUTUAL = frozenset({"trade-turnover", "trade-balance", "agreements", "meetings", "joint-ventures"})
_BREAK = re.compile(r"[,;、，；:：()（）]")
_LONG = 60
_REACH = 400


def parties_of(amount: Amount, sentence: Sentence, document: Document) -> tuple[Party, ...]:
    """Return the parties that the amount concerns: the nearest, or both where it is mutual."""
    low = max(sentence.start, amount.span.start - _REACH)
    high = min(sentence.stop, amount.span.stop + _REACH)
    mentions = [m for m in document.mentions_in(low, high) if m.parties and m.kind != "place"]
    if not mentions:
        return ()
    mentions.sort(key=lambda m: _distance(m, amount, document.text))
    if amount.measure in MUTUAL:
        return _both(mentions, amount, document.text)
    nearest = mentions[0]
    return nearest.parties if len(nearest.parties) <= 2 or nearest.kind == "group" else ()


def _both(mentions: Sequence[Mention], amount: Amount, text: str) -> tuple[Party, ...]:
    """Return two parties: of one mention that stands for both, else the only two about it."""
    pair = next((m for m in mentions if len(m.parties) == 2), None)
    if pair is not None:
        return pair.parties
    known = _distinct(p for m in mentions for p in m.parties)
    if len(known) > 2:
        near = (m for m in mentions if _distance(m, amount, text) < _LONG)
        known = _distinct(p for m in near for p in m.parties)
    return tuple(known) if len(known) <= 2 else tuple(known[:1])


def _distinct(parties: Iterable[Party]) -> list[Party]:
    """Return the parties, each state or organisation once."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.id or party.name, party)
    return list(found.values())


def _distance(mention: Mention, amount: Amount, text: str) -> int:
    """Return how far a mention stands from an amount; speakers and other clauses are farther."""
    if mention.stop <= amount.span.start:
        low, high = mention.stop, amount.span.start
    else:
        low, high = amount.span.stop, mention.start
    marks = len(_BREAK.findall(text, low, high)) if low < high else 0
    person = _LONG if any(p.person for p in mention.parties) else 0
    return max(high - low, 0) + _LONG * marks + person
