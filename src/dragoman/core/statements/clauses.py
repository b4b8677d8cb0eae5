"""A reporting verb with the words left and right of it, where it may stand amid what was said."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.core.statements.drafts import Frame, Hit, Page, Range, quotation_from
from dragoman.core.statements.quotations import Quotation
from dragoman.core.statements.trees import tree_at

# How far from the verb its speaker and content are looked for, in characters.
WINDOW = 320
# How far back the words are looked at that change what a verb means.
NEAR = 48
_ASIDE = re.compile(r"[((][^()()]{1,80}[))]")
_PAUSES = tuple(",.!?…")
_RESTS = (",", "—", "–", "-")
_CLOSING = " \u00a0’\"'”»"
ENDS = " \t\n\r.,;:!?…—–-"


def _without_asides(text: str) -> str:
    """Return the text with what stands in brackets blanked, letter for letter."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), text) if "(" in text else text


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
        self.near = self.left[-NEAR:]
        self.right = frame.text[self.end : self.end + WINDOW]
        self.earlier: Range | None = None
        self.tree = tree_at(page, frame.sentence, hit.start)

    def trim(self, start: int, stop: int) -> Range | None:
        """Return this range without spaces and pauses at its ends, or nothing."""
        text = self.page.text
        while start < stop and (text[start] in ENDS):
            start += 1
        while stop > start and text[stop - 1] in ENDS:
            stop -= 1
        return (start, stop) if start < stop else None

    def is_quoted(self, content: Range) -> bool:
        """Tell whether this content is a quotation and nothing else."""
        one = quotation_from(self.frame, content[0])
        return one is not None and one.close >= content[1]

    def misread(self) -> bool:
        """Tell whether the word is no verb here, or an attitude inside somebody's own speech."""
        takes = self.hit.cue.takes
        if "attitude" in takes and self.page.around(self.hit.start) >= 0:
            return True
        if "source" in takes:
            return False
        if self.words[:1].isupper() and self.at and not self.rules.limits.get("capitals", 1):
            return True
        return self.is_noun() if self.tree is None else not self.tree.reports

    def is_noun(self) -> bool:
        """Tell, by the word before it, whether a form that may be a noun is one here."""
        pattern = self.rules.pattern
        words = self.words.split(" ", 1)[0]
        if pattern("participle").search(words):
            return not pattern("before_participle").search(self.near)
        if pattern("possessive").search(self.near):
            return True
        base = words.lower() == self.hit.cue.name.split(" ", 1)[0]
        return base and not pattern("before_base").search(self.near)

    @property
    def is_participle(self) -> bool:
        """Whether the verb is a participle, with its subject further up."""
        return bool(self.rules.pattern("participle").search(self.words))

    def quote_ends(self, one: Quotation) -> bool:
        """Tell whether what is said ends with this quotation and does not go on after it."""
        rest = self.frame.text[one.close - self.frame.start :]
        if not rest.strip(ENDS) or rest.lstrip().startswith(_RESTS):
            return True
        return self.page.text[one.start : one.stop].rstrip(_CLOSING).endswith(_PAUSES)

    def is_clear(self, offset: int) -> bool:
        """Tell whether no other verb reports between this one and ``offset`` to its right."""
        nouns = self.rules.pattern("not_reporting")
        for later in self.later:
            if later.start >= self.hit.stop + offset:
                break
            if not nouns.search(self.right[: later.start - self.hit.stop]):
                return False
        return True

    def has_verb(self, start: int, stop: int) -> bool:
        """Tell whether a finite verb, as far as its form shows, stands in this range."""
        zero = self.frame.start
        return bool(self.rules.pattern("verb").search(self.frame.text[start - zero : stop - zero]))

    def starts(self, offset: int) -> bool:
        """Tell whether nothing but a connective stands before this place in its frame."""
        lead = self.frame.text[: offset - self.frame.start]
        return not lead.strip(ENDS) or bool(
            self.rules.pattern("connective").fullmatch(lead.strip())
        )

    def group(self, match: re.Match[str], name: str) -> Range:
        """Return the place of a group in the article; of a pronoun, only the pronoun."""
        start, stop = match.span(name)
        first = match[name].split(" ", 1)[0]
        if first.lower() in self.rules.pronouns:
            stop = start + len(first)
        return self.hit.stop + start, self.hit.stop + stop

    def next_one(self, offset: int) -> Quotation | None:
        """Return the quotation after this frame that opens at ``offset``."""
        index = bisect_left(self.page.opens, offset)
        known = offset >= self.frame.stop and index < len(self.page.opens)
        return self.page.quotations[index] if known else None
