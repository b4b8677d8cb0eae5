"""Quotations in a text: where each opens and closes, and which stands inside which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

APOSTROPHES = "'’"
# Marks that open deeper than this are not followed: no text quotes so, only broken ones do.
DEEPEST = 8
OPENING_SPACE = " \t\n\u00a0\u3000\u200b([{<—–―-/:"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage between quotation marks; ``start`` and ``stop`` leave the marks out.

    ``open`` and ``close`` are the ends with the marks. ``depth`` is 0 for one that stands in no
    other. ``closed`` is false where the mark is missing and the paragraph ends it; ``resumes``
    is true where a paragraph takes up the quotation that the one before left open.
    """

    open: int
    start: int
    stop: int
    close: int
    depth: int = 0
    closed: bool = True
    resumes: bool = False


@dataclass(frozen=True)
class Marks:
    """The quotation marks of a language: which mark closes which, and which close themselves."""

    pairs: Mapping[str, str]
    straight: frozenset[str]
    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, pairs: list[str], straight: list[str]) -> Marks:
        """Return the marks for pairs such as ``“ ”`` and marks that open and close alike."""
        closing: dict[str, str] = {}
        for pair in pairs:
            opening, *ends = pair.split()
            closing[opening] = closing.get(opening, "") + "".join(ends)
        every = set(closing) | set("".join(closing.values())) | set(straight)
        longest = sorted(every, key=lambda mark: (-len(mark), mark))
        choice = "|".join(map(re.escape, longest)) or r"(?!)"
        return cls(closing, frozenset(straight), re.compile(choice))


@dataclass(slots=True)
class _Opened:
    """A mark that waits for its partner."""

    mark: str
    open: int
    start: int
    place: int


def find_quotations(text: str, marks: Marks) -> tuple[Quotation, ...]:
    """Return all quotations in the order in which they open."""
    found: list[Quotation] = []
    left_open = ""
    for start, stop in _paragraphs(text):
        left_open = _read_paragraph(text, (start, stop), marks, (found, left_open))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if not text[start:stop].isspace() and stop > start:
            yield start, stop
        start = stop + 1


def _read_paragraph(
    text: str, bounds: tuple[int, int], marks: Marks, so_far: tuple[list[Quotation], str]
) -> str:
    """Add the quotations of one paragraph; return the mark it leaves open, or nothing."""
    found, left_open = so_far
    stack: list[_Opened] = []
    slots: list[Quotation | None] = []
    for hit in marks.pattern.finditer(text, *bounds):
        _take_mark(text, hit, marks, (stack, slots))
    unclosed = _close_at_end(bounds[1], stack, slots)
    done = [quotation for quotation in slots if quotation]
    lead = text[bounds[0] : bounds[1]].lstrip()
    if left_open and done and lead.startswith(left_open):
        done[0] = _resumed(done[0])
    found.extend(_with_depth(done))
    return unclosed


def _take_mark(
    text: str,
    hit: re.Match[str],
    marks: Marks,
    state: tuple[list[_Opened], list[Quotation | None]],
) -> None:
    """Open or close a quotation at this mark, or pass over an apostrophe."""
    stack, slots = state
    mark, start, stop = hit[0], hit.start(), hit.end()
    depth = _closes(text, (mark, start, stop), marks, stack)
    if depth is not None:
        opened = stack[depth]
        del stack[depth:]
        slots[opened.place] = Quotation(opened.open, opened.start, start, stop)
    elif len(stack) < DEEPEST and (
        _can_open(text, start, stop) if mark in marks.straight else mark in marks.pairs
    ):
        stack.append(_Opened(mark, start, stop, len(slots)))
        slots.append(None)


def _closes(text: str, hit: tuple[str, int, int], marks: Marks, stack: list[_Opened]) -> int | None:
    """Return which of the open marks this one closes, the innermost first."""
    mark, start, stop = hit
    apostrophe = mark in APOSTROPHES
    if apostrophe and (stop < len(text) and text[stop].isalnum()):
        return None
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        partner = marks.pairs.get(opened.mark, "")
        same = opened.mark == mark and mark in marks.straight
        again = opened.mark == mark and _ends_speech(text, start, stop)
        if mark in partner or ((same or again) and start > opened.start):
            return depth
        if opened.mark not in APOSTROPHES and opened.mark != "‘":
            break
    return None


def _can_open(text: str, start: int, stop: int) -> bool:
    """Tell whether a mark of one shape stands where a quotation may begin."""
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    if after.isspace():  # tokenised text: a mark with a space on either side may be either
        return before.isspace() and stop < len(text)
    return before in OPENING_SPACE or not before.isalnum()


def _ends_speech(text: str, start: int, stop: int) -> bool:
    """Tell whether an opening mark stands where only a closing one can."""
    after = text[stop] if stop < len(text) else " "
    return after.isspace() and text[start - 1] in ",.!?"


def _close_at_end(stop: int, stack: list[_Opened], slots: list[Quotation | None]) -> str:
    """End what is still open with its paragraph; single marks were apostrophes."""
    last = ""
    for opened in stack:
        if opened.mark in APOSTROPHES or opened.mark == "‘" or opened.start >= stop:
            continue
        slots[opened.place] = Quotation(opened.open, opened.start, stop, stop, closed=False)
        last = last or opened.mark
    return last


def _resumed(one: Quotation) -> Quotation:
    return Quotation(one.open, one.start, one.stop, one.close, one.depth, one.closed, True)


def _with_depth(quotations: list[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations with the number of others that each stands in."""
    ends: list[int] = []
    for one in quotations:
        while ends and ends[-1] <= one.open:
            ends.pop()
        yield Quotation(
            one.open, one.start, one.stop, one.close, len(ends), one.closed, one.resumes
        )
        ends.append(one.close)
