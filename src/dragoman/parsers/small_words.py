"""The small words of a language without a parser, and what its words are beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.core.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
HEADS = frozenset(("NOUN", "PROPN", "PRON"))
VERBAL = frozenset(("VERB", "ADJ"))
SMALL = frozenset(("AUX", "ADV", "PART", "SYM"))
ENDS = frozenset(("PUNCT", "CCONJ", "SCONJ"))
SETS = (
    "auxiliaries",
    "prepositions",
    "directions",
    "nominalisers",
    "contents",
    "carriers",
    "passives",
    "owners",
    "that",
    "copulas",
    "subordinators",
    "relatives",
    "joints",
    "clausal",
    "people",
    "agents",
    "verbs",
    "particles",
    "relational",
    "heads",
)


@dataclass(frozen=True)
class Words:
    """The small words of a language (``[parsing]`` in ``grammar.toml``), by what they do.

    ``tags`` gives the part of speech of words that taggers get wrong, ``verbs`` words that are
    verbs where a verb can stand, ``compounds`` words that taggers break up (by their first
    part), ``spellings`` the usual form of endings written in two ways. ``directions`` are
    prepositions that may be verbs of motion; ``nominalisers`` make a noun of the verb behind
    them; ``contents`` are nouns with a clause behind them; ``carriers`` take nouns of action;
    ``relational`` are nouns that phrases hang on; ``heads`` nouns that tell what a name names;
    ``control`` are verbs whose object does what the next verb says, ``clausal`` those with a
    clause as complement; ``people`` are nouns that a bare verb behind them describes.
    """

    tags: Mapping[str, str]
    compounds: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]
    control: frozenset[str]
    sets: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Words:
        """Return the small words of a table."""
        compounds: dict[str, set[str]] = {}
        for word in table.get("compounds", ()):
            compounds.setdefault(word.partition(" ")[0], set()).add(word)
        return cls(
            tags=table.get("tags", {}),
            compounds={first: frozenset(words) for first, words in compounds.items()},
            spellings=table.get("spellings", {}),
            control=frozenset(table.get("object_control", ())),
            sets={name: frozenset(table.get(name, ())) for name in SETS},
        )

    def has(self, name: str, token: Token | None) -> bool:
        """Tell whether a word is one of those that do this."""
        return token is not None and token.lemma in self.sets[name]


class Beside:
    """What the words of a sentence are, settled from left to right by the words beside them."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.tokens = tokens
        self.words = words
        self.verb_seen = False
        self.event_seen = False
        self.events: set[int] = set()

    def settled(self) -> set[int]:
        """Settle all parts of speech and return the indices of nouns of action."""
        for token in self.tokens:
            self.settle(token)
            if token.pos in ENDS:
                self.verb_seen = self.event_seen = False
            elif token.pos == "VERB":
                self.verb_seen = True
            elif token.index in self.events:
                self.event_seen = True
        return self.events

    def settle(self, token: Token) -> None:
        """Settle what one word is."""
        has = self.words.has
        before, after = self.at(token.index - 1), self.at(token.index + 1)
        if has("that", token) or has("subordinators", token) or has("relatives", token):
            token.pos = "SCONJ"
        elif has("joints", token):
            token.pos = "CCONJ"
        elif has("passives", token):
            self.passive(token, before, after)
        elif self.is_particle(token, before):
            token.pos = "PART"
        elif has("auxiliaries", token):
            self.auxiliary(token)
        elif has("directions", token):
            self.direction(token, before, after)
        elif has("prepositions", token):
            token.pos = "ADP" if after is not None and after.pos not in ENDS else "ADV"
        else:
            self.verb_or_noun(token, before)

    def is_particle(self, token: Token, before: Token | None) -> bool:
        """Tell whether a small word only shades the verb before it ("negotiate again")."""
        if before is None or before.pos != "VERB" or not self.words.has("particles", token):
            return False
        after = self.at(token.index + 1)
        return after is None or after.pos in ENDS

    def at(self, index: int) -> Token | None:
        """Return the word at this index, if there is one."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def verb_after(self, index: int) -> bool:
        """Tell whether a verb follows with nothing but small words between."""
        while (token := self.at(index)) is not None:
            if token.pos == "VERB" or self.words.has("verbs", token):
                return True
            small = token.pos in SMALL or self.words.has("auxiliaries", token)
            if not small and not self.words.has("passives", token):
                return False
            index += 1
        return False

    def passive(self, token: Token, before: Token | None, after: Token | None) -> None:
        """Settle a word that turns round subject and object, or tells that a verb succeeded."""
        if before is not None and before.pos == "VERB" and not self.verb_after(token.index + 1):
            token.pos = "PART"
        else:
            token.pos = "AUX" if after is not None and after.pos not in ENDS else "VERB"

    def auxiliary(self, token: Token) -> None:
        """Settle a word that is an auxiliary before verbs and a verb or adverb elsewhere."""
        if self.verb_after(token.index + 1):
            token.pos = "AUX"
        elif token.pos != "VERB":
            token.pos = "ADJ" if token.pos == "ADJ" else "ADV"

    def direction(self, token: Token, before: Token | None, after: Token | None) -> None:
        """Settle a word such as "to", which is a verb of motion where there is no other verb."""
        if self.verb_after(token.index + 1):
            token.pos = "AUX"
        elif self.is_motion(before):
            token.pos = "VERB"
        else:
            token.pos = "ADP" if after is not None and after.pos in NOMINAL else "PART"

    def is_motion(self, before: Token | None) -> bool:
        """Tell whether a word such as "to" stands where the clause wants its verb."""
        if before is not None and before.pos == "AUX":
            return True
        return not self.verb_seen and not self.event_seen and self.behind_name(before)

    def verb_or_noun(self, token: Token, before: Token | None) -> None:
        """Settle a word that may be a verb or the noun of its action."""
        if self.words.has("relational", token):
            self.events.add(token.index)
        known = self.words.has("verbs", token)
        if self.words.has("heads", token) and token.pos not in ("PROPN", "NUM"):
            token.pos = "NOUN"
        elif token.pos == "VERB" or known:
            self.action(token, before, certain=token.pos not in ("NOUN", "PROPN"))
        elif self.words.has("nominalisers", before) and token.pos == "ADJ":
            token.pos = "NOUN"

    def action(self, token: Token, before: Token | None, certain: bool) -> None:
        """Settle whether a word of action is the verb of a clause or a noun."""
        if self.is_noun(before) or self.words.has("owners", self.at(token.index + 1)):
            token.pos = "NOUN"
            self.events.add(token.index)
        elif certain or self.stands_as_verb(token, before):
            token.pos = "VERB"
        else:
            self.events.add(token.index)

    def is_noun(self, before: Token | None) -> bool:
        """Tell whether the word before makes a noun of the one behind it."""
        if before is None:
            return False
        if self.words.has("nominalisers", before) or before.pos in ("DET", "NUM"):
            return True
        return before.pos == "ADP" or (before.pos == "VERB" and self.words.has("carriers", before))

    def stands_as_verb(self, token: Token, before: Token | None) -> bool:
        """Tell whether a word tagged as a noun stands where the clause wants its verb."""
        if token.pos == "PROPN" or self.verb_seen or before is None:
            return False
        return before.pos in ("PROPN", "AUX", "PRON", "ADV", "NOUN")

    def behind_name(self, before: Token | None) -> bool:
        """Tell whether a word follows a noun, with nothing but a time between."""
        while before is not None and before.pos == "ADV":
            before = self.at(before.index - 1)
        return before is not None and before.pos in NOMINAL
