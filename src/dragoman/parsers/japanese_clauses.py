"""What a tree of Japanese leaves unsaid: verbs of headlines, quoted clauses, and tense."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Protocol

from dragoman.core.tokens import Token

CLAUSAL = frozenset(("VERB", "ADJ", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
QUOTING = frozenset(("と", "よう", "様", "って"))
LEAVING = frozenset(("acl", "xcomp", "advcl"))
GOING_ON = frozenset(("advcl",))
PURPOSES = frozenset(("ため", "為"))
ARGUMENTS = frozenset(("を", "に", "と", "へ", "が", "は", "で", "から"))


class Inflected(Protocol):
    """A word whose inflected form, or kind of noun, has UniDic's name."""

    @property
    def form(self) -> str:
        """The name of the form."""
        ...


def mark_headline_verbs(tokens: Sequence[Token], words: Sequence[Inflected]) -> None:
    """Make a noun of action a verb where it ends a clause and has arguments of its own.

    Headlines and series leave する out: 米国を訪問、首相と会談.
    """
    last = len(tokens) - 1
    for token in tokens:
        if token.pos != "NOUN" or words[token.index].form != "サ変可能":
            continue
        if token.index < last and tokens[token.index + 1].pos not in ("PUNCT", "SYM"):
            continue
        marks = _marks(tokens, token)
        if "を" in marks or (marks & ARGUMENTS and token.dep in ("root", "advcl")):
            token.pos = "VERB"


def _marks(tokens: Sequence[Token], head: Token) -> set[str]:
    """Return the particles of what hangs on a word."""
    below = {t.index for t in tokens if t.head == head.index and t.index < head.index}
    return {t.text for t in tokens if t.dep == "case" and t.head in below}


def mark_quoted_clauses(tokens: Sequence[Token]) -> None:
    """Make complements of the clauses that と and よう hang on the verb that reports or asks."""
    for token in tokens:
        if token.dep != "advcl" or tokens[token.head].pos not in CLAUSAL:
            continue
        below = [t for t in tokens if t.head == token.index and t.index > token.index]
        copular = any(t.dep in {"cop", "aux"} for t in below)
        if token.pos in NOMINAL and not copular:
            continue
        if any(t.text in QUOTING or t.lemma in QUOTING for t in below):
            token.dep = "xcomp"


def mark_tense(
    tokens: Sequence[Token], words: Sequence[Inflected], timeless: Collection[str]
) -> None:
    """Mark as future the verbs that stand in the plain form of the end of a clause.

    ``timeless`` are verbs whose plain form tells of what is done by saying it, or of a state.
    """
    for token in tokens:
        if token.pos != "VERB" or token.lemma in timeless:
            continue
        tail = _auxiliaries(tokens, token)
        last = tail[-1] if tail else token
        if tokens[token.head].lemma in PURPOSES and last.lemma not in ("た", "だ", "ない"):
            token.feats = "Mood=Purp"
            continue
        plain = words[last.index].form.startswith("終止形") and last.pos != "ADJ"
        if any(t.head == token.index and t.dep == "mark" for t in tokens):
            continue
        if plain and all(t.lemma in ("する", "れる", "られる", "せる", "ます") for t in tail):
            token.feats = "Tense=Fut"


