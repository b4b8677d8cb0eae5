"""What an article has said so far: people and states met, for titles and pronouns to refer to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from dragoman.core.mentions.people import Who
from dragoman.core.records import Party
from dragoman.core.tokens import Sentence

LOOK_BACK = 2
PAIR_LOOK_BACK = 12


@dataclass(slots=True)
class Met:
    """A person met from ``start`` to ``stop`` in sentence number ``sentence``."""

    start: int
    stop: int
    sentence: int
    who: Who


@dataclass(slots=True)
class Body:
    """A state or organisation met from ``start`` to ``stop`` in sentence number ``sentence``."""

    start: int
    stop: int
    sentence: int
    party: Party


@dataclass(slots=True)
class Context:
    """The people, states and institutions met so far, in text order."""

    sentences: tuple[Sentence, ...]
    people: list[Met] = field(default_factory=list)
    latest: dict[str, Who] = field(default_factory=dict)
    surnames: dict[str, Who] = field(default_factory=dict)
    states: list[tuple[int, str]] = field(default_factory=list)
    institutions: dict[str, str] = field(default_factory=dict)
    bodies: list[Body] = field(default_factory=list)
    covered: list[tuple[int, int]] = field(default_factory=list)

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds this offset."""
        return bisect_right(self.sentences, offset, key=lambda s: s.start)

    def opening(self, number: int) -> int:
        """Return where the sentence of this number starts, 0 before the first."""
        return self.sentences[number - 1].start if number else 0

    def closing(self, number: int, stop: int) -> int:
        """Return where the sentence of this number stops, but not after ``stop``."""
        return min(self.sentences[number - 1].stop, stop) if number else stop

    def meet(self, start: int, stop: int, who: Who) -> None:
        """Remember a person; the latest stands last."""
        self.people.append(Met(start, stop, self.sentence(start), who))
        key = who.id or who.name
        self.latest.pop(key, None)
        self.latest[key] = who

    def cover(self, start: int, stop: int, body: Party | None) -> None:
        """Remember a passage that is understood, and the state or organisation it stands for."""
        self.covered.append((start, stop))
        if body:
            self.bodies.append(Body(start, stop, self.sentence(start), body))

    def is_covered(self, start: int, stop: int) -> bool:
        """Tell whether a passage touches one that is understood."""
        n = bisect_right(self.covered, (start, stop))
        return any(a < stop and start < b for a, b in self.covered[max(0, n - 1) : n + 1])

    def met(self) -> list[Who]:
        """Return the people met, each once, latest first."""
        return list(reversed(self.latest.values()))

    def see_state(self, start: int, entity: str) -> None:
        """Remember that a state was named."""
        self.states.append((self.sentence(start), entity))

    def people_before(self, start: int, gender: str) -> list[Met]:
        """Return the compatible people of this or the nearest earlier sentence, in text order."""
        here = self.sentence(start)
        nearest: int | None = None
        found: dict[str, Met] = {}
        for met in reversed(self.people):
            if met.sentence < here - LOOK_BACK or (nearest and met.sentence < nearest):
                break
            if met.start < start and fits(met.who, gender):
                nearest = nearest or met.sentence
                found[met.who.id or met.who.name] = met
        return sorted(found.values(), key=lambda met: met.start)

    def bodies_before(self, start: int) -> list[Body]:
        """Return the states and organisations of the sentence before, in text order."""
        here = self.sentence(start)
        found: dict[tuple[str | None, str | None], Body] = {}
        for body in reversed(self.bodies):
            if body.sentence < here - 1:
                break
            if body.sentence == here - 1:
                found[body.party.id, body.party.role] = body
        return sorted(found.values(), key=lambda body: body.start)

    def last_two_people(self, start: int, offices: Collection[str]) -> tuple[Who, ...]:
        """Return the last two people of two states who hold such an office, in the order met.

        Without offices any two people count. A third met with the second leaves it open.
        """
        here = self.sentence(start)
        found: dict[str | None, Who] = {}
        at = here
        for met in reversed(self.people):
            if met.sentence < here - PAIR_LOOK_BACK or (len(found) >= 2 and met.sentence < at):
                break
            who = met.who
            if who.entity in found or (offices and who.office not in offices):
                continue
            found[who.entity] = who
            at = met.sentence
        return tuple(reversed(found.values())) if len(found) == 2 else ()

    def titled(self, offices: set[str], state: str | None = None) -> Who | None:
        """Return the person met last who bears such a title, unless two do in one sentence."""
        nearest: int | None = None
        found: dict[str, Who] = {}
        for met in reversed(self.people):
            if nearest and met.sentence < nearest:
                break
            if state and met.who.entity != state:
                continue
            if met.who.office in offices or (not met.who.office and met.who.titles & offices):
                nearest = met.sentence
                found.setdefault(met.who.id or met.who.name, met.who)
        return next(iter(found.values())) if len(found) == 1 else None

    def last_state(self, start: int, alone: bool = False) -> str | None:
        """Return the state named last in this sentence or the two before.

        ``alone`` asks for one that no other state is named beside in its sentence.
        """
        here = self.sentence(start)
        if not self.states or self.states[-1][0] < here - LOOK_BACK:
            return None
        at, last = self.states[-1]
        if alone and any(s == at and entity != last for s, entity in self.states[-8:]):
            return None
        return last

    def last_two(self, start: int) -> tuple[str, ...]:
        """Return the last two distinct states named, in the order they were named.

        A third state in the same sentence leaves it open which two are meant.
        """
        here = self.sentence(start)
        found: list[str] = []
        at = here
        for sentence, entity in reversed(self.states):
            if sentence < here - LOOK_BACK * 2 or (len(found) >= 2 and sentence < at):
                break
            if entity not in found:
                found.append(entity)
            at = sentence
        return tuple(reversed(found)) if len(found) == 2 else ()


def fits(who: Who, gender: str) -> bool:
    """Tell whether a pronoun of this gender may stand for a person."""
    if gender == "f":
        return who.gender == "f"
    return gender == "any" or who.gender != "f"
