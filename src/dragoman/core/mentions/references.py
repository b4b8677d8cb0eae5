"""Words that refer back: pronouns, titles alone, "the ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from dragoman.core.mentions.atoms import Atom
from dragoman.core.mentions.context import Body, Context, Met
from dragoman.core.mentions.people import Clues, Registry, Who
from dragoman.core.mentions.phrases import Phrase
from dragoman.core.mentions.rules import NEVER
from dragoman.core.offices import bearer, meanings
from dragoman.core.records import Party

M = TypeVar("M", Met, Body)

OPENING_SIGNS = " \t\n\u3000\"“”«»„'‘’「『—–-"
QUOTES = (('"', '"'), ("「", "」"), ("『", "』"), ("“", "”"), ("«", "»"))


class Referent:
    """Finds what a word refers back to, and prefers none to a doubtful one."""

    def __init__(self, context: Context, registry: Registry, text: str, day: str | None) -> None:
        self.context = context
        self.registry = registry
        self.rules = registry.rules
        self.world = registry.world
        self.text = text
        self.day = day
        self.on_sport: dict[int, bool] = {}

    def is_on_sport(self, offset: int) -> bool:
        """Tell whether the sentence here holds two different words of sport."""
        number = self.context.sentence(offset)
        if number not in self.on_sport:
            opening = self.context.opening(number)
            words = self.rules.sport.findall(
                self.text, opening, self.context.closing(number, len(self.text))
            )
            self.on_sport[number] = len(set(words)) > 1
        return self.on_sport[number]

    def person(self, atom: Atom) -> Who | None:
        """Return whom a pronoun stands for: the one person it may be, if nobody else came since.

        Of several people the subject of the sentence before is meant, where the pronoun is the
        subject of its own. A pronoun within a quotation is somebody else's word and is left out.
        """
        if self.is_quoted(atom.start):
            return None
        people = self.context.people_before(atom.start, atom.kind)
        if not people:
            return None
        number = people[0].sentence
        opening = self.context.opening(number)
        closing = self.context.closing(number, atom.start)
        if self.stranger_between(closing, atom.start):
            return None
        if len(people) == 1 and not self.stranger_between(opening, closing):
            return people[0].who
        subject = self.subject(people, atom)
        return subject.who if subject else None

    def subject(self, met: Sequence[M], atom: Atom) -> M | None:
        """Return the subject of the sentence before, if the pronoun is the subject of its own."""
        here = self.context.sentence(atom.start)
        if not met or met[0].sentence != here - 1 or not self.leads(atom.start, atom.stop):
            return None
        return next((m for m in met if self.leads(m.start, m.stop)), None)

    def leads(self, start: int, stop: int) -> bool:
        """Tell whether a passage opens its sentence or is marked as its subject."""
        opening = self.context.opening(self.context.sentence(start))
        before = self.text[opening:start].strip(OPENING_SIGNS)
        lead = self.rules.before.get("leads", NEVER)
        if not before or lead.fullmatch(before + " "):
            return True
        return self.rules.after.get("subject", NEVER).match(self.text, stop) is not None

    def body(self, atom: Atom) -> Party | None:
        """Return which state or organisation "it" stands for: the subject of the sentence before.

        What follows must be what only a state or organisation does.
        """
        acts = self.rules.after.get("body_acts", NEVER).match(self.text, atom.stop)
        if not acts or self.is_quoted(atom.start) or not self.leads(atom.start, atom.stop):
            return None
        body = self.subject(self.context.bodies_before(atom.start), atom)
        return body.party if body else None

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a quotation that began in this sentence is still open here."""
        number = self.context.sentence(offset) - 1
        start = self.context.sentences[number].start if number >= 0 else 0
        before = self.text[max(start, offset - 600) : offset]
        if before.count('"') % 2 == 1:
            return True
        return any(before.count(opens) > before.count(shuts) for opens, shuts in QUOTES[1:])

    def stranger_between(self, start: int, stop: int) -> bool:
        """Tell whether another person's name seems to stand between two places."""
        shape = self.rules.name.get("stranger", NEVER)
        return any(
            not self.context.is_covered(*match.span()) and not self.is_met(match.group())
            for match in shape.finditer(self.text, start, stop)
        )

    def is_met(self, printed: str) -> bool:
        """Tell whether a printed name is that of a person met, or a state's."""
        return any(printed in who.name or who.name in printed for who in self.context.met()[:4])

    def titled(self, titles: tuple[str, ...], state: str | None = None) -> Who | None:
        """Return the person met last who bears one of these titles (of this state)."""
        offices = {o for title in titles for o in meanings(self.world, title)}
        return self.context.titled(offices, state)

    def bearer(self, state: str, titles: tuple[str, ...]) -> Who | None:
        """Return who bears a state's title by the tables, else the one met who does.

        Without a day the tables cannot tell.
        """
        fact = bearer(self.world, state, titles[-1], self.day) if self.day else None
        if fact:
            return self.registry.known(fact.id, Clues(titles, state, False, self.day))
        return self.titled(titles, state)

    def definite(self, phrase: Phrase) -> int | None:
        """Return where a title alone begins with its article; ``None`` if it speaks of no one."""
        if self.rules.vague.issuperset(title.ids[0] for title in phrase.titles):
            return None
        before = self.rules.before.get("definite")
        after = self.rules.after.get("definite")
        start = phrase.start
        if before:
            match = before.search(self.text, max(0, start - 12), start)
            if match is None:
                return None
            start = match.start()
        if after and not after.match(self.text, phrase.stop):
            return start if start < phrase.start else None
        return start

    def institution(self, unit: Atom) -> str | None:
        """Return the state whose institution of this name was spoken of before."""
        form = unit.form.casefold()
        known = self.context.institutions
        if form in known:
            return known[form]
        within = {state for name, state in known.items() if form in name}
        return within.pop() if len(within) == 1 else None
