"""Measure how quickly a large store answers: python scripts/bench_store.py [--records N] [FILE].

A store of made-up articles and records is filled (or FILE used again, where it is there), and the
time of each kind of question is printed: the median of seven, and the slowest.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from dragoman.core.identity import digest
from dragoman.core.records import Article, Event, Interval, Party, Span
from dragoman.library.asking import dossier, timeline
from dragoman.library.comparison import compare
from dragoman.library.series import series
from dragoman.store import Query, Store
from dragoman.store.indexing import index
from dragoman.store.likeness import traits_of
from dragoman.store.rows import insertion, values_of
from dragoman.store.words import split

EACH = 5  # records of an article
STATES = [a + b + c for a in "ABCDEFGH" for b in "AEIOU" for c in "LMNRST"]
WORDS = (
    *("talks", "trade", "border", "visit", "gas", "summit", "treaty", "ministers", "pipeline"),
    *("会談", "貿易", "首脳", "переговоры", "торговля", "визит", "thương", "mại", "hội", "đàm"),
)
ACTS = (
    ("visit", "CONSULT", 1, 4.0),
    ("sign-agreement", "SUPPORT", 1, 5.0),
    ("impose-sanctions", "SANCTION", 4, -7.0),
    ("criticise", "ACCUSE", 3, -2.0),
)
MOMENT = "2026-01-01T00:00:00.000000Z"


def made(number: int, chance: random.Random) -> tuple[Article, list[Event]]:
    """Return a made-up article with its events; a few pairs of states have most of them."""
    day = (date(2015, 1, 1) + timedelta(days=number % 3650)).isoformat()
    sentences = [f"{' '.join(chance.choices(WORDS, k=12))} n{number}." for _ in range(EACH)]
    text = "\n".join(sentences)
    url = f"https://x{number % 200}.example/{number}"
    when = Interval(day, day, "day", None, "stated")
    article = Article(
        digest(url, text), url, f"Outlet {number % 200}", None, f"Title {number}", "en", None, day,
        when, (), text,
    )  # fmt: skip
    events, start = [], 0
    for turn, words in enumerate(sentences):
        span = Span(start, start + len(words), words)
        start += len(words) + 1
        few = STATES[:6] if chance.random() < 0.5 else STATES
        one, other = chance.sample(few, 2)
        act, kind, quad, score = ACTS[chance.randrange(len(ACTS))]
        events.append(Event(
            digest(article.id, str(turn)), article.id, act, kind, None, (), quad, score, "042",
            1.0, (Party(one, one),), (Party(other, other),), when, None, None, "actual", None,
            span, Span(span.start, span.start + 3, words[:3]), "bench", 0.9,
        ))  # fmt: skip
    return article, events


def fill(store: Store, records: int) -> None:
    """Fill a store with made-up records, past all that looks for copies and stories."""
    chance = random.Random(1)
    connection = store.connection
    extra = ("series", "version", "current", "hash", "coder", "taken", "updated_at")
    for first in range(0, records // EACH, 5000):
        with store.writing():
            for number in range(first, min(first + 5000, records // EACH)):
                article, events = made(number, chance)
                about = (article.url, 1, 1, "", "bench", 0, MOMENT)
                connection.execute(insertion("article", extra), (*values_of(article), *about))
                words = split(article.text)
                row = connection.last_insert_rowid()
                sql = "INSERT INTO article_words (rowid, written, folded) VALUES (?, ?, ?)"
                connection.execute(sql, (row, *words))
                connection.execute(
                    "INSERT INTO appearances VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, 1, 1, ?)",
                    (article.id, article.id, article.url, article.outlet, article.title,
                     article.language, article.published, article.url, MOMENT),
                )  # fmt: skip
                for event in events:
                    _put(store, event, article)


def _put(store: Store, event: Event, article: Article) -> None:
    """Insert an event, its place in the indexes and a story of its own."""
    connection = store.connection
    day = event.date.start or ""
    head = (event.id, "event", article.id, event.act, day, day, event.realis, "coder", MOMENT)
    connection.execute(
        """INSERT INTO records (id, kind, article, act, day, until, realis, origin, shown,
        updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)""",
        head,
    )
    number = connection.last_insert_rowid()
    connection.execute(insertion("event", ("number",)), (*values_of(event), number))
    index(connection, number, event, article)
    traits = traits_of(event, article)
    connection.execute(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, 1, 1, 1, 0, 1, ?, ?, ?)",
        (event.id, event.type, event.act, day, day, "[]", day, day, MOMENT),
    )
    connection.execute(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?)",
        (number, event.id, event.type, day, day, traits.packed()),
    )


def questions(store: Store) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield what is asked, by name."""
    a, b, rare = STATES[0], STATES[1], STATES[90]
    story = store.connection.execute("SELECT story FROM reports LIMIT 1").fetchone()
    assert story
    yield "dossier of a busy pair", lambda: dossier(store, (a, b), Query(parties=(a, b), limit=300))
    yield "dossier of a busy state", lambda: dossier(store, (a,), Query(parties=(a,), limit=300))
    yield (
        "dossier of a quiet state",
        lambda: dossier(store, (rare,), Query(parties=(rare,), limit=300)),
    )
    yield "monthly series of a busy pair", lambda: series(store, a, b)
    yield "monthly series of a quiet pair", lambda: series(store, rare, STATES[91])
    yield "timeline of a busy pair", lambda: timeline(store, (a, b), Query(limit=1000))
    yield "search for a rare word", lambda: store.find(Query(words="n77777", limit=50))
    yield "search for a frequent word", lambda: store.find(Query(words="会談", limit=50))
    yield (
        "search in a busy pair",
        lambda: store.find(Query(words="визит", parties=(a, b), limit=50)),
    )
    yield "articles with a frequent word", lambda: store.find_articles("trade", 50)
    yield "latest records", lambda: store.find(Query(limit=50))
    yield "comparison of a story", lambda: compare(store, str(story[0]))


def main() -> None:
    """Fill a store where there is none, and print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.file or Path(folder) / "bench.db"
        fresh = not path.exists()
        with Store(path) as store:
            begun = perf_counter()
            if fresh:
                fill(store, given.records)
                store.connection.execute("ANALYZE")
                print(f"filled in {perf_counter() - begun:.0f} s")
            size = path.stat().st_size / 1e6
            print(f"{store.counts()['events']:,} records, {size:,.0f} MB")
            for name, ask in questions(store):
                times = [_timed(ask) for _ in range(7)]
                print(f"{name:32} {statistics.median(times):8.1f} ms, slowest {max(times):.1f}")


def _timed(ask: Callable[[], Any]) -> float:
    begun = perf_counter()
    ask()
    return 1000 * (perf_counter() - begun)


if __name__ == "__main__":
    main()
