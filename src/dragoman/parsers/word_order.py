"""Roles from word order: who stands before a verb, after it, and behind which preposition."""

from __future__ import annotations

from dragoman.core.tokens import Token
from dragoman.parsers.noun_phrases import JOINTS, NounPhrases
from dragoman.parsers.small_words import HEADS, NOMINAL, Beside

LISTING = frozenset((",", ";", "-", "–", "—", "/"))


class WordOrder(NounPhrases):
    """A sentence gone through once, from left to right: its clauses and their verbs."""

    def arranged(self) -> list[Token]:
        """Return the words with their relations and heads."""
        self.events = Beside(self.tokens, self.words).settled()
        for token in self.tokens:
            if not self.stands_aside(token):
                self.take(token)
        self.close()
        return self.tokens

    def take(self, token: Token) -> None:
        """Take the next word."""
        if token.pos == "SCONJ":
            self.take_opener(token)
        elif token.pos in JOINTS:
            self.take_joint(token)
        elif token.pos == "AUX" and self.words.has("passives", token):
            self.passive = token
        elif token.pos == "AUX":
            self.waiting.append(token)
        elif token.pos == "ADP":
            self.preposition = token
        elif token.pos == "VERB":
            self.take_verb(token)
        elif token.pos in NOMINAL:
            self.take_noun(token)
        else:
            self.take_modifier(token)

    def take_opener(self, token: Token) -> None:
        """Take a word that opens a clause: a complement, a reason, a time or a relative one."""
        if self.words.has("copulas", token) and self.is_copula():
            self.waiting.append(token)
            return
        if self.words.has("relatives", token) and self.noun is not None:
            self.described = self.noun
        if self.words.has("that", token) and self.words.has("contents", self.event or self.noun):
            self.content = self.event or self.noun
        self.opener = token
        if self.verb is not None or self.words.has("that", token):
            self.subject = None
        self.noun = self.event = self.object = None

    def is_copula(self) -> bool:
        """Tell whether the word for "that" links a subject with what it is."""
        return self.subject is not None and (self.verb is None or self.broken)

    def take_joint(self, token: Token) -> None:
        """Take a comma or a joining word: the phrase before it has ended."""
        anchor = self.noun or self.verb or self.subject
        if anchor is not None:
            self.hang(token, anchor, "punct" if token.pos == "PUNCT" else "cc")
        if token.pos == "CCONJ" or token.text in LISTING:
            self.broken = self.apart = True
            self.preposition = None
        elif token.text == ":":
            self.start_anew()

    def start_anew(self) -> None:
        """Begin a new clause behind a colon, as the content of a verb of saying or apart."""
        said = self.verb is not None and self.words.has("clausal", self.verb)
        self.settle_waiting()
        if not said:
            self.verb = self.root = None
        self.noun = self.event = self.object = self.subject = None
        self.broken = self.apart = True

    def take_verb(self, token: Token) -> None:
        """Take a verb: the first one, one that goes on with another, or one in a clause."""
        head, dep = self.place(token)
        if head is None:
            token.head, token.dep = token.index, "root"
        else:
            self.hang(token, head, dep)
        self.attach_subject(token)
        self.settle_waiting(token)
        if self.root is None and dep != "acl":
            self.root = token
        self.verb = token
        self.noun = self.event = self.object = self.opener = self.content = self.described = None
        self.broken = self.apart = False

    def place(self, token: Token) -> tuple[Token | None, str]:
        """Return what a verb hangs on, and how."""
        verb, opener = self.verb, self.opener
        if self.described is not None:
            return self.described, "acl:relcl"
        if self.content is not None:
            return self.complement(token, self.content)
        if opener is not None and not self.words.has("that", opener):
            self.hang(opener, token, "mark")
            self.leading = self.leading or verb is None
            return (self.root if self.apart else verb), "advcl"
        if verb is None:
            return None, "root"
        if opener is not None:
            self.hang(opener, token, "mark")
            return verb, "ccomp" if self.subject else "xcomp"
        if self.leading and self.apart and self.root is not None:
            return self.main_at_last(token, self.root)
        if self.apart:
            return (self.root if self.subject else self.partner(token, verb)), "conj"
        return self.behind_verb(token, verb)

    def complement(self, token: Token, content: Token) -> tuple[Token | None, str]:
        """Hang a verb behind a noun such as "the fact" on the verb before, or on the noun."""
        verb = self.verb
        if verb is None or content is not self.object or self.words.has("that", self.opener):
            return content, "acl"
        self.hang(content, token, "mark")
        self.object = None
        return verb, "ccomp"

    def main_at_last(self, token: Token, lead: Token) -> tuple[Token | None, str]:
        """Let the verb behind a leading clause be the main one."""
        self.leading = False
        self.hang(lead, token, "advcl")
        self.root = token
        token.head, token.dep = token.index, "root"
        return None, "root"

    def partner(self, token: Token, verb: Token) -> Token:
        """Return the verb that a further verb of the same subject goes on with."""
        if not (self.words.has("clausal", token) or token.lemma in self.words.control):
            return verb
        for _ in range(len(self.tokens)):
            if verb.head == verb.index or verb.dep not in ("xcomp", "ccomp", "conj", "acl"):
                return verb
            verb = self.tokens[verb.head]
        return verb

    def behind_verb(self, token: Token, verb: Token) -> tuple[Token | None, str]:
        """Return how a verb hangs on the one before it, with no joint between them."""
        noun = self.object
        if self.describes_subject(verb):
            return self.main_after_relative(token, verb)
        if noun is not None and self.passive is not None and self.noun is noun:
            return noun, "acl:relcl"
        if noun is None or verb.lemma in self.words.control:
            return verb, "xcomp"
        if self.words.has("clausal", verb):
            self.subject = noun
            return verb, "ccomp"
        close = self.edge == token.index - 1
        if (
            close
            and self.noun is noun
            and (noun.index in self.events or self.words.has("people", noun))
        ):
            return noun, "acl"
        return verb, "conj"

    def describes_subject(self, verb: Token) -> bool:
        """Tell whether the verb so far only describes the subject: "the ship carrying oil has"."""
        if verb is not self.root or verb.dep != "root" or not (self.waiting or self.passive):
            return False
        before = self.tokens[: verb.index]
        if any(t.head == verb.index and t.dep.startswith("aux") for t in before):
            return False
        told = self.passive is not None or self.waiting[0].pos == "AUX"
        subject = next((t for t in before if t.head == verb.index and t.dep == "nsubj"), None)
        if self.words.has("people", subject):
            return told
        governs = self.words.has("clausal", verb) or verb.lemma in self.words.control
        return told and not governs and self.object is None and self.noun is not None

    def main_after_relative(self, token: Token, verb: Token) -> tuple[Token | None, str]:
        """Hang the verb so far on its subject, which this verb takes over."""
        below = [t for t in self.tokens if t.head == verb.index and t.dep == "nsubj"]
        if not below:
            return verb, "conj"
        self.subject = below[0]
        self.subject.head = self.subject.index
        self.hang(verb, self.subject, "acl")
        self.root = token
        token.head, token.dep = token.index, "root"
        return None, "root"

    def attach_subject(self, token: Token) -> None:
        """Give a verb the subject and agent that wait for it, turned round in a passive."""
        if self.passive is not None:
            self.hang(self.passive, token, "aux:pass")
            token.feats = "Voice=Pass"
        carried = self.described is not None and self.words.has("carriers", token)
        if self.agent is not None and self.described is not None and carried:
            self.hang(self.agent, self.described, "nmod")
        elif self.agent is not None and self.agent is not token:
            self.hang(self.agent, token, "obl:agent" if self.passive else "nsubj")
        if self.subject is not None and self.subject is not self.agent:
            self.hang(self.subject, token, "nsubj:pass" if self.passive else "nsubj")
        self.subject = self.passive = self.agent = None

    def close(self) -> None:
        """Hang what still waits on the last verb, or leave it a root of its own."""
        anchor = self.verb or self.subject or self.noun
        left = (*self.waiting, self.subject, self.agent, self.passive, self.preposition)
        for token in left:
            if token is not None and anchor is not None and token.head == token.index:
                self.hang(token, anchor, "obl" if token.pos in HEADS else "advmod")
        if self.opener is not None and anchor is not None:
            self.hang(self.opener, anchor, "discourse")
        for token in self.tokens:
            if token.head == token.index and token.dep == "dep":
                token.dep = "root"
