"""How two parties deal with each other over time: happenings by quad class, beside the coverage."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.library.answers import Answer
from dragoman.store import Store
from dragoman.store.indexing import UNDATED
from dragoman.store.sql import all_rows

PERIODS: Mapping[str, str] = {
    "day": "substr({day}, 1, 10)",
    "week": "strftime('%G-W%V', {day})",
    "month": "substr({day}, 1, 7)",
    "quarter": "substr({day}, 1, 4) || '-Q' || ((substr({day}, 6, 2) + 2) / 3)",
    "year": "substr({day}, 1, 4)",
}
QUADS = (
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
)
COLUMNS = ("period", *QUADS, "happenings", "reports", "mean_score", "articles", "per_1000")


def series(
    store: Store, one: str, other: str, *, by: str = "month", realis: str = "actual"
) -> Answer:
    """Return what two parties did with each other, a row for each period in which they did.

    Happenings are stories, each counted once in the period in which it began; ``mean_score`` is
    the mean PLOVER score of happenings; ``articles`` are all articles published in the period,
    ``per_1000`` the happenings in each thousand of them.
    """
    a, b = sorted((one, other))
    period = PERIODS[by]
    sums = ", ".join(f"sum(quad = {number})" for number in range(1, 5))
    told = all_rows(
        store.connection,
        f"""SELECT period, {sums}, count(*), sum(reports), avg(score) FROM (
            SELECT {period.format(day="min(p.day)")} AS period, min(p.quad) AS quad,
                count(*) AS reports, avg(p.score) AS score
            FROM pairs p JOIN reports r USING (number)
            WHERE p.a = ? AND p.b = ? AND p.kind = 'event' AND p.realis = ? AND p.day < ?
            GROUP BY r.story
        ) GROUP BY period ORDER BY period""",
        (a, b, realis, UNDATED),
    )
    articles = _coverage(store, period)
    rows = []
    for name, *counts, happenings, reports, score in told:
        seen = articles.get(name, 0)
        share = round(1000 * happenings / seen, 2) if seen else None
        rows.append((name, *counts, happenings, reports, round(score, 2), seen, share))
    return Answer(COLUMNS, tuple(rows))


def _coverage(store: Store, period: str) -> dict[str, int]:
    """Return how many articles were published in each period."""
    sql = f"""SELECT {period.format(day="day")}, sum(articles) FROM (
            SELECT published AS day, count(*) AS articles FROM appearances
            WHERE current AND published IS NOT NULL GROUP BY published
        ) GROUP BY 1"""
    return dict(all_rows(store.connection, sql))
