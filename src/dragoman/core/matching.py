"""Triggers in a parsed sentence: which rule fits which word, and what stands in its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.core.grammar import Grammar
from dragoman.core.rules import Need, Pattern, RuleBook
from dragoman.core.slots import SUBJECTS, Slots, noun_slots, own_slots, slots_of
from dragoman.core.tokens import Parse, Token

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN"))
# What a pattern uses of these lends its own slots to the act ("is dependent on Russia").
CARRIERS = NOMINAL | {"ADJ"}
# Clauses of their own below a verb: what stands in them says nothing of this verb.
APART = frozenset(("advcl", "parataxis", "acl:relcl"))
# A word of a pattern that any word in its slot meets.
ANY = "*"
DEPTH = 4
# Particles and prepositions belong to the trigger only where they stand at it or its complements.
SMALL = frozenset(("ADP", "PART"))
SMALL_DEPTH = 2
# Whose a noun is: "recalled its ambassador" and "Iran's assets" name the other side there.
OWNED = frozenset(("possessive", "of", "gen", "compound"))


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger with the pattern that fits it, its slots, and the words the pattern used.

    ``spared`` holds, by slot, used words that name a party of their own ("arrested a journalist").
    """

    token: Token
    pattern: Pattern
    slots: Slots
    used: tuple[Token, ...]
    spared: Slots


def _any(_match: Match) -> bool:
    """Tell that any match will do."""
    return True


def find_matches(
    parse: Parse,
    book: RuleBook,
    grammar: Grammar,
    covered: frozenset[int],
    accepts: Callable[[Match], bool] = _any,
) -> Iterator[Match]:
    """Yield the best match of each trigger: verbs first, then nouns; none that a verb has used.

    ``covered`` are the indices of words inside names, which are never triggers; ``accepts`` tells
    whether a match has what its act asks for, and the next best one is tried where it has not.
    """
    context = (grammar, covered, accepts)
    free = [token for token in parse.tokens if token.index not in covered]
    used: set[int] = set()
    found: list[Match] = []
    for token in free:
        if token.pos not in VERBAL or token.index in used:
            continue
        if match := _match(parse, token, book, context):
            used.update(word.index for word in match.used)
            found.append(match)
    yield from (match for match in found if match.token.index not in used)
    for token in free:
        if token.pos not in NOMINAL or token.index in used:
            continue
        if match := _match(parse, token, book, context):
            used.update(word.index for word in match.used if word.pos in NOMINAL)
            yield match


def _match(
    parse: Parse,
    token: Token,
    book: RuleBook,
    context: tuple[Grammar, frozenset[int], Callable[[Match], bool]],
) -> Match | None:
    """Return the match of the pattern with most conditions that fits this word."""
    grammar, covered, accepts = context
    noun = token.pos in NOMINAL
    patterns = (book.nouns if noun else book.verbs).get(token.lemma.lower(), ())
    if not patterns:
        return None
    slots = noun_slots(parse, token, grammar) if noun else slots_of(parse, token, grammar)
    below = _below(parse, token, slots, grammar)
    for pattern in patterns:
        words = _fitting(pattern, parse, slots, below)
        if words is not None:
            spent = tuple(w for w in words if w.pos != "PROPN" or w.index not in covered)
            wide = _widened(slots, spent, parse, grammar)
            match = Match(token, pattern, wide, words, _spared(slots, spent, covered))
            if accepts(match):
                return match
    return None


def _widened(slots: Slots, words: Sequence[Token], parse: Parse, grammar: Grammar) -> Slots:
    """Return the slots without the nouns that the pattern used, but with what hangs on these.

    Names keep their slots, whatever they say of the act ("received the president of Togo"), and
    so does the subject. In "imposed sanctions on Iran" the parser hangs "on Iran" on the noun.
    """
    subjects = {word.index for word in slots.get("subject", ())}
    nouns = {w.index for w in words if w.pos in CARRIERS and w.index not in subjects}
    if not nouns:
        return slots
    wide = {slot: [t for t in found if t.index not in nouns] for slot, found in slots.items()}
    for word in words:
        if word.index in nouns:
            for part in (word, *_listed_with(parse, word, grammar)):
                for slot, found in own_slots(parse, part, grammar).items():
                    wide.setdefault("object" if slot in OWNED else slot, []).extend(found)
    return {slot: found for slot, found in wide.items() if found}


def _listed_with(parse: Parse, noun: Token, grammar: Grammar) -> Iterator[Token]:
    """Yield the nouns of the same list that hang on this one: the oil in "the oil and gas of"."""
    for child in parse.children[noun.index]:
        if child.pos in CARRIERS and grammar.marker(parse, child) in grammar.listing:
            yield child


def _spared(slots: Slots, spent: Sequence[Token], covered: frozenset[int]) -> Slots:
    """Return the used words that are part of a mention, by slot."""
    kept = {word.index for word in spent if word.index in covered}
    if not kept:
        return {}
    return {slot: [t for t in found if t.index in kept] for slot, found in slots.items()}


def _below(parse: Parse, token: Token, slots: Slots, grammar: Grammar) -> dict[str, Token]:
    """Return the words below a trigger by lemma and by form.

    Clauses of their own are left out, and so is what hangs on a subject: "a tour firm cancelled
    flights" tells of no cancelled tour.
    """
    found: dict[str, Token] = {}
    for child in slots.get("object", ()):
        found.setdefault(child.lemma.lower(), child)
    layer = [token]
    for depth in range(DEPTH):
        layer = [
            child
            for word in layer
            if word is token or word.dep not in SUBJECTS
            for child in parse.children[word.index]
            if _near(child) or grammar.completes(parse, child)
        ]
        for child in layer:
            if child.pos not in SMALL or depth < SMALL_DEPTH:
                found.setdefault(child.lemma.lower(), child)
                found.setdefault(child.text.lower(), child)
    return found


def _near(child: Token) -> bool:
    """Tell whether a dependent belongs to the clause of its head."""
    return child.dep not in APART and not (child.dep == "conj" and child.pos in VERBAL)


def _fitting(
    pattern: Pattern, parse: Parse, slots: Slots, below: dict[str, Token]
) -> tuple[Token, ...] | None:
    """Return the words that meet the pattern's needs, or ``None`` where one is not met."""
    words = []
    for need in pattern.needs:
        word = _in_slot(need, parse, slots) if need.slot else _first(need, below)
        if need.absent:
            if word is not None:
                return None
        elif word is None:
            return None
        else:
            words.append(word)
    return tuple(words)


def _first(need: Need, below: dict[str, Token]) -> Token | None:
    """Return a word below the trigger that the need asks for."""
    return next((token for word, token in below.items() if word in need.words), None)


def _in_slot(need: Need, parse: Parse, slots: Slots) -> Token | None:
    """Return a word that the need asks for in its slot: the slot's head or one just below it."""
    for head in slots.get(need.slot or "", ()):
        for token in (head, *parse.children[head.index]):
            if ANY in need.words or {token.lemma.lower(), token.text.lower()} & need.words:
                return token
    return None
