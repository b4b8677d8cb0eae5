"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.core.tokens import Sentence

LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
OPENERS = "\"'“‘«„([（"
CLOSERS = "\"'”’»“)]）］"
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
BLANK = ZERO_WIDTH + "".join(chr(n) for n in range(0x3001) if chr(n).isspace())
_WORD = re.compile(r"\w")
_GAP = f"[ \t\u00a0\u2000-\u200b\u202f\u3000{ZERO_WIDTH}]*"
_FOLLOWING = re.compile(rf"({_GAP})[\"'“‘«„(\[—–-]*{_GAP}(\w{{0,20}})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_NEXT_WORD = re.compile(r"\w+[^\w./@:]")
_COMBINING = re.compile("[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\u200d]")


def _one_of(marks: Sequence[str] | str) -> str:
    return "[" + "".join(map(re.escape, marks)) + "]"


@dataclass(frozen=True)
class SentenceRules:
    """The marks and words of a language that tell where a sentence ends.

    ``marks`` finds every place to weigh; ``holding`` maps each closing mark to its opening one:
    an end within such a pair does not end the sentence outside.
    """

    marks: re.Pattern[str]
    ends: frozenset[str]
    stops: frozenset[str]
    spaces: bool
    longest: int
    cuts: tuple[str, ...]
    holding: Mapping[str, str]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    continuations: tuple[str, ...]
    fresh: tuple[str, ...]
    attribution: re.Pattern[str] | None
    names: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> SentenceRules:
        """Return the rules that ``language.toml`` lays down."""
        part: Mapping[str, Any] = table.get("sentences", {})
        holding = {pair[1]: pair[0] for pair in part.get("holding", ())}
        spaces = bool(table.get("spaces", True))
        ends = [*part.get("ends", "!?"), *part.get("stops", ())]
        return cls(
            marks=_marks(ends, holding, spaces),
            ends=frozenset(ends),
            stops=frozenset(part.get("stops", ())),
            spaces=spaces,
            longest=part.get("longest", 2000),
            cuts=tuple(part.get("cuts", (". ", ", ", " "))),
            holding=holding,
            titles=frozenset(part.get("titles", ())),
            abbreviations=frozenset(part.get("abbreviations", ())),
            starters=frozenset(part.get("starters", ())),
            continuations=tuple(part.get("continuations", ())),
            fresh=tuple(part.get("fresh", ())),
            attribution=_attribution(part.get("attributions", ())),
            names=tuple((name[:-1], name[-1]) for name in part.get("names", ())),
        )


def _marks(ends: Sequence[str], holding: Mapping[str, str], spaces: bool) -> re.Pattern[str]:
    run = f"{_one_of(ends)}+"
    if spaces:
        run += rf"{_one_of(CLOSERS)}*(?=[\s{ZERO_WIDTH}]|[^\W\d_]|$)"
    held = _one_of([*holding, *holding.values()]) if holding else r"(?!)"
    return re.compile(f"{_one_of(LINE_ENDS)}|{held}|{run}")


def _attribution(verbs: Sequence[str]) -> re.Pattern[str] | None:
    if not verbs:
        return None
    return re.compile(rf"[^.!?\n,;:\"“]{{0,50}}?\b(?:{'|'.join(map(re.escape, verbs))})\b")


def split_sentences(
    text: str, rules: SentenceRules, skip: Sequence[tuple[int, int]] = ()
) -> tuple[Sentence, ...]:
    """Return the sentences in text order, trimmed of blanks, without the passages to skip.

    A line without a final stop (a heading) is a sentence; one longer than the rules allow is cut.
    """
    found: list[Sentence] = []
    for start, stop in _kept(len(text), skip):
        begin = start
        for end in _ends(text, start, stop, rules):
            found.extend(_sentences_of(text, begin, end, rules))
            begin = end
        found.extend(_sentences_of(text, begin, stop, rules))
    return tuple(found)


def _kept(length: int, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin = 0
    for start, stop in sorted(skip):
        if start > begin:
            yield begin, start
        begin = max(begin, stop)
    if begin < length:
        yield begin, length


def _sentences_of(text: str, start: int, stop: int, rules: SentenceRules) -> Iterator[Sentence]:
    while stop - start > rules.longest:
        cut = _cut(text, start, rules)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, stop)


def _trimmed(text: str, start: int, stop: int) -> Iterator[Sentence]:
    right = text[start:stop].rstrip(BLANK)
    inner = right.lstrip(BLANK)
    if _WORD.search(inner):
        start += len(right) - len(inner)
        yield Sentence(start, start + len(inner), inner)


def _cut(text: str, start: int, rules: SentenceRules) -> int:
    low, high = start + rules.longest // 2, start + rules.longest
    for mark in rules.cuts:
        place = text.rfind(mark, low, high)
        if place > 0:
            return place + len(mark)
    while high > low and _COMBINING.match(text, high):
        high -= 1
    return high if high > low else start + rules.longest


@dataclass(slots=True)
class _Line:
    """The line being weighed: ends found so far and the held marks still open."""

    start: int
    ends: list[int] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    counted: int = 0
    odd: bool = False

    def close(self, mark: str) -> bool:
        """Drop the ends inside the pair that this mark closes; false where nothing is open."""
        if not any(kind == mark for kind, _ in self.opened[-4:]):
            return False
        kind, begin = self.opened.pop()
        while kind != mark:
            kind, begin = self.opened.pop()
        while self.ends and self.ends[-1] > begin:
            self.ends.pop()
        return True


def _ends(text: str, start: int, stop: int, rules: SentenceRules) -> Iterator[int]:
    """Yield the offsets after which a sentence ends, in text order."""
    line = _Line(start, counted=start)
    opening = frozenset(rules.holding.values())
    for found in rules.marks.finditer(text, start, stop):
        place = found.start()
        mark = text[place]
        if mark in LINE_ENDS:
            yield from line.ends
            yield place + 1
            line = _Line(place + 1, counted=place + 1)
        elif mark in opening:
            line.opened.append((mark, place))
        elif mark in rules.holding:
            _weigh_closing(text, place, line, rules)
        elif rules.spaces:
            _weigh_run(text, found, stop, line, rules)
        elif not _inside_name(text, place, rules):
            line.ends.append(found.end())
        if not line.opened and not rules.holding:
            yield from line.ends
            line.ends.clear()
    yield from line.ends


def _ends_a_name(text: str, place: int, rules: SentenceRules) -> bool:
    mark = text[place]
    return any(mark == last and text.endswith(name, 0, place) for name, last in rules.names)


def _inside_name(text: str, place: int, rules: SentenceRules) -> bool:
    """Tell whether the mark belongs to a name, a decimal or a Latin word that goes on."""
    mark, after = text[place], text[place + 1 : place + 2]
    if _ends_a_name(text, place, rules):
        return True
    before = text[place - 1 : place]
    if before.isdigit() and after.isdigit():
        return True
    return mark in "!?" and before.isascii() and before.isalnum() and after.isalnum()


def _weigh_closing(text: str, place: int, line: _Line, rules: SentenceRules) -> None:
    """Let a quotation that ends in a full stop end the sentence, unless the words go on."""
    after = place + 1
    if not line.close(rules.holding[text[place]]):
        if line.ends and line.ends[-1] == place:
            line.ends[-1] = after
        return
    if text[place - 1] not in rules.ends:
        return
    while after < len(text) and text[after] in " 　" and after < place + 4:
        after += 1
    follows = text[after : after + 1]
    if follows in rules.ends or follows in rules.holding:
        return
    if text.startswith(rules.fresh, after) or not text.startswith(rules.continuations, after):
        line.ends.append(place + 1)


def _weigh_run(
    text: str, found: re.Match[str], stop: int, line: _Line, rules: SentenceRules
) -> None:
    """Let a run of final marks end the sentence, if what stands before and after allows it."""
    end = found.end()
    if not _ends_here(text, found, line.start, rules):
        return
    if text.startswith(' "', end) and text[end + 2 : end + 3] in ("", " ", "\n"):
        line.odd ^= bool(text.count('"', line.counted, end) % 2)
        line.counted = end
        end += 2 if line.odd else 0
    line.start = min(end, stop)
    line.ends.append(line.start)


def _ends_here(text: str, found: re.Match[str], begin: int, rules: SentenceRules) -> bool:
    place, end = found.span()
    following = _FOLLOWING.match(text, end, found.endpos)
    if following is None or following.end() == found.endpos:
        return following is None or not following[2] or not following[2][0].islower()
    gap, word = following.groups()
    if not word:
        return text[following.end()] not in ",;:)"
    if word[0].islower():
        return False
    if not gap and following.start(2) == end and not _runs_together(text, place, end):
        return False
    if text[place] in rules.stops:
        return (end - place > 1 and text[place + 1] == ".") or _is_stop(
            text, place, begin, following, rules
        )
    if _ends_a_name(text, place, rules):
        return word in rules.starters
    return not (
        rules.attribution and text[end - 1] in CLOSERS and rules.attribution.match(text, end)
    )


def _runs_together(text: str, place: int, end: int) -> bool:
    """Tell whether two sentences meet without a blank, rather than parts of a name or address."""
    word = text[max(0, place - 20) : place].split()[-1:]
    before = word[0].lstrip(OPENERS).replace("-", "") if word else ""
    after = text[end : end + 2]
    return (
        before.isalpha()
        and before[-3:].islower()
        and len(before) >= 3
        and after.istitle()
        and bool(_NEXT_WORD.match(text, end))
    )


def _is_stop(
    text: str, place: int, begin: int, following: re.Match[str], rules: SentenceRules
) -> bool:
    """Tell a full stop from the point of an abbreviation, an initial or a numbered line."""
    chunk = text[max(begin, place - 16) : place].split()
    word = chunk[-1].lstrip(OPENERS) if chunk else ""
    if word in rules.titles:
        return False
    if word.isdigit() and len(word) < 4 and not text[begin:place].strip(BLANK + word):
        return False
    initial = (len(word) == 1 and word.isupper()) or _INITIALS.match(word)
    if initial or word in rules.abbreviations:
        next_is_initial = len(following[2]) == 1 and text.startswith(".", following.end())
        return following[2] in rules.starters and not next_is_initial
    return True
