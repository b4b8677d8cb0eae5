"""Statements where the reporting verb stands before or after what was said, or amid it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.core.statements.audiences import audience_of
from dragoman.core.statements.clauses import ENDS, Clause
from dragoman.core.statements.drafts import VEIL, Draft, Frame, Hit, Page, Range, quotation_from
from dragoman.core.statements.following import content_after, that_after
from dragoman.core.statements.preceding import content_before, second_part
from dragoman.core.statements.subjects import speaker_left


def read_medial(page: Page, hits: tuple[Hit, ...]) -> Iterator[Draft]:
    """Yield a draft for each of these reporting words that has content."""
    last: tuple[Frame, Range | None] | None = None
    for index, hit in enumerate(hits):
        frame = page.frame_at(hit.start)
        if not (frame.start <= hit.start and hit.stop <= frame.stop) or _doubled(hits, index):
            continue
        clause = Clause(page, frame, hit, _later(hits, index, frame))
        clause.earlier = last[1] if last and last[0] is frame else None
        for draft in _drafts(clause):
            last = frame, draft.speaker
            yield draft


def _doubled(hits: tuple[Hit, ...], index: int) -> bool:
    """Tell whether these words stand right after other reporting words, which they complete."""
    return index > 0 and hits[index].start - hits[index - 1].stop == 1


def _later(hits: tuple[Hit, ...], index: int, frame: Frame) -> tuple[Hit, ...]:
    found = []
    for hit in hits[index + 1 : index + 12]:
        if hit.start >= frame.stop:
            break
        found.append(hit)
    return tuple(found)


def _drafts(clause: Clause) -> Iterator[Draft]:
    """Yield what is said with these words, which may also be denied, bare, or no report."""
    owner = _possessor(clause)
    if owner:
        yield from _by_noun(clause, owner)
    elif not _is_idle(clause):
        yield from _by_verb(clause)


def _possessor(clause: Clause) -> Range | None:
    """Return whose report it is, where these words are a noun with a clause."""
    pattern = clause.rules.pattern
    owner = (
        pattern("possessor").search(clause.near)
        if pattern("after_noun").match(clause.right)
        else None
    )
    zero = clause.hit.start - len(clause.near)
    return (zero + owner.start("speaker"), zero + owner.end("speaker")) if owner else None


def _is_idle(clause: Clause) -> bool:
    """Tell whether nothing is reported with these words."""
    pattern, takes = clause.rules.pattern, clause.hit.cue.takes
    if "noun" in takes or pattern("not_reporting").search(clause.near):
        return True
    if pattern("no_content").match(clause.right) or clause.misread():
        return True
    return "source" not in takes and bool(pattern("no_subject").search(clause.near))


def _by_verb(clause: Clause) -> Iterator[Draft]:
    """Yield what is said with a verb, in the active or the passive, or by "according to"."""
    pattern = clause.rules.pattern
    told_as = pattern("as_clause").search(clause.left)
    if not clause.is_participle and pattern("passive").search(clause.near):
        yield from _by_agent(clause)
    elif told_as or "source" in clause.hit.cue.takes:
        yield from _by_source(clause, clause.base + told_as.start() if told_as else clause.at)
    else:
        yield from _by_place(clause)


def _by_place(clause: Clause) -> Iterator[Draft]:
    """Yield what stands before or after the verb."""
    quoted = clause.rules.pattern("after_quoted").search(clause.left)
    inserted = clause.right.startswith(",") and that_after(clause) is None
    before = content_before(clause) if quoted or inserted else None
    settled = before is not None and (inserted or clause.is_quoted(before[0]))
    after = None if settled else content_after(clause)
    before = before or (None if after else content_before(clause))
    if after:
        yield from _told(clause, after, speaker_left(clause))
    elif before:
        yield from _told(clause, *before)


def _by_noun(clause: Clause, owner: Range) -> Iterator[Draft]:
    """Yield the content of a noun that reports, such as "her claim that…".

    Where the noun opens the sentence, only a parse shows where its clause ends.
    """
    after = that_after(clause)
    if after and (clause.tree or clause.has_verb(clause.frame.start, owner[0])):
        yield _draft(clause, after, owner)


def _by_agent(clause: Clause) -> Iterator[Draft]:
    """Yield what is said in the passive, where the speaker is named."""
    match = clause.rules.pattern("agent").search(clause.right)
    after = that_after(clause) if match else None
    if match and after:
        yield from _told(clause, after, clause.group(match, "speaker"))


def _by_source(clause: Clause, opens: int) -> Iterator[Draft]:
    """Yield what stands beside "according to X" or "as X said", which opens at ``opens``."""
    placed = clause.rules.pattern("source_lead").search(clause.frame.text[:opens])
    match = clause.rules.pattern("source").match(clause.right) if placed else None
    if not match or not match["speaker"].strip():
        return
    speaker = clause.group(match, "speaker")
    if not clause.frame.text[:opens].strip(ENDS):
        content = clause.trim(clause.hit.stop + match.end(), clause.frame.stop)
    elif clause.has_verb(clause.frame.start, clause.frame.start + opens):
        content = clause.trim(clause.frame.start, clause.frame.start + opens)
    else:
        content = clause.trim(clause.hit.stop + match.end(), clause.frame.stop)
    if content:
        yield _draft(clause, content, speaker)


def _told(clause: Clause, content: Range, speaker: Range | None) -> Iterator[Draft]:
    yield _draft(clause, content, speaker)
    rest = second_part(clause, content)
    if rest:
        yield _draft(clause, rest, speaker)


def _draft(clause: Clause, content: Range, speaker: Range | None) -> Draft:
    one = quotation_from(clause.frame, content[0]) or clause.next_one(content[0])
    form = "indirect"
    if one and one.close >= content[1]:
        content, form = (one.start, one.stop), "direct"
    elif (
        VEIL in clause.frame.text[content[0] - clause.frame.start : content[1] - clause.frame.start]
    ):
        form = "mixed"
    start = min(clause.frame.start, content[0])
    evidence = (start, max(clause.frame.stop, content[1]))
    cue = clause.hit.cue
    name = f"{cue.act}:{cue.name}"
    return Draft(
        content,
        (clause.hit.start, clause.hit.stop),
        speaker,
        cue.act,
        form,
        name,
        evidence,
        audience=_audience(clause, content),
    )


def _audience(clause: Clause, content: Range) -> Range | None:
    """Return whom the words after the verb, up to the content, name as hearers."""
    ahead = content[0] > clause.hit.stop
    words = clause.right[: content[0] - clause.hit.stop] if ahead else clause.right[:120]
    told = "told" if "audience" in clause.hit.cue.takes else "audience"
    return audience_of(clause.rules.pattern(told), words, clause.hit.stop)
