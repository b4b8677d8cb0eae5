"""What an article has said so far: people and states met, for titles and pronouns to refer to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dragoman.core.mentions.people import Who
from dragoman.core.tokens import Sentence

LOOK_BACK = 2


@dataclass(slots=True)
class Met:
    """A person met at ``start`` in sentence number ``sentence``."""

    start: int
    sentence: int
    who: Who


@dataclass(slots=True)
class Context:
    """The people, states and institutions met so far, in text order."""

    sentences: tuple[Sentence, ...]
    people: list[Met] = field(default_factory=list)
    latest: dict[str, Who] = field(default_factory=dict)
    surnames: dict[str, Who] = field(default_factory=dict)
    states: list[tuple[int, str]] = field(default_factory=list)
    institutions: dict[str, str] = field(default_factory=dict)

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds this offset."""
        return bisect_right(self.sentences, offset, key=lambda s: s.start)

    def meet(self, start: int, who: Who) -> None:
        """Remember a person; the latest stands last."""
        self.people.append(Met(start, self.sentence(start), who))
        key = who.id or who.name
        self.latest.pop(key, None)
        self.latest[key] = who

    def met(self) -> list[Who]:
        """Return the people met, each once, latest first."""
        return list(reversed(self.latest.values()))

    def see_state(self, start: int, entity: str) -> None:
        """Remember that a state was named."""
        self.states.append((self.sentence(start), entity))

    def person_before(self, start: int, gender: str) -> Met | None:
        """Return the only compatible person of this or the nearest earlier sentence."""
        here = self.sentence(start)
        nearest: int | None = None
        found: dict[str, Met] = {}
        for met in reversed(self.people):
            if met.sentence < here - LOOK_BACK or (nearest and met.sentence < nearest):
                break
            if met.start < start and fits(met.who, gender):
                nearest = nearest or met.sentence
                found.setdefault(met.who.id or met.who.name, met)
        return next(iter(found.values())) if len(found) == 1 else None

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

    def last_state(self, start: int) -> str | None:
        """Return the state named last in this sentence or the two before."""
        here = self.sentence(start)
        if self.states and self.states[-1][0] >= here - LOOK_BACK:
            return self.states[-1][1]
        return None

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
