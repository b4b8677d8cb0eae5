"""Which acts stand inside what another act asks for, refuses, threatens or alleges."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.core.tokens import Parse, Token

# What these acts take as their complement is wanted, agreed, refused, threatened or alleged: it is
# part of them and no act of its own (PLOVER manual 2.0: one event, that of the governing word).
GOVERNING = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"))
# An act told as done is told, wherever it stands ("condemned the attack on the embassy").
DONE = frozenset(("actual", "past", "habitual"))
COMPLEMENT = frozenset(("xcomp", "ccomp", "obj", "iobj", "obl", "nmod", "advcl", "acl", "csubj"))
INSIDE = frozenset(("conj", "compound", "amod", "nmod:poss", "appos"))
# A protest says what it is for: its demand or reproach is no act beside it.
VOICED = frozenset(("REQUEST", "ACCUSE", "PROTEST", "REJECT"))
CLAUSES = frozenset(("advcl", "acl"))
FINITE = ("nsubj", "csubj")


def is_embedded(parse: Parse, token: Token, governors: Collection[int]) -> bool:
    """Tell whether a trigger stands in the complement of one of the governing triggers."""
    return any(word.index in governors for word in _holders(parse, token))


def _holders(parse: Parse, token: Token) -> Iterator[Token]:
    """Yield the words whose complement this word belongs to, nearest first."""
    shared = False
    for _ in range(len(parse.tokens)):
        head = parse.head_of(token)
        relation = token.dep
        if head is None or not (relation in COMPLEMENT or relation in INSIDE):
            return
        if relation in CLAUSES and _is_told_apart(parse, token):
            return
        shared = relation == "conj" and head.pos in ("VERB", "AUX")
        if not shared:
            yield head
        token = head


def _is_told_apart(parse: Parse, token: Token) -> bool:
    """Tell whether an adverbial clause has a subject of its own, and so tells of itself."""
    return token.dep == "advcl" and any(c.dep in FINITE for c in parse.children[token.index])
