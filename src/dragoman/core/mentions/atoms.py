"""The pieces that phrases are made of: known forms, pronouns, and names beside titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.core.knowledge import NameEntry, NameHit, NameIndex
from dragoman.core.mentions.rules import NEVER, SYMBOLS, MentionRules

KINDS = {
    "person": "P",
    "name": "S",
    "formal": "S",
    "abbr": "S",
    "group": "S",
    "title": "T",
    "institution": "I",
    "role": "R",
    "seat": "K",
    "capital": "C",
    "demonym": "D",
    "surname": "N",
    "place": "L",
}
RANK = {kind: rank for rank, kind in enumerate(KINDS)}
LONGEST_LINK = 32
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Atom:
    """A piece from ``start`` to ``stop``; ``letter`` says of which kind, ``ids`` what it may mean.

    ``S`` name of a state or organisation, ``D`` demonym, ``C`` capital, ``K`` seat, ``P`` full
    name, ``N`` surname, ``U`` unknown name, ``T`` title, ``R`` role, ``I`` institution,
    ``L`` place, ``O`` pronoun. ``weak`` names count only beside a title or once introduced.
    """

    start: int
    stop: int
    letter: str
    form: str
    ids: tuple[str, ...]
    kind: str = ""
    weak: bool = False
    place: str | None = None


def gather(text: str, day: str | None, rules: MentionRules, names: NameIndex) -> list[Atom]:
    """Return the known forms and pronouns of a text, in text order, without overlap."""
    found: list[Atom] = []
    for hit in names.find(LONE_SURROGATE.sub("\ufffd", text)):
        atom = known(text, hit, day, rules)
        if atom and not part_of_word(text, atom, found[-1].stop if found else 0, rules):
            found.append(atom)
    return with_pronouns(text, found, rules)


def part_of_word(text: str, atom: Atom, stop: int, rules: MentionRules) -> bool:
    """Tell whether a role or institution is but the end of a longer word that is not known."""
    if atom.letter not in "RI" or atom.start == stop:
        return False
    attached = rules.before.get("attached")
    return attached is not None and ends(attached, text, atom.start)


def known(text: str, hit: NameHit, day: str | None, rules: MentionRules) -> Atom | None:
    """Return the piece that a known form is on this day, or ``None`` where it is none."""
    entries = [e for e in hit.entries if e.kind in RANK and lives(e, day)]
    if not entries:
        return None
    kind = min((e.kind for e in entries), key=RANK.__getitem__)
    letter, form = KINDS[kind], text[hit.start : hit.stop]
    blocked = rules.after.get("blocked_" + letter)
    if blocked and blocked.match(text, hit.stop):
        return None
    barred = rules.before.get("blocked_" + letter)
    if barred and ends(barred, text, hit.start):
        return None
    ids = tuple(dict.fromkeys(e.entity for e in entries if e.kind == kind))
    weak = letter == "N" and (len(form) < rules.weak_length or form in rules.weak)
    place = next((e.entity for e in entries if e.kind == "place"), None)
    return Atom(hit.start, hit.stop, letter, form, ids, kind, weak, place)


def lives(entry: NameEntry, day: str | None) -> bool:
    """Tell whether a form has this meaning on the day."""
    if day is None:
        return True
    if entry.start is not None and day[: len(entry.start)] < entry.start:
        return False
    return entry.stop is None or day[: len(entry.stop)] <= entry.stop


def ends(pattern: object, text: str, stop: int) -> bool:
    """Tell whether the 32 characters before ``stop`` end in this expression."""
    return pattern.search(text, max(0, stop - 32), stop) is not None  # type: ignore[attr-defined]


def pronouns(text: str, rules: MentionRules) -> Iterator[Atom]:
    """Yield the pronouns of a text."""
    for match in rules.words.finditer(text):
        form = match.group()
        meaning = rules.pronouns.get(form)
        if meaning:
            yield Atom(match.start(), match.end(), "O", form, (), meaning)


def with_pronouns(text: str, atoms: list[Atom], rules: MentionRules) -> list[Atom]:
    """Return the pieces with the pronouns; a pronoun takes the place of what lies within it.

    "He" is a surname only beside a title.
    """
    found: list[Atom] = []
    n = 0
    for pronoun in pronouns(text, rules):
        while n < len(atoms) and atoms[n].stop <= pronoun.start:
            found.append(atoms[n])
            n += 1
        within = n
        while within < len(atoms) and atoms[within].stop <= pronoun.stop:
            within += 1
        free = within == len(atoms) or atoms[within].start >= pronoun.stop
        starts_before = n < within and atoms[n].start < pronoun.start
        if free and not starts_before and not is_surname(text, atoms[n:within], found, rules):
            found.append(pronoun)
            n = within
    return found + atoms[n:]


def is_surname(text: str, inside: list[Atom], before: list[Atom], rules: MentionRules) -> bool:
    """Tell whether a word that is a pronoun too is a surname here: right after a title."""
    if len(inside) != 1 or inside[0].letter != "N":
        return False
    titled = bool(before) and before[-1].letter == "T" and inside[0].start - before[-1].stop <= 1
    return titled or ends(rules.before.get("honorific", NEVER), text, inside[0].start)


def merged(first: list[Atom], others: Iterable[Atom]) -> list[Atom]:
    """Return both in text order, leaving out what a piece of ``first`` touches."""
    result: list[Atom] = []
    rest = iter(first)
    ahead = next(rest, None)
    for atom in others:
        while ahead is not None and ahead.start < atom.stop:
            result.append(ahead)
            ahead = next(rest, None)
        if not result or result[-1].stop <= atom.start:
            result.append(atom)
    if ahead is not None:
        result.append(ahead)
        result.extend(rest)
    return result


def encoded(text: str, atoms: list[Atom], rules: MentionRules) -> str:
    """Return the pieces as letters with one sign for each gap, so piece ``n`` is letter ``2n``."""
    signs: dict[str, str] = {}
    parts: list[str] = []
    for atom, after in pairwise(atoms):
        parts.append(atom.letter)
        if after.start - atom.stop > LONGEST_LINK:
            parts.append(".")
            continue
        gap = text[atom.stop : after.start]
        sign = signs.get(gap)
        if sign is None:
            match = rules.links.fullmatch(gap)
            sign = signs[gap] = SYMBOLS[match.lastgroup or "plain"] if match else "."
        parts.append(sign)
    if atoms:
        parts.append(atoms[-1].letter)
    return "".join(parts)
