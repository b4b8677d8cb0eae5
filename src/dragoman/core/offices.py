"""Who held which office on a day, as the tables of tenures say."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.core.knowledge import PersonFact, Tenure, World


def reaches(tenure: Tenure, day: str | None) -> bool:
    """Tell whether a tenure covers a day; without a day, whether it has no end.

    A bound of only a year or month counts from its first to its last day.
    """
    if day is None:
        return tenure.stop is None
    if tenure.start is not None and day[: len(tenure.start)] < tenure.start:
        return False
    return tenure.stop is None or day[: len(tenure.stop)] <= tenure.stop


def begun(tenure: Tenure, day: str | None) -> bool:
    """Tell whether a tenure began by this day (always so without a day)."""
    return day is None or tenure.start is None or tenure.start <= day


def offices_of(world: World, person: str, day: str | None) -> tuple[Tenure, ...]:
    """Return the tenures that this person held on the day, in the order of the table."""
    return tuple(t for t in world.tenures_by_person.get(person, ()) if reaches(t, day))


def office_on(world: World, entity: str, office: str, day: str | None) -> PersonFact | None:
    """Return who held an office of an entity on a day, or ``None`` if unknown or not one person.

    On the day of a handover the one who takes over is returned.
    """
    held = [t for t in world.tenures_by_office.get((entity, office), ()) if reaches(t, day)]
    if len({t.person for t in held}) > 1:
        held = [t for t in held if t.stop is None or day is None or t.stop > day]
    people = {t.person for t in held}
    return world.people.get(people.pop()) if len(people) == 1 else None


def meanings(world: World, title: str) -> tuple[str, ...]:
    """Return the offices that a title may stand for, itself first."""
    office = world.offices.get(title)
    return (title, *office.means) if office else (title,)


def bearer(world: World, entity: str, title: str, day: str | None) -> PersonFact | None:
    """Return whom a title of an entity means on a day, where one person holds such an office.

    Of the offices that a firm title ("president") may stand for, the first that anybody held on
    the day counts; those that a loose one ("leader") may stand for must all be one person's.
    """
    own = world.offices.get(title)
    found: dict[str, PersonFact] = {}
    for office in meanings(world, title):
        known = world.offices.get(office)
        held = any(reaches(t, day) for t in world.tenures_by_office.get((entity, office), ()))
        person = office_on(world, entity, office, day) if known and known.single else None
        if held and (person is None or (own and own.single)):
            return person
        if person:
            found[person.id] = person
    return next(iter(found.values())) if len(found) == 1 else None


def holders(world: World, entity: str, title: str, day: str | None) -> Iterator[PersonFact]:
    """Yield who may be meant by a title of an entity on a day, each once."""
    seen = set()
    for office in meanings(world, title):
        for tenure in world.tenures_by_office.get((entity, office), ()):
            if reaches(tenure, day) and tenure.person not in seen and tenure.person in world.people:
                seen.add(tenure.person)
                yield world.people[tenure.person]
