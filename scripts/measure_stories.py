"""Measure how reports gather into stories: python scripts/measure_stories.py [--shuffles N].

A made-up set of 64 happenings told in about 200 short reports in four languages is read and put
into a store; a quarter of them repeat another some days later, some turn another round. Printed
are precision, recall and F1 over pairs of reports, the first pairs that are wrong or missed, and
whether other orders of arrival give the same stories.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from dragoman.core.records import Reading
from dragoman.intake import IntakeOptions
from dragoman.library.items import Item, arrival_of
from dragoman.reader import Reader
from dragoman.store import Store
from dragoman.store.appearances import Arrival
from dragoman.store.keeping import Change
from dragoman.store.sql import all_rows

TABLE = Path(__file__).with_name("happenings.toml")
FIRST = date(2024, 3, 4)
Pair = frozenset[str]


@dataclass(frozen=True)
class Report:
    """A text in one language on one happening, by number."""

    happening: int
    language: str
    text: str
    published: date
    url: str


def reports(seed: int = 1) -> Iterator[Report]:
    """Yield the reports: each happening is told in two to four languages, by several outlets."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    chance = random.Random(seed)
    acts, states, languages = table["acts"], table["states"], table["languages"]
    act, one, other, day = next(iter(acts.values())), "", "", FIRST
    for number in range(64):
        if number % 4 == 2:  # the same again some days later
            day += timedelta(days=chance.randrange(2, 9))
        elif number % 4 == 3 and not act.get("mutual"):  # the other way round on the same day
            one, other = other, one
        else:
            act = list(acts.values())[(number // 2) % len(acts)]
            one, other = chance.sample(list(states), 2)
            day = FIRST + timedelta(days=chance.randrange(60))
        told = chance.sample(list(languages), chance.choice((2, 3, 4)))
        told += [told[0]] if number % 4 == 0 else []
        for turn, language in enumerate(told):
            names = {f"A_{k}": v for k, v in states[one][language].items()}
            names |= {f"B_{k}": v for k, v in states[other][language].items()}
            style = languages[language]
            words = style["day"].format(d=day.day, m=day.month, name=style["months"][day.month - 1])
            sentence = act[language][turn % len(act[language])].format(day=words, **names)
            filler = chance.choice(style["fillers"]).format(n=chance.randrange(100))
            url = f"https://{language}{turn}.example.org/{number}"
            published = day + timedelta(days=chance.choice((0, 0, 1)))
            yield Report(number, language, f"{sentence} {filler}\n", published, url)


def read(found: list[Report]) -> dict[str, tuple[Report, Arrival, Reading]]:
    """Return the reports read, by the id of their article."""
    reader = Reader()
    known = {}
    for report in found:
        options = IntakeOptions(
            published=report.published.isoformat(), language=report.language, url=report.url
        )
        arrival = arrival_of(Item(report.url, report.text, options=options))
        known[arrival.article.id] = (report, arrival, reader.read(arrival.article))
    return known


def gathered(known: dict[str, tuple[Report, Arrival, Reading]], order: list[str]) -> set[Pair]:
    """Return the pairs of articles that share a story, after they came in this order."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "stories.db") as store:
        for ident in order:
            _, arrival, reading = known[ident]
            with store.writing():
                change = Change("one")
                change += store.put(arrival, reading, "measure")
                store.gather(change)
        sql = "SELECT p.story, r.article FROM reports p JOIN records r USING (number)"
        stories: dict[str, set[str]] = {}
        for story, article in all_rows(store.connection, sql):
            stories.setdefault(story, set()).add(article)
    return {frozenset(pair) for told in stories.values() for pair in combinations(told, 2)}


def score(found: set[Pair], gold: set[Pair]) -> str:
    """Return precision, recall and F1 in words."""
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / len(gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.1%}, recall {recall:.1%}, F1 {f1:.1%} ({len(gold)} pairs)"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shuffles", type=int, default=10)
    shuffles = parser.parse_args().shuffles
    known = read(list(reports()))
    order = sorted(known)
    found = gathered(known, order)
    gold = {
        frozenset((a, b))
        for a, b in combinations(known, 2)
        if known[a][0].happening == known[b][0].happening
    }
    for what, pairs in (("wrong", found - gold), ("missed", gold - found)):
        for pair in sorted(map(sorted, pairs))[:12]:
            print(f"{what}: {' | '.join(known[i][0].text.strip() for i in pair)}")
    seen = {ident for ident, (_, _, reading) in known.items() if reading.events}
    print(f"{len(known)} reports of 64 happenings; an event was read in {len(seen)}")
    print(f"all reports:          {score(found, gold)}")
    print(f"those with an event:  {score(found, {pair for pair in gold if pair <= seen})}")
    chance = random.Random(2)
    same = all(gathered(known, chance.sample(order, len(order))) == found for _ in range(shuffles))
    print(f"{shuffles} other orders of arrival: {'the same stories' if same else 'OTHER STORIES'}")


if __name__ == "__main__":
    main()
