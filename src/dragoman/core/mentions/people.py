"""Which person a printed name stands for, by title, state, day and what the article said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.core.knowledge import Tenure, World
from dragoman.core.mentions.atoms import Atom
from dragoman.core.mentions.introductions import stem
from dragoman.core.mentions.rules import MentionRules
from dragoman.core.offices import begun, holders, meanings, offices_of, reaches

FUZZY_LENGTH = 6
FUZZY_RATIO = 0.72
FUZZY_SURE = 0.6
GIVEN_SURE = 0.8
YEARS_BEFORE = 8
YEARS_AFTER = 20


@dataclass(frozen=True, slots=True)
class Who:
    """A person as far as known: identifier, name, state, office on the day and sector code."""

    id: str | None
    name: str
    entity: str | None
    office: str | None
    role: str | None
    gender: str | None = None
    titles: frozenset[str] = frozenset()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands beside a name: title codes, the state named with them, and "former"."""

    titles: tuple[str, ...] = ()
    state: str | None = None
    former: bool = False
    day: str | None = None


class Registry:
    """The people of the world's tables, asked with the clues that a text gives."""

    def __init__(self, world: World, rules: MentionRules) -> None:
        self.world = world
        self.rules = rules

    def person(self, atom: Atom, clues: Clues, met: Sequence[Who]) -> Who | None:
        """Return who a name stands for; ``met`` are the people met so far, latest first."""
        candidates = [p for p in atom.ids if p in self.world.people]
        sure = 1.0
        if atom.letter == "U" and candidates:
            candidates, sure = self.given_name_fits(atom, candidates, clues)
        chosen = self.choose(atom, candidates, clues, met)
        if chosen:
            return self.known(chosen, clues, sure)
        if atom.letter == "U" and clues.titles and clues.state:
            chosen = self.garbled(atom.form, clues)
            if chosen:
                return self.known(chosen, clues, FUZZY_SURE)
        return None

    def choose(
        self, atom: Atom, candidates: list[str], clues: Clues, met: Sequence[Who]
    ) -> str | None:
        """Return the one candidate that the clues leave, or ``None``."""
        if clues.state:
            serving = [p for p in candidates if self.serves(p, clues.state)]
            sole = atom.letter == "P" and len(candidates) == 1
            candidates = candidates if sole and not serving else serving
        if clues.titles and candidates:
            fitting = self.with_title(candidates, clues)
            if fitting:
                candidates = fitting
            elif atom.letter == "N" and not any(w.id in candidates for w in met):
                return None
        known = next((w.id for w in met if w.id in candidates), None)
        if known and not (clues.titles and len(candidates) == 1):
            return known
        if not candidates or (atom.weak and not clues.titles):
            return None
        return self.by_day(candidates, clues.day, atom.letter)

    def serves(self, person: str, state: str) -> bool:
        """Tell whether a person is of this state or organisation, or ever held its office."""
        if self.world.people[person].entity == state:
            return True
        return any(t.entity == state for t in self.world.tenures_by_person.get(person, ()))

    def with_title(self, candidates: list[str], clues: Clues) -> list[str]:
        """Return those who hold such a title on the day, else those who held it before."""
        wanted = {o for title in clues.titles for o in meanings(self.world, title)}
        ever = [p for p in candidates if any(t.office in wanted for t in self.held(p))]
        if clues.former:
            return ever
        now = [
            p
            for p in ever
            if any(t.office in wanted and reaches(t, clues.day) for t in self.held(p))
        ]
        return now or ever

    def held(self, person: str) -> tuple[Tenure, ...]:
        """Return all offices that a person held."""
        return self.world.tenures_by_person.get(person, ())

    def by_day(self, candidates: list[str], day: str | None, letter: str) -> str | None:
        """Return the one in office on the day, else the only one whose time it is."""
        in_office = [p for p in candidates if offices_of(self.world, p, day)]
        if len(in_office) == 1:
            return in_office[0]
        if letter == "P" and len(candidates) == 1:
            return candidates[0]
        alive = [p for p in in_office or candidates if self.of_this_time(p, day)]
        return alive[0] if len(alive) == 1 else None

    def of_this_time(self, person: str, day: str | None) -> bool:
        """Tell whether the news of this day may speak of a person by surname alone."""
        held = self.held(person)
        if day is None or not held:
            return True
        year = int(day[:4])
        first = min(int(t.start[:4]) if t.start else year for t in held)
        last = max(int(t.stop[:4]) if t.stop else year for t in held)
        return first - YEARS_BEFORE <= year <= last + YEARS_AFTER

    def given_name_fits(
        self, atom: Atom, candidates: list[str], clues: Clues
    ) -> tuple[list[str], float]:
        """Return the candidates whose printed given name may be theirs, and how sure that is.

        Initials must agree. Another given name is accepted only beside a title that the person
        holds on the day, so that a spouse or namesake is not taken for the office holder.
        """
        fitting = [p for p in candidates if self.may_be_called(p, atom.form)]
        if fitting or not clues.titles:
            return fitting, 1.0
        wanted = {o for title in clues.titles for o in meanings(self.world, title)}
        now = [
            p
            for p in candidates
            if any(t.office in wanted for t in offices_of(self.world, p, clues.day))
        ]
        return now, GIVEN_SURE

    def may_be_called(self, person: str, printed: str) -> bool:
        """Tell whether a printed full name agrees with a form of a person's name."""
        parts = split_name(printed, self.rules)
        return any(
            agrees(parts, split_name(form, self.rules), self.rules)
            for form in self.rules.forms.get(person, ())
        )

    def is_part(self, printed: str, who: Who) -> bool:
        """Tell whether a printed word is one part of the full name of a person met."""
        forms = self.rules.forms.get(who.id or "", (who.name,))
        return any(printed.casefold() in split_name(form, self.rules) for form in forms)

    def garbled(self, printed: str, clues: Clues) -> str | None:
        """Return the holder of the office whose name is nearly the printed one.

        Only long names count: short ones are never matched by likeness.
        """
        wanted = plain(printed, self.rules)
        if len(wanted) < FUZZY_LENGTH:
            return None
        likeness: dict[str, float] = {}
        for title in clues.titles:
            for person in holders(self.world, clues.state or "", title, clues.day):
                likeness[person.id] = max(
                    (ratio(wanted, plain(f, self.rules)) for f in self.spelt(person.id)),
                    default=0.0,
                )
        best = [p for p, score in likeness.items() if score >= FUZZY_RATIO]
        return best[0] if len(best) == 1 else None

    def spelt(self, person: str) -> Iterable[str]:
        """Return the long forms of a person's name, in this language and in English."""
        forms = (*self.rules.forms.get(person, ()), self.world.people[person].name)
        return [form for form in forms if len(plain(form, self.rules)) >= FUZZY_LENGTH]

    def known(self, person: str, clues: Clues, sure: float = 1.0) -> Who:
        """Return a person of the tables with the office held on the day."""
        fact = self.world.people[person]
        tenure = self.office(person, clues)
        titles = frozenset(t.office for t in self.held(person) if begun(t, clues.day))
        if tenure is None:
            entity, role = clues.state or fact.entity, "ELI" if titles or clues.former else None
            return Who(fact.id, fact.name, entity, None, role, fact.gender, titles, sure)
        role = self.role(tenure.office)
        return Who(
            fact.id, fact.name, tenure.entity, tenure.office, role, fact.gender, titles, sure
        )

    def office(self, person: str, clues: Clues) -> Tenure | None:
        """Return the office that the title names, else the first held on the day.

        The article's word for an office once held is believed; of several that a loose title may
        stand for, the first is meant.
        """
        if clues.former:
            return None
        ever = sorted(self.held(person), key=lambda t: t.start or "", reverse=True)
        held = offices_of(self.world, person, clues.day)
        if clues.day is None and not held:
            held = tuple(ever[:1])
        if clues.state:
            held = tuple(t for t in held if t.entity == clues.state) or held
        for title in reversed(clues.titles):
            wanted = meanings(self.world, title)
            now = next((t for t in held if t.office in wanted), None)
            then = (t for office in wanted for t in ever if t.office == office)
            fitting = now or next(then, None)
            if fitting:
                return fitting
        return held[0] if held else None

    def role(self, office: str) -> str | None:
        """Return the sector code of an office or title."""
        known = self.world.offices.get(office)
        return known.role if known else None


def split_name(name: str, rules: MentionRules) -> list[str]:
    """Return the parts of a name in lower case."""
    for sign in rules.joins[1:]:
        name = name.replace(sign, rules.joins[0])
    return [part for part in name.casefold().split(rules.joins[0]) if part]


def agrees(printed: list[str], form: list[str], rules: MentionRules) -> bool:
    """Tell whether given names agree: the same word, or an initial of it."""
    if len(printed) < 2 or len(form) < 2:
        return False
    given = form[1:] if rules.family_first else form[:-1]
    said = printed[1:] if rules.family_first else printed[:-1]
    first, mine = said[0].rstrip("."), given[0]
    if len(first) <= 2:
        return mine.startswith(first)
    return stem(first, rules)[:5] == stem(mine, rules)[:5] or first in form


def plain(name: str, rules: MentionRules) -> str:
    """Return a name in lower case and without spaces, dots and hyphens, in one script.

    The rules may map signs of their script to Latin ones, so that names can be set side by side.
    """
    letters = [c for c in name.casefold() if c.isalnum() or c == "ー"]
    return "".join(rules.spelling.get(c, c) for c in letters)


def ratio(one: str, other: str) -> float:
    """Return how alike two strings are, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
