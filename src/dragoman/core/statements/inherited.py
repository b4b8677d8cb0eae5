"""Quotations without reporting words of their own: speech of whoever spoke last, or no speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.core.statements.drafts import Draft, Page
from dragoman.core.statements.quotations import Quotation

_FINAL = (".", "!", "?", "。", "！", "？")
_ENDS = " \t\n\r\u3000.,;:!?…—–-。、"


def read_inherited(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each quotation that is a speech of its own and not yet read.

    The speaker is that of the statement before it, not more than a paragraph away.
    """
    ordered = sorted(drafts, key=lambda d: d.evidence)
    starts = [d.evidence[0] for d in ordered]
    taken = [(d.content[0] - 1, d.content[1] + 1) for d in ordered]
    last: Draft | None = None
    for one in page.quotations:
        if one.depth or _covered(one, ordered, (starts, taken)):
            continue
        credited = _credited(page, one)
        if credited:
            yield credited
            continue
        if not _is_speech(page, one):
            continue
        before = bisect_left(starts, one.open)
        earlier = _outside(ordered, before, page)
        if last and (earlier is None or last.content[0] > earlier.content[0]):
            earlier = last
        found = _inherit(page, one, earlier)
        if found:
            last = found
            yield found


def _credited(page: Page, one: Quotation) -> Draft | None:
    """Return a quotation whose speaker is printed after a dash, or before a colon."""
    line = page.text.rfind("\n", 0, one.open) + 1
    before = page.rules.pattern("introduced").fullmatch(
        page.text[max(line, one.open - 90) : one.open]
    )
    after = page.rules.pattern("credit").match(page.text, one.close, one.close + 120)
    if not before and not after:
        return None
    if before:
        start = max(line, one.open - 90)
        speaker = start + before.start("speaker"), start + before.end("speaker")
    else:
        assert after is not None
        speaker = after.span("speaker")
    evidence = min(one.open, speaker[0]), max(one.close, speaker[1])
    return Draft((one.start, one.stop), None, speaker, "say", "direct", "say:credit", evidence)


def _outside(ordered: list[Draft], before: int, page: Page) -> Draft | None:
    """Return the last draft before this one whose verb stands in no quotation."""
    for index in range(before - 1, max(-1, before - 12), -1):
        draft = ordered[index]
        if draft.cue is None or page.around(draft.cue[0]) < 0:
            return draft
    return None


def _covered(
    one: Quotation, ordered: list[Draft], places: tuple[list[int], list[tuple[int, int]]]
) -> bool:
    """Tell whether a statement already holds this quotation, or says it is part of its words."""
    starts, taken = places
    until = bisect_left(starts, one.close)
    for index in range(until - 1, max(-1, until - 24), -1):
        start, stop = taken[index]
        cue = ordered[index].cue
        outside = cue is None or cue[1] <= one.open or cue[0] >= one.close
        if outside and start < one.stop and one.start < stop:
            return True
    return False


def _is_speech(page: Page, one: Quotation) -> bool:
    """Tell whether a quotation stands as a sentence of its own and is long enough for speech."""
    words = page.text[one.start : one.stop]
    ended = words.rstrip().endswith(_FINAL)
    if not ended and len(words) < page.rules.limits.get("speech", 20):
        return False
    if not _alone(page, one):
        return False
    return one.resumes or bool(page.rules.pattern("speech").search(words))


def _alone(page: Page, one: Quotation) -> bool:
    first = page.document.sentences[page.document.sentence_at(one.open)]
    final = page.document.sentences[page.document.sentence_at(max(one.open, one.close - 1))]
    lead = page.text[first.start : one.open].strip(_ENDS)
    tail = page.text[one.close : final.stop].strip(_ENDS)
    if lead and page.rules.pattern("quotation_predicate").search(lead):
        return not tail
    return not tail and (not lead or bool(page.rules.pattern("connective").fullmatch(lead)))


def _inherit(page: Page, one: Quotation, earlier: Draft | None) -> Draft | None:
    if earlier is None:
        return None
    gap = page.text[min(earlier.evidence[1], one.open) : one.open]
    if gap.count("\n") > page.rules.limits.get("paragraph_breaks", 2) or len(gap) > 600:
        return None
    speaker = earlier.speaker
    return Draft(
        content=(one.start, one.stop),
        cue=None,
        speaker=speaker,
        act="say",
        form="direct",
        rule="say:inherited",
        evidence=(one.open, one.close),
        inherited=True,
        sure=0.6,
    )
