"""Lines of a page for people: headings, and rows with a label beside wrapped text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rich.console import Console
from rich.text import Text

from dragoman.core.records import Span
from dragoman.exports.terminal import shown

LABEL = 20
LONGEST_QUOTE = 260
NARROWEST = 40

Lines = Iterator[Text]


@cache
def _wrapper() -> Console:
    """Return a console that is asked only how to wrap."""
    return Console(width=200, color_system=None)


def heading(name: str, count: int) -> Lines:
    """Yield a blank line and the name of a section with the number of its rows."""
    yield Text()
    yield Text.assemble((name.upper(), "bold"), (f"  {count}", "dim"))


def wrapped(text: Text, width: int, indent: int = 0) -> Lines:
    """Yield the text on lines of at most ``width`` cells, each after ``indent`` blanks."""
    room = max(NARROWEST, width - indent)
    for line in text.wrap(_wrapper(), room, overflow="fold"):
        line.rstrip()
        yield Text.assemble(" " * indent, line)


def row(label: str, bodies: Iterable[Text], width: int) -> Lines:
    """Yield text with a label to its left; a label that is too long has a line of its own."""
    lines = [line for body in bodies for line in wrapped(body, width, LABEL)]
    name = Text(f"  {label}", "dim")
    if name.cell_len < LABEL and lines:
        first = lines.pop(0)
        name.append(" " * (LABEL - name.cell_len))
        yield Text.assemble(name, first[LABEL:])
    else:
        yield name
    yield from lines


def quotation(evidence: Span, trigger: Span | None, place: str) -> Text:
    """Return the words of a passage, the trigger set off, and where they stand."""
    mark = trigger if trigger and evidence.start <= trigger.start < evidence.stop else None
    start, stop = _window(evidence, mark)
    words = evidence.text[start:stop]
    text = Text("…" if start else "“")
    if mark is None:
        text.append(shown(words))
    else:
        at = mark.start - evidence.start - start
        until = mark.stop - evidence.start - start
        text.append(_spaced(words[:at], left=False))
        text.append(shown(words[at:until]), "bold")
        text.append(_spaced(words[until:], left=True))
    text.append("…" if stop < len(evidence.text) else "”")
    text.append(f"  {place}", "dim")
    return text


def _spaced(words: str, *, left: bool) -> str:
    """Return words made safe, with the blank kept that parts them from the trigger."""
    edge = words[:1] if left else words[-1:]
    blank = " " if edge.isspace() else ""
    return blank + shown(words) if left else shown(words) + blank


def _window(evidence: Span, mark: Span | None) -> tuple[int, int]:
    """Return which part of a long passage to show: that around the trigger."""
    size = len(evidence.text)
    if size <= LONGEST_QUOTE:
        return 0, size
    middle = (mark.start + mark.stop) // 2 - evidence.start if mark else 0
    start = min(max(0, middle - LONGEST_QUOTE // 2), size - LONGEST_QUOTE)
    return start, start + LONGEST_QUOTE
