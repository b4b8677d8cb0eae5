"""Statements where the reporting verb closes the clause and what was said stands before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

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

# How far before the verb its content and speaker are looked for, in characters.
WINDOW = 600
_ENDS = " \t\n\r\u3000、。,."


@dataclass(frozen=True, slots=True)
class Named:
    """Words before a particle that may name who speaks; ``rank`` 0 is a person or institution."""

    start: int
    stop: int
    after: int
    rank: int
    topic: bool
    comma: bool


def read_final(page: Page, hits: tuple[Hit, ...]) -> Iterator[Draft]:
    """Yield a draft for each of these reporting words that has content."""
    last: Draft | None = None
    for hit in hits:
        frame = page.frame_at(hit.start)
        if not (frame.start <= hit.start and hit.stop <= frame.stop):
            continue
        same = last if last and frame.start <= last.evidence[0] < frame.stop else None
        clause = FinalClause(page, frame, hit, same)
        draft = clause.draft()
        if draft and clause.stands(draft):
            last = draft
            yield draft


class FinalClause:
    """One reporting verb with the words before it in its frame."""

    def __init__(self, page: Page, frame: Frame, hit: Hit, earlier: Draft | None) -> None:
        self.page, self.frame, self.hit, self.earlier = page, frame, hit, earlier
        self.rules = page.rules
        self.after_source = earlier is not None and earlier.sourced
        at = hit.start - frame.start
        floor = self._floor(earlier) - frame.start
        self.base = max(floor, at - WINDOW, 0)
        self.left = frame.text[self.base : at]
        self.right = frame.text[at + len(page.text[hit.start : hit.stop]) :][:80]
        self.zero = frame.start + self.base

    def _floor(self, earlier: Draft | None) -> int:
        """Return where the words of an earlier verb of the sentence end."""
        if not earlier or not earlier.cue or earlier.cue[1] > self.hit.start:
            return self.frame.start
        gap = self.page.text[earlier.cue[1] : self.hit.start]
        comma = gap.find("、")
        return earlier.cue[1] + (comma + 1 if 0 <= comma < 12 else 0)

    def stands(self, draft: Draft) -> bool:
        """Tell whether the verb closes its clause, and is not itself part of what is said."""
        if draft.form == "direct" or "source" in self.hit.cue.takes:
            return True
        if self.after_source and draft.inherited:
            return False
        return bool(self.rules.pattern("clause_end").match(self.right))

    def draft(self) -> Draft | None:
        """Return what is said with this verb, or nothing where it has no content."""
        pattern = self.rules.pattern
        if pattern("no_content").match(self.right) or pattern("proverb").search(self.left):
            return None
        if "source" in self.hit.cue.takes:
            return self._by_source()
        forward = pattern("announces_quotation").search(self.left)
        if forward:
            return self._next_quotation(forward.start())
        stop, middle = self._link()
        return self._linked(stop, middle) if stop > 0 else None

    # ---- where the content ends

    def _link(self) -> tuple[int, int]:
        """Return where the content ends and the words between it and the verb begin, or -1."""
        for take in ("linked", "clause", "question", "noun", "request", "object"):
            if take not in self.hit.cue.takes:
                continue
            match = self.rules.pattern(f"link_{take}").search(self.left)
            if match:
                return match.start("link"), match.end("link")
        return -1, -1

    def _next_quotation(self, stop: int) -> Draft | None:
        """Return the quotation that these words announce ("said as follows:")."""
        index = bisect_left(self.page.opens, self.hit.stop)
        if index == len(self.page.quotations):
            return None
        one = self.page.quotations[index]
        gap = self.page.text[self.hit.stop : one.open]
        if len(gap) > 14 or not self.rules.pattern("to_quotation").fullmatch(gap):
            return None
        return self._made((one.start, one.stop), self._speaker(0, stop), "direct", one.close)

    # ---- the parts

    def _linked(self, stop: int, middle: int) -> Draft | None:
        late = self._names(middle, len(self.left))
        chosen = late[-1] if late else self._choose(self._names(0, self._quote_start(stop)))
        speaker = self._place(chosen)
        start = self._past_settings(chosen.after if chosen and not late else 0, stop)
        content = self._shrink(start, stop)
        if content[1] - content[0] < self.rules.limits.get("content", 3):
            return None
        form = self._form(content)
        inner = self._unmarked(content) if form == "direct" else content
        made = self._made(inner, speaker, form, self.hit.stop)
        return replace(made, audience=self._audience(content, middle))

    def _quote_start(self, stop: int) -> int:
        """Return where the quotation that ends at ``stop`` begins, else ``stop``."""
        one = quotation_to(self.frame, self.zero + stop)
        return max(0, one.open - self.zero) if one else stop

    def _place(self, named: Named | None) -> Range | None:
        return (self.zero + named.start, self.zero + named.stop) if named else None

    def _names(self, start: int, stop: int) -> list[Named]:
        """Return the words before topic and subject particles in this part of the clause."""
        found = []
        for match in self.rules.pattern("named").finditer(self.left, start, stop):
            words = match["speaker"]
            strong = self.rules.pattern("agent").search(words)
            rank = 0 if strong else 1 if self.rules.pattern("name_like").search(words) else 2
            if self.rules.pattern("not_speaker").search(words):
                continue
            first, last = match.span("speaker")
            particle = match["particle"]
            topic = particle.strip("、") in self.rules.topics
            found.append(Named(first, last, match.end(), rank, topic, particle[-1] == "、"))
        return found

    def _choose(self, names: list[Named]) -> Named | None:
        """Return the likeliest speaker: a topic that can speak, then a subject that can."""
        for rank in (0, 1):
            if self.earlier and not self.after_source and self.base and rank:
                return None
            able = [name for name in names if name.rank == rank]
            topics = [name for name in able if name.topic]
            plain = [name for name in able if not name.topic and self._leads(name)]
            if topics:
                comma = [n for n in plain if n.start < topics[0].start and n.comma]
                return comma[0] if comma else topics[0]
            if plain:
                return plain[0]
        first = names[0] if names else None
        if first and first.topic and first.comma and not first.start and not self.base:
            return first
        return None

    def _leads(self, named: Named) -> bool:
        """Tell whether a subject stands where the speaker does, not amid what is said."""
        return named.comma or named.start < 12 or self.left[named.after : named.after + 1] == VEIL

    def _topic_before(self) -> Range | None:
        """Return the topic of the sentence before, in the same paragraph, if it can speak."""
        index = self.frame.sentence - 1
        if index < 0 or self.page.around(self.hit.start) >= 0:
            return None
        before = self.page.document.sentences[index]
        if "\n" in self.page.text[before.stop : self.frame.start]:
            return None
        frame = self.page.frame_at(before.start)
        for match in self.rules.pattern("named").finditer(frame.text, 0, WINDOW):
            topic = match["particle"].strip("、") in self.rules.topics
            if topic and self.rules.pattern("agent").search(match["speaker"]):
                return frame.start + match.start("speaker"), frame.start + match.end("speaker")
        return None

    def _speaker(self, start: int, stop: int) -> Range | None:
        return self._place(self._choose(self._names(start, stop)))

    def _past_settings(self, start: int, stop: int) -> int:
        """Return where the content begins once time, place and audience are passed over."""
        while True:
            match = self.rules.pattern("setting").match(self.left, start, stop)
            if not match or match.end() == start or match.end() >= stop:
                break
            start = match.end()
        return start

    def _shrink(self, start: int, stop: int) -> Range:
        """Return the content, only the quotation where what stands before it is a setting."""
        while start < stop and self.left[start] in _ENDS:
            start += 1
        while stop > start and self.left[stop - 1] in _ENDS:
            stop -= 1
        one = quotation_to(self.frame, self.zero + stop)
        if one and one.open >= self.zero + start:
            lead = self.left[start : one.open - self.zero]
            if not lead or self.rules.pattern("before_quotation").fullmatch(lead):
                return one.open, one.close
        elif one and one.open < self.frame.start:
            return one.open, one.close
        return self.zero + start, self.zero + stop

    def _audience(self, content: Range, middle: int) -> Range | None:
        """Return whom the words before or after the content name as hearers."""
        pattern = self.rules.pattern("audience")
        after = audience_of(pattern, self.left[middle:], self.zero + middle)
        lead = self.left[: max(0, content[0] - self.zero)]
        return after or audience_of(pattern, lead, self.zero)

    def _form(self, content: Range) -> str:
        one = quotation_from(self.frame, content[0])
        if one and one.close >= content[1]:
            return "direct"
        veiled = self.frame.text[content[0] - self.frame.start : content[1] - self.frame.start]
        return "mixed" if VEIL in veiled else "indirect"

    def _unmarked(self, content: Range) -> Range:
        one = quotation_from(self.frame, content[0])
        return (one.start, one.stop) if one else content

    def _by_source(self) -> Draft | None:
        match = self.rules.pattern("source").search(self.left)
        if not match:
            return None
        start, stop = self.hit.stop, self.frame.stop
        text = self.page.text
        while start < stop and text[start] in _ENDS:
            start += 1
        tail = self.rules.pattern("hearsay").search(text, max(start, stop - 40), stop)
        stop = tail.start() if tail else stop
        while stop > start and text[stop - 1] in _ENDS:
            stop -= 1
        if stop - start < 3:
            return None
        speaker = self.zero + match.start("speaker"), self.zero + match.end("speaker")
        made = self._made((start, stop), speaker, self._form((start, stop)), stop)
        return replace(made, sourced=True)

    def _made(self, content: Range, speaker: Range | None, form: str, stop: int) -> Draft:
        cue = self.hit.cue
        ending = self.rules.pattern("ending").match(self.right)
        until = self.hit.stop + (ending.end() if ending else 0)
        inherited = speaker is None
        if inherited and self.earlier and not self.after_source:
            speaker = self.earlier.speaker
        elif inherited and not self.after_source:
            speaker = self._topic_before()
        return Draft(
            content,
            (self.hit.start, until),
            speaker,
            cue.act,
            form,
            f"{cue.act}:{cue.name}",
            (min(self.frame.start, content[0]), max(self.frame.stop, stop, content[1])),
            inherited=inherited,
            sure=0.65 if inherited else 0.8,
        )
