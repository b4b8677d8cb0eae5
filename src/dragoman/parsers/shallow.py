"""Words and parts of speech by underthesea; roles by word order, for languages without a parser.

Verb-medial, head-initial: the noun phrase before a verb is its subject, the one after it its
object, and one behind a preposition hangs on the verb or noun before. What the small words do
stands in the language's ``[parsing]`` table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from dragoman.core.tokens import Parse, Sentence, Token
from dragoman.parsers.regrouping import LONGEST, Regrouping
from dragoman.parsers.small_words import Words
from dragoman.parsers.tagging import make_tagger
from dragoman.parsers.word_order import WordOrder

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


QUOTES = frozenset("\"“”'‘’«»")
# How far on a word is looked for where the tagger dropped a mark before it.
SLACK = 8


class Place(NamedTuple):
    """Where a unit stands: in the shown text, in the sentence, and as what it is shown."""

    first: int
    last: int
    begin: int
    end: int
    stand_in: str


class ShallowParser:
    """Tagged words whose roles follow from their order."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.tag = make_tagger()
        self.words = Words.of(options)
        self.endings = _endings(self.words.spellings)

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
        """Return the words of a sentence with parts of speech; each unit is one word."""
        seen, places = _shown(sentence)
        found: list[Token] = []
        at = 0
        for word, tag in self.tag(seen):
            start = _start(seen, word, at)
            at = start + len(word)
            for passage in _parts(start, at, places):
                self.add(found, sentence, passage, (TAGS.get(tag, "X"), places))
        return Regrouping(found, self.words).regrouped()

    def add(
        self,
        found: list[Token],
        sentence: Sentence,
        passage: tuple[int, int],
        kind: tuple[str, list[Place]],
    ) -> None:
        """Add the word at this passage of the shown text, in the article's offsets."""
        pos, places = kind
        start, stop, unit = _printed(passage, places, sentence.start)
        printed = sentence.text[start - sentence.start : stop - sentence.start]
        text = printed.strip()
        start += printed.index(text)
        stop = start + len(text)
        if not text or (found and found[-1].stop > start):
            return
        if unit is not None:
            lemma, pos = self.kind(text), self.words.tags.get(unit.stand_in, "PROPN")
        else:
            lemma = self.lemma(text)
            pos = "SYM" if text in QUOTES else self.words.tags.get(lemma, pos)
        feats = "Unit=Yes" if unit is not None else ""
        found.append(Token(len(found), start, stop, text, lemma, pos, "dep", len(found), feats))

    def lemma(self, text: str) -> str:
        """Return a word in lower case, its endings in their usual spelling."""
        lemma = " ".join(text.lower().split())
        if self.endings is None:
            return lemma
        return self.endings.sub(lambda match: self.words.spellings[match.group()], lemma)

    def kind(self, text: str) -> str:
        """Return the noun with which a name begins ("ambassador"), else the name itself."""
        parts = text.lower().split()
        for count in range(min(len(parts), LONGEST), 0, -1):
            if (noun := " ".join(parts[:count])) in self.words.sets["heads"]:
                return noun
        return text


def _endings(spellings: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return the pattern of endings that are written in two ways."""
    if not spellings:
        return None
    return re.compile(rf"(?<!q)(?:{'|'.join(spellings)})(?!\w)")


def _start(seen: str, word: str, at: int) -> int:
    """Return where a word stands; the tagger may have given it another spelling of its length."""
    while at < len(seen) and seen[at].isspace():
        at += 1
    if seen.startswith(word, at):
        return at
    start = seen.find(word, at, at + len(word) + SLACK)
    return at if start < 0 else start


def _shown(sentence: Sentence) -> tuple[str, list[Place]]:
    """Return the text with stand-ins for units, and where each stands: shown and printed."""
    parts: list[str] = []
    places = []
    at = length = 0
    for unit in sentence.units:
        start, stop = unit.start - sentence.start, unit.stop - sentence.start
        parts += [sentence.text[at:start], unit.stand_in]
        length += start - at
        places.append(Place(length, length + len(unit.stand_in), start, stop, unit.stand_in))
        length += len(unit.stand_in)
        at = stop
    parts.append(sentence.text[at:])
    return "".join(parts), places


def _parts(start: int, stop: int, places: list[Place]) -> Iterator[tuple[int, int]]:
    """Yield a word's passages, cut where a unit begins or ends inside it."""
    cuts = {start, stop}
    for place in places:
        cuts |= {edge for edge in (place.first, place.last) if start < edge < stop}
    edges = sorted(cuts)
    yield from pairwise(edges)


def _printed(
    passage: tuple[int, int], places: list[Place], offset: int
) -> tuple[int, int, Place | None]:
    """Return the article offsets of a passage of the shown text, and the unit that it is."""
    start, stop = passage
    shift = 0
    for place in places:
        if place.first <= start < place.last:
            return offset + place.begin, offset + place.end, place
        if place.last <= start:
            shift = place.end - place.last
    return offset + start + shift, offset + stop + shift, None


def make_parser(options: Mapping[str, Any]) -> ShallowParser:
    """Return the parser with the language's small words."""
    return ShallowParser(options)
