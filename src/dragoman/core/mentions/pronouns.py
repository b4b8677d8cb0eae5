"""Pronouns and plural expressions that refer back: "he", "both sides", "the two presidents"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.core.mentions.atoms import Atom
from dragoman.core.mentions.people import Who
from dragoman.core.mentions.references import Referent
from dragoman.core.offices import meanings
from dragoman.core.records import Party


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun stands for: an entity with a role, a person, or a party named before."""

    entity: str | None = None
    role: str | None = None
    who: Who | None = None
    party: Party | None = None


def meant(atom: Atom, referent: Referent) -> tuple[Meant, ...]:
    """Return what a pronoun stands for, nothing where several answers are possible.

    Its kind is ``pair`` (two signs of states), ``both`` or ``both:ROLE`` (two states),
    ``two:TITLE`` (two bearers of a title), ``state``, ``it``, or the gender of a person.
    """
    kind, _, detail = atom.kind.partition(":")
    if kind == "pair":
        signs = (referent.rules.abbreviations.get(sign, "") for sign in atom.form)
        return tuple(Meant(entity) for entity in dict.fromkeys(s for s in signs if s))
    if kind == "both":
        states = referent.context.last_two(atom.start)
        return tuple(Meant(state, detail or None) for state in states)
    if kind == "two":
        return tuple(two_people(atom, detail, referent))
    if kind in {"state", "the-state"}:
        state = referent.context.last_state(atom.start, alone=kind == "the-state")
        return (Meant(state),) if state else ()
    if kind == "it":
        party = referent.body(atom)
        return (Meant(party=party),) if party else ()
    who = referent.person(atom)
    return (Meant(who.entity, who.role, who),) if who else ()


def two_people(atom: Atom, title: str, referent: Referent) -> Iterator[Meant]:
    """Yield the last two bearers of a title who were met, else those of the last two states."""
    offices = frozenset(meanings(referent.world, title)) if title else frozenset()
    people = referent.context.last_two_people(atom.start, offices)
    if people or not title:
        yield from (Meant(who.entity, who.role, who) for who in people)
        return
    for state in referent.context.last_two(atom.start):
        who = referent.bearer(state, (title,))
        yield Meant(state, who.role if who else referent.registry.role(title), who)
