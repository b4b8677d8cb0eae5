"""Japanese by SudachiPy's words and GiNZA's trees, with names and quotations kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.core.tokens import Parse, Sentence, Token, Unit
from dragoman.parsers.japanese_clauses import (
    fold_absent_plans,
    join_signs,
    lift_outer_sides,
    lift_topics,
    mark_headline_verbs,
    mark_quoted_clauses,
    mark_relative_clauses,
    mark_tense,
    mend_companions,
    mend_leaders,
)
from dragoman.parsers.spacy_model import load_model, parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("ja_ginza",)
# A short form behind a name belongs to it: 集団安全保障条約機構(CSTO).
SHORT_FORM = re.compile(r"[((][A-Za-z]{2,10}[))]")
UNUSED = ("ner", "compound_splitter", "bunsetu_recognizer", "morphologizer", "attribute_ruler")

# UniDic part of speech (first, then second level) -> UPOS, after the UD Japanese guidelines.
COARSE = {
    "名詞": "NOUN",
    "代名詞": "PRON",
    "動詞": "VERB",
    "形容詞": "ADJ",
    "形状詞": "ADJ",
    "副詞": "ADV",
    "接続詞": "CCONJ",
    "連体詞": "DET",
    "助詞": "ADP",
    "助動詞": "AUX",
    "接尾辞": "NOUN",
    "接頭辞": "NOUN",
    "補助記号": "PUNCT",
    "記号": "SYM",
    "感動詞": "INTJ",
    "空白": "SPACE",
}
FINE = {
    ("名詞", "固有名詞"): "PROPN",
    ("名詞", "数詞"): "NUM",
    ("助詞", "接続助詞"): "SCONJ",
    ("助詞", "終助詞"): "PART",
}


@dataclass(slots=True)
class Word:
    """A word before parsing: offsets in the sentence, what the parser is to see, lemma, UPOS.

    ``form`` is UniDic's name of the inflected form, or of the kind of noun (サ変可能).
    """

    start: int
    stop: int
    seen: str
    lemma: str
    pos: str
    form: str = ""


class GinzaParser:
    """Sudachi's words, with units as single words, under GiNZA's dependency model."""

    def __init__(self, model: Language, options: Mapping[str, Any]) -> None:
        from spacy.tokens import Doc

        self.particles = frozenset(options.get("compound_particles", ()))
        self.comitative = frozenset(options.get("comitative", ()))
        self.contents = frozenset(options.get("gapless", ()))
        self.plans = frozenset(options.get("plans", ()))
        self.timeless = frozenset(options.get("timeless", ()))
        self.model = model
        tokenizer: Any = model.tokenizer
        self.tokenizer = tokenizer.tokenizer
        self.make = Doc
        self.heads: dict[str, str] = {}

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Parse | None]:
        """Yield one parse, or ``None`` where the model failed, for each sentence."""
        kept = [(sentence, self.words(sentence)) for sentence in sentences]
        docs = (
            self.make(self.model.vocab, words=[w.seen for w in words], spaces=[False] * len(words))
            for _, words in kept
        )
        for (sentence, words), doc in zip(kept, parsed(self.model, docs), strict=True):
            usable = doc is not None and len(doc) == len(words)
            if not usable or doc is None:
                yield None
                continue
            tokens = _tokens(doc, words, sentence)
            join_signs(tokens)
            _mark_verbal_nouns(tokens)
            mark_headline_verbs(tokens, words)
            _fold_particles(tokens, self.particles)
            mark_quoted_clauses(tokens)
            fold_absent_plans(tokens, self.plans)
            mend_companions(tokens, self.comitative)
            mend_leaders(tokens)
            lift_topics(tokens)
            lift_outer_sides(tokens, words)
            mark_relative_clauses(tokens, self.contents)
            mark_tense(tokens, words, self.timeless)
            yield Parse(sentence, tokens)

    def words(self, sentence: Sentence) -> list[Word]:
        """Return the words of a sentence; each unit is one word."""
        words: list[Word] = []
        at = 0
        for unit in sentence.units:
            start = unit.start - sentence.start
            words.extend(self.plain(sentence.text, at, start))
            if start < at:
                continue
            words.append(self.unit_word(unit, sentence))
            at = unit.stop - sentence.start
            if short := SHORT_FORM.match(sentence.text, at):
                words[-1].stop = at = short.end()
        words.extend(self.plain(sentence.text, at, len(sentence.text)))
        return words

    def unit_word(self, unit: Unit, sentence: Sentence) -> Word:
        """Return a unit as one proper noun, shown as its stand-in; its lemma is its last word.

        What a name ends in tells what it is: 英国の外交官, ロシア軍.
        """
        start, stop = unit.start - sentence.start, unit.stop - sentence.start
        text = sentence.text[start:stop]
        if text not in self.heads:
            morphemes = self.tokenizer.tokenize(text)
            self.heads[text] = morphemes[-1].dictionary_form() if len(morphemes) else text
        return Word(start, stop, unit.stand_in, self.heads[text], "PROPN")

    def plain(self, text: str, start: int, stop: int) -> Iterator[Word]:
        """Yield Sudachi's words of ``text[start:stop]``, white space left out."""
        if start >= stop:
            return
        for morpheme in self.tokenizer.tokenize(text[start:stop]):
            surface = morpheme.surface()
            if not surface or surface.isspace():
                continue
            coarse, fine, kind, _, _, form = morpheme.part_of_speech()
            pos = FINE.get((coarse, fine)) or COARSE.get(coarse, "X")
            begin = start + morpheme.begin()
            lemma = morpheme.dictionary_form()
            yield Word(
                begin, begin + len(surface), surface, lemma, pos, form if form != "*" else kind
            )


