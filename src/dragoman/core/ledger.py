"""The ledger: who promised what to whom by when, and what later reports say of it.

An entry is opened by a planned event or by a target figure. Later reports are linked to it by
rule: the same act (or measure and unit) between the same parties. Nothing is guessed: an entry
that no report speaks of again stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.core.records import Event, Figure, Interval, Party, Reading

Pledge = Event | Figure

# What a report does to an entry.
FULFILS, MISSES, POSTPONES, REPEATS, CALLS_OFF = (
    "fulfils",
    "misses",
    "postpones",
    "repeats",
    "calls-off",
)
CLOSING = frozenset((FULFILS, MISSES, CALLS_OFF))


@dataclass(frozen=True, slots=True)
class Report:
    """A later record that speaks of an entry, and what it does to it."""

    effect: str
    record: Pledge


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise or target with the reports that speak of it, in the order of their articles."""

    pledge: Pledge
    reports: tuple[Report, ...] = ()

    @property
    def due(self) -> Interval:
        """When it is to be done, as last told."""
        moved = [r.record for r in self.reports if r.effect == POSTPONES]
        return time_of(moved[-1] if moved else self.pledge)

    @property
    def state(self) -> str:
        """``open``, ``fulfilled``, ``missed``, ``called-off`` or ``postponed``."""
        names = {FULFILS: "fulfilled", MISSES: "missed", CALLS_OFF: "called-off"}
        for report in self.reports:
            if report.effect in CLOSING:
                return names[report.effect]
        return "postponed" if any(r.effect == POSTPONES for r in self.reports) else "open"


def ledger_of(readings: Iterable[Reading]) -> tuple[Entry, ...]:
    """Return the entries that these readings open, in the order of their articles' dates."""
    entries: list[tuple[Pledge, list[Report]]] = []
    for reading in sorted(readings, key=_told_on):
        for record in reading.records:
            if isinstance(record, Event | Figure):
                _enter(record, entries)
    return tuple(Entry(pledge, tuple(reports)) for pledge, reports in entries)


def _told_on(reading: Reading) -> tuple[str, str]:
    """Return the day by which readings are put in order."""
    reference = reading.article.reference
    return (reference.start or reference.stop or "9999", reading.article.id)


def _enter(record: Pledge, entries: list[tuple[Pledge, list[Report]]]) -> None:
    """Link a record to the entry it speaks of, or open an entry with it."""
    for pledge, reports in reversed(entries):
        closed = any(report.effect in CLOSING for report in reports)
        if closed or not _is_of_same_matter(pledge, record):
            continue
        last = next((r.record for r in reversed(reports) if r.effect == POSTPONES), pledge)
        effect = _effect(last, record)
        if effect is not None:
            reports.append(Report(effect, record))
            return
    if is_pledge(record):
        entries.append((record, []))


def is_pledge(record: Pledge) -> bool:
    """Tell whether a record opens an entry: a planned event, or a target with a value."""
    if isinstance(record, Figure):
        return record.nature == "target" and record.value is not None and bool(record.parties)
    return record.realis == "planned" and bool(_ids(record.actors))


def _is_of_same_matter(pledge: Pledge, record: Pledge) -> bool:
    """Tell whether two records are about the same act, or measure, of the same parties."""
    if isinstance(pledge, Event) and isinstance(record, Event):
        return pledge.act == record.act and _ids(sides(pledge)) == _ids(sides(record))
    if isinstance(pledge, Figure) and isinstance(record, Figure):
        same = (pledge.measure, pledge.unit) == (record.measure, record.unit)
        return same and _ids(pledge.parties) == _ids(record.parties) and record.value is not None
    return False


def _effect(pledge: Pledge, record: Pledge) -> str | None:
    """Return what a record of the same matter does to a pledge, if anything."""
    if isinstance(pledge, Event) and isinstance(record, Event):
        return _effect_of_event(pledge, record)
    if isinstance(pledge, Figure) and isinstance(record, Figure):
        return _effect_of_figure(pledge, record)
    return None


def _effect_of_event(pledge: Event, record: Event) -> str | None:
    """Return what an event does to a promised one."""
    if record.realis == "planned":
        return POSTPONES if _later(record.date, pledge.date) else REPEATS
    if record.realis == "negated":
        return CALLS_OFF
    if record.realis != "actual":
        return None
    begins, told = pledge.date.start, record.date.stop
    early = pledge.date.basis == "stated" and begins is not None and told is not None
    return None if early and str(told) < str(begins) else FULFILS


def _effect_of_figure(target: Figure, record: Figure) -> str | None:
    """Return what a figure does to a target: reached, missed at the due time, told again."""
    if record.value is None or target.value is None:
        return None
    if record.nature == "target":
        if record.value != target.value:
            return None
        return POSTPONES if _later(record.period, target.period) else REPEATS
    if record.nature != "actual":
        return None
    if record.value >= target.value:
        return FULFILS
    due, told = target.period.stop, record.period.stop
    stated = target.period.span is not None and record.period.span is not None
    return MISSES if stated and due and told and told >= due else None


def _later(time: Interval, than: Interval) -> bool:
    """Tell whether a stated time ends after another stated one."""
    stated = time.span is not None and than.span is not None
    return bool(stated and time.stop and than.stop and time.stop > than.stop)


def time_of(record: Pledge) -> Interval:
    """Return the date of an event, the period of a figure."""
    return record.period if isinstance(record, Figure) else record.date


def sides(record: Pledge) -> tuple[Party, ...]:
    """Return all parties of a record."""
    if isinstance(record, Figure):
        return record.parties
    return (*record.actors, *record.recipients)


def _ids(parties: Sequence[Party]) -> frozenset[str]:
    """Return the ids of the parties that have one."""
    return frozenset(party.id for party in parties if party.id)
