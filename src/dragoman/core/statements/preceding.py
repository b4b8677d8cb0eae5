"""What was said, where it stands before the reporting verb, or on both sides of it."""

from __future__ import annotations

from dragoman.core.statements.clauses import Clause
from dragoman.core.statements.drafts import Range, quotation_from, quotation_to
from dragoman.core.statements.subjects import is_setting, speaker_left


def content_before(clause: Clause) -> tuple[Range, Range | None] | None:
    """Return what is said left of the verb, with its speaker on either side."""
    if not clause.hit.cue.takes & {"clause", "quotation", "that", "infinitive"}:
        return None
    ended = clause.rules.pattern("ends_content").search(clause.left)
    match = clause.rules.pattern("speaker_right").match(clause.right) if ended else None
    if ended and match and not is_setting(clause, match["speaker"]):
        return _ended_at(clause, ended.start(), clause.group(match, "speaker"))
    speaker = speaker_left(clause)
    lead = clause.left[: max(0, speaker[0] - clause.frame.start - clause.base)] if speaker else ""
    ended = clause.rules.pattern("ends_content").search(lead) or ended
    return _ended_at(clause, ended.start(), speaker) if ended else None


def _ended_at(
    clause: Clause, offset: int, speaker: Range | None
) -> tuple[Range, Range | None] | None:
    stop = clause.frame.start + clause.base + offset
    while stop > clause.frame.start and clause.page.text[stop - 1] in " \t\xa0":
        stop -= 1
    one = quotation_to(clause.frame, stop)
    if not clause.quote_ends(one) if one else "clause" not in clause.hit.cue.takes:
        return None
    if one and (one.open <= clause.frame.start or clause.starts(one.open)):
        return (one.open, one.close), speaker
    if one is None and (clause.is_participle or clause.starts(stop)):
        return None
    content = clause.trim(clause.frame.start, stop)
    if content and one is None and not clause.has_verb(clause.frame.start, stop):
        content = _whole(clause, speaker)
    return (content, speaker) if content else None


def _whole(clause: Clause, speaker: Range | None) -> Range | None:
    """Return the sentence around an inserted "he said", if it goes on after it."""
    told = max(clause.hit.stop, speaker[1] if speaker else 0)
    goes_on = clause.page.text[told : clause.frame.stop].lstrip().startswith((",", "—", "–"))
    if not goes_on or not clause.has_verb(told, clause.frame.stop):
        return None
    return clause.trim(clause.frame.start, clause.frame.stop)


def second_part(clause: Clause, content: Range) -> Range | None:
    """Return the second half of a quotation that the verb interrupts."""
    if content[0] >= clause.hit.start:
        return None
    match = clause.rules.pattern("second_part").match(clause.right)
    one = quotation_from(clause.frame, clause.hit.stop + match.end()) if match else None
    return (one.open, one.close) if one else None
