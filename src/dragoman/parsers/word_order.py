"""Roles from word order: who stands before a verb, after it, and behind which preposition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.core.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
HEADS = frozenset(("NOUN", "PROPN", "PRON"))
LISTING = frozenset((",", ";"))


@dataclass(frozen=True)
class Words:
    """The small words of a language (``[parsing]`` in ``grammar.toml``), by what they do.

    ``tags`` gives the part of speech of words that taggers get wrong. ``nominalisers`` make a
    noun of the verb behind them; ``passives`` turn round subject and agent; ``owners`` bind the
    noun behind them to the noun before; ``that`` opens a clause; ``control`` are verbs whose
    object does what the next verb says.
    """

    tags: Mapping[str, str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    nominalisers: frozenset[str]
    passives: frozenset[str]
    owners: frozenset[str]
    that: frozenset[str]
    control: frozenset[str]
    agents: frozenset[str] = frozenset()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Words:
        """Return the small words of a table."""
        names = ("auxiliaries", "prepositions", "nominalisers", "passives", "owners", "that")
        sets = {name: frozenset(table.get(name, ())) for name in names}
        control = frozenset(table.get("object_control", ()))
        agents = frozenset(table.get("agents", ()))
        return cls(tags=table.get("tags", {}), control=control, agents=agents, **sets)


@dataclass
class WordOrder:
    """The state of going through a sentence once, from left to right."""

    tokens: list[Token]
    words: Words
    verb: Token | None = None
    subject: Token | None = None
    noun: Token | None = None
    preposition: Token | None = None
    passive: Token | None = None
    agent: Token | None = None
    that: Token | None = None
    broken: bool = False
    waiting: list[Token] = field(default_factory=list)

    def arranged(self) -> list[Token]:
        """Return the words with their relations and heads."""
        for token in self.tokens:
            self.retag(token)
        for token in self.tokens:
            self.take(token)
        self.close()
        return self.tokens

    def retag(self, token: Token) -> None:
        """Settle what a word is by the words beside it."""
        before = self.tokens[token.index - 1] if token.index else None
        after = self.tokens[token.index + 1] if token.index + 1 < len(self.tokens) else None
        if token.lemma in self.words.auxiliaries:
            token.pos = "AUX"
        elif token.lemma in self.words.prepositions:
            followed = after is not None and after.pos in NOMINAL
            token.pos = "ADP" if followed else token.pos
        elif before and before.lemma in self.words.nominalisers and token.pos in ("VERB", "ADJ"):
            token.pos = "NOUN"

    def take(self, token: Token) -> None:
        """Take the next word."""
        if token.lemma in self.words.passives:
            self.passive = token
        elif token.pos == "AUX" or (token.pos == "ADV" and self.verb is None):
            self.waiting.append(token)
        elif token.pos == "ADP":
            self.preposition = token
        elif token.lemma in self.words.that:
            self.that = token
            self.subject = self.noun = None
        elif token.pos == "VERB":
            self.take_verb(token)
        elif token.pos in NOMINAL:
            self.take_noun(token)
        else:
            self.take_other(token)

    def take_other(self, token: Token) -> None:
        """Take a mark, a joining word or a modifier."""
        joins = token.text in LISTING or token.pos == "CCONJ"
        self.broken = self.broken or joins
        anchor = self.noun if token.pos == "ADJ" and self.noun else (self.verb or self.noun)
        if joins and self.noun:
            anchor = self.noun
        dep = {"PUNCT": "punct", "CCONJ": "cc", "ADJ": "amod"}.get(token.pos, "advmod")
        if anchor is not None:
            self.hang(token, anchor, dep)

    def take_noun(self, token: Token) -> None:
        """Take a noun: part of the phrase before it, member of its list, or a phrase of its own."""
        before = self.tokens[token.index - 1] if token.index else None
        beside = before is not None and before is self.last_word(self.noun)
        if self.preposition is not None:
            self.behind_preposition(token, self.preposition)
        elif self.passive is not None:
            self.agent = token if token.pos in HEADS else self.agent
        elif self.noun is not None and beside and not self.broken:
            self.join(token)
            return
        elif self.noun is not None and self.broken and self.lists(token):
            self.hang(token, self.noun, "conj")
        else:
            self.own_phrase(token)
        self.noun = token
        self.broken = False

    def lists(self, token: Token) -> bool:
        """Tell whether a noun goes on with the list of the noun before the joining word."""
        joint = self.tokens[token.index - 1]
        return joint.pos in ("CCONJ", "PUNCT") and token.pos in HEADS

    def join(self, token: Token) -> None:
        """Make a noun part of the phrase that it follows directly; a number yields its place."""
        noun = self.noun
        if noun is None:
            return
        small = noun.pos in ("NUM", "DET") or noun.lemma in self.words.nominalisers
        if small and token.pos in HEADS:
            self.replace(noun, token)
            self.hang(noun, token, "nummod" if noun.pos == "NUM" else "det")
            self.noun = token
        else:
            self.hang(token, noun, "compound")

    def replace(self, old: Token, new: Token) -> None:
        """Put a word where another stood in the tree and in what is being waited for."""
        for token in self.tokens:
            if token.head == old.index and token is not old:
                token.head = new.index
        new.head = new.index if old.head == old.index else old.head
        new.dep = old.dep
        for name in ("subject", "agent"):
            if getattr(self, name) is old:
                setattr(self, name, new)

    def last_word(self, noun: Token | None) -> Token | None:
        """Return the last word of a noun's phrase as far as it was read."""
        if noun is None:
            return None
        below = [t for t in self.tokens if t.head == noun.index and t.index > noun.index]
        close = [t for t in below if t.dep in ("compound", "amod", "nummod")]
        return close[-1] if close else noun

    def behind_preposition(self, token: Token, preposition: Token) -> None:
        """Hang a noun behind a preposition on the noun or verb that it belongs to."""
        self.hang(preposition, token, "case")
        self.preposition = None
        owner = preposition.lemma in self.words.owners
        event = self.noun is not None and (owner or self.verb is None)
        anchor = self.noun if event else (self.verb or self.noun)
        if preposition.lemma in self.words.agents and self.verb is not None:
            self.hang(token, self.verb, "obl:agent")
        elif anchor is not None:
            self.hang(token, self.top(anchor, owner), "nmod" if anchor is self.noun else "obl")
        else:
            self.waiting.append(token)

    def top(self, anchor: Token, owner: bool) -> Token:
        """Return the noun that a further phrase hangs on: that of the whole phrase, or this."""
        while not owner and anchor.dep == "nmod" and anchor.head != anchor.index:
            anchor = self.tokens[anchor.head]
        return anchor

    def own_phrase(self, token: Token) -> None:
        """Let a noun be the object of the verb before it, or wait for the verb behind it."""
        verb = self.verb
        if verb is None or self.broken or self.that is not None:
            self.subject = token
        elif not any(t.head == verb.index and t.dep == "obj" for t in self.tokens):
            self.hang(token, verb, "obj")
        else:
            self.hang(token, verb, "obl")

    def take_verb(self, token: Token) -> None:
        """Take a verb: the first one, one that goes on with another, or one in a clause."""
        verb = self.verb
        if verb is None:
            token.dep, token.head = "root", token.index
        elif self.that is not None:
            self.hang(token, verb, "ccomp")
        elif self.broken:
            self.hang(token, verb, "conj")
        else:
            self.below(token, verb)
        self.attach_subject(token)
        for word in self.waiting:
            self.hang(
                word,
                token,
                "aux" if word.pos == "AUX" else "advmod" if word.pos == "ADV" else "obl",
            )
        self.waiting = []
        self.verb, self.noun, self.that, self.broken = token, None, None, False

    def below(self, token: Token, verb: Token) -> None:
        """Hang a verb on the one before it; a noun between them is the object or the subject."""
        between = self.noun if self.noun and self.noun.head == verb.index else None
        controls = verb.lemma in self.words.control
        if between is None or between.dep != "obj" or controls:
            self.hang(token, verb, "xcomp")
            return
        self.hang(token, verb, "ccomp")
        self.subject = between

    def attach_subject(self, token: Token) -> None:
        """Give a verb the subject and agent that wait for it, turned round in a passive."""
        if self.passive is not None:
            self.hang(self.passive, token, "aux:pass")
            token.feats = "Voice=Pass"
            if self.agent is not None and self.agent is not token:
                self.hang(self.agent, token, "obl:agent")
        if self.subject is not None:
            self.hang(self.subject, token, "nsubj:pass" if self.passive else "nsubj")
        self.subject = self.passive = self.agent = None

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Hang a word on another."""
        if token is not head:
            token.head, token.dep = head.index, dep

    def close(self) -> None:
        """Hang what still waits on the last verb, or leave it a root of its own."""
        anchor = self.verb
        for token in (*self.waiting, self.subject, self.agent, self.passive, self.preposition):
            if token is not None and anchor is not None and token.head == token.index:
                self.hang(token, anchor, "obl" if token.pos in HEADS else "advmod")
        for token in self.tokens:
            if token.head == token.index and token.dep == "dep":
                token.dep = "root"
