"""A statement while it is being read, and the clause in which its reporting words stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dragoman.core.document import Document
from dragoman.core.statements.quotations import Quotation
from dragoman.core.statements.rules import Cue, StatementRules

VEIL = "\ue000"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read of one statement: ranges in the text, and how its speaker was found.

    ``inherited``: from words further up; ``sourced``: by "according to".
    """

    content: Range
    cue: Range | None
    speaker: Range | None
    act: str
    form: str
    rule: str
    evidence: Range
    audience: Range | None = None
    inherited: bool = False
    sourced: bool = False
    sure: float = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence, or the part of it inside a quotation, that holds some reporting words.

    In ``text`` the quotations that stand in the frame are veiled, letter for letter.
    """

    start: int
    stop: int
    text: str
    inside: tuple[Quotation, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Reporting words found in the text."""

    cue: Cue
    start: int
    stop: int


@dataclass
class Page:
    """A document with its quotations, and the frames made so far."""

    document: Document
    rules: StatementRules
    quotations: tuple[Quotation, ...]
    frames: dict[tuple[int, int], Frame] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort out which quotation each one stands in."""
        self.opens = [one.open for one in self.quotations]
        self.parents: list[int] = []
        stack: list[int] = []
        for index, one in enumerate(self.quotations):
            while stack and self.quotations[stack[-1]].close <= one.open:
                stack.pop()
            self.parents.append(stack[-1] if stack else -1)
            stack.append(index)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    def around(self, offset: int) -> int:
        """Return the index of the innermost quotation that holds this offset, or -1."""
        index = bisect_right(self.opens, offset) - 1
        while index >= 0 and self.quotations[index].close <= offset:
            index = self.parents[index]
        return index

    def frame_at(self, offset: int) -> Frame:
        """Return the frame that holds this offset."""
        sentence = self.document.sentence_at(offset)
        outer = self.around(offset)
        key = (sentence, outer)
        if key not in self.frames:
            self.frames[key] = self._frame(sentence, outer)
        return self.frames[key]

    def _frame(self, sentence: int, outer: int) -> Frame:
        bounds = self.document.sentences[sentence]
        start, stop = bounds.start, bounds.stop
        if outer >= 0:
            start = max(start, self.quotations[outer].start)
            stop = min(stop, self.quotations[outer].stop)
        inside = self._inside(start, stop, outer)
        pieces, at = [], start
        for one in inside:
            first, last = max(one.open, at), min(one.close, stop)
            pieces += [self.text[at:first], VEIL * (last - first)]
            at = max(at, last)
        pieces.append(self.text[at:stop])
        return Frame(start, stop, "".join(pieces), inside, sentence)

    def _inside(self, start: int, stop: int, outer: int) -> tuple[Quotation, ...]:
        """Return the quotations directly inside ``outer`` that touch this range."""
        index = bisect_right(self.opens, start) - 1
        while index >= 0 and self.parents[index] != outer:
            index = self.parents[index]
        found = []
        for place in range(max(index, 0), bisect_right(self.opens, stop - 1)):
            one = self.quotations[place]
            if self.parents[place] == outer and one.close > start:
                found.append(one)
        return tuple(found)


def quotation_from(frame: Frame, offset: int) -> Quotation | None:
    """Return the quotation of this frame that opens at ``offset``."""
    return next((one for one in frame.inside if one.open == offset), None)


def quotation_to(frame: Frame, offset: int) -> Quotation | None:
    """Return the quotation of this frame that closes at ``offset``."""
    return next((one for one in frame.inside if one.close == offset), None)
