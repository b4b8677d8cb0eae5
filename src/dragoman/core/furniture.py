"""What the lines of a scraped page are: paragraphs, headings, captions or furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.core.records import Notice, Span

LONGEST_LINE = 300
LONGEST_HEAD = 160
SET_APART = "set-apart-"
APART = frozenset({"furniture", "caption", "byline", "dateline", "source"})
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")
_BLANK = " \t\r\u00a0\u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of one kind; ``credit`` is the agency or source that it names, as printed.

    ``kind`` is ``paragraph``, ``heading``, ``caption``, ``byline``, ``dateline``, ``source`` or
    ``furniture``; ``about`` says which furniture (``advert``, ``comments``, ``repeated``…).
    """

    start: int
    stop: int
    kind: str
    about: str = ""
    credit: str | None = None


@dataclass(frozen=True)
class FurnitureRules:
    """The phrases by which a language's pages mark what is not the article's own words."""

    lines: tuple[tuple[str, re.Pattern[str]], ...]
    leading: tuple[re.Pattern[str], ...]
    closing: re.Pattern[str] | None
    inline: re.Pattern[str] | None
    datelines: tuple[re.Pattern[str], ...]
    finals: str

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> FurnitureRules:
        """Return the rules that ``furniture.toml`` lays down; its patterns ignore case."""
        lines: Mapping[str, Sequence[str]] = table.get("lines", {})
        return cls(
            lines=tuple((kind, _any_of(forms)) for kind, forms in lines.items()),
            leading=tuple(map(_folded, table.get("lists", ()))),
            closing=_any_or_none([rf"(?:{form})\s*\|?\s*$" for form in table.get("credits", ())]),
            inline=_any_or_none(table.get("inline", ())),
            datelines=tuple(re.compile(form) for form in table.get("datelines", ())),
            finals=table.get("finals", ".!?。！？…"),
        )


def _folded(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return _folded("|".join(f"(?:{form})" for form in forms))


def _any_or_none(forms: Sequence[str]) -> re.Pattern[str] | None:
    return _any_of(forms) if forms else None


def blocks_of(text: str, rules: FurnitureRules) -> tuple[Block, ...]:
    """Return the blocks of a text in order, each trimmed; blank lines belong to none."""
    return tuple(_blocks(text, rules))


def _blocks(text: str, rules: FurnitureRules) -> Iterator[Block]:
    seen: set[str] = set()
    in_list = False
    for found in _LINE.finditer(text):
        line = found.group().strip(_BLANK)
        if not line:
            continue
        start = found.start() + found.group().index(line)
        if in_list and len(line) <= LONGEST_LINE and line[-1] not in rules.finals:
            yield Block(start, start + len(line), "furniture", "related")
            continue
        in_list = any(form.fullmatch(line) for form in rules.leading)
        repeated = len(line) >= 20 and line in seen
        seen.add(line)
        if in_list or repeated:
            about = "related" if in_list else "repeated"
            yield Block(start, start + len(line), "furniture", about)
        else:
            yield from _line_blocks(line, start, rules)


def _line_blocks(line: str, start: int, rules: FurnitureRules) -> Iterator[Block]:
    stop = start + len(line)
    if len(line) <= LONGEST_LINE:
        known = _known_line(line, start, rules)
        if known:
            yield known
            return
    begin, end = start, stop
    head = _dateline(line, rules)
    if head:
        begin = start + head.end()
        yield Block(start, begin, "dateline", credit=_credit(head))
    tail = _closing_credit(line, rules)
    if tail:
        end = max(begin, start + tail.start())
    heading = line[-1] not in rules.finals and len(line) < LONGEST_HEAD and not head and not tail
    yield from _with_inline(line, start, (begin, end), rules, "heading" if heading else "paragraph")
    if end < stop and tail:
        yield Block(end, stop, "source", credit=_credit(tail))


def _known_line(line: str, start: int, rules: FurnitureRules) -> Block | None:
    """Return the block of a line that is furniture, source or caption as a whole."""
    stop = start + len(line)
    if not _WORD.search(line):
        return Block(start, stop, "furniture", "ornament")
    for about, pattern in rules.lines:
        found = pattern.fullmatch(line)
        if found:
            kind = about if about in APART else "furniture"
            return Block(start, stop, kind, about, _credit(found))
    tail = _closing_credit(line, rules)
    if tail and not _dateline(line, rules) and not _signs_a_sentence(line, tail, rules):
        return Block(start, stop, "caption", credit=_credit(tail))
    return None


def _signs_a_sentence(line: str, tail: re.Match[str], rules: FurnitureRules) -> bool:
    """Tell whether an agency's bare name in brackets signs a paragraph rather than a photo."""
    before = line[: tail.start() + 1].rstrip(_BLANK + "(（[")
    agency = any(name.startswith("credit_agency") for name, got in tail.groupdict().items() if got)
    return agency and before[-1:] in rules.finals and before[-1:] != ""


def _closing_credit(line: str, rules: FurnitureRules) -> re.Match[str] | None:
    return rules.closing.search(line, max(0, len(line) - 80)) if rules.closing else None


def _dateline(line: str, rules: FurnitureRules) -> re.Match[str] | None:
    return next(filter(None, (form.match(line, 0, 120) for form in rules.datelines)), None)


def _with_inline(
    line: str, start: int, bounds: tuple[int, int], rules: FurnitureRules, kind: str
) -> Iterator[Block]:
    """Yield what stands within the bounds, with the passages of furniture inside it cut out."""
    begin, end = bounds
    found = rules.inline.finditer(line, begin - start, end - start) if rules.inline else ()
    for piece in found:
        place = start + piece.start()
        if place > begin:
            yield Block(begin, place, kind)
        begin = start + piece.end()
        yield Block(
            place, begin, "source" if _credit(piece) else "furniture", "inline", _credit(piece)
        )
    if end > begin:
        yield Block(begin, end, kind)


def _credit(found: re.Match[str]) -> str | None:
    """Return what the groups named ``credit…`` of a pattern caught."""
    words = (word for name, word in found.groupdict().items() if name.startswith("credit") and word)
    return next((word.strip(" \t.,[]()|/（）") for word in words), None)


def apart_notices(text: str, blocks: Iterable[Block]) -> tuple[Notice, ...]:
    """Return a notice with its span for each block that is set apart from the article's words."""
    return tuple(
        Notice(SET_APART + block.kind, _message(block, text), _span(text, block))
        for block in blocks
        if block.kind in APART
    )


def _span(text: str, block: Block) -> Span:
    return Span(block.start, block.stop, text[block.start : block.stop])


def _message(block: Block, text: str) -> str:
    words = " ".join(text[block.start : block.stop].split())
    shown = words if len(words) <= 80 else words[:79] + "…"
    what = f"{block.kind} ({block.about})" if block.about not in ("", block.kind) else block.kind
    return f"set apart as {what}: {shown}"


def set_apart(notices: Iterable[Notice]) -> tuple[tuple[int, int], ...]:
    """Return the passages that notices set apart, for the reading to skip, in text order."""
    spans = (n.span for n in notices if n.span and n.code.startswith(SET_APART))
    return tuple(sorted((span.start, span.stop) for span in spans))
