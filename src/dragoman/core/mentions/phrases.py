"""Pieces that belong together: state, title, name and role of one expression."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.core.mentions.atoms import Atom, encoded, ends
from dragoman.core.mentions.introductions import NAMES, STATES
from dragoman.core.mentions.rules import NEVER, MentionRules


@dataclass(slots=True)
class Phrase:
    """One expression from ``start`` to ``stop`` with its parts.

    ``owner`` is the person in "Putin's spokesman"; ``other`` is a piece that stands alone.
    Nobody alters a phrase once it is made (it is not frozen for speed only).
    """

    start: int
    stop: int
    state: Atom | None = None
    titles: tuple[Atom, ...] = ()
    name: Atom | None = None
    unit: Atom | None = None
    owner: Atom | None = None
    other: Atom | None = None
    former: bool = False
    honoured: bool = False


def phrases(text: str, atoms: Sequence[Atom], rules: MentionRules) -> Iterator[Phrase]:
    """Yield the expressions of a text, in text order, each piece in one of them."""
    signs = encoded(text, list(atoms), rules)
    for match in rules.phrases.finditer(signs):
        first, last = match.start() // 2, (match.end() - 1) // 2
        if first == last:
            yield single(text, atoms[first], rules)
        else:
            parts = atoms[first : last + 1]
            yield from divided(text, parts, signs[match.start() : match.end()], rules)


def single(text: str, atom: Atom, rules: MentionRules) -> Phrase:
    """Return the expression that one piece makes, with what stands around a name or title."""
    letter = atom.letter
    if letter in "SDCKLO":
        return Phrase(atom.start, atom.stop, other=atom)
    if letter in "RI":
        return Phrase(atom.start, atom.stop, unit=atom)
    return assembled(text, (atom,), letter, rules)


def divided(text: str, parts: Sequence[Atom], signs: str, rules: MentionRules) -> Iterator[Phrase]:
    """Yield one expression, or two where the first of two states shares what follows."""
    if signs[1] == "a" and parts[0].letter in STATES and parts[1].letter in STATES:
        rest = assembled(text, parts[1:], signs[2:], rules)
        shared = Phrase(
            parts[0].start, parts[0].stop, state=parts[0], titles=rest.titles, unit=rest.unit
        )
        yield shared
        yield rest
        return
    if signs[-2] == "a" and parts[-1].letter in STATES and parts[-2].letter in STATES:
        rest = assembled(text, parts[:-1], signs[:-2], rules)
        yield rest
        last = parts[-1]
        yield Phrase(last.start, last.stop, state=last, titles=rest.titles, unit=rest.unit)
        return
    yield assembled(text, parts, signs, rules)


def assembled(text: str, parts: Sequence[Atom], signs: str, rules: MentionRules) -> Phrase:
    """Return the expression that these pieces make, widened by honorifics and "former"."""
    owner = owner_of(parts, signs)
    states = [a for n, a in enumerate(parts) if sends(text, parts, signs, n, rules)]
    states = states or [a for a in parts if a.letter == "L"]
    names = [a for a in parts if a.letter in NAMES and a is not owner]
    start, honoured = widened_start(text, parts[0], rules)
    stop = parts[-1].stop
    polite = rules.after.get("honorific", NEVER).match(text, stop) if names else None
    former_start = past(text, start, rules)
    return Phrase(
        start if former_start is None else former_start,
        polite.end() if polite else stop,
        state=states[0] if states else None,
        titles=tuple(a for a in parts if a.letter == "T"),
        name=names[0] if names else None,
        unit=next((a for a in reversed(parts) if a.letter in "RI"), None),
        owner=owner,
        former="f" in signs or former_start is not None,
        honoured=honoured or polite is not None,
    )


def owner_of(parts: Sequence[Atom], signs: str) -> Atom | None:
    """Return the person whose spokesman, government or army is meant, if there is one."""
    if parts[0].letter in NAMES and signs[1:2] == "s":
        return parts[0]
    if "T" in signs or not ("R" in signs or "I" in signs):
        return None
    return next((a for a in parts if a.letter in NAMES), None)


def sends(text: str, parts: Sequence[Atom], signs: str, n: int, rules: MentionRules) -> bool:
    """Tell whether piece ``n`` is a state whose title this is, not one that an envoy is sent to."""
    if parts[n].letter not in STATES:
        return False
    if n:
        return signs[2 * n - 1] != "t"
    return not ends(rules.before.get("posted", NEVER), text, parts[0].start)


def widened_start(text: str, first: Atom, rules: MentionRules) -> tuple[int, bool]:
    """Return where an expression starts with its honorific, and whether it has one."""
    if first.letter not in NAMES:
        return first.start, False
    floor = max(0, first.start - 16)
    match = rules.before.get("honorific", NEVER).search(text, floor, first.start)
    return (match.start(), True) if match else (first.start, False)


def past(text: str, start: int, rules: MentionRules) -> int | None:
    """Return where a word such as "former" right before an expression starts."""
    match = rules.before.get("former", NEVER).search(text, max(0, start - 24), start)
    return match.start() if match else None
