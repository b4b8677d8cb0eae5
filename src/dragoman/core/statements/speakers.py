"""Who speaks: the party behind the words that name a speaker."""

from __future__ import annotations

from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Party
from dragoman.core.statements.drafts import Range
from dragoman.core.statements.rules import StatementRules

PRINTED_LIMIT = 120
ROLES = ("GOV", "MIL", "LEG", "JRN", "BUS", "CVL", "JUD", "COP")
# Names of places and peoples, which also stand inside the names of persons and offices.
PLAIN = frozenset(("name", "demonym", "capital", "group"))


def party_of(document: Document, words: Range, rules: StatementRules) -> Party:
    """Return the party that these words name: resolved by a mention, else as printed."""
    start, stop = words
    span = document.span(start, min(stop, start + PRINTED_LIMIT))
    mention = _head_mention(document, words, rules)
    known = mention.parties[0] if mention else None
    if mention and known and (known.id or known.person):
        if _is_whole(document, words, mention) or known.person:
            return known
        role = _role(span.text, rules)
        if role:
            return replace(known, role=role, via="title", span=span)
    elif known and known.via != "pronoun":
        return replace(known, name=span.text, span=span)
    return _unnamed(document, words, rules)


def _unnamed(document: Document, words: Range, rules: StatementRules) -> Party:
    """Return a party as printed, with the state of an official who has a role but no name."""
    span = document.span(words[0], min(words[1], words[0] + PRINTED_LIMIT))
    via = "pronoun" if span.text.lower() in rules.pronouns else "title"
    role = _role(span.text, rules)
    owner = _owner(document, words) if role else None
    if owner and owner.id:
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
    text = document.text
    free = [
        m
        for m in found
        if not owned.search(text[words[0] : m.start]) and not _is_part(text, words, m)
    ]
    named = next((m for m in free if m.parties[0].person and m.kind != "pronoun"), None)
    return named or (free[0] if free else None)


def _is_part(text: str, words: Range, mention: Mention) -> bool:
    """Tell whether this mention is only part of a longer name ("Brit" in "Brit Hume")."""
    before = text[words[0] : mention.start].split(" ")
    after = text[mention.stop : words[1]].lstrip()
    if mention.kind == "pronoun":
        return after[:1].isupper()
    if mention.kind not in PLAIN or len(before) < 2 or before[-1]:
        return False
    return before[-2][:1].isupper() and len(before) > 2


def _is_whole(document: Document, words: Range, mention: Mention) -> bool:
    """Tell whether the words are the mention itself, but for an article or an afterthought."""
    lead = document.text[words[0] : mention.start].strip()
    rest = document.text[mention.stop : words[1]].lstrip()
    if mention.kind not in PLAIN:
        return True
    return " " not in lead and len(lead) <= 4 and (not rest or not rest[0].isalpha())


def _covering(document: Document, words: Range) -> Mention | None:
    before = document.mentions_in(max(0, words[0] - 80), words[0])
    if before and before[-1].stop >= words[1] and before[-1].parties:
        return before[-1]
    return None


def _owner(document: Document, words: Range) -> Party | None:
    """Return the first party named amid these words: the state of an unnamed official."""
    for mention in document.mentions_in(*words):
        if mention.parties and mention.kind != "pronoun":
            return mention.parties[0]
    return None


def _role(printed: str, rules: StatementRules) -> str | None:
    """Return the sector code of the role that these words name."""
    return next((code for code in ROLES if rules.pattern(f"role_{code}").search(printed)), None)
