"""Noun phrases from word order: what belongs to a noun, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.core.tokens import Token
from dragoman.parsers.small_words import ENDS, HEADS, NOMINAL, Words

OPEN, CLOSE = frozenset("([{"), frozenset(")]}")
JOINTS = frozenset(("CCONJ", "PUNCT"))


@dataclass
class NounPhrases:
    """The state of going through a sentence once, from left to right.

    ``verb`` is the last verb, ``root`` that of the main clause; ``subject`` and ``waiting`` wait
    for the next verb, ``noun`` is the head of the last noun phrase and ``edge`` its last word,
    ``event`` the last noun of action, ``object`` the noun that stands bare behind the verb.
    ``broken`` tells that a joint ended the phrase before, ``apart`` that one stood since the verb.
    """

    tokens: list[Token]
    words: Words
    events: set[int] = field(default_factory=set)
    verb: Token | None = None
    root: Token | None = None
    subject: Token | None = None
    noun: Token | None = None
    edge: int = -1
    event: Token | None = None
    object: Token | None = None
    preposition: Token | None = None
    passive: Token | None = None
    agent: Token | None = None
    opener: Token | None = None
    content: Token | None = None
    described: Token | None = None
    broken: bool = False
    apart: bool = False
    leading: bool = False
    aside: int = 0
    waiting: list[Token] = field(default_factory=list)

    def stands_aside(self, token: Token) -> bool:
        """Hang what stands in brackets on the word before them."""
        if token.text in OPEN:
            self.aside += 1
        inside = self.aside > 0
        if token.text in CLOSE:
            self.aside = max(0, self.aside - 1)
        anchor = self.noun or self.verb
        if inside and anchor is not None:
            self.hang(token, anchor, "parataxis" if token.pos in HEADS else "punct")
        return inside

    def take_modifier(self, token: Token) -> None:
        """Take an adjective, an adverb or a time; a quotation mark changes nothing."""
        if token.pos == "SYM":
            self.hang(token, self.noun or self.verb or token, "punct")
            return
        if self.preposition is not None:
            self.hang(self.preposition, token, "case")
            self.preposition = None
        beside = self.noun is not None and self.edge == token.index - 1
        if token.pos == "ADJ" and beside and self.noun is not None:
            self.hang(token, self.noun, "amod")
            self.edge = token.index
        elif self.verb is not None and not self.broken:
            self.hang(token, self.verb, "advmod" if token.pos != "NOUN" else "obl")
        else:
            self.waiting.append(token)

    def take_noun(self, token: Token) -> None:
        """Take a noun: part of the phrase before it, member of its list, or a phrase of its own."""
        noun = self.noun
        beside = noun is not None and self.edge == token.index - 1 and not self.broken
        if self.preposition is not None:
            self.behind_preposition(token, self.preposition)
        elif beside and noun is not None and not self.opens_clause(noun, token):
            self.join(token, noun)
            return
        elif self.passive is not None:
            self.agent = token
        elif noun is not None and self.broken and self.lists(token):
            self.hang(token, noun, "conj")
        else:
            self.own_phrase(token)
        self.set_noun(token)

    def set_noun(self, token: Token) -> None:
        """Let a noun be the head of the phrase that goes on."""
        self.noun, self.edge, self.broken = token, token.index, False
        if token.index in self.events:
            self.event = token

    def opens_clause(self, noun: Token, token: Token) -> bool:
        """Tell whether a noun such as "the fact" has a clause of its own behind it."""
        if token.index in self.events or not self.words.has("contents", noun):
            return False
        if self.verb_ahead(noun.index + 1):
            self.content = noun
            return True
        return False

    def verb_ahead(self, index: int) -> bool:
        """Tell whether a verb follows before the next joint, mark or clause."""
        for token in self.tokens[index:]:
            if token.pos == "VERB":
                return True
            if token.pos in ENDS:
                return False
        return False

    def lists(self, token: Token) -> bool:
        """Tell whether a noun goes on with the list of the noun before the joining word."""
        joint = self.tokens[token.index - 1]
        noun = self.noun
        if joint.pos not in JOINTS or noun is None:
            return False
        if self.verb is None:
            return joint.pos == "CCONJ" or not self.is_lead(noun)
        return not self.verb_ahead(token.index)

    def is_lead(self, noun: Token) -> bool:
        """Tell whether a noun belongs to the adverbial that opens the sentence."""
        while noun.head != noun.index:
            noun = self.tokens[noun.head]
        return any(word is noun for word in self.waiting)

    def join(self, token: Token, noun: Token) -> None:
        """Make a noun part of the phrase before it; a small word yields its place."""
        small = noun.pos in ("NUM", "DET") or self.words.has("nominalisers", noun)
        if small and (token.pos in HEADS or noun.pos == "DET"):
            self.replace(noun, token)
            self.hang(noun, token, "nummod" if noun.pos == "NUM" else "det")
            self.set_noun(token)
            return
        action = noun.index in self.events and token.pos in HEADS
        self.hang(token, noun, "obj" if action else "compound")
        self.edge = token.index

    def replace(self, old: Token, new: Token) -> None:
        """Put a word where another stood in the tree and in what is being waited for."""
        for token in self.tokens[: new.index]:
            if token.head == old.index and token is not old:
                token.head = new.index
        if old.head != old.index:
            new.head, new.dep = old.head, old.dep
        for name in ("subject", "agent", "object", "content"):
            if getattr(self, name) is old:
                setattr(self, name, new)
        self.waiting = [new if word is old else word for word in self.waiting]

    def behind_preposition(self, token: Token, preposition: Token) -> None:
        """Hang a noun behind a preposition on the noun or verb that it belongs to."""
        self.hang(preposition, token, "case")
        self.preposition = None
        anchor = self.owned() if self.words.has("owners", preposition) else self.acted()
        if self.words.has("agents", preposition) and self.does_next(token):
            self.described, self.agent = anchor, token
        elif anchor is None or (self.broken and self.verb is None):
            self.waiting.append(token)
        else:
            self.hang(token, anchor, "obl" if anchor.pos == "VERB" else "nmod")

    def does_next(self, token: Token) -> bool:
        """Tell whether a verb follows the phrase that begins here, whose agent it is."""
        index = token.index + 1
        while index < len(self.tokens) and self.tokens[index].pos in NOMINAL:
            index += 1
        return index < len(self.tokens) and self.tokens[index].pos in ("VERB", "AUX")

    def owned(self) -> Token | None:
        """Return what the noun behind "of" owns: the last noun, or the action done to it."""
        noun = self.noun
        if noun is None:
            return self.verb
        head = self.tokens[noun.head]
        if head.index in self.events and noun.pos == "PROPN" and noun.dep in ("obj", "nmod"):
            return head
        object_ = self.tokens[self.edge]
        if object_.pos == "PROPN" and object_.dep == "obj" and self.event is not None:
            return self.event
        return noun

    def acted(self) -> Token | None:
        """Return what a noun behind another preposition belongs to: an action or the verb."""
        if self.broken:
            return self.verb
        if self.event is not None:
            return self.event
        if self.verb is None:
            return self.event or self.noun
        return self.verb

    def own_phrase(self, token: Token) -> None:
        """Let a noun be the object of the verb before it, or wait for the verb behind it."""
        verb = self.verb
        self.event = None
        if self.is_predicate():
            self.predicate(token)
        elif verb is None or self.waits_for_verb(token):
            self.subject = token
        elif self.broken:
            self.hang(token, verb, "dep")
        elif self.object is None:
            self.hang(token, verb, "obj")
            self.object = token
        else:
            self.hang(token, verb, "iobj" if token.pos == "PROPN" else "obl")

    def waits_for_verb(self, token: Token) -> bool:
        """Tell whether a noun opens a clause, whose verb is still to come."""
        if self.opener is not None or self.content is not None:
            return True
        return self.broken and self.verb_ahead(token.index)

    def is_predicate(self) -> bool:
        """Tell whether a noun is what the subject is said to be."""
        return self.subject is not None and any(word.pos == "SCONJ" for word in self.waiting)

    def predicate(self, token: Token) -> None:
        """Let a noun be what the subject is: "X is an ally of Y"."""
        if self.verb is not None and self.root is not None:
            self.hang(token, self.root, "conj")
        else:
            token.head, token.dep = token.index, "root"
        if self.subject is not None:
            self.hang(self.subject, token, "nsubj")
        self.settle_waiting(token)
        self.subject = None

    def settle_waiting(self, verb: Token | None = None) -> None:
        """Hang the small words and phrases that wait on this verb."""
        for word in self.waiting if verb is not None else ():
            dep = {"AUX": "aux", "ADV": "advmod", "SCONJ": "cop"}.get(word.pos, "obl")
            self.hang(word, verb or word, dep)
        self.waiting = [] if verb is not None else self.waiting

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Hang a word on another, unless that one hangs on it."""
        if token is not head and not self.is_above(token, head):
            token.head, token.dep = head.index, dep

    def is_above(self, token: Token, word: Token) -> bool:
        """Tell whether a word is governed, however far up, by this token."""
        while word.head != word.index:
            word = self.tokens[word.head]
            if word is token:
                return True
        return False
