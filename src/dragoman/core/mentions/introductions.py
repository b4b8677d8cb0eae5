"""Names that no table holds: found beside a title, then by surname alone later on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from dragoman.core.mentions.atoms import Atom, merged
from dragoman.core.mentions.rules import NEVER, MentionRules

STATES = frozenset("SDCK")
NAMES = frozenset("PNU")
REACH = 60


def widened(
    text: str, atoms: list[Atom], rules: MentionRules, look: Callable[[str], Atom | None]
) -> list[Atom]:
    """Return the pieces with given names joined to surnames and unknown names beside titles.

    ``look`` returns the piece that a string alone would be.
    """
    floors = [0, *(0 if a.letter in "LNPU" else a.stop for a in atoms)]
    whole = [
        full_name(text, atom, rules, floor) for atom, floor in zip(atoms, floors, strict=False)
    ]
    kept = without_swallowed([atom for atom in whole if atom is not None])
    fresh = [name for n in range(len(kept)) if (name := beside_title(text, kept, n, rules))]
    if not fresh:
        return kept
    everything = with_names(kept, [a for name in fresh for a in looked_up(name, rules, look)])
    return merged(everything, later_surnames(text, fresh, rules))


def full_name(text: str, atom: Atom, rules: MentionRules, floor: int) -> Atom | None:
    """Return a surname with the given names printed from ``floor`` on before it.

    ``None`` is returned where what follows makes it the name of something else.
    """
    if atom.letter != "N":
        return atom
    if rules.after.get("name_goes_on", NEVER).match(text, atom.stop):
        return None
    floor = max(floor, atom.start - REACH)
    given = rules.name.get("given", NEVER).search(text, floor, atom.start)
    if given is None:
        return atom
    start = given.start(1)
    return Atom(start, atom.stop, "U", text[start : atom.stop], atom.ids, weak=atom.weak)


def without_swallowed(atoms: list[Atom]) -> list[Atom]:
    """Return the pieces without those that a widened name now covers."""
    kept: list[Atom] = []
    for atom in atoms:
        while kept and kept[-1].stop > atom.start and atom.letter == "U":
            kept.pop()
        if not kept or kept[-1].stop <= atom.start:
            kept.append(atom)
    return kept


def looked_up(
    name: Atom, rules: MentionRules, look: Callable[[str], Atom | None]
) -> Iterator[Atom]:
    """Yield an unknown name with whom its surname may mean, and the state joined to it apart."""
    cut = max(name.form.rfind(sign) for sign in rules.joins)
    last = look(name.form[cut + 1 :]) if cut > 0 else None
    if last and last.letter in STATES and "before" in rules.sides:
        split = name.start + cut
        name.form, name.stop = name.form[:cut], split
        last.start, last.stop = split + 1, split + 1 + len(last.form)
        yield name
        yield last
        return
    whole = look(name.form)
    if whole and whole.letter == "P":
        name.letter, name.ids = "P", whole.ids
    elif last and last.letter == "N" and not name.ids:
        name.ids = last.ids
    yield name


def beside_title(text: str, atoms: list[Atom], n: int, rules: MentionRules) -> Atom | None:
    """Return the unknown name that stands before or after the title ``n``, if there is one."""
    if atoms[n].letter != "T" or atoms[n].form in rules.nameless:
        return None
    if "after" in rules.sides:
        for last in title_ends(text, atoms, n, rules):
            found = name_after(text, atoms, last, rules)
            if found:
                return found
    if "apposition" in rules.sides:
        return name_apposed(text, atoms, n, rules)
    return name_before(text, atoms, n, rules) if "before" in rules.sides else None


def name_apposed(text: str, atoms: list[Atom], n: int, rules: MentionRules) -> Atom | None:
    """Return the unknown name that a comma parts from the title ``n`` or its state after it."""
    first = n
    if n and atoms[n - 1].letter in STATES and atoms[n].start - atoms[n - 1].stop < 12:
        first = n - 1
    before = atoms[first - 1] if first else None
    floor = max(0, atoms[first].start - REACH, before.stop if before else 0)
    match = rules.name.get("apposed", NEVER).search(text, floor, atoms[first].start)
    if match is None:
        return None
    return Atom(match.start(1), match.end(1), "U", match.group(1), ())


def title_ends(text: str, atoms: list[Atom], n: int, rules: MentionRules) -> list[int]:
    """Return the pieces after which a name may follow: the title, or the state after it."""
    last = n
    while last + 1 < len(atoms) and last < n + 2 and atoms[last + 1].letter in STATES | {"L"}:
        gap = text[atoms[last].stop : atoms[last + 1].start]
        match = rules.links.fullmatch(gap) if len(gap) < 12 else None
        if match is None or match.lastgroup not in {"plain", "of", "to", "possessive"}:
            break
        last += 1
    return [last]


def name_after(text: str, atoms: list[Atom], last: int, rules: MentionRules) -> Atom | None:
    """Return the unknown name right after piece ``last``."""
    match = rules.name.get("after", NEVER).match(text, atoms[last].stop)
    if match is None:
        return None
    start, stop = match.span(1)
    ids: tuple[str, ...] = ()
    for atom in atoms[last + 1 : last + 6]:
        if atom.start >= stop:
            break
        if atom.letter in "PU" or (atom.letter == "N" and atom.start == start):
            return None
        if atom.letter == "N":
            ids, stop = atom.ids, max(stop, atom.stop)
        else:
            stop = min(stop, atom.start)
    form = text[start:stop].rstrip(" ,·-")
    return Atom(start, start + len(form), "U", form, ids) if len(form) > 1 else None


def name_before(text: str, atoms: list[Atom], n: int, rules: MentionRules) -> Atom | None:
    """Return the unknown name right before the title ``n``, or before the state joined to it."""
    first = n
    if n and atoms[n - 1].letter in STATES and atoms[n - 1].stop == atoms[n].start:
        first = n - 1
    stop = atoms[first].start
    before = atoms[first - 1] if first else None
    floor = max(0, stop - REACH, before.stop if before and before.letter in NAMES else 0)
    match = rules.name.get("before", NEVER).search(text, floor, stop)
    if match is None:
        return None
    start, stop = match.span(1)
    for atom in atoms[max(0, first - 4) : first]:
        if atom.start < stop and atom.stop > start and atom.letter not in NAMES:
            return None
    return Atom(start, stop, "U", text[start:stop], ())


def with_names(atoms: list[Atom], fresh: list[Atom]) -> list[Atom]:
    """Return all pieces in text order; a fresh name takes the place of what it covers."""
    starts = [name.start for name in fresh]
    kept = list(fresh)
    for atom in atoms:
        n = bisect_left(starts, atom.stop) - 1
        if n < 0 or fresh[n].stop <= atom.start:
            kept.append(atom)
    kept.sort(key=lambda a: a.start)
    return without_overlap(kept)


def without_overlap(atoms: list[Atom]) -> list[Atom]:
    """Return the pieces in order, leaving out each that starts within the one before."""
    kept: list[Atom] = []
    for atom in atoms:
        if not kept or kept[-1].stop <= atom.start:
            kept.append(atom)
    return kept


def later_surnames(text: str, fresh: list[Atom], rules: MentionRules) -> list[Atom]:
    """Return where the surname of a freshly introduced person stands alone later on."""
    found: dict[int, Atom] = {}
    for name in fresh:
        for key in surname_keys(name.form, rules):
            for start in occurrences(text, key, name.stop):
                match = rules.endings.match(text, start + len(key))
                if match and start not in found:
                    form = text[start : match.end()]
                    found[start] = Atom(start, match.end(), "N", form, (), weak=True)
    return without_overlap(sorted(found.values(), key=lambda a: a.start))


def occurrences(text: str, key: str, start: int) -> list[int]:
    """Return where a word begins after ``start``, not within another word of its script."""
    found: list[int] = []
    at = text.find(key, start)
    while at >= 0 and len(found) < 200:
        if at == 0 or not same_script(text[at - 1], key[0]):
            found.append(at)
        at = text.find(key, at + len(key))
    return found


def same_script(before: str, first: str) -> bool:
    """Tell whether two neighbouring characters would belong to one word."""
    if not before.isalpha() and before not in "ー・":
        return False
    return script(before) == script(first)


def script(character: str) -> str:
    """Return ``kana``, ``kanji`` or ``letter``."""
    if "゠" <= character <= "ヿ":
        return "kana"
    return "kanji" if "㐀" <= character <= "鿿" else "letter"


def surname_keys(form: str, rules: MentionRules) -> tuple[str, ...]:
    """Return by what part of a full name a person may be named again."""
    parts = [p for p in re.split(f"[{re.escape(rules.joins)}]", form) if p]
    if not parts:
        return ()
    last = stem(parts[-1], rules)
    if script(last[0]) == "kanji":
        return (form, form[:2]) if len(form) > 2 else (form,)
    return (last,) if len(last) > 2 else ()


def stem(word: str, rules: MentionRules) -> str:
    """Return a word without the case endings that its language may add."""
    cut = rules.name.get("ending", NEVER).search(word)
    return word[: cut.start()] if cut and cut.start() > 2 else word
