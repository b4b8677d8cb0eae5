"""``dragoman who`` and ``dragoman org``: what the tables know of a name."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from dragoman.commands.screen import complain, page_width, print_page
from dragoman.core.knowledge import Entity, Membership, PersonFact, Tenure, World
from dragoman.directory import entities_called, facts_of, people_called, tenures_of
from dragoman.exports.layout import Lines, heading, row
from dragoman.exports.parties import office_words
from dragoman.world import load_world


def print_people(name: str, on: str | None) -> int:
    """Print the people of a name, or the office holders of a state, and return the status."""
    world = load_world()
    people = people_called(name, world)
    if people:
        print_page(line for person in people for line in _person(person, world, on))
        return 0
    entities = entities_called(name, world)
    if not entities:
        complain(f"the tables know nobody called {name!r}")
        return 1
    print_page(line for entity in entities for line in _holders(entity, world, on))
    return 0


def print_organisations(name: str, on: str | None) -> int:
    """Print what the tables know of a state or organisation, and return the exit status."""
    world = load_world()
    entities = entities_called(name, world)
    if not entities:
        complain(f"the tables know no state or organisation called {name!r}")
        return 1
    print_page(line for entity in entities for line in _organisation(entity, world, on))
    return 0


def entity_name(ident: str, world: World) -> str:
    """Return the English name of an entity, its id where the tables have none."""
    known = world.entities.get(ident)
    return known.name if known else ident


def time_words(start: str | None, stop: str | None) -> str:
    """Return a time as the tables have it: ends are as precise as is known."""
    if start is None and stop is None:
        return "time unknown"
    return f"{start or '?'} – {stop or 'now'}"


def _person(person: PersonFact, world: World, on: str | None) -> Lines:
    """Yield a person and the offices held, each with its origin."""
    yield Text.assemble((person.name, "bold"), f"  {entity_name(person.entity, world)}")
    tenures = tenures_of(person, world, on)
    for tenure in tenures:
        office = f"{office_words(tenure.office, world)}, {entity_name(tenure.entity, world)}"
        yield from _dated(tenure, office)
    if not tenures:
        yield Text("  no office in the tables" + (f" on {on}" if on else ""), "dim")


def _dated(tenure: Tenure, words: str) -> Lines:
    """Yield an office with its time and origin."""
    text = Text(words).append(f"  ({tenure.origin})", "dim")
    when = time_words(tenure.start, tenure.stop)
    yield Text.assemble((f"  {when:<26}", "dim"), text)


def _holders(entity: Entity, world: World, on: str | None) -> Lines:
    """Yield who holds which office of a state or organisation."""
    yield Text.assemble((entity.name, "bold"), f"  {entity.id}")
    for tenure in facts_of(entity, world, on).holders:
        person = world.people.get(tenure.person)
        name = person.name if person else tenure.person
        yield from _dated(tenure, f"{name}, {office_words(tenure.office, world)}")


def _organisation(entity: Entity, world: World, on: str | None) -> Lines:
    """Yield an entity with its members, memberships and office holders."""
    facts = facts_of(entity, world, on)
    yield Text.assemble((entity.name, "bold"), f"  {entity.id}")
    since = f", {time_words(entity.start, entity.stop)}" if entity.start or entity.stop else ""
    yield Text(f"{entity.kind.replace('-', ' ')}{since}", "dim")
    yield from _rows("Members", facts.members, [m.entity for m in facts.members], world)
    own = [m.organisation for m in facts.memberships]
    yield from _rows("Belongs to", facts.memberships, own, world)
    if facts.holders:
        yield from heading("Offices", len(facts.holders))
        yield from list(_holders(entity, world, on))[1:]


def _rows(name: str, memberships: Iterable[Membership], others: list[str], world: World) -> Lines:
    """Yield memberships with status, time and origin."""
    if others:
        yield from heading(name, len(others))
    for membership, other in zip(memberships, others, strict=True):
        words = Text(
            f"{entity_name(other, world)}, {time_words(membership.start, membership.stop)}"
        )
        words.append(f"  ({membership.origin}, as of {membership.as_of})", "dim")
        yield from row(membership.status, [words], page_width())
