"""One story as its reports tell it, and where they disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.core.records import Event, Party
from dragoman.library.answers import Answer
from dragoman.store import Store
from dragoman.store.sql import all_rows, one_row

REPORT = ("outlet", "country", "language", "published", "url")
STORY = (
    "id", "type", "act", "start", "stop", "parties", "reports", "articles", "outlets",
    "countries", "languages", "first_seen", "last_seen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells of a story, and where it appeared."""

    event: Event
    outlet: str | None
    country: str | None
    language: str
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field that reports fill differently: each value with the outlets that have it."""

    field: str
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Comparison:
    """A story with its reports, the earliest first, and their disagreements."""

    story: Mapping[str, Any]
    reports: tuple[Report, ...]
    disagreements: tuple[Disagreement, ...]

    def table(self) -> Answer:
        """Return the reports as a table."""
        names = ("record", *REPORT[:4], "act", "actors", "recipients", "date", "realis", "count",
                 "words", "url")  # fmt: skip
        return Answer(names, tuple(map(_row, self.reports)))


def _row(report: Report) -> tuple[Any, ...]:
    event = report.event
    return (
        *(event.id, *(getattr(report, name) for name in REPORT[:4]), event.act),
        *(_named(event.actors), _named(event.recipients), _days(event), event.realis),
        *(_count(event), event.evidence.text, report.url),
    )


def story_called(store: Store, ident: str) -> str | None:
    """Return the story of this name, of a name it had before, or of one of its records."""
    sql = """SELECT id FROM stories WHERE id = ?1
        UNION ALL SELECT is_now FROM story_names WHERE was = ?1
        UNION ALL SELECT story FROM reports JOIN records USING (number) WHERE id = ?1"""
    row = one_row(store.connection, sql, (ident,))
    return str(row[0]) if row else None


def compare(store: Store, ident: str) -> Comparison:
    """Return how the reports of a story tell it. Raises ``LookupError`` where there is none."""
    name = story_called(store, ident)
    row = one_row(store.connection, f"SELECT {', '.join(STORY)} FROM stories WHERE id = ?", (name,))
    if row is None:
        raise LookupError(f"no story or record of this store is called {ident!r}")
    reports = tuple(_reports(store, str(name)))
    return Comparison(dict(zip(STORY, row, strict=True)), reports, tuple(_differing(reports)))


def _reports(store: Store, story: str) -> Iterable[Report]:
    """Yield the reports of a story, one for each outlet that carried the article."""
    sql = """SELECT r.number, a.outlet, a.outlet_country, a.language, a.published, a.url
        FROM reports p JOIN records r USING (number)
        JOIN appearances a ON a.article = r.article AND a.current
        WHERE p.story = ? ORDER BY coalesce(a.published, '9999'), a.id, r.number"""
    rows = all_rows(store.connection, sql, (story,))
    numbers = [(row[0], "event") for row in rows]
    loaded = dict(zip((n for n, _ in dict.fromkeys(numbers)), _unique(store, numbers), strict=True))
    for number, *where in rows:
        event = loaded[number]
        if isinstance(event, Event):
            yield Report(event, *where)


def _unique(store: Store, numbers: list[tuple[int, str]]) -> list[Any]:
    return list(store.load(list(dict.fromkeys(numbers))))


def _differing(reports: tuple[Report, ...]) -> Iterable[Disagreement]:
    """Yield the fields in which reports differ."""
    fields: Mapping[str, Callable[[Event], str]] = {
        "act": lambda event: event.act,
        "realis": lambda event: event.realis,
        "actors": lambda event: _named(event.actors) or "left out",
        "recipients": lambda event: _named(event.recipients) or "left out",
        "date": _days,
        "place": lambda event: event.place.name if event.place else "",
        "count": lambda event: _count(event) or "",
    }
    for field, value_of in fields.items():
        values: dict[str, dict[str, None]] = {}
        for report in reports:
            value = value_of(report.event)
            if value:
                values.setdefault(value, {})[report.outlet or report.event.article] = None
        if len(values) > 1:
            told = {value: tuple(outlets) for value, outlets in sorted(values.items())}
            yield Disagreement(field, told)


def _named(parties: Iterable[Party]) -> str:
    return ", ".join(sorted(party.id or party.name for party in parties))


def _days(event: Event) -> str:
    start, stop = event.date.start or "", event.date.stop or ""
    return start if start == stop else f"{start}..{stop}"


def _count(event: Event) -> str | None:
    count = event.count
    return f"{count.value:g} {count.unit}" if count else None
