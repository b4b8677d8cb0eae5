"""Whether an act is told as done, planned, possible, denied, habitual or long past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.core.tokens import Parse, Token

# In order of strength: what a stronger kind says of an act is not undone by a weaker one.
KINDS = ("negated", "hypothetical", "planned", "habitual", "past")
UPWARD = frozenset(("xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "nsubj", "csubj"))
LEVELS = 4
CLAUSES = frozenset(("advcl", "acl"))
VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN"))


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of one kind of realis: below the act, or above it.

    ``forms`` are forms of a verb with a subject but no auxiliary ("demanded that it withdraw").
    """

    below: frozenset[str]
    governors: frozenset[str]
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RealisCues:
    """The words that tell realis in one language (``cues.toml``).

    ``done`` are governors that leave an act done ("managed to"). ``apart`` are the relations of
    clauses that share tense and mood with the verb above, but are not denied or asked for by it.
    ``conditions`` open a clause on which what is ahead depends; ``told`` are forms of verbs that
    tell what was done.
    """

    kinds: Mapping[str, Cue]
    done: frozenset[str]
    apart: frozenset[str]
    conditions: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> RealisCues:
        """Return the cues of a parsed ``cues.toml``."""
        kinds = {}
        for kind in KINDS:
            part = table.get(kind, {})
            below = frozenset(map(str.lower, part.get("below", ())))
            governors = frozenset(map(str.lower, part.get("governors", ())))
            kinds[kind] = Cue(below, governors, frozenset(part.get("forms", ())))
        actual = table.get("actual", {})
        done = frozenset(map(str.lower, actual.get("governors", ())))
        conditions = frozenset(table.get("hypothetical", {}).get("conditions", ()))
        told = frozenset(map(str.lower, actual.get("forms", ())))
        return cls(kinds, done, frozenset(table.get("apart", ())), conditions, told)

    def is_told(self, token: Token) -> bool:
        """Tell whether the form of a verb says that the act was done."""
        return not self.told.isdisjoint(_features(token))

    def realis(
        self,
        parse: Parse,
        token: Token,
        used: Iterable[Token] = (),
        light: frozenset[str] | None = None,
    ) -> str:
        """Return the realis of the act whose trigger this word is, by the words around it.

        Words that the act's own pattern ``used`` say what it is, not whether it was done. Where
        ``light`` names the verbs that carry a noun of action, another verb's negation is not the
        noun's ("did not condemn the raid"), nor is what governs that verb.
        """
        spent = frozenset(word.index for word in used)
        words = {*_below(parse, token, spent), *_qualities(parse, token), *_features(token)}
        governors: set[str] = set()
        below = token
        for head in _upward(parse, token):
            if below.dep in self.apart:
                words |= {*_below(parse, head), *_features(head)} - self.kinds["negated"].below
            else:
                words |= self._said_of(parse, below, head, light)
                governors.add(head.lemma.lower())
            if token.pos in NOMINAL and light and _tells(head, light):
                break
            below = head
        bare = not any(c.dep.startswith("aux") for c in parse.children[token.index])
        if governors & self.done:
            words -= self.kinds["planned"].below
        for kind in KINDS:
            cue = self.kinds[kind]
            if (
                words & cue.below
                or governors & cue.governors
                or (bare and token.feats in cue.forms)
            ):
                return self._ahead(parse, token) if kind == "planned" else kind
        return "actual"

    def _ahead(self, parse: Parse, token: Token) -> str:
        """Return "hypothetical" for what is to come where a condition must hold first."""
        line = [token, *_upward(parse, token)]
        clauses = [c for w in line for c in parse.children[w.index] if c.dep in CLAUSES]
        clauses += [h for w in line if w.dep == "conj" and (h := parse.head_of(w))]
        marks = (m for c in clauses for m in parse.children[c.index] if m.dep == "mark")
        depends = any(mark.lemma.lower() in self.conditions for mark in marks)
        return "hypothetical" if depends else "planned"

    def _said_of(
        self, parse: Parse, token: Token, head: Token, light: frozenset[str] | None
    ) -> set[str]:
        """Return the small words at the verb above, as far as they hold of the word below it."""
        words = set(_below(parse, head))
        if token.pos not in NOMINAL or light is None:
            return words
        if head.lemma.lower() not in light:
            return words - self.kinds["negated"].below
        return words.union(_features(head))


def _tells(head: Token, light: frozenset[str]) -> bool:
    """Tell whether a verb says something of a noun of action, and does not merely carry it."""
    return head.pos in VERBAL and head.lemma.lower() not in light


def _below(parse: Parse, token: Token, spent: frozenset[int] = frozenset()) -> Iterator[str]:
    """Yield the lemmas and forms of the small words that hang on this one."""
    for child in parse.children[token.index]:
        if child.index in spent:
            continue
        if child.dep.startswith(("aux", "mark", "advmod", "det", "cop", "fixed", "case", "cc")):
            yield child.lemma.lower()
            yield child.text.lower()
            for below in parse.children[child.index]:
                if below.dep == "fixed":
                    yield child.text.lower() + below.text.lower()


def _qualities(parse: Parse, token: Token) -> Iterator[str]:
    """Yield the adjectives of a noun of action ("the planned visit")."""
    if token.pos in NOMINAL:
        for child in parse.children[token.index]:
            if child.dep in ("amod", "acl"):
                yield child.lemma.lower()


def _features(token: Token) -> Iterator[str]:
    """Yield the features of a word as cues name them (``tense=fut``)."""
    if token.feats:
        yield from token.feats.lower().split("|")


def _upward(parse: Parse, token: Token) -> Iterator[Token]:
    """Yield the words that govern this one, up to the verb of the clause that reports it."""
    for _ in range(LEVELS):
        head = parse.head_of(token)
        relation = token.dep.partition(":")[0]
        if head is None:
            return
        if relation == "conj" and head.pos in VERBAL:
            yield from _shared_auxiliaries(parse, token, head)
        elif relation not in UPWARD or token.dep == "acl:relcl":
            return
        else:
            yield head
        if relation == "ccomp":
            return
        token = head


def _shared_auxiliaries(parse: Parse, token: Token, head: Token) -> Iterator[Token]:
    """Yield the first verb of a series where the later one has no auxiliary of its own."""
    own = any(child.dep.startswith(("aux", "nsubj")) for child in parse.children[token.index])
    if not own:
        yield head
