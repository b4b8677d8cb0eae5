"""Documents and their human translations: how far the two readings agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.core.records import Event, Figure, Reading, Record
from dragoman.examples import plain_article
from dragoman.languages.tables import language_codes
from dragoman.reader import Reader
from scripts.quality.sets import SETS

TEXTS = SETS.parent / "text" / "multi-wmt_news.jsonl"
Key = Callable[[Record], object]


@dataclass(frozen=True)
class Agreement:
    """Of the records that either side of the pairs holds, the share that both hold, in per cent."""

    languages: str
    what: str
    share: float
    records: int
    pairs: int


def pairs(path: Path = TEXTS) -> Iterator[tuple[Reading, Reading]]:
    """Yield the readings of each document and of its translation."""
    sides: dict[str, list[Reading]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        name, _, _ = row["id"].partition("#")
        if row["lang"] not in language_codes():
            continue
        sides.setdefault(name, []).append(
            Reader().read(plain_article(row["text"], row["lang"], None))
        )
        if len(sides[name]) == 2:
            one, other = sides.pop(name)
            yield one, other


def ids(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of both sides of an event."""
    return (
        frozenset(party.id for party in event.actors if party.id),
        frozenset(party.id for party in event.recipients if party.id),
    )


def event_key(*names: str) -> Key:
    """Return what tells an event that has a coded party by these fields; ``parties`` is both."""

    def key(record: Record) -> object:
        if not isinstance(record, Event) or not any(ids(record)):
            return None
        return tuple(ids(record) if n == "parties" else getattr(record, n) for n in names)

    return key


def figure_key(record: Record) -> object:
    """Return value and unit of a figure."""
    return (record.value, record.unit) if isinstance(record, Figure) else None


KEYS: dict[str, Key] = {
    "event type": event_key("type"),
    "event type and parties": event_key("type", "parties"),
    "act, parties and realis": event_key("act", "parties", "realis"),
    "figure: value and unit": figure_key,
}


def agreements() -> Iterator[Agreement]:
    """Yield how far the readings of parallel documents agree, by languages and kind."""
    tallies: dict[tuple[str, str], Counter[str]] = {}
    for one, other in pairs():
        languages = "–".join(sorted((one.article.language, other.article.language)))
        for what, key in KEYS.items():
            here, there = (counted(reading, key) for reading in (one, other))
            tally = tallies.setdefault((languages, what), Counter())
            tally["both"] += (here & there).total()
            tally["either"] += (here | there).total()
            tally["pairs"] += 1
    for (languages, what), tally in sorted(tallies.items()):
        share = 100 * tally["both"] / tally["either"] if tally["either"] else 0.0
        yield Agreement(languages, what, share, tally["either"], tally["pairs"])


def counted(reading: Reading, key: Key) -> Counter[object]:
    """Return how often each key stands in a reading."""
    keys = (key(record) for record in reading.records)
    return Counter(one for one in keys if one is not None)
