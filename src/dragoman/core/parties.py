"""Which parties stand in a slot: the mentions at a word, in its list, or just below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.core.antecedents import antecedents
from dragoman.core.grammar import Grammar
from dragoman.core.knowledge import Mention
from dragoman.core.records import Party, Span
from dragoman.core.slots import own_slots
from dragoman.core.tokens import Parse, Token

# Slots of a noun in which the state stands that the noun belongs to ("ships of Iran").
OWNERS = ("by", "possessive", "of", "from", "gen", "compound")
# "place:in" asks for the state of the place that stands in that slot ("arrived in Amman").
PLACE = "place:"
CLAUSE = frozenset(("VERB", "AUX"))
NAMELIKE = frozenset(("PROPN", "NOUN"))
SHARED = frozenset(("amod", "compound", "nmod", "nmod:poss"))
INSIDE = frozenset(("compound", "flat", "flat:name", "amod", "flat:foreign"))


@dataclass(frozen=True)
class Cast:
    """The mentions of a sentence by the words that they cover."""

    parse: Parse
    grammar: Grammar
    at: Mapping[int, Mention]

    @classmethod
    def of(cls, parse: Parse, grammar: Grammar, mentions: Iterable[Mention]) -> Cast:
        """Return the cast of a parsed sentence."""
        at = {
            token.index: mention
            for mention in mentions
            for token in parse.covering(mention.start, mention.stop)
        }
        return cls(parse, grammar, at)

    @property
    def covered(self) -> frozenset[int]:
        """The indices of all words that are part of a mention of a party or place."""
        return frozenset(self.at)

    def parties(self, token: Token, depth: int = 3) -> tuple[Party, ...]:
        """Return the parties that a word and the list it begins stand for, in text order."""
        found = list(self._single(token, depth))
        if depth:
            for child in self._hanging_on(token):
                if self._lists(child):
                    found += self.parties(child, depth - 1)
            found += self._coupled(token)
        return tuple(sorted(_distinct(found), key=lambda p: p.span.start if p.span else 0))

    def _coupled(self, token: Token) -> tuple[Party, ...]:
        """Return the parties that share this word's noun ("Czech and Slovak officials")."""
        mention = self.at.get(token.index)
        if mention is None:
            return ()
        for word in self.parse.covering(mention.start, mention.stop):
            head = self.parse.head_of(word)
            if word.dep == "conj" and head is not None and head.dep in SHARED:
                other = self.at.get(head.index)
                if other is not None and other is not mention:
                    return other.parties
        return ()

    def _hanging_on(self, token: Token) -> Iterator[Token]:
        """Yield what hangs on a word or on the other words of its mention from outside."""
        mention = self.at.get(token.index)
        if mention is None:
            yield from self.parse.children[token.index]
            return
        for word in self.parse.covering(mention.start, mention.stop):
            for child in self.parse.children[word.index]:
                if self.at.get(child.index) is not mention:
                    yield child

    def _single(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Return the parties of one word: its mention's, its clause's or its owner's."""
        mention = self.at.get(token.index)
        if mention is not None:
            return self._with_states(token, mention, depth)
        if depth == 0:
            return ()
        if token.text.lower() in self.grammar.anaphors:
            return self._meant_by(token, depth)
        if token.pos in CLAUSE or (token.pos == "ADJ" and token.dep == "xcomp"):
            return self._of_clause(token, depth)
        if token.lemma.lower() in self.grammar.private:
            return ()
        return self._owners(token, depth - 1)

    def _with_states(self, token: Token, mention: Mention, depth: int) -> tuple[Party, ...]:
        """Return a mention's parties; those of no state yet get the one the word belongs to."""
        parties = mention.parties
        if not depth or not parties or any(p.id or p.person or not p.role for p in parties):
            return parties
        owners = (*self._owners(token, 1), *self._places(token))
        owner = next((o for o in owners if o.id and o.span), None)
        if owner is None or owner.span is None or owner.span.start < mention.start:
            return parties
        offset = self.parse.sentence.start
        text = self.parse.sentence.text[mention.start - offset : owner.span.stop - offset]
        span = Span(mention.start, owner.span.stop, text)
        return tuple(replace(p, id=owner.id, name=owner.name, span=span) for p in parties)

    def _places(self, token: Token) -> Iterator[Party]:
        """Yield the states of the places that a noun belongs to ("residents of Basra")."""
        for word in self._belonging(token):
            yield from self._seat(word)

    def _belonging(self, token: Token) -> Iterator[Token]:
        """Yield the words that stand where a noun's owner or origin stands."""
        slots = own_slots(self.parse, token, self.grammar)
        for slot in (*OWNERS, *self.grammar.origins):
            yield from slots.get(slot, ())

    def _owners(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Return the parties whose a noun is ("ships of Iran", "Iranian ships")."""
        for word in self._belonging(token):
            owners = () if self._lists(word) else self.parties(word, depth)
            if owners and (word.pos != "ADJ" or any(owner.id for owner in owners)):
                return owners
        return ()

    def _meant_by(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        """Return the parties that a pronoun takes over from the clause above its own."""
        if pronoun.dep.startswith("nmod") and not self._in_subject(pronoun):
            return ()
        for word in antecedents(self.parse, pronoun):
            if word is not self.parse.head_of(pronoun) and (found := self.parties(word, depth - 1)):
                span = self._span(pronoun, pronoun)
                return tuple(replace(party, via="pronoun", span=span) for party in found)
        return ()

    def _in_subject(self, token: Token) -> bool:
        """Tell whether a word belongs to the subject of its clause."""
        head = self.parse.head_of(token)
        return head is not None and head.dep.startswith("nsubj")

    def _span(self, first: Token, last: Token) -> Span:
        """Return the passage from one word to another."""
        offset = self.parse.sentence.start
        text = self.parse.sentence.text[first.start - offset : last.stop - offset]
        return Span(first.start, last.stop, text)

    def _of_clause(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Return the parties of a complement clause: its subject's, else those that follow."""
        slots = own_slots(self.parse, token, self.grammar)
        for word in slots.pop("subject", ()):
            if found := self.parties(word, depth - 1):
                return found
        of_no_state: tuple[Party, ...] = ()
        for words in slots.values():
            for word in words:
                found = self.parties(word, depth - 1) or self._near(word, depth - 1)
                if any(party.id for party in found):
                    return found
                of_no_state = of_no_state or found
        return of_no_state

    def _near(self, noun: Token, depth: int) -> tuple[Party, ...]:
        """Return the parties that hang on a noun of action behind any marker ("aid for Mali")."""
        if not depth or noun.pos != "NOUN":
            return ()
        for child in self.parse.children[noun.index]:
            if child.dep in ("nmod", "iobj") and (found := self.parties(child, depth - 1)):
                return found
        return ()

    def _lists(self, child: Token) -> bool:
        """Tell whether a dependent is a further member of its head's list."""
        if child.dep == "conj":
            return child.pos not in CLAUSE
        if not self.grammar.listing or child.dep not in ("nmod", "compound", "obl", "nsubj"):
            return False
        marker = self.grammar.marker(self.parse, child)
        if not marker:
            below = self.parse.children[child.index]
            return any(c.text in self.grammar.listing for c in below if c.pos == "PUNCT")
        return marker in self.grammar.listing

    def printed(self, token: Token) -> Party:
        """Return an unresolved party that bears the words as printed."""
        words = [c for c in self.parse.children[token.index] if c.dep in INSIDE]
        inside = [t for t in (*words, token) if t.start <= token.start]
        span = self._span(min(inside, key=lambda t: t.start), token)
        return Party(None, span.text, None, None, "name", span)

    def in_slots(self, slots: Mapping[str, list[Token]], names: Iterable[str]) -> tuple[Party, ...]:
        """Return the parties of the first of these slots that holds any."""
        for name in names:
            if name.startswith(PLACE):
                words = slots.get(name.removeprefix(PLACE), ())
                found = [p for token in words for p in self._seat(token)]
            else:
                found = [p for token in slots.get(name, ()) for p in self.parties(token)]
            if found:
                return tuple(_distinct(found))
        return ()

    def _seat(self, token: Token) -> Iterator[Party]:
        """Yield the state in which a named place lies, recognised by that place."""
        mention = self.at.get(token.index)
        if mention is not None and mention.place is not None and mention.place.country:
            place = mention.place
            yield Party(place.country, place.name, None, None, "capital", place.span)

    def seats(self, slots: Mapping[str, list[Token]], names: Iterable[str]) -> tuple[Party, ...]:
        """Return the states in which the places of the first of these slots lie."""
        return self.in_slots(slots, (PLACE + name.removeprefix(PLACE) for name in names))

    def near_slots(
        self, slots: Mapping[str, list[Token]], names: Iterable[str]
    ) -> tuple[Party, ...]:
        """Return the parties that hang on a noun in one of these slots behind any marker."""
        for name in names:
            found = [p for token in slots.get(name, ()) for p in self._near(token, 2)]
            if found:
                return tuple(_distinct(found))
        return ()


def _distinct(parties: Iterable[Party]) -> list[Party]:
    """Return the parties without those that repeat an id (or, unresolved, a name)."""
    seen: set[tuple[str, str | None]] = set()
    kept = []
    for party in parties:
        key = (party.id or party.name, party.person.name if party.person else party.role)
        if key not in seen:
            seen.add(key)
            kept.append(party)
    return kept


def without(parties: Iterable[Party], others: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties that do not stand on the same words as one of the others."""
    taken = {party.span for party in others}
    return tuple(party for party in parties if party.span not in taken)


def inherited(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties marked as taken over from a clause before."""
    return tuple(replace(party, via="inherited") for party in parties)
