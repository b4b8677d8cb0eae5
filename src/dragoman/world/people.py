"""People, the offices that there are, and who held which when: read from the tables and checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dragoman.core.knowledge import Office, PersonFact, Tenure
from dragoman.world.tables import Row, is_date, read_rows

FOLDER = Path(__file__).parent
GENDERS = frozenset(("", "f", "m"))


def load_people(extra: Path | None = None) -> dict[str, PersonFact]:
    """Return the people of the tables by identifier; those of the folder ``extra`` override.

    Raises ``TableError`` with file and line for a row that cannot be used.
    """
    found: dict[str, PersonFact] = {}
    for folder in folders(extra, "people.tsv"):
        here: dict[str, PersonFact] = {}
        for row in read_rows(folder / "people.tsv", 4, 3):
            person = person_of(row)
            if person.id in here:
                raise row.error(f"{person.id!r} is defined twice")
            here[person.id] = person
        found |= here
    return found


def load_offices(extra: Path | None = None) -> dict[str, Office]:
    """Return the offices and titles by identifier; those of the folder ``extra`` override."""
    found: dict[str, Office] = {}
    for folder in folders(extra, "offices.tsv"):
        for row in read_rows(folder / "offices.tsv", 5, 4):
            office = office_of(row)
            found[office.id] = office
    for office in found.values():
        unknown = [meant for meant in office.means if meant not in found]
        if unknown:
            raise ValueError(f"offices.tsv: {office.id}: unknown offices {unknown}")
    return found


def load_tenures(extra: Path | None = None) -> tuple[Tenure, ...]:
    """Return all tenures, checked: people and offices known, one holder at a time where due.

    Raises ``TableError`` with file and line for a row that cannot be used.
    """
    people, offices = load_people(extra), load_offices(extra)
    found: list[Tenure] = []
    held: dict[tuple[str, str], list[Tenure]] = {}
    for folder in folders(extra, "tenures.tsv"):
        for row in read_rows(folder / "tenures.tsv", 6, 3):
            tenure = tenure_of(row, people, offices)
            earlier = held.setdefault((tenure.entity, tenure.office), [])
            if offices[tenure.office].single:
                refuse_overlap(row, tenure, earlier)
            earlier.append(tenure)
            found.append(tenure)
    return tuple(found)


def folders(extra: Path | None, name: str) -> tuple[Path, ...]:
    """Return the folders that hold this table: the shipped one and the reader's own."""
    if extra is not None and (extra / name).exists():
        return (FOLDER, extra)
    return (FOLDER,)


def person_of(row: Row) -> PersonFact:
    """Return the person of a row: identifier, English name, entity, gender."""
    identifier, name, entity, gender = row.cells
    if gender not in GENDERS:
        raise row.error(f"unknown gender {gender!r}")
    return PersonFact(identifier, name, entity, gender or None)


def office_of(row: Row) -> Office:
    """Return the office of a row: identifier, name, sector code, single or not, meanings."""
    identifier, name, role, single, means = row.cells
    if single not in {"yes", "-"}:
        raise row.error(f"{single!r} is neither 'yes' nor '-'")
    meant = tuple(part for part in means.split(",") if part)
    return Office(identifier, name, None if role == "-" else role, single == "yes", meant)


def tenure_of(row: Row, people: Mapping[str, PersonFact], offices: Mapping[str, Office]) -> Tenure:
    """Return the tenure of a row: person, entity, office, from, to, origin."""
    person, entity, office, start, stop, origin = row.cells
    if person not in people:
        raise row.error(f"unknown person {person!r}")
    if office not in offices:
        raise row.error(f"unknown office {office!r}")
    for text in (start, stop):
        if not is_date(text):
            raise row.error(f"{text!r} is no date")
    if start and stop and stop < start[: len(stop)]:
        raise row.error(f"ends ({stop}) before it begins ({start})")
    return Tenure(person, entity, office, start or None, stop or None, origin)


def refuse_overlap(row: Row, tenure: Tenure, earlier: list[Tenure]) -> None:
    """Raise an error if another person holds the office in the time of a tenure."""
    for other in earlier:
        if other.person != tenure.person and overlap(tenure, other):
            raise row.error(
                f"{tenure.person} and {other.person} are both {tenure.office} of {tenure.entity}"
            )


def overlap(one: Tenure, other: Tenure) -> bool:
    """Tell whether two tenures share more than the time in which one hands over to the other."""
    return before(other, one) and before(one, other)


def before(one: Tenure, other: Tenure) -> bool:
    """Tell whether a tenure begins before another has ended, as far as the dates say."""
    if one.start is None or other.stop is None:
        return True
    shared = min(len(one.start), len(other.stop))
    return one.start[:shared] < other.stop[:shared]
