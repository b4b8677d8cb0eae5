"""Words and parts of speech by underthesea; roles by word order, for languages without a parser.

Verb-medial, head-initial: the noun phrase before a verb is its subject, the one after it its
object, and one behind a preposition hangs on the verb or noun before. What the small words do
stands in the language's ``[parsing]`` table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from dragoman.core.tokens import Parse, Sentence, Token
from dragoman.parsers.word_order import WordOrder, Words

# underthesea's tags (VLSP) -> UPOS.
TAGS = {
    "N": "NOUN",
    "Nc": "NOUN",
    "Nu": "NOUN",
    "Ny": "PROPN",
    "Nb": "NOUN",
    "Np": "PROPN",
    "V": "VERB",
    "Vb": "VERB",
    "Vy": "VERB",
    "A": "ADJ",
    "P": "PRON",
    "R": "ADV",
    "L": "DET",
    "M": "NUM",
    "E": "ADP",
    "C": "CCONJ",
    "Cc": "CCONJ",
    "I": "INTJ",
    "T": "PART",
    "CH": "PUNCT",
}


class ShallowParser:
    """Tagged words whose roles follow from their order."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        from underthesea import pos_tag

        self.tag = pos_tag
        self.words = Words.of(options)

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Parse | None]:
        """Yield one parse, or ``None`` where tagging failed, for each sentence."""
        for sentence in sentences:
            try:
                tokens = self.tokens(sentence)
            except Exception:
                yield None
            else:
                yield Parse(sentence, WordOrder(tokens, self.words).arranged())

    def tokens(self, sentence: Sentence) -> list[Token]:
        """Return the words of a sentence with parts of speech; each unit is one proper noun."""
        seen, places = _shown(sentence)
        found: list[Token] = []
        at = 0
        for word, tag in self.tag(seen):
            start = seen.find(word, at)
            if start < 0:
                continue
            at = start + len(word)
            for begin, stop in _parts(start, at, places):
                self.add(found, sentence, (begin, stop), (TAGS.get(tag, "X"), places))
        return found

    def add(
        self,
        found: list[Token],
        sentence: Sentence,
        place: tuple[int, int],
        kind: tuple[str, list[tuple[int, int, int, int]]],
    ) -> None:
        """Add the word at this place of the shown text, in the article's offsets."""
        pos, places = kind
        start, stop, unit = _printed(place, places, sentence.start)
        printed = sentence.text[start - sentence.start : stop - sentence.start]
        text = printed.strip()
        start += printed.index(text)
        stop = start + len(text)
        if not text or (found and found[-1].stop > start):
            return
        lemma = text if unit else " ".join(text.lower().split())
        pos = "PROPN" if unit else self.words.tags.get(lemma, pos)
        number = len(found)
        found.append(Token(number, start, stop, text, lemma, pos, "dep", number))


def _shown(sentence: Sentence) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Return the text with stand-ins for units, and where each stands: shown and printed."""
    parts: list[str] = []
    places = []
    at = length = 0
    for unit in sentence.units:
        start, stop = unit.start - sentence.start, unit.stop - sentence.start
        parts += [sentence.text[at:start], unit.stand_in]
        length += start - at
        places.append((length, length + len(unit.stand_in), start, stop))
        length += len(unit.stand_in)
        at = stop
    parts.append(sentence.text[at:])
    return "".join(parts), places


def _parts(
    start: int, stop: int, places: list[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield a word's passages, cut where a unit begins or ends inside it."""
    cuts = {start, stop}
    for first, last, _, _ in places:
        cuts |= {edge for edge in (first, last) if start < edge < stop}
    edges = sorted(cuts)
    yield from pairwise(edges)


def _printed(
    place: tuple[int, int], places: list[tuple[int, int, int, int]], offset: int
) -> tuple[int, int, bool]:
    """Return the article offsets of a passage of the shown text, and whether it is a unit."""
    start, stop = place
    shift = 0
    for first, last, begin, end in places:
        if first <= start < last:
            return offset + begin, offset + end, True
        if last <= start:
            shift = end - last
    return offset + start + shift, offset + stop + shift, False


def make_parser(options: Mapping[str, Any]) -> ShallowParser:
    """Return the parser with the language's small words."""
    return ShallowParser(options)
