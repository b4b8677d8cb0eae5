"""What the tables know of a name in any language: states, organisations, people, offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.core.knowledge import Entity, Membership, NameEntry, PersonFact, Tenure, World
from dragoman.languages.names import load_names
from dragoman.languages.tables import language_codes

PEOPLE = frozenset(("person", "surname"))


def holds(start: str | None, stop: str | None, on: str | None) -> bool:
    """Tell whether a time with ends as precise as the tables have them covers a day.

    >>> holds("2019-03", None, "2024-11-27"), holds("2004", "2019", "2019-06-01")
    (True, True)
    """
    if on is None:
        return True
    return (start or "") <= on and (stop is None or on[: len(stop)] <= stop)


def meanings(name: str) -> Iterator[NameEntry]:
    """Yield what a name may stand for in each language that has it as a whole."""
    for code in language_codes():
        for hit in load_names(code).find(name):
            if (hit.start, hit.stop) == (0, len(name)):
                yield from hit.entries


def entities_called(name: str, world: World) -> tuple[Entity, ...]:
    """Return the states and organisations of this code or name in any language."""
    if name.upper() in world.entities:
        return (world.entities[name.upper()],)
    low = name.casefold()
    found = {e.id: e for e in world.entities.values() if e.name.casefold() == low}
    if not found:
        ids = (entry.entity for entry in meanings(name) if entry.kind not in PEOPLE)
        found = {id_: world.entities[id_] for id_ in ids if id_ in world.entities}
    return tuple(found.values())


def entity_called(name: str, world: World) -> Entity:
    """Return the one state or organisation of this name.

    Raises ``LookupError``, with names that are near, where there is none or more than one.
    """
    found = entities_called(name, world)
    if len(found) == 1:
        return found[0]
    if found:
        raise LookupError(f"{name!r} may be {' or '.join(e.id for e in found)}: give the code")
    known = {form: e for e in world.entities.values() for form in (e.id, e.name)}
    near = get_close_matches(name, known, n=3)
    hint = f"; near: {', '.join(near)}" if near else ""
    raise LookupError(f"no state or organisation is called {name!r}{hint}")


def people_called(name: str, world: World) -> tuple[PersonFact, ...]:
    """Return the people of this name, or surname, in any language."""
    low = name.casefold()
    found = {p.id: p for p in world.people.values() if low in (p.id, p.name.casefold())}
    if not found:
        ids = (entry.entity for entry in meanings(name) if entry.kind in PEOPLE)
        found = {id_: world.people[id_] for id_ in ids if id_ in world.people}
    if not found:
        found = {p.id: p for p in world.people.values() if low in p.name.casefold().split()}
    return tuple(found.values())


@dataclass(frozen=True)
class OrganisationFacts:
    """A state or organisation with its members, its own memberships and its office holders."""

    entity: Entity
    members: tuple[Membership, ...]
    memberships: tuple[Membership, ...]
    holders: tuple[Tenure, ...]


def facts_of(entity: Entity, world: World, on: str | None) -> OrganisationFacts:
    """Return what the tables know of an entity, on a day where one is given."""
    rows = [row for row in world.memberships if holds(row.start, row.stop, on)]
    held = (t for t in world.tenures if t.entity == entity.id and holds(t.start, t.stop, on))
    return OrganisationFacts(
        entity,
        tuple(row for row in rows if row.organisation == entity.id),
        tuple(row for row in rows if row.entity == entity.id),
        tuple(held),
    )


def tenures_of(person: PersonFact, world: World, on: str | None) -> tuple[Tenure, ...]:
    """Return the offices of a person, on a day where one is given."""
    held = world.tenures_by_person.get(person.id, ())
    return tuple(tenure for tenure in held if holds(tenure.start, tenure.stop, on))
