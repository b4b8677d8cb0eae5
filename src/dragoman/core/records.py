"""The records of a reading, as the public contract lays them down, each defined once.

Offsets are half-open and count Unicode code points of ``Article.text``. Dates are ISO strings
(``YYYY-MM-DD``), both ends inclusive. Every other shape of the data (JSON, flat columns, Arrow)
is derived from these classes by ``dragoman.exports``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

CONTRACT = 1


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of the article: ``text`` is exactly ``article.text[start:stop]``."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A time from ``start`` to ``stop``, both inclusive ISO dates; ``None`` is an open end."""

    start: str | None
    stop: str | None
    precision: str = "unknown"
    span: Span | None = None
    basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """A person by identifier (null where unknown), name in English or as printed, and office."""

    id: str | None
    name: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A state, organisation or unresolved actor, with the words it was recognised by."""

    id: str | None
    name: str
    role: str | None = None
    person: Person | None = None
    via: str = "name"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country (alpha-3) and, where known, degrees north and east."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "country"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many were killed, detained, expelled or gathered: ``value`` of ``unit``."""

    value: float
    unit: str
    comparator: str = "exact"


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall by ``amount`` of ``unit``, against an earlier time as printed."""

    direction: str
    amount: float | None = None
    unit: str | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know: what was removed, looks garbled, or could not be read."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored; ``text`` is never altered after this point."""

    id: str
    url: str | None
    outlet: str | None
    outlet_country: str | None
    title: str | None
    language: str
    translated_from: str | None
    published: str | None
    reference: Interval
    credits: tuple[str, ...]
    text: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom; ``type`` is the PLOVER type of the act itself."""

    id: str
    article: str
    act: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    score: float
    cameo: str
    goldstein: float | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: Interval
    place: Place | None
    count: Count | None
    realis: str
    said_in: str | None
    evidence: Span
    trigger: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, to whom; quotation marks are left out of ``content``."""

    id: str
    article: str
    act: str
    form: str
    speaker: Party
    content: Span
    cue: Span | None
    audience: Party | None
    date: Interval
    within: str | None
    about: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Figure:
    """How much, of what, when; ``unit`` is ISO 4217, ``percent``, ``people``, ``items`` or UCUM."""

    id: str
    article: str
    measure: str
    measure_text: str | None
    value: float | None
    high: float | None
    unit: str | None
    comparator: str
    change: Change | None
    period: Interval
    nature: str
    superlative: str | None
    parties: tuple[Party, ...]
    said_in: str | None
    evidence: Span
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tie:
    """How ``subject`` stands to ``object``; for ``holds-office`` the object is office and state."""

    id: str
    article: str
    relation: str
    subject: Party
    object: Party
    period: Interval
    realis: str
    said_in: str | None
    evidence: Span
    trigger: Span
    rule: str
    confidence: float


Record = Event | Statement | Figure | Tie


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its records in text order, and the notices that reading added."""

    article: Article
    records: tuple[Record, ...] = field(default=())

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, in text order."""
        return tuple(r for r in self.records if isinstance(r, Event))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in text order."""
        return tuple(r for r in self.records if isinstance(r, Statement))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in text order."""
        return tuple(r for r in self.records if isinstance(r, Figure))

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The ties, in text order."""
        return tuple(r for r in self.records if isinstance(r, Tie))