def _auxiliaries(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Return the auxiliaries behind a verb."""
    return [t for t in tokens if t.head == verb.index and t.index > verb.index and t.dep == "aux"]


def mend_companions(tokens: Sequence[Token], verbs: Collection[str]) -> None:
    """Hang a name with と on the verb of doing together rather than on the noun between them.

    In EUと離脱の条件を交渉 the name and 離脱 are no list.
    """
    for token in tokens:
        if token.pos != "PROPN" or _particles(tokens, token) != ["と"]:
            continue
        if token.dep in ("obj", "nsubj"):
            token.dep = "obl"
        head = tokens[token.head]
        if token.dep != "nmod" or head.pos != "NOUN" or head.index < token.index:
            continue
        verb = _verb_above(tokens, head)
        if verb is not None and verb.lemma in verbs and head.dep != "nsubj":
            token.head, token.dep = verb.index, "obl"


def mend_leaders(tokens: Sequence[Token]) -> None:
    """Give 率いる the leader right before it, and its other subject to the verb above."""
    for token in tokens:
        leader = tokens[token.index - 1] if token.lemma == "率いる" and token.index else None
        if leader is None or leader.pos != "PROPN":
            continue
        above = _verb_above(tokens, token)
        for other in tokens:
            if other.head == token.index and other.dep == "nsubj" and above is not None:
                other.head = above.index
        leader.head, leader.dep = token.index, "nsubj"


def _particles(tokens: Sequence[Token], token: Token) -> list[str]:
    """Return the particles behind a word."""
    return [t.text for t in tokens if t.head == token.index and t.dep == "case"]


def _verb_above(tokens: Sequence[Token], token: Token) -> Token | None:
    """Return the nearest verb, or noun that ends a clause, above a word."""
    for _ in tokens:
        if token.head == token.index:
            return None
        token = tokens[token.head]
        if token.pos == "VERB" or token.dep in ("xcomp", "root"):
            return token
    return None


def lift_topics(tokens: Sequence[Token]) -> None:
    """Hang a topic (は) of a noun's clause, or of words reported, on the verb further up.

    A clause before a noun has no topic; one that goes on, or is quoted, leaves its topic (and,
    where it goes on, its subject) to a verb further up that has none.
    """
    for token in tokens:
        marks = _particles(tokens, token)[-1:]
        if token.dep != "nsubj" or marks not in (["は"], ["が"], ["も"]):
            continue
        clause = tokens[token.head]
        while clause.dep in (LEAVING if marks != ["が"] else GOING_ON):
            verb = _verb_above(tokens, clause)
            if verb is None or (clause.dep != "acl" and _has_subject(tokens, verb)):
                break
            if marks == ["が"] and not _goes_on(tokens, clause):
                break
            clause = verb
        if not _has_subject(tokens, clause):
            token.head = clause.index


def _goes_on(tokens: Sequence[Token], clause: Token) -> bool:
    """Tell whether a clause goes on with the next one (…し、…して), not why or when."""
    below = [t for t in tokens if t.head == clause.index and t.index > clause.index]
    return clause.pos == "VERB" and all(
        t.text in ("て", "で", "し", "、", "れ", "られ", "せ", "させ") for t in below
    )


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(t.head == verb.index and t.dep == "nsubj" for t in tokens)


def lift_outer_sides(tokens: Sequence[Token], words: Sequence[Inflected]) -> None:
    """Hang による, への and に対する on the noun of action further up, not on what it acts on.

    In 英国によるロシアの資産の凍結 the state with による freezes, and owns nothing.
    """
    for token in tokens:
        if token.dep != "nmod" or not _is_outer(tokens, token):
            continue
        noun = tokens[token.head]
        while words[noun.index].form != "サ変可能" and noun.dep in ("nmod", "compound"):
            noun = tokens[noun.head]
        if words[noun.index].form == "サ変可能" and noun.pos == "NOUN":
            token.head = noun.index


def _is_outer(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether the particles of a word belong to the sides of an act."""
    marks = _particles(tokens, token)
    behind = tokens[token.index + 2] if token.index + 2 < len(tokens) else None
    return marks[:2] == ["へ", "の"] or (
        marks == ["に"] and behind is not None and behind.lemma in ("よる", "対する")
    )


def fold_absent_plans(tokens: Sequence[Token], plans: Collection[str]) -> None:
    """Make ない in 加盟する意向はない the negation of the planned act, with the plan as head."""
    for token in tokens:
        if token.lemma not in ("ない", "無い") or token.pos != "ADJ":
            continue
        plan = next((t for t in tokens if t.head == token.index and t.lemma in plans), None)
        if plan is None or plan is token:
            continue
        act = next((t for t in tokens if t.head == plan.index and t.dep == "acl"), None)
        if act is None:
            continue
        for other in tokens:
            if other.head == token.index and other is not token and other is not plan:
                other.head = plan.index
        top = token.head == token.index
        plan.head, plan.dep = (plan.index if top else token.head), token.dep
        plan.lemma += "ない"
        token.head, token.dep, token.pos, token.lemma = act.index, "aux", "AUX", plan.lemma


def mark_relative_clauses(tokens: Sequence[Token], contents: Collection[str]) -> None:
    """Tell clauses that say which one (攻撃した国) from those that fill a noun (攻撃する計画)."""
    for token in tokens:
        verbal = token.dep == "acl" and token.pos == "VERB"
        if verbal and tokens[token.head].lemma not in contents:
            token.dep = "acl:relcl"


def join_signs(tokens: Sequence[Token]) -> None:
    """Read 訪米 as a visit to the state behind 訪, and 対中 as the state behind a particle."""
    for sign, name in pairwise(tokens):
        if name.pos != "PROPN" or sign.text not in ("訪", "対"):
            continue
        if sign.text == "対":
            sign.head, sign.dep, sign.pos = name.index, "case", "ADP"
            name.dep = "nmod" if name.dep == "compound" else name.dep
        else:
            _join_visit(tokens, sign, name)


def _join_visit(tokens: Sequence[Token], sign: Token, name: Token) -> None:
    """Make 訪 the head of what hung on the name behind it, and the name its object."""
    if name.head == name.index:
        sign.head, sign.dep = sign.index, "root"
    elif name.head != sign.index:
        sign.head, sign.dep = name.head, name.dep
    for other in tokens:
        if other.head == name.index and other is not sign:
            other.head = sign.index
    name.head, name.dep = sign.index, "obj"
    behind = tokens[name.index + 1] if name.index + 1 < len(tokens) else None
    verbal = behind is None or behind.lemma == "する" or behind.pos == "PUNCT"
    sign.lemma, sign.pos = "訪問", "VERB" if verbal else "NOUN"
