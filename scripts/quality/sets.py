"""Development sets of third parties: what is read from their rows, and how it is scored.

The sets lie in ../shared/eval, or in the folder that DRAGOMAN_EVAL names; ``score.py`` beside them
compares.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.core.dates import read_dates
from dragoman.examples import plain_article
from dragoman.exports.kinds import lines_of
from dragoman.exports.objects import object_of, plain
from dragoman.intake import IntakeOptions
from dragoman.languages.loading import load_language
from dragoman.languages.tables import language_codes
from dragoman.phrases import read_phrase
from dragoman.reader import Reader

ROOT = Path(__file__).parents[2]
SETS = Path(os.environ.get("DRAGOMAN_EVAL", ROOT.parent / "shared" / "eval"))
TASKS = {"events": ("event-type", "event-dyad")}
COUNTS = {
    "events": ("type", "right", "want"),
    "names": ("strict", "right", "want"),
    "statements": ("form", "all", "gold"),
}
Row = Mapping[str, Any]
Found = Mapping[str, Any]


@dataclass(frozen=True)
class Score:
    """One measure of one set in one language, with its 95 % interval."""

    gold: str
    language: str
    measure: str
    value: float
    low: float
    high: float
    rows: int
    peer: str

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        value, interval = f"{self.value:.1f}", f"{self.low:.0f}–{self.high:.0f}"
        named = (self.gold, self.language, self.measure)
        return (*named, value, interval, str(self.rows), self.peer)


@dataclass(frozen=True)
class Missed:
    """The kinds of a set that cost most: name, how many, how many missed, how many too many."""

    gold: str
    language: str
    kinds: tuple[tuple[str, int, int, int | None], ...]


@cache
def settings() -> Mapping[str, Any]:
    """Return which measures to show and what others reach."""
    return tomllib.loads((ROOT / "scripts" / "peers.toml").read_text("utf-8"))


@cache
def scorer() -> Any:
    """Return the module that compares records with the sets."""
    spec = importlib.util.spec_from_file_location("score", SETS / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(row: Row, _: str) -> Found:
    """Return the records that a row's text holds."""
    reading = Reader().read(plain_article(row["text"], row["lang"], row.get("date")))
    return {"records": [object_of(line) for line in lines_of(reading)[1:]]}


def phrase(kind: str) -> Callable[[Row, str], Found]:
    """Return what reads a row's text as a phrase."""

    def read(row: Row, _: str) -> Found:
        options = IntakeOptions(published=row.get("date"), language=row["lang"])
        return {key: plain(value) for key, value in read_phrase(row["text"], kind, options).items()}

    return read


def dates(row: Row, gold: str) -> Found:
    """Return the dates of a row's text; in talk with an assistant open dates lie ahead."""
    article = plain_article(row["text"], row["lang"], row.get("date"))
    prefer = settings()["prefer"].get(gold, "past")
    rules = load_language(row["lang"]).dates
    return {"dates": plain(read_dates(article.text, article.reference, rules, prefer))}


WAYS: Mapping[str, Callable[[Row, str], Found]] = {
    "events": records,
    "statements": records,
    "actors": phrase("party"),
    "dates": dates,
    "figures": phrase("amounts"),
    "names": phrase("names"),
}


def sets(parts: Sequence[str]) -> list[Path]:
    """Return the sets with rows in a language of ours whose names hold one of these parts."""
    paths = sorted(SETS.glob("*.jsonl"))
    chosen = [p for p in paths if not parts or any(part in p.stem for part in parts)]
    return [path for path in chosen if any(True for _ in rows_of(path))]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a set that are in a language of ours."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] in language_codes():
            yield row


def predictions(path: Path) -> Iterator[Found]:
    """Yield what is read from each row; a row that fails counts as one with nothing found."""
    way = WAYS[path.stem.split("-")[0]]
    for row in rows_of(path):
        try:
            yield {"id": row["id"], **way(row, path.stem)}
        except Exception as problem:
            print(f"{path.stem} {row['id']}: {type(problem).__name__}: {problem}", file=sys.stderr)
            yield {"id": row["id"], "records": []}


def scored(path: Path) -> Iterator[Score | Missed]:
    """Yield the headline measures of a set, and what is missed, for each language that we read."""
    found = {line["id"]: json.loads(json.dumps(line)) for line in predictions(path)}
    rows = list(rows_of(path))
    kind = path.stem.split("-")[0]
    for code in sorted({row["lang"] for row in rows}):
        mine = [row for row in rows if row["lang"] == code]
        for task in _tasks(kind, mine):
            yield from _shown(task, path.stem, code, scorer().evaluate(task, mine, found))
        yield _missed(path.stem, code, mine, found)


def _tasks(kind: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return what can be scored: parties only where the set names them."""
    named = any("actors" in item for row in rows for item in row["gold"])
    return tuple(t for t in TASKS.get(kind, (kind,)) if named or t != "event-dyad")


def _shown(
    task: str, gold: str, code: str, measures: Sequence[Mapping[str, Any]]
) -> Iterator[Score]:
    """Yield the measures of a set that the table shows."""
    peers = settings()["peers"].get(gold, {})
    by_name = {entry["measure"]: entry for entry in measures}
    for name in settings()["headline"][task]:
        entry = by_name.get(name)
        if entry and entry["value"] is not None:
            low, high = (entry.get(end) or 0.0 for end in ("low", "high"))
            peer = peers.get(name, {}).get(code, "")
            yield Score(gold, code, name, entry["value"], low, high, entry["n"], peer)


def _missed(gold: str, code: str, rows: Sequence[Row], found: Mapping[str, Found]) -> Missed:
    """Return which kinds of a set are missed most."""
    kind = gold.split("-", maxsplit=1)[0]
    _, documents = scorer().score_rows(TASKS.get(kind, (kind,))[0], rows, found)
    counts: Counter[tuple[str, ...]] = sum(documents, Counter())
    name, have, want = COUNTS.get(kind, ("kind", "all", "gold"))
    kinds = [key[2] for key in counts if len(key) == 3 and key[:2] == (name, want)]
    counted = any(key[1] == "pred" for key in counts if len(key) == 3 and key[0] == name)
    lacking = []
    for one in kinds:
        right = counts[name, have, one]
        extra = counts[name, "pred", one] - right if counted else None
        lacking.append((one, counts[name, want, one], counts[name, want, one] - right, extra))
    worst = sorted((k for k in lacking if k[2] or k[3]), key=lambda k: -k[2] - (k[3] or 0))
    return Missed(gold, code, tuple(worst[:5]))
