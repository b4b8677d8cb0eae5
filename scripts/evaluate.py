"""Score readings against the development sets: python scripts/evaluate.py [PART OF A SET'S NAME…].

Prints one table: set, language, measure, value, 95 % interval, and what others reach. Without
arguments all sets are read and docs/quality.md is written. Where the sets are not there, it says
so and stops. The sets lie in ../shared/eval, or in the folder that DRAGOMAN_EVAL names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

ROOT = Path(__file__).parents[1]
SETS = Path(os.environ.get("DRAGOMAN_EVAL", ROOT.parent / "shared" / "eval"))
REPORT = ROOT / "docs" / "quality.md"
TASKS = {"events": ("event-type", "event-dyad")}
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
        return (
            self.gold, self.language, self.measure, value, interval, str(self.rows), self.peer
        )  # fmt: skip


@cache
def settings() -> Mapping[str, Any]:
    """Return which measures to show and what others reach."""
    return tomllib.loads((ROOT / "scripts" / "peers.toml").read_text("utf-8"))


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
            yield {"id": row["id"], "lang": row["lang"], **way(row, path.stem)}
        except Exception as problem:  # one row must not cost the set
            print(f"{path.stem} {row['id']}: {type(problem).__name__}: {problem}", file=sys.stderr)
            yield {"id": row["id"], "lang": row["lang"], "records": []}


def scores(path: Path) -> Iterator[Score]:
    """Yield the headline measures of a set, for each of its languages that we read."""
    found = list(predictions(path))
    kind = path.stem.split("-")[0]
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "mine.jsonl"
        mine.write_text("".join(json.dumps(line) + "\n" for line in found), "utf-8")
        for code in sorted({line["lang"] for line in found}):
            for task in TASKS.get(kind, (kind,)):
                report = scored(task, path, mine, code)
                yield from shown(task, path.stem, code, report)


def scored(task: str, gold: Path, mine: Path, code: str) -> Mapping[str, Any]:
    """Return what the scorer says of the predictions for one set and language."""
    command = [sys.executable, SETS / "score.py", task, gold, "-p", mine, "--lang", code, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: Mapping[str, Any] = json.loads(done.stdout)[gold.name]
    return found


def shown(task: str, gold: str, code: str, report: Mapping[str, Any]) -> Iterator[Score]:
    """Yield the measures of a report that the table shows."""
    wanted = settings()["headline"][task]
    peers = settings()["peers"].get(gold, {})
    measured = {entry["measure"]: entry for entry in report["measures"]}
    for name in wanted:
        if name in measured and measured[name]["value"] is not None:
            entry = measured[name]
            low, high = (entry.get(end) or 0.0 for end in ("low", "high"))
            peer = peers.get(name, {}).get(code, "")
            yield Score(gold, code, name, entry["value"], low, high, entry["n"], peer)


HEAD = ("set", "language", "measure", "value", "95 %", "n", "others")


def table(found: Iterable[Score]) -> list[str]:
    """Return the scores as an aligned Markdown table."""
    cells = [HEAD, *(score.cells() for score in found)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(HEAD))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return lines


def report(lines: Sequence[str]) -> str:
    """Return the page docs/quality.md."""
    return "\n".join(
        [
            "# Measured quality",
            "",
            "Written by `make eval`: readings scored against development sets of third parties, in",
            "per cent, with 95 % bootstrap intervals over documents; `others` is what a named peer",
            "reaches on the same rows with the same scorer. The sets are public, so they show",
            "conformance, not what will be reached on news that nobody has seen.",
            "",
            *lines,
            "",
        ]
    )


def main(parts: Sequence[str]) -> int:
    """Score the sets whose names hold one of these parts, or all."""
    if not (SETS / "score.py").exists():
        print(f"evaluation skipped: no development sets in {SETS}")
        return 0
    paths = sorted(SETS.glob("*.jsonl"))
    chosen = [p for p in paths if not parts or any(part in p.stem for part in parts)]
    found: list[Score] = []
    for path in chosen:
        if any(True for _ in rows_of(path)):
            print(f"reading {path.stem}", file=sys.stderr)
            found += scores(path)
    lines = table(found)
    print("\n".join(lines))
    if not parts:
        REPORT.write_text(report(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
