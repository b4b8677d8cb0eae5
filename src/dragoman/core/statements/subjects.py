"""The words that name who speaks, where the verb follows its subject."""

from __future__ import annotations

from dragoman.core.statements.clauses import Clause
from dragoman.core.statements.drafts import Range


def speaker_left(clause: Clause) -> Range | None:
    """Return the words left of the verb that name who speaks, by the parse or by their place."""
    shown = clause.tree.speaker() if clause.tree else None
    if shown and shown[1] <= clause.hit.start:
        return shown
    pattern = clause.rules.pattern
    helping = pattern("auxiliaries").search(clause.near)
    bare = len(clause.left) - (len(clause.near) - helping.start() if helping else 0)
    left = clause.left[:bare]
    helped = len(left.rstrip()) < len(clause.left.rstrip())
    if not helped and pattern("participle").search(clause.words):
        return _opening(clause)
    match = pattern("speaker_left").search(left)
    if not match or not match["speaker"].strip() or is_setting(clause, match["speaker"]):
        return _opening(clause)
    start, stop = _named(clause, match["speaker"], match.start("speaker"))
    return clause.trim(clause.zero + start, clause.zero + stop)


def _named(clause: Clause, words: str, start: int) -> Range:
    """Return the place of the name in these words: without a connective, or only a pronoun."""
    last = words.rfind(" ") + 1
    if words[last:].lower() in clause.rules.pronouns:
        return start + last, start + len(words)
    lead = clause.rules.pattern("speaker_lead").match(words)
    return start + (lead.end() if lead else 0), start + len(words)


def is_setting(clause: Clause, words: str) -> bool:
    """Tell whether these words only say when, where or why."""
    return bool(clause.rules.pattern("no_speaker").fullmatch(words.strip()))


def _opening(clause: Clause) -> Range | None:
    """Return who spoke last in the sentence, else its first words where they name a speaker."""
    if clause.earlier:
        return clause.earlier
    match = clause.rules.pattern("subject").match(clause.frame.text, 0, 320)
    if not match or match.end("speaker") > clause.at or is_setting(clause, match["speaker"]):
        return None
    start, stop = match.span("speaker")
    first = match["speaker"].split(" ", 1)[0]
    stop = start + len(first) if first.lower() in clause.rules.pronouns else stop
    return clause.trim(clause.frame.start + start, clause.frame.start + stop)
