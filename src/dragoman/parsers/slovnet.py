"""Russian by Slovnet's morphology and syntax (Natasha's news models), lemmas by pymorphy3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from dragoman.core.tokens import Parse, Sentence, Token
from dragoman.parsers.slovnet_network import HeadFinder, Row, Tagger, Vocabulary

BATCH = 64
Word = tuple[int, int, str]
# UPOS -> the parts of speech by which pymorphy3 tells homonyms apart.
MORPHY = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN"),
    "ADV": ("ADVB", "COMP", "PRED"),
    "PRON": ("NPRO",),
    "ADP": ("PREP",),
    "CCONJ": ("CONJ",),
    "SCONJ": ("CONJ",),
    "DET": ("ADJF", "NPRO"),
    "NUM": ("NUMR",),
}
REFLEXIVE = "ся"
ASTRAY = frozenset(("obj", "nmod", "obl"))
OTHERS = {"Ins", "Gen"}
DECLINED = frozenset(("NOUN", "PROPN", "ADJ"))


@dataclass(frozen=True, slots=True)
class Form:
    """A tag of the model: part of speech, the one shown to the rules, and features."""

    pos: str
    shown: str
    feats: str
    infinitive: bool

    @classmethod
    def of(cls, tag: str) -> Form:
        """Return the form that a tag such as ``ADJ|Case=Nom`` stands for."""
        pos, _, feats = tag.partition("|")
        # A short adjective is a predicate that takes infinitives and objects ("готов помочь").
        shown = "VERB" if pos == "ADJ" and "Variant=" in feats else pos
        return cls(pos, shown, feats, "VerbForm=Inf" in feats)


class Models:
    """The loaded models, with their tags and relations by number and a keeper of lemmas."""

    def __init__(self, morph: Any, syntax: Any, analyzer: Any) -> None:
        from slovnet.shape import word_shape

        self.vocabulary = Vocabulary(morph.infer.encoder, word_shape)
        self.tagger = Tagger(morph.infer.model)
        self.heads = HeadFinder(syntax.infer.model)
        self.forms = tuple(Form.of(tag) for tag in morph.infer.decoder.tags_vocab.items)
        self.relations = tuple(syntax.infer.decoder.rels_vocab.items)
        self.lemma = lru_cache(maxsize=100_000)(lambda word, pos: _lemma(analyzer, word, pos))


class SlovnetParser:
    """Razdel's words under Slovnet's trees, with units as single words."""

    def __init__(self, models: Models, deponent: Iterable[str] = ()) -> None:
        self.models = models
        self.deponent = frozenset(deponent)

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Parse | None]:
        """Yield one parse, or ``None`` where the model failed, for each sentence."""
        waiting = iter(sentences)
        while batch := list(islice(waiting, BATCH)):
            yield from self.batch(batch)

    def batch(self, sentences: list[Sentence]) -> Iterator[Parse | None]:
        """Yield the parses of a batch; when it fails, of each sentence on its own."""
        words = [_words(sentence) for sentence in sentences]
        try:
            row = Row(self.models.vocabulary, [[word for _, _, word in line] for line in words])
            tags = self.models.tagger(row).tolist()
            heads, relations = (found.tolist() for found in self.models.heads(row))
        except Exception:
            if len(sentences) == 1:
                yield None
            else:
                for sentence in sentences:
                    yield from self.batch([sentence])
            return
        for sentence, line, (start, stop) in zip(sentences, words, row.bounds, strict=True):
            part = slice(start, stop)
            marks = zip(tags[part], heads[part], relations[part], strict=True)
            yield Parse(sentence, self.tokens(sentence, line, marks))

    def tokens(
        self, sentence: Sentence, line: list[Word], marks: Iterable[tuple[int, int, int]]
    ) -> list[Token]:
        """Return the words with lemma, morphology, relation and article offsets."""
        found = []
        text, base = sentence.text, sentence.start
        models = self.models
        for n, ((start, stop, seen), (tag, head, rel)) in enumerate(zip(line, marks, strict=True)):
            form = models.forms[tag]
            printed = text[start - base : stop - base]
            lemma = models.lemma(seen, form.pos) if seen == printed else printed
            dep = models.relations[rel] if head else "root"
            if dep == "nmod" and form.infinitive:
                dep = "acl"
            place = head - 1 if head else n
            found.append(Token(n, start, stop, printed, lemma, form.shown, dep, place, form.feats))
        _mend_voices(found, self.deponent)
        _raise_names(found)
        _find_subjects(found)
        return _acyclic(found)


def _mend_voices(tokens: list[Token], deponent: frozenset[str]) -> None:
    """Make verbs active that only look passive, and give reflexive passives their active lemma."""
    subjects = {token.head for token in tokens if token.dep == "nsubj"}
    for token in tokens:
        if "Voice=Pass" not in token.feats or "VerbForm=Part" in token.feats:
            continue
        passive = token.lemma.endswith(REFLEXIVE) and token.lemma not in deponent
        if passive and token.index not in subjects:
            token.lemma = token.lemma.removesuffix(REFLEXIVE)
            continue
        token.feats = token.feats.replace("Voice=Pass", "Voice=Mid")
        for child in tokens:
            if child.head == token.index and child.dep == "nsubj:pass":
                child.dep = "nsubj"


def _raise_names(tokens: list[Token]) -> None:
    """Hang a bare name below another name in another case on the noun above both.

    "обстрел Израиля Ираном": the noun has both the patient and the agent.
    """
    for token in tokens:
        above = tokens[token.head]
        if token.dep != "nmod" or token.pos != "PROPN" or above.pos != "PROPN":
            continue
        noun = tokens[above.head]
        other = above.dep == "nmod" and noun.pos == "NOUN" and _cases(token, above) == OTHERS
        if other and not any(t.dep == "case" and t.head == token.index for t in tokens):
            token.head = noun.index


def _find_subjects(tokens: list[Token]) -> None:
    """Make a nominative before its verb the subject where it has none, an accusative its object."""
    subjects = [token for token in tokens if token.dep.startswith("nsubj")]
    taken = {token.head for token in subjects if "Case=Acc" not in token.feats}
    for token in subjects:
        if "Case=Acc" in token.feats and token.head in taken:
            token.dep = "obj"
    for token in tokens:
        if "Case=Nom" not in token.feats or token.dep not in ASTRAY:
            continue
        verb = _verb_above(tokens, token)
        if verb is None or verb.index in taken or verb.index < token.index:
            continue
        token.head = verb.index
        token.dep = "nsubj:pass" if "Voice=Pass" in verb.feats else "nsubj"
        taken.add(verb.index)


def _verb_above(tokens: list[Token], token: Token) -> Token | None:
    """Return the finite verb whose subject a nominative may be."""
    above = tokens[token.head]
    if token.dep == "obj":
        return above
    if "Animacy=Anim" not in token.feats or token.pos == "ADJ":
        return None
    for _ in range(3):
        if above.pos == "VERB":
            return above if "VerbForm=Fin" in above.feats or "Variant" in above.feats else None
        above = tokens[above.head]
    return None


def _cases(*tokens: Token) -> set[str]:
    """Return the morphological cases of some words."""
    return {t.feats.partition("Case=")[2][:3] for t in tokens}


def _acyclic(tokens: list[Token]) -> list[Token]:
    """Return the words with every circle of heads cut open."""
    for token in tokens:
        seen = {token.index}
        at = token
        while at.head != at.index:
            if at.head in seen:
                at.head, at.dep = at.index, "root"
                break
            seen.add(at.head)
            at = tokens[at.head]
    return tokens


def _words(sentence: Sentence) -> list[Word]:
    """Return start, stop (article offsets) and what the model is to see, of each word."""
    from razdel import tokenize

    found = []
    at = 0
    for unit in (*sentence.units, None):
        stop = unit.start - sentence.start if unit else len(sentence.text)
        for piece in tokenize(sentence.text[at:stop]):
            start = sentence.start + at + piece.start
            found.append((start, start + len(piece.text), piece.text))
        if unit:
            found.append((unit.start, unit.stop, unit.stand_in))
            at = unit.stop - sentence.start
    return found


def _lemma(analyzer: Any, word: str, pos: str) -> str:
    """Return the dictionary form of a word that is this part of speech."""
    try:
        readings = analyzer.parse(word)
    except ValueError:  # pymorphy3 asks for the Unicode name of letters that have none
        return word.lower()
    wanted = MORPHY.get(pos, ())
    fitting = next((r for r in readings if r.tag.POS in wanted), None)
    reading = fitting or (readings[0] if readings else None)
    if reading is None:
        return word.lower()
    if pos in DECLINED and reading.tag.POS == "PRTF":
        # A participle that has become a noun or adjective is a word of its own ("заключённый").
        own = reading.inflect({"masc", "sing", "nomn"})
        return str(own.word if own else reading.normal_form)
    return str(reading.normal_form)


def make_parser(options: Mapping[str, Any] | None = None) -> SlovnetParser:
    """Return the parser with Natasha's models for news loaded.

    ``options["deponent"]`` are reflexive verbs that are never passives ("договариваться").
    """
    from navec import Navec
    from pymorphy3 import MorphAnalyzer
    from slovnet import Morph, Syntax

    data = files("natasha") / "data"
    navec = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    morph = Morph.load(str(data / "model" / "slovnet_morph_news_v1.tar"), batch_size=BATCH)
    syntax = Syntax.load(str(data / "model" / "slovnet_syntax_news_v1.tar"), batch_size=BATCH)
    morph.navec(navec)
    syntax.navec(navec)
    deponent = (options or {}).get("deponent", ())
    return SlovnetParser(Models(morph, syntax, MorphAnalyzer()), deponent)
