"""Statements where the reporting verb stands before or after what was said, or amid it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.core.statements.audiences import audience_of
from dragoman.core.statements.drafts import (
    VEIL,
    Draft,
    Frame,
    Hit,
    Page,
    Range,
    quotation_from,
    quotation_to,
)
from dragoman.core.statements.quotations import Quotation
from dragoman.core.statements.subjects import speaker_left
from dragoman.core.statements.trees import tree_at

# How far from the verb its speaker and content are looked for, in characters.
WINDOW = 320
_ASIDE = re.compile(r"[((][^()()]{1,80}[))]")
_PAUSES = tuple(",.!?…")
_RESTS = (",", "—", "–", "-")
_CLOSING = " \u00a0’\"'”»"
_ENDS = " \t\n\r.,;:!?…—–-"


def read_medial(page: Page, hits: tuple[Hit, ...]) -> Iterator[Draft]:
    """Yield a draft for each of these reporting words that has content."""
    last: tuple[Frame, Range | None] | None = None
    for index, hit in enumerate(hits):
        frame = page.frame_at(hit.start)
        if not (frame.start <= hit.start and hit.stop <= frame.stop):
            continue
        clause = Clause(page, frame, hit, _later(hits, index, frame))
        clause.earlier = last[1] if last and last[0] is frame else None
        for draft in clause.drafts():
            last = frame, draft.speaker
            yield draft


def _without_asides(text: str) -> str:
    """Return the text with what stands in brackets blanked, letter for letter."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), text) if "(" in text else text


def _later(hits: tuple[Hit, ...], index: int, frame: Frame) -> tuple[Hit, ...]:
    found = []
    for hit in hits[index + 1 : index + 12]:
        if hit.start >= frame.stop:
            break
        found.append(hit)
    return tuple(found)


class Clause:
    """One reporting verb with the words left and right of it in its frame."""

    def __init__(self, page: Page, frame: Frame, hit: Hit, later: tuple[Hit, ...]) -> None:
        self.page, self.frame, self.hit, self.later = page, frame, hit, later
        self.rules = page.rules
        self.at = hit.start - frame.start
        self.end = hit.stop - frame.start
        self.base = max(0, self.at - WINDOW)
        self.zero = frame.start + self.base
        self.words = page.text[hit.start : hit.stop]
        self.left = _without_asides(frame.text[self.base : self.at])
        self.right = frame.text[self.end : self.end + WINDOW]
        self.earlier: Range | None = None
        self.tree = tree_at(page, frame.sentence, hit.start)

    def trim(self, start: int, stop: int) -> Range | None:
        """Return this range without spaces and pauses at its ends, or nothing."""
        text = self.page.text
        while start < stop and (text[start] in _ENDS):
            start += 1
        while stop > start and text[stop - 1] in _ENDS:
            stop -= 1
        return (start, stop) if start < stop else None

    def drafts(self) -> Iterator[Draft]:
        """Yield what is said with this verb: nothing where it is denied, a noun, or bare."""
        pattern = self.rules.pattern
        if pattern("not_reporting").search(self.left) or pattern("no_content").match(self.right):
            return
        if self._misread():
            return
        told_as = pattern("as_clause").search(self.left)
        if told_as or "source" in self.hit.cue.takes:
            yield from self._by_source(self.base + told_as.start() if told_as else self.at)
            return
        before = self._content_before() if pattern("after_quoted").search(self.left) else None
        after = self._content_after() if not before else None
        before = before or (self._content_before() if not after else None)
        if after:
            yield from self._told(after, speaker_left(self))
        elif before:
            yield from self._told(*before)

    def _misread(self) -> bool:
        """Tell whether the word is no verb here, or an attitude inside somebody's own speech."""
        takes = self.hit.cue.takes
        if "attitude" in takes and self.page.around(self.hit.start) >= 0:
            return True
        if "source" in takes or self.tree is None:
            return False
        return not self.tree.reports

    # ---- content after the verb

    def _content_after(self) -> Range | None:
        readers = (
            self._quoted_after,
            self._that_after,
            self._infinitive,
            self._bare_after,
            self._quoted_next,
        )
        for read in readers:
            found = read()
            if found:
                return found
        return None

    def _quoted_after(self) -> Range | None:
        match = self.rules.pattern("before_quotation").match(self.right)
        if not match:
            return None
        one = quotation_from(self.frame, self.hit.stop + match.end())
        return (one.open, one.close) if one and self._quote_ends(one) else None

    def _quoted_next(self) -> Range | None:
        """Return the quotation that opens the next sentence, where this one only says who spoke."""
        if not self.rules.pattern("announces_quotation").fullmatch(self.right):
            return None
        index = bisect_left(self.page.opens, self.frame.stop)
        if index == len(self.page.opens) or self.frame.inside:
            return None
        one = self.page.quotations[index]
        gap = self.page.text[self.frame.stop : one.open]
        within = "\n" not in gap or self.right.rstrip().endswith(":")
        return (one.open, one.close) if within and not gap.strip() else None

    def _quote_ends(self, one: Quotation) -> bool:
        """Tell whether what is said ends with this quotation and does not go on after it."""
        rest = self.frame.text[one.close - self.frame.start :]
        if not rest.strip(_ENDS) or rest.lstrip().startswith(_RESTS):
            return True
        return self.page.text[one.start : one.stop].rstrip(_CLOSING).endswith(_PAUSES)

    def _that_after(self) -> Range | None:
        if not self.hit.cue.takes & {"clause", "that"}:
            return None
        match = self.rules.pattern("complementiser").match(self.right)
        return self._to_end(match.end()) if match else None

    def _infinitive(self) -> Range | None:
        takes = self.hit.cue.takes
        name = "person_infinitive" if "person" in takes else "infinitive"
        if "infinitive" not in takes:
            return None
        match = self.rules.pattern(name).match(self.right)
        return self._to_end(match.start("content")) if match else None

    def _bare_after(self) -> Range | None:
        takes = self.hit.cue.takes
        told = "audience" if "audience" in takes else "clause"
        names = [n for n in (told, "object") if n in takes]
        for name in names:
            match = self.rules.pattern(f"bare_{name}").match(self.right)
            if match and self._may_be_bare(name):
                return self._to_end(match.start("content"))
        return None

    def _may_be_bare(self, name: str) -> bool:
        """Tell whether content may follow with no word between: no purpose, no plain object."""
        if name == "object":
            return not self.rules.pattern("purpose").search(self.left)
        return self.tree is None or self.tree.has_clause

    def _to_end(self, offset: int) -> Range | None:
        """Return the content from ``offset`` right of the verb to where its clause ends."""
        start = self.hit.stop + offset
        stop = self.frame.stop
        for later in self.later:
            gap = self.frame.text[start - self.frame.start : later.start - self.frame.start]
            match = self.rules.pattern("new_clause").search(gap)
            if match:
                stop = start + match.start()
                break
        if self.rules.pattern("relative").search(self.left):
            comma = self.frame.text.find(",", start - self.frame.start)
            stop = min(stop, self.frame.start + comma) if comma > 0 else stop
        shown = self.tree.content_stop(start) if self.tree else None
        return self.trim(start, min(stop, shown) if shown else stop)

    # ---- content before the verb

    def _content_before(self) -> tuple[Range, Range | None] | None:
        if not self.hit.cue.takes & {"clause", "quotation", "that", "infinitive"}:
            return None
        ended = self.rules.pattern("ends_content").search(self.left)
        match = self.rules.pattern("speaker_right").match(self.right) if ended else None
        if ended and match:
            return self._ended_at(ended.start(), self._group(match, "speaker"))
        speaker = speaker_left(self)
        lead = self.left[: max(0, speaker[0] - self.frame.start - self.base)] if speaker else ""
        ended = self.rules.pattern("ends_content").search(lead) or ended
        return self._ended_at(ended.start(), speaker) if ended else None

    def _group(self, match: re.Match[str], name: str) -> Range:
        """Return the place of a group in the article; of a pronoun, only the pronoun."""
        start, stop = match.span(name)
        first = match[name].split(" ", 1)[0]
        if first.lower() in self.rules.pronouns:
            stop = start + len(first)
        return self.hit.stop + start, self.hit.stop + stop

    def _ended_at(self, offset: int, speaker: Range | None) -> tuple[Range, Range | None] | None:
        stop = self.frame.start + self.base + offset
        while stop > self.frame.start and self.page.text[stop - 1] in " \t\xa0":
            stop -= 1
        one = quotation_to(self.frame, stop)
        if not self._quote_ends(one) if one else "clause" not in self.hit.cue.takes:
            return None
        if one and (one.open <= self.frame.start or self._starts(one.open)):
            return (one.open, one.close), speaker
        content = self.trim(self.frame.start, stop)
        return (content, speaker) if content else None

    def _starts(self, offset: int) -> bool:
        lead = self.frame.text[: offset - self.frame.start]
        return not lead.strip(_ENDS) or bool(
            self.rules.pattern("connective").fullmatch(lead.strip())
        )

    # ---- "according to"

    def _by_source(self, opens: int) -> Iterator[Draft]:
        """Yield what stands beside "according to X" or "as X said", which opens at ``opens``."""
        placed = self.rules.pattern("source_lead").search(self.frame.text[:opens])
        match = self.rules.pattern("source").match(self.right) if placed else None
        if not match or not match["speaker"].strip():
            return
        speaker = self._group(match, "speaker")
        if not self.frame.text[:opens].strip(_ENDS):
            content = self.trim(self.hit.stop + match.end(), self.frame.stop)
        else:
            content = self.trim(self.frame.start, self.frame.start + opens)
        if content:
            yield self._draft(content, speaker)

    # ---- drafts

    def _told(self, content: Range, speaker: Range | None) -> Iterator[Draft]:
        yield self._draft(content, speaker)
        rest = self._second_part(content)
        if rest:
            yield self._draft(rest, speaker)

    def _second_part(self, content: Range) -> Range | None:
        """Return the second half of a quotation that the verb interrupts."""
        if content[0] >= self.hit.start:
            return None
        match = self.rules.pattern("second_part").match(self.right)
        one = quotation_from(self.frame, self.hit.stop + match.end()) if match else None
        return (one.open, one.close) if one else None

    def _next_one(self, offset: int) -> Quotation | None:
        """Return the quotation after this frame that opens at ``offset``."""
        index = bisect_left(self.page.opens, offset)
        known = offset >= self.frame.stop and index < len(self.page.opens)
        return self.page.quotations[index] if known else None

    def _draft(self, content: Range, speaker: Range | None) -> Draft:
        one = quotation_from(self.frame, content[0]) or self._next_one(content[0])
        form = "indirect"
        if one and one.close >= content[1]:
            content, form = (one.start, one.stop), "direct"
        elif VEIL in self.frame.text[content[0] - self.frame.start : content[1] - self.frame.start]:
            form = "mixed"
        start = min(self.frame.start, content[0])
        evidence = (start, max(self.frame.stop, content[1]))
        cue = self.hit.cue
        name = f"{cue.act}:{cue.name}"
        return Draft(
            content,
            (self.hit.start, self.hit.stop),
            speaker,
            cue.act,
            form,
            name,
            evidence,
            audience=self._audience(content),
        )

    def _audience(self, content: Range) -> Range | None:
        """Return whom the words after the verb, up to the content, name as hearers."""
        ahead = content[0] > self.hit.stop
        words = self.right[: content[0] - self.hit.stop] if ahead else self.right[:120]
        told = "told" if "audience" in self.hit.cue.takes else "audience"
        return audience_of(self.rules.pattern(told), words, self.hit.stop)
