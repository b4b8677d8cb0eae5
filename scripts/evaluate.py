"""Measure how well readings do: python scripts/evaluate.py [PART OF A SET'S NAME…].

Prints one table: set, language, measure, value, 95 % interval, and what others reach. Without
arguments all sets and parallel documents are read, and docs/quality.md is written. Where the sets
are not there, it says so and stops.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts.quality.page import agreement_table, page, score_table  # noqa: E402
from scripts.quality.parallel import TEXTS, agreements  # noqa: E402
from scripts.quality.sets import SETS, Missed, Score, scored, sets  # noqa: E402

REPORT = ROOT / "docs" / "quality.md"


def all_scores(parts: Sequence[str]) -> Iterator[Score | Missed]:
    """Yield the scores of the sets whose names hold one of these parts, or of all."""
    for path in sets(parts):
        print(f"reading {path.stem}", file=sys.stderr, flush=True)
        yield from scored(path)


def main(parts: Sequence[str]) -> int:
    """Score the sets whose names hold one of these parts, or measure everything."""
    if not (SETS / "score.py").exists():
        print(f"evaluation skipped: no development sets in {SETS}")
        return 0
    found = list(all_scores(parts))
    print(*score_table(found), sep="\n")
    if not parts:
        parallel = list(agreements()) if TEXTS.exists() else []
        print("", *agreement_table(parallel), sep="\n")
        today = datetime.now(UTC).date().isoformat()
        REPORT.write_text(page(today, found, parallel), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
