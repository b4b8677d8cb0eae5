"""Words put together, or taken apart, where a tagger's idea of a word is not the rules' own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.core.tokens import Token
from dragoman.parsers.small_words import Words

LONGEST = 6
FIRST_PARTS = ("verbs", "nominalisers", "directions", "passives", "auxiliaries", "carriers")
LAST_PARTS = ("verbs", "nominalisers", "heads")
Syllable = tuple[int, int, str, Token]


class Regrouping:
    """The syllables of a sentence, grouped anew into words that the language knows."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.words = words
        self.syllables = [syllable for token in tokens for syllable in _syllables(token)]

    def regrouped(self) -> list[Token]:
        """Return the words, numbered anew."""
        found: list[Token] = []
        at = 0
        while at < len(self.syllables):
            count = self.count(at)
            found.append(self.word(at, count, len(found)))
            at += count
        return found

    def count(self, at: int) -> int:
        """Return how many syllables from here on make one word."""
        owner = self.syllables[at][3]
        own = self.rest_of(at)
        if owner.feats:
            return own
        known = self.known(at)
        if known > own:
            return known
        whole = own == len(owner.lemma.split())
        if known == own or (own == 1 and not known) or (whole and self.is_word(owner.lemma)):
            return own
        return self.cut(at, own)

    def rest_of(self, at: int) -> int:
        """Return how many syllables of the tagger's word are left from here on."""
        owner = self.syllables[at][3]
        stop = at
        while stop < len(self.syllables) and self.syllables[stop][3] is owner:
            stop += 1
        return stop - at

    def known(self, at: int) -> int:
        """Return how many syllables the longest known compound has that begins here."""
        candidates = self.words.compounds.get(self.syllables[at][2])
        if not candidates:
            return 0
        found, word = 0, ""
        for number, (_, _, syllable, owner) in enumerate(self.syllables[at : at + LONGEST], 1):
            if owner.feats:
                break
            word = f"{word} {syllable}" if word else syllable
            found = number if word in candidates else found
        return found

    def is_word(self, lemma: str) -> bool:
        """Tell whether the language's own lists hold this word."""
        return any(lemma in self.words.sets[name] for name in ("verbs", "heads"))

    def cut(self, at: int, own: int) -> int:
        """Return where a word of the tagger falls apart into two known ones, else all of it."""
        parts = [syllable for _, _, syllable, _ in self.syllables[at : at + own]]
        for length in range(own - 1, 0, -1):
            left, right = " ".join(parts[:length]), " ".join(parts[length:])
            first = any(left in self.words.sets[name] for name in FIRST_PARTS)
            if first and any(right in self.words.sets[name] for name in LAST_PARTS):
                return length
        return own

    def word(self, at: int, count: int, number: int) -> Token:
        """Return the word that these syllables make."""
        begin, _, lemma, owner = self.syllables[at]
        stop = self.syllables[at + count - 1][1]
        if owner.start == begin and owner.stop == stop:
            owner.index = owner.head = number
            return owner
        lemma = " ".join(syllable for _, _, syllable, _ in self.syllables[at : at + count])
        text = " ".join(
            owner.text[start - owner.start : end - owner.start]
            for start, end, _, owner in self.syllables[at : at + count]
        )
        return Token(number, begin, stop, text, lemma, self.pos(lemma, owner), "dep", number)

    def pos(self, lemma: str, owner: Token) -> str:
        """Return what a word made here is, as far as the lists tell."""
        if lemma in self.words.tags:
            return self.words.tags[lemma]
        if lemma in self.words.sets["verbs"]:
            return "VERB"
        return "NOUN" if owner.pos in ("VERB", "PROPN") else owner.pos


def _syllables(token: Token) -> Iterator[Syllable]:
    """Yield the syllables of a word; a name stays whole."""
    lemmas = token.lemma.split()
    parts = token.text.split()
    if token.feats or len(parts) != len(lemmas):
        yield token.start, token.stop, token.lemma, token
        return
    at = 0
    for part, lemma in zip(parts, lemmas, strict=True):
        at = token.text.index(part, at)
        yield token.start + at, token.start + at + len(part), lemma, token
        at += len(part)
