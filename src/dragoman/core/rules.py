"""Rules that map words in a frame to acts and relations, compiled from a language's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SLOT_MARK = ":"


class RuleError(ValueError):
    """A rule that cannot be read: the message names the act, the block and the reason."""


@dataclass(frozen=True, slots=True)
class Need:
    """A word that must stand (or, where ``absent``, must not stand) below the trigger."""

    words: frozenset[str]
    slot: str | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the parties that the rule must read from it, and the realis."""

    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    realis: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of a language's rules: patterns of one act, with the slots of its parties."""

    id: str
    act: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    needs: frozenset[str]
    examples: tuple[Example, ...] = ()
    counters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger's lemmas and the words needed below it; ``noun`` tells a nominal trigger."""

    text: str
    lemmas: frozenset[str]
    needs: tuple[Need, ...]
    noun: bool
    rule: Rule
    weight: int = 0


@dataclass(frozen=True)
class RuleBook:
    """All rules of one kind in one language, with patterns found by the trigger's lemma."""

    rules: tuple[Rule, ...] = ()
    verbs: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Rule, ...]:
        """One rule of each block, which holds the block's examples."""
        return tuple({rule.id.removesuffix("n"): rule for rule in self.rules}.values())

    @classmethod
    def of(cls, table: Mapping[str, Any], frames: Mapping[str, Any], name: str) -> RuleBook:
        """Return the rules of a table (``acts.toml``); ``name`` begins their ids.

        Raises ``RuleError`` for a block that lacks patterns, or has an unknown class or key.
        """
        classes = {k: frozenset(map(str.lower, v)) for k, v in table.get("classes", {}).items()}
        rules: list[Rule] = []
        patterns: list[Pattern] = []
        for act, blocks in table.items():
            if act == "classes":
                continue
            for number, block in enumerate(blocks, 1):
                for noun, key in ((False, "verbs"), (True, "nouns")):
                    if block.get(key):
                        rule = _rule(f"{name}/{act}/{number}", block, frames, noun)
                        rules.append(rule)
                        patterns += [_pattern(p, rule, noun, classes) for p in block[key]]
                if not block.get("verbs") and not block.get("nouns"):
                    raise RuleError(f"{name}/{act}/{number}: no verbs and no nouns")
        return cls(tuple(rules), _index(patterns, False), _index(patterns, True))


BLOCK_KEYS = frozenset(
    ("verbs", "nouns", "actor", "recipient", "needs", "examples", "counters", "note")
)


def _rule(name: str, block: Mapping[str, Any], frames: Mapping[str, Any], noun: bool) -> Rule:
    """Return the rule of a block, with the frame's slots where the block names none."""
    unknown = set(block) - BLOCK_KEYS
    if unknown:
        raise RuleError(f"{name}: unknown key {sorted(unknown)[0]!r}")
    frame = frames.get("noun" if noun else "verb", {})
    return Rule(
        id=f"{name}n" if noun else name,
        act=name.split("/")[-2],
        actor=tuple(block.get("actor", frame.get("actor", ("subject",)))),
        recipient=tuple(block.get("recipient", frame.get("recipient", ("object",)))),
        needs=frozenset(block.get("needs", ())),
        examples=tuple(read_example(text, name) for text in block.get("examples", ())),
        counters=tuple(block.get("counters", ())),
    )


def read_example(text: str, name: str) -> Example:
    """Return an example from ``sentence => ACTORS > RECIPIENTS; realis``."""
    sentence, arrow, expected = text.rpartition(" => ")
    parties, _, realis = expected.partition(";")
    actors, mark, recipients = parties.partition(">")
    if not arrow or not mark:
        raise RuleError(f"{name}: an example needs ' => ACTORS > RECIPIENTS': {text!r}")
    return Example(sentence, _codes(actors), _codes(recipients), realis.strip() or "actual")


def _codes(text: str) -> tuple[str, ...]:
    """Return the party codes of a comma list; ``-`` stands for none."""
    return tuple(code for part in text.split(",") if (code := part.strip()) and code != "-")


def _pattern(text: str, rule: Rule, noun: bool, classes: Mapping[str, frozenset[str]]) -> Pattern:
    """Return the pattern that these words stand for."""
    words = text.split()
    if not words:
        raise RuleError(f"{rule.id}: an empty pattern")
    needs = tuple(_need(word, rule, classes) for word in words[1:])
    weight = sum(2 if need.slot else 1 for need in needs if not need.absent)
    return Pattern(text, _words(words[0], rule, classes), needs, noun, rule, weight)


def _need(word: str, rule: Rule, classes: Mapping[str, frozenset[str]]) -> Need:
    """Return what a word after the trigger asks for."""
    absent = word.startswith("!")
    slot, mark, rest = word.removeprefix("!").rpartition(SLOT_MARK)
    return Need(_words(rest, rule, classes), slot if mark else None, absent)


def _words(text: str, rule: Rule, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the lemmas that alternatives and classes stand for; ``_`` is a space in a lemma."""
    found: set[str] = set()
    for part in text.split("|"):
        if not part.startswith("@"):
            found.add(part.lower().replace("_", " "))
        elif part[1:] in classes:
            found |= classes[part[1:]]
        else:
            raise RuleError(f"{rule.id}: no class is called {part!r}")
    return frozenset(found)


def _index(patterns: Iterable[Pattern], noun: bool) -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by lemma, those with most conditions first."""
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if pattern.noun == noun:
            for lemma in pattern.lemmas:
                found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(_by_weight(items)) for lemma, items in found.items()}


def _by_weight(patterns: Sequence[Pattern]) -> list[Pattern]:
    """Return the patterns with most conditions first, otherwise as written."""
    return sorted(patterns, key=lambda pattern: -pattern.weight)
