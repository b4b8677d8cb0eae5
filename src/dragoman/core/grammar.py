"""How a language marks who stands in which slot: subject, object, possessor, or a marker's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.core.tokens import Parse, Token

# UD relation -> slot. A passive's patient is the object and its agent the subject.
RELATIONS = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:pass": "object",
    "csubj:pass": "object",
    "obl:agent": "subject",
    "obj": "object",
    "iobj": "iobj",
    "nmod:poss": "possessive",
    "amod": "possessive",
    "compound": "possessive",
    "appos": "possessive",
    "xcomp": "clause",
    "ccomp": "clause",
    "acl": "clause",
    "aux": "aux",
    "advmod:neg": "negation",
}
MARKED = frozenset(("obl", "nmod", "advcl", "obl:npmod", "acl", "dep", "dislocated"))


@dataclass(frozen=True)
class Grammar:
    """How a language marks its slots (``grammar.toml``).

    ``parser`` names the adapter and ``options`` the words that it needs.
    ``markers`` renames a case marker to a slot; where ``by_marker`` holds, the marker decides
    even against the parser's relation. ``passive`` are lemmas of passive auxiliaries, and
    ``agents`` the markers of a passive's agent. ``topic`` marks a subject that belongs to the
    sentence's last verb. ``listing`` are markers that join the members of a list. ``light`` are
    verbs that lend their subject to the noun they carry; ``control`` those whose object does
    what the infinitive says. ``gapless`` are nouns such as "plan" whose clause has no gap
    for them: whoever has the plan does what the clause says. ``relations`` names the slots of UD
    relations; ``controllers`` are the slots of those who are told to do something, ``origins``
    those of a noun in which the state stands that one comes from ("students from Mali").
    ``aside`` are markers of nouns that set the scene of a light verb ("at the talks").
    ``complementing`` are words before a clause that make it a complement ("accused of doing"),
    ``private`` nouns that never stand for the state they belong to ("a French singer"),
    ``happening`` verbs that say of a noun of action that it came to pass, ``instruments`` nouns
    of things that act in nobody's name ("killed by a mine"). Where ``homes`` holds, people of
    no named state are those of the state whose authorities deal with them. ``undergone`` are
    light verbs whose subject undergoes the act ("came under attack"), ``beside`` markers of the
    act that someone answers.
    """

    parser: str
    options: Mapping[str, Any]
    markers: Mapping[str, str]
    by_marker: bool
    passive: frozenset[str]
    agents: frozenset[str]
    topic: str | None
    listing: frozenset[str]
    light: frozenset[str]
    control: frozenset[str]
    frames: Mapping[str, Any]
    stand_ins: Mapping[str, str]
    relatives: frozenset[str]
    gapless: frozenset[str]
    anaphors: frozenset[str]
    relations: Mapping[str, str]
    controllers: tuple[str, ...]
    origins: tuple[str, ...] = ()
    complementing: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    homes: bool = False
    undergone: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Grammar:
        """Return the grammar of a parsed ``grammar.toml``."""
        slots = table.get("slots", {})
        return cls(
            parser=table["parser"],
            options=_options(table),
            markers=slots.get("markers", {}),
            by_marker=bool(slots.get("by_marker")),
            passive=frozenset(slots.get("passive", ())),
            agents=frozenset(slots.get("agents", ())),
            topic=slots.get("topic"),
            listing=frozenset(slots.get("listing", ())),
            light=frozenset(table.get("light_verbs", ())),
            control=frozenset(table.get("object_control", ())),
            frames=table.get("frames", {}),
            stand_ins=table.get("units", {}),
            relatives=frozenset(slots.get("relatives", ())),
            gapless=frozenset(table.get("gapless", ())),
            anaphors=frozenset(slots.get("anaphors", ())),
            relations={**RELATIONS, **slots.get("relations", {})},
            controllers=tuple(slots.get("controllers", ("object",))),
            origins=tuple(slots.get("origins", ())),
            aside=frozenset(slots.get("aside", ())),
            complementing=frozenset(slots.get("complementing", ())),
            private=frozenset(table.get("private", ())),
            happening=frozenset(table.get("happening", ())),
            instruments=frozenset(table.get("instruments", ())),
            homes=bool(table.get("homes")),
            undergone=frozenset(table.get("undergone", ())),
            beside=frozenset(slots.get("beside", ())),
        )

    def marker(self, parse: Parse, token: Token) -> str:
        """Return the case marking of a word: its markers joined, or its morphological case."""
        parts = []
        for child in parse.children[token.index]:
            if child.dep == "case":
                parts.append(child.text.lower())
                parts += [c.text.lower() for c in parse.children[child.index] if c.dep == "fixed"]
            elif child.dep == "fixed":
                parts.append(child.text.lower())
        if parts:
            joiner = "" if self.by_marker else " "
            return joiner.join(parts)
        return _case(token)

    def carrier(self, parse: Parse, noun: Token) -> Token | None:
        """Return the light verb that carries a noun of action, or ``None``.

        A noun that only sets the scene ("at the talks") is not carried.
        """
        head = parse.head_of(noun)
        if head is None or head.lemma not in self.light:
            return None
        aside = self.aside and noun.dep == "obl" and self.marker(parse, noun) in self.aside
        return None if aside else head

    def is_passive(self, parse: Parse, token: Token) -> bool:
        """Tell whether a verb is passive, by an auxiliary below it or its morphology."""
        if "Voice=Pass" in token.feats:
            return True
        return any(
            child.dep == "aux:pass" or (child.dep == "aux" and child.lemma in self.passive)
            for child in parse.children[token.index]
        )

    def completes(self, parse: Parse, clause: Token) -> bool:
        """Tell whether an adverbial clause is the complement of its head by the word before it."""
        if clause.dep != "advcl":
            return False
        return clause.pos == "ADJ" or any(
            word.dep in ("case", "aux", "mark") and word.text.lower() in self.complementing
            for word in parse.children[clause.index]
        )

    def slot(self, parse: Parse, child: Token, passive: bool) -> str | None:
        """Return the slot in which a dependent stands below its head, or ``None``."""
        marker = ""
        if self.by_marker or child.dep in MARKED:
            marker = self.marker(parse, child)
            if passive and marker in self.agents:
                return "subject"
        if self.by_marker and marker in self.markers:
            slot = self.markers[marker]
            return "object" if passive and slot == "subject" else slot
        base = self.relations.get(child.dep)
        if base is not None:
            return "object" if passive and base == "subject" and child.dep == "nsubj" else base
        if child.dep in MARKED:
            return self.markers.get(marker, marker or "bare")
        return None


def _options(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the words that the parser needs, where it needs any."""
    options = table.get("parsing", {})
    return {**options, "gapless": table.get("gapless", ())} if options else {}


def _case(token: Token) -> str:
    """Return the morphological case of a word in lower case (``ins``), or nothing."""
    _, mark, rest = token.feats.partition("Case=")
    return rest[:3].lower() if mark else ""
