"""Who speaks: the party behind the words that name a speaker."""

from __future__ import annotations

from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Party
from dragoman.core.statements.drafts import Range
from dragoman.core.statements.rules import StatementRules

PRINTED_LIMIT = 120


def party_of(document: Document, words: Range, rules: StatementRules) -> Party:
    """Return the party that these words name: resolved by a mention, else as printed."""
    start, stop = words
    span = document.span(start, min(stop, start + PRINTED_LIMIT))
    mention = _head_mention(document, words, rules)
    known = mention.parties[0] if mention else None
    if known and (known.id or known.person):
        return known
    if known and known.via != "pronoun":
        return replace(known, name=span.text, span=span)
    via = "pronoun" if span.text.lower() in rules.pronouns else "title"
    role = _role(span.text, rules)
    owner = _owner(document, words) if role else None
    if owner:
        return replace(owner, role=role, person=None, via="title", span=span)
    return Party(None, span.text, role, None, via, span)


def _head_mention(document: Document, words: Range, rules: StatementRules) -> Mention | None:
    """Return the mention that covers the head of these words: the last in head-final languages."""
    found = [m for m in document.mentions_in(words[0], words[1]) if m.parties]
    if not found:
        return _covering(document, words)
    if rules.order == "final":
        last = found[-1]
        return last if last.stop >= words[1] - 1 else None
    owned = rules.pattern("owner_lead")
    free = [m for m in found if not owned.search(document.text[words[0] : m.start])]
    named = next((m for m in free if m.parties[0].person), None)
    return named or (free[0] if free else None)


def _covering(document: Document, words: Range) -> Mention | None:
    before = document.mentions_in(max(0, words[0] - 80), words[0])
    if before and before[-1].stop >= words[1] and before[-1].parties:
        return before[-1]
    return None


def _owner(document: Document, words: Range) -> Party | None:
    """Return the first party named amid these words: the state of an unnamed official."""
    for mention in document.mentions_in(*words):
        if mention.parties:
            return mention.parties[0]
    return None


def _role(printed: str, rules: StatementRules) -> str | None:
    """Return the sector code of the role that these words name."""
    for code in ("GOV", "MIL", "LEG", "JRN", "BUS", "CVL", "JUD", "COP"):
        if rules.pattern(f"role_{code}").search(printed):
            return code
    return None
