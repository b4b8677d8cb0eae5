"""Who stands in which slot of a word: subject, object, possessor, or behind which marker."""

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
CLAUSAL = frozenset(("xcomp", "advcl", "conj", "acl", "acl:relcl", "ccomp"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
# Slot of the subject of a complement clause: "demanded that Iran pay".
TOLD = "that"
Slots = dict[str, list[Token]]


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
    no named state are those of the state whose authorities deal with them.
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
    aside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Grammar:
        """Return the grammar of a parsed ``grammar.toml``."""
        slots = table.get("slots", {})
        return cls(
            parser=table["parser"],
            options=table.get("parsing", {}),
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


def _case(token: Token) -> str:
    """Return the morphological case of a word in lower case (``ins``), or nothing."""
    _, mark, rest = token.feats.partition("Case=")
    return rest[:3].lower() if mark else ""


def own_slots(parse: Parse, token: Token, grammar: Grammar) -> Slots:
    """Return the dependents of a word by slot, passives undone."""
    passive = grammar.is_passive(parse, token)
    found: Slots = {}
    for child in parse.children[token.index]:
        slot = grammar.slot(parse, child, passive)
        if slot is not None:
            found.setdefault(slot, []).append(child)
        if child.dep == "ccomp":
            found.setdefault(TOLD, []).extend(_subjects(parse, child))
    return found


def _subjects(parse: Parse, verb: Token) -> list[Token]:
    """Return the subjects of a verb, whether they do or suffer what it says."""
    return [child for child in parse.children[verb.index] if child.dep in SUBJECTS]


def slots_of(parse: Parse, token: Token, grammar: Grammar, depth: int = 4) -> Slots:
    """Return the dependents of a verb by slot, with the subject it shares with other clauses."""
    found = own_slots(parse, token, grammar)
    if "subject" not in found and grammar.topic:
        _fill_from_topic(found, parse, token, grammar)
    head = parse.head_of(token)
    if head is None or depth == 0:
        return found
    relation = token.dep
    if relation.startswith("acl"):
        _fill_from_noun(found, parse, token, grammar)
    elif "subject" not in found and relation in CLAUSAL and relation != "ccomp":
        above = slots_of(parse, head, grammar, depth - 1)
        shared = _controller(parse, above, (head, token), grammar)
        slot = "object" if grammar.is_passive(parse, token) and "object" not in found else "subject"
        if shared:
            found[slot] = shared
    return found


def _controller(
    parse: Parse, above: Slots, verbs: tuple[Token, Token], grammar: Grammar
) -> list[Token]:
    """Return who does what the lower verb says: the upper verb's object or its subject."""
    head, token = verbs
    apart = token.dep == "advcl" and grammar.complementing and not grammar.completes(parse, token)
    if token.dep != "conj" and head.lemma in grammar.control and not apart:
        for slot in grammar.controllers:
            if above.get(slot):
                return above[slot]
    return above.get("subject", [])


def _fill_from_topic(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Give a verb the topic that the parser hung on an earlier clause of the same sentence."""
    passive = grammar.is_passive(parse, token)
    for clause in parse.children[token.index]:
        if clause.dep not in ("advcl", "conj", "obl") or clause.index > token.index:
            continue
        for child in parse.children[clause.index]:
            if grammar.topic and grammar.marker(parse, child).endswith(grammar.topic):
                found["object" if passive else "subject"] = [child]
                return


def _fill_from_noun(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Put the noun that a clause modifies where the clause has a gap."""
    noun = parse.tokens[token.head]
    if noun.lemma in grammar.gapless:
        if "subject" not in found and (holders := _holders(parse, noun, grammar)):
            found["subject"] = holders
        return
    for slot, words in list(found.items()):
        kept = [w for w in words if w.lemma.lower() not in grammar.relatives]
        if len(kept) < len(words):
            found[slot] = [*kept, noun]
            return
    if grammar.is_passive(parse, token) or token.feats == "VBN":
        found.setdefault("object", [noun])
    elif "subject" not in found:
        found["subject"] = [noun]
    else:
        found.setdefault("object", [noun])


def _holders(parse: Parse, noun: Token, grammar: Grammar) -> list[Token]:
    """Return whose plan, intention or decision a noun is: its owner, or its verb's subject."""
    slots = own_slots(parse, noun, grammar)
    own = slots.get("possessive") or slots.get("subject")
    head = parse.head_of(noun)
    if own or head is None:
        return own or []
    return [
        word for word in slots_of(parse, head, grammar, 1).get("subject", ()) if word is not noun
    ]


def noun_slots(parse: Parse, token: Token, grammar: Grammar) -> Slots:
    """Return the dependents of a noun by slot, with those of a light verb that carries it."""
    found = own_slots(parse, token, grammar)
    if token.dep == "appos" and "subject" not in found:
        found["subject"] = [parse.tokens[token.head]]
    _share_predicates(found, parse, token, grammar)
    head = grammar.carrier(parse, token)
    if head is None:
        _add_beside(found, parse, token, grammar)
        return found
    for slot, words in slots_of(parse, head, grammar).items():
        kept = [word for word in words if word is not token]
        if kept and slot != "object":
            found.setdefault(slot, []).extend(kept)
    return found


def _add_beside(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Put the subject of the verb that a noun goes with into the slot ``beside``.

    In "came at the invitation of Cuba" whoever came was invited.
    """
    head = parse.head_of(token)
    if head is not None and head.pos == "VERB" and token.dep in ("obl", "advcl", "obj"):
        found.setdefault("beside", slots_of(parse, head, grammar).get("subject", []))


def _share_predicates(found: Slots, parse: Parse, token: Token, grammar: Grammar) -> None:
    """Give a noun that says what someone is the subject and owner of the noun beside it.

    In "is a partner and ally of Cuba" each noun has both.
    """
    beside = [c for c in parse.children[token.index] if c.dep in ("acl", "conj", "advcl")]
    head = parse.head_of(token)
    if head is not None and token.dep in ("acl", "conj", "advcl"):
        beside.append(head)
    if not any(child.dep == "cop" for child in parse.children[token.index]):
        return
    for noun in beside:
        if noun.pos != "NOUN" or not any(c.dep == "cop" for c in parse.children[noun.index]):
            continue
        others = own_slots(parse, noun, grammar)
        for slot in ("subject", "possessive"):
            if slot not in found and others.get(slot):
                found[slot] = [word for word in others[slot] if word is not token]