def _tokens(doc: Doc, words: list[Word], sentence: Sentence) -> list[Token]:
    """Return the words with the relations of the parsed document and article offsets."""
    tokens = []
    for node, word in zip(doc, words, strict=True):
        dep = node.dep_.removesuffix("_bunsetu")
        start = sentence.start + word.start
        tokens.append(
            Token(
                node.i,
                start,
                sentence.start + word.stop,
                sentence.text[word.start : word.stop],
                word.lemma,
                word.pos,
                "root" if dep == "ROOT" else dep,
                node.head.i,
            )
        )
    return tokens


def _mark_verbal_nouns(tokens: list[Token]) -> None:
    """Make a noun with する or its passive behind it a verb, and helping verbs auxiliaries."""
    for token in tokens:
        if token.dep == "aux" and token.pos == "VERB":
            token.pos = "AUX"
        if token.dep == "aux" and token.lemma in ("する", "できる", "為る"):
            head = tokens[token.head]
            if head.pos == "NOUN":
                head.pos = "VERB"


def _fold_particles(tokens: list[Token], verbs: frozenset[str]) -> None:
    """Make a particle of "に向けて" and its like: the noun hangs on the verb of the clause."""
    for verb in tokens:
        if verb.lemma not in verbs or verb.dep != "advcl" or verb.head == verb.index:
            continue
        below = [t for t in tokens if t.head == verb.index and t is not verb]
        nouns = [t for t in below if t.dep in ("obl", "obj", "nsubj") and t.index < verb.index]
        if not nouns:
            continue
        noun = nouns[-1]
        particle = next((t for t in tokens if t.head == noun.index and t.dep == "case"), None)
        if particle is None or particle.index + 1 != verb.index:
            continue
        _hang_by_particle(noun, particle, verb, below)


def _hang_by_particle(noun: Token, particle: Token, verb: Token, below: list[Token]) -> None:
    """Hang a noun where the verb of its particle hung, and what hung on the verb with it."""
    noun.head, noun.dep = verb.head, "obl"
    verb.head, verb.dep = particle.index, "fixed"
    for token in below:
        if token.dep in ("mark", "aux") and token.index == verb.index + 1:
            token.head, token.dep = particle.index, "fixed"
        elif token is not noun:
            token.head = noun.head


def make_parser(options: Mapping[str, Any] | None = None) -> GinzaParser:
    """Return the parser with its model loaded; ``compound_particles`` are verbs to fold."""
    return GinzaParser(load_model(PACKAGES, UNUSED), options or {})
