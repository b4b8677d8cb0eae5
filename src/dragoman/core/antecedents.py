"""Whom a pronoun inside a clause stands for: the subject of the clause that governs it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.core.tokens import Parse, Token

VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
REACH = 3


def antecedents(parse: Parse, pronoun: Token) -> Iterator[Token]:
    """Yield the subjects that a pronoun may stand for, nearest first, none of its own clause."""
    clause = _clause_of(parse, pronoun)
    for _ in range(REACH):
        head = clause and _clause_of(parse, clause)
        if clause is None or head is None:
            return
        for child in parse.children[head.index]:
            if child.dep in SUBJECTS and child is not pronoun:
                yield child
        clause = head


def _clause_of(parse: Parse, token: Token) -> Token | None:
    """Return the verb of the clause that a word stands in."""
    head = parse.head_of(token)
    while head is not None and head.pos not in VERBAL:
        head = parse.head_of(head)
    return head
