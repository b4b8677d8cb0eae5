"""Whether two reports tell of one happening: judged from the two alone, in either order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.core.records import Article, Event, Party
from dragoman.exports.objects import to_json
from dragoman.exports.plover import HOSTS
from dragoman.store.indexing import UNDATED, times_of
from dragoman.store.words import split
from dragoman.world.ontology import load_acts

SHORT = 7  # days: a longer time is no day of a happening
SLACK = 1  # days by which reports of one happening may differ where a date is not stated
CLOSE_WORDS = 0.5
# Types under which reports choose one act or another for one happening.
LOOSE = frozenset(("CONSULT", "ASSAULT"))
HOSTILE = frozenset((3, 4))
DEED = 4  # the quad class of conflict in deeds


@dataclass(frozen=True, slots=True)
class Traits:
    """What a report of an event is compared by; lists are sorted."""

    act: str
    type: str
    quad: int
    start: str
    stop: str
    stated: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[str, ...]
    site: str | None
    count: tuple[float, str] | None
    words: tuple[str, ...]

    @property
    def parties(self) -> frozenset[str]:
        """All parties, on whichever side."""
        return frozenset((*self.actors, *self.recipients))

    @property
    def days(self) -> int:
        """How many days after the first the last one is."""
        return (date.fromisoformat(self.stop) - date.fromisoformat(self.start)).days

    @property
    def dated(self) -> bool:
        """Whether it is known when it happened, or when it was told."""
        return self.start != UNDATED

    def packed(self) -> str:
        """Return the traits as JSON."""
        return to_json([getattr(self, name) for name in self.__slots__])

    @classmethod
    def unpacked(cls, text: str) -> Traits:
        """Return the traits that a JSON list holds."""
        values: list[Any] = [tuple(v) if isinstance(v, list) else v for v in json.loads(text)]
        return cls(*values)


def traits_of(event: Event, article: Article) -> Traits:
    """Return what an event is compared by."""
    start, stop = times_of(event, article)
    actors, recipients = _sides(event)
    sides = (*actors, *recipients)
    return Traits(
        act=event.act,
        type=event.type,
        quad=event.quad,
        start=start,
        stop=max(start, stop),
        stated=event.date.basis == "stated" or event.date.span is not None,
        actors=tuple(sorted({p.id for p in actors if p.id})),
        recipients=tuple(sorted({p.id for p in recipients if p.id})),
        people=tuple(sorted({p.person.id for p in sides if p.person and p.person.id})),
        site=_site(event, article.language),
        count=(event.count.value, event.count.unit) if event.count else None,
        words=tuple(sorted(set(split(event.evidence.text)[0].split()))),
    )


def _sides(event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who does it and to whom: a visitor before the host, all sides of talks together."""
    if event.act in HOSTS:
        return event.recipients, event.actors
    act = load_acts().get(event.act)
    if act and act.reciprocal:
        return (*event.actors, *event.recipients), ()
    return event.actors, event.recipients


def _site(event: Event, language: str) -> str | None:
    """Return the city or site of an event: where it lies, else its name in its language."""
    place = event.place
    if place is None or place.precision not in ("city", "site"):
        return None
    if place.lat is None or place.lon is None:
        return f"{language}:{place.name.casefold()}"
    return f"@:{place.lat:.1f},{place.lon:.1f}"


def _elsewhere(one: Traits, other: Traits) -> bool:
    """Tell whether two reports name two sites; names in two languages cannot tell."""
    if not one.site or not other.site or one.site == other.site:
        return False
    return one.site.partition(":")[0] == other.site.partition(":")[0]


def same_happening(one: Traits, other: Traits) -> bool:
    """Tell whether two reports are of one happening: same kind of act, time, parties, place."""
    if one.type != other.type or not (one.dated and other.dated):
        return False
    if _elsewhere(one, other) or _opposed(one, other):
        return False
    shared = _shared_signs(one, other)
    if not _times_agree(one, other, shared):
        return False
    if not _parties_agree(one, other, shared):
        return False
    return one.act == other.act or one.type in LOOSE or shared > 0


def _opposed(one: Traits, other: Traits) -> bool:
    """Tell whether two reports have the doer and the other side the other way round.

    Of a hostile act it is enough that one names as doer whom the other names as sufferer.
    """
    if set(one.actors) & set(other.actors):
        return False
    forth = set(one.actors) & set(other.recipients)
    back = set(other.actors) & set(one.recipients)
    return bool(forth or back) if one.quad in HOSTILE else bool(forth and back)


def _shared_signs(one: Traits, other: Traits) -> int:
    """Return how many further signs two reports share: place, people, numbers, words."""
    words, others = set(one.words), set(other.words)
    alike = len(words & others) >= CLOSE_WORDS * len(words | others)
    signs = (
        one.site is not None and one.site == other.site,
        bool(set(one.people) & set(other.people)),
        one.count is not None and one.count == other.count,
        alike,
    )
    return sum(signs)


def _times_agree(one: Traits, other: Traits, shared: int) -> bool:
    """Tell whether the times of two reports are those of one happening."""
    if one.days > SHORT or other.days > SHORT:
        same = (one.start, one.stop) == (other.start, other.stop)
        return same and one.act == other.act and shared > 0
    gap = days_between(one, other)
    if gap <= 0:
        return True
    surmised = not (one.stated and other.stated)
    return surmised and gap <= SLACK and shared > 0 and one.quad not in HOSTILE


def days_between(one: Traits, other: Traits) -> int:
    """Return the days from the end of the earlier to the start of the later; 0 where they meet."""
    first, second = sorted((one, other), key=lambda traits: (traits.start, traits.stop))
    gap = date.fromisoformat(second.start) - date.fromisoformat(first.stop)
    return max(0, gap.days)


def _parties_agree(one: Traits, other: Traits, shared: int) -> bool:
    """Tell whether the parties of two reports may be those of one happening.

    A report may leave out a side, or name one only; then some further sign has to be shared,
    unless both tell of the same hostile deed by the same doers on a stated day.
    """
    fewer, more = sorted((one.parties, other.parties), key=len)
    common = fewer & more
    if len(common) >= 2 and 2 * len(common) >= len(fewer | more):
        return True
    deed = one.quad == DEED and one.stated and other.stated and one.act == other.act
    told = deed and bool(one.actors) and one.actors == other.actors
    return len(common) >= 1 and common == fewer and (shared > 0 or told)
