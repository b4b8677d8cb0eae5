"""What is known before reading begins: types only; the facts are in ``world`` and ``languages``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from dragoman.core.records import Party, Place


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of event in the ontology (``world/acts.toml``), the same in every language.

    ``cameo`` is the code that goes out; ``also`` are further CAMEO codes that the act covers.
    """

    id: str
    definition: str
    type: str
    mode: str | None
    cameo: str
    quad: int
    score: float
    goldstein: float | None
    contexts: tuple[str, ...] = ()
    reciprocal: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: quad class, score, the scores of its modes (``world/plover.toml``)."""

    id: str
    quad: int
    score: float
    recipient_required: bool
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class StatementAct:
    """What a speaker does by speaking (``world/statements.toml``), with its CAMEO codes."""

    id: str
    definition: str
    cameo: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How a subject stands to an object; ``symmetric`` where it holds both ways alike."""

    id: str
    definition: str
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures; ``unit`` is the usual kind of unit (``money``, ``people``…)."""

    id: str
    definition: str
    unit: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, territory, former state, organisation or group that may be a party.

    ``kind`` is ``state``, ``territory``, ``former-state``, ``organisation``, ``armed-group``
    or ``group``. ``role`` is the sector code that a party made of it carries (``PRE`` for
    disputed entities, ``REB`` for armed groups, null for a state as a whole); ``code`` is the
    ``Party.id`` it yields when that differs from ``id`` (Transnistria yields ``MDA``).
    """

    id: str
    name: str
    kind: str
    code: str | None = None
    role: str | None = None
    start: str | None = None
    stop: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """How an entity stands to an organisation in a time: member, observer, candidate, left."""

    entity: str
    organisation: str
    status: str
    start: str | None
    stop: str | None
    origin: str
    as_of: str


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person of the tables: identifier (a slug), English name, alpha-3 state or organisation.

    ``gender`` is ``f``, ``m`` or null where the tables do not say; it serves pronouns only.
    """

    id: str
    name: str
    entity: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office or title: ``role`` is the sector code of who holds it.

    ``single`` says that an entity has one holder at a time. ``means`` lists the offices that
    a looser title may stand for ("president": a head of state, a commission's president…).
    """

    id: str
    name: str
    role: str | None
    single: bool = False
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held: dates are ISO, possibly only year or year and month; null is open."""

    person: str
    entity: str
    office: str
    start: str | None
    stop: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What a printed form may stand for.

    ``kind`` is ``name``, ``abbr``, ``demonym``, ``capital``, ``seat``, ``group``, ``person``
    (full name), ``surname``, ``place``, ``title`` or ``role``. ``entity`` is an id in the world's
    tables: of an entity, of a person for ``person`` and ``surname``, of a place for ``place``,
    of an office or sector code for ``title`` and ``role``. ``start`` and ``stop`` bound the time
    in which the form has this meaning.
    """

    form: str
    entity: str
    kind: str
    start: str | None = None
    stop: str | None = None


@dataclass(frozen=True, slots=True)
class NameHit:
    """A form found in a text, with all that it may stand for."""

    start: int
    stop: int
    entries: tuple[NameEntry, ...]


class NameIndex(Protocol):
    """Finds every known form in a text: leftmost, longest, on word borders of its script."""

    def find(self, text: str) -> Iterator[NameHit]:
        """Yield the forms found, in text order, without overlap."""
        ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that stands for one party or several ("both countries"), or for a place only.

    ``start`` and ``stop`` cover the whole expression ("Russian President Vladimir Putin"); the
    ``span`` of each party is the same passage. ``kind`` is the party's ``via``, or ``place``.
    """

    start: int
    stop: int
    parties: tuple[Party, ...]
    kind: str
    place: Place | None = None
    sure: float = 1.0


@dataclass(frozen=True)
class World:
    """The language-free facts, by identifier."""

    acts: Mapping[str, Act] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    people: Mapping[str, PersonFact] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)

    @cached_property
    def tenures_by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        """The tenures of each person, in the order of the table."""
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.person, []).append(tenure)
        return {person: tuple(held) for person, held in found.items()}

    @cached_property
    def tenures_by_office(self) -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
        """The tenures of each office of each entity, in the order of the table."""
        found: dict[tuple[str, str], list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault((tenure.entity, tenure.office), []).append(tenure)
        return {office: tuple(held) for office, held in found.items()}
