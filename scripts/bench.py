"""Measure the speed of reading: python scripts/bench.py [LANG…] [--seconds N].

For each language it prints, from the same run on one core: sentences and characters a second of
the bare parser over all sentences, of the whole chain over the same text, their ratio, and the
share of each stage. Text: real articles where ../shared/text exists, else the samples.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from dragoman.core.reading import ArticleReader
from dragoman.core.sentences import split_sentences
from dragoman.core.tokens import Sentence
from dragoman.examples import plain_article
from dragoman.intake import read_article
from dragoman.languages.tables import language_codes
from dragoman.reader import article_reader

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "text"
ARTICLES = 60


def texts(code: str) -> list[str]:
    """Return the texts to measure on, in this language."""
    found = list(_shared(code)) if TEXTS.exists() else []
    if not found:
        articles = map(read_article, sorted((ROOT / "samples").glob("*.md")))
        found = [article.text for article in articles if article.language == code] * 10
    return found[:ARTICLES]


def _shared(code: str) -> Iterator[str]:
    """Yield texts of this language from the reference folder, spread over its files."""
    for path in sorted(TEXTS.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["lang"] == code]
        yield from (row["text"] for row in rows[:: max(1, len(rows) // ARTICLES)])


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def stages(reader: ArticleReader, found: list[str]) -> dict[str, float]:
    """Return the seconds of each stage over all texts."""
    from dragoman.core.dates import read_dates
    from dragoman.core.events import Told, read_events
    from dragoman.core.figures import read_amounts
    from dragoman.core.statements import read_statements
    from dragoman.core.ties import read_ties

    articles = [plain_article(text, reader.language.code) for text in found]
    spent = dict.fromkeys(
        ("dates", "amounts", "document", "statements", "parsing", "events", "ties"), 0.0
    )
    for article in articles:
        spent["dates"] += timed(
            lambda a=article: read_dates(a.text, a.reference, reader.language.dates)
        )
        marks = [time.perf_counter()]
        document = reader.document(article)
        marks.append(time.perf_counter())
        read_amounts(article.text, reader.language.numbers, document.dates)
        marks.append(time.perf_counter())
        statements = read_statements(document, reader.language.statements)
        marks.append(time.perf_counter())
        parsed = reader.parsed(document, statements)
        marks.append(time.perf_counter())
        read_events(parsed, reader.event_rules, Told(statements))
        marks.append(time.perf_counter())
        read_ties(parsed, reader.tie_rules, statements)
        marks.append(time.perf_counter())
        names = ("document", "amounts", "statements", "parsing", "events", "ties")
        for name, begin, end in zip(names, marks, marks[1:], strict=False):
            spent[name] += end - begin
    return spent


def measure(code: str) -> None:
    """Print the table of one language."""
    reader = article_reader(code)
    found = texts(code)
    articles = [plain_article(text, code) for text in found]
    sentences: list[Sentence] = [
        s for text in found for s in split_sentences(text, reader.language.sentences)
    ]
    reader.read(articles[0])
    size = sum(map(len, found))
    bare = timed(lambda: list(reader.parser.parse(sentences)))
    whole = timed(lambda: [reader.read(article) for article in articles])
    records = sum(len(reader.read(article).records) for article in articles[:10])
    print(f"\n{code}: {len(found)} articles, {len(sentences)} sentences, {size:,} characters")
    for name, seconds in (("bare parser", bare), ("whole chain", whole)):
        rates = len(sentences) / seconds, size / seconds
        print(f"  {name} {rates[0]:8.0f} sentences/s {rates[1]:10,.0f} characters/s")
    print(f"  ratio whole chain : bare parser {whole / bare:.2f}")
    print(f"  {records} records in ten articles")
    for name, seconds in stages(reader, found).items():
        rate = size / max(seconds, 1e-9) / 1e6
        print(f"    {name:11} {seconds:6.2f} s {rate:8.2f} M characters/s")


def main() -> None:
    """Read the command line and measure each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=list(language_codes()))
    for code in parser.parse_args().languages:
        measure(code)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
