"""States, organisations, groups and how they stand to each other, read from the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.core.knowledge import Entity, Membership
from dragoman.world.tables import Row, is_date, read_rows

FOLDER = Path(__file__).parent
KINDS = frozenset(("state", "territory", "former-state", "organisation", "armed-group", "group"))
ROLES = frozenset(("", "PRE", "REB", "UAF", "IGO", "NGO", "MNC", "GOV", "MIL", "JUD", "SPY", "PTY"))
STATUSES = frozenset(
    ("member", "observer", "partner", "candidate", "suspended", "left", "associate", "founder")
)


def load_entities(extra: Path | None = None) -> dict[str, Entity]:
    """Return states, organisations and groups by identifier; those of ``extra`` override."""
    found: dict[str, Entity] = {}
    for folder in _folders(extra):
        found |= _of_folder(folder)
    for entity in found.values():
        if entity.code and entity.code not in found:
            raise ValueError(f"{entity.id}: the state {entity.code!r} is not in the tables")
    return found


def load_memberships(entities: Iterable[str], extra: Path | None = None) -> tuple[Membership, ...]:
    """Return memberships, members of groups and chairs (status ``chair``), in table order."""
    known = frozenset(entities)
    found: list[Membership] = []
    for folder in _folders(extra):
        found += _rows(folder, "memberships.tsv", _membership, known)
        found += _rows(folder, "groups.tsv", _group_member, known)
        found += _rows(folder, "chairs.tsv", _chair, known)
    return tuple(found)


def _folders(extra: Path | None) -> tuple[Path, ...]:
    """Return the folder of the shipped tables and the reader's own, if there is one."""
    return (FOLDER,) if extra is None else (FOLDER, extra)


def _of_folder(folder: Path) -> dict[str, Entity]:
    """Return the entities of one folder, each defined once."""
    found: dict[str, Entity] = {}
    for name, read in (("states.tsv", _state), ("organisations.tsv", _organisation)):
        for row in _existing(folder / name, 8, 1):
            entity = read(row)
            if entity.id in found:
                raise row.error(f"{entity.id!r} is defined twice")
            found[entity.id] = entity
    return found


def _existing(path: Path, columns: int, needed: int) -> Iterator[Row]:
    """Yield the rows of a table, none where the file does not exist."""
    if path.exists():
        yield from read_rows(path, columns, needed)


def _state(row: Row) -> Entity:
    """Return the state or territory of a row of ``states.tsv``."""
    identifier, _, kind, code, role, name, start, stop = row.cells
    return _entity(row, Entity(identifier, name, kind, code or None, role or None, start, stop))


def _organisation(row: Row) -> Entity:
    """Return the organisation, armed group or group of a row of ``organisations.tsv``."""
    identifier, kind, code, role, name, start, stop, _ = row.cells
    return _entity(row, Entity(identifier, name, kind, code or None, role or None, start, stop))


def _entity(row: Row, entity: Entity) -> Entity:
    """Return a checked entity with open bounds as ``None``."""
    if entity.kind not in KINDS:
        raise row.error(f"unknown kind {entity.kind!r}")
    if (entity.role or "") not in ROLES:
        raise row.error(f"unknown sector {entity.role!r}")
    if not entity.name:
        raise row.error("no name")
    start, stop = _bounds(row, entity.start or "", entity.stop or "")
    return Entity(entity.id, entity.name, entity.kind, entity.code, entity.role, start, stop)


def _bounds(row: Row, start: str, stop: str) -> tuple[str | None, str | None]:
    """Return checked bounds of a time; an empty one is open."""
    for text in (start, stop):
        if not is_date(text):
            raise row.error(f"{text!r} is no date")
    if start and stop and stop < start[: len(stop)]:
        raise row.error(f"ends ({stop}) before it begins ({start})")
    return start or None, stop or None


def _rows(
    folder: Path, name: str, read: Callable[[Row], list[Membership]], known: frozenset[str]
) -> list[Membership]:
    """Return the memberships of a table, checked: codes known, no time told twice."""
    found: list[Membership] = []
    spells: dict[tuple[str, str], list[Membership]] = {}
    for row in _existing(folder / name, 7, 2):
        for member in read(row):
            for code in (member.entity, member.organisation):
                if code not in known:
                    raise row.error(f"unknown code {code!r}")
            key = (member.entity, member.organisation)
            earlier = spells.setdefault(key, [])
            if any(_overlap(member, other) for other in earlier):
                raise row.error(f"{key[0]} in {key[1]}: overlaps an earlier row")
            earlier.append(member)
            found.append(member)
    return found


def _overlap(one: Membership, other: Membership) -> bool:
    """Tell whether two spells share more than the day on which one follows the other."""
    if one.stop and other.start and one.stop <= other.start:
        return False
    return not (other.stop and one.start and other.stop <= one.start)


def _membership(row: Row) -> list[Membership]:
    """Return the membership of a row of ``memberships.tsv``."""
    entity, organisation, status, start, stop, origin, as_of = row.cells
    if status not in STATUSES:
        raise row.error(f"unknown status {status!r}")
    begin, end = _bounds(row, start, stop)
    return [Membership(entity, organisation, status, begin, end, origin, as_of)]


def _group_member(row: Row) -> list[Membership]:
    """Return the members of a group of ``groups.tsv``: codes with commas between."""
    group, members, origin, as_of = row.cells[:4]
    return [
        Membership(code.strip(), group, "member", None, None, origin, as_of)
        for code in members.split(",")
    ]


def _chair(row: Row) -> list[Membership]:
    """Return who chaired an organisation, from a row of ``chairs.tsv``."""
    organisation, entity, start, stop, origin, as_of, _ = row.cells
    begin, end = _bounds(row, start, stop)
    return [Membership(entity, organisation, "chair", begin, end, origin, as_of)]
