"""What is found, right and invented in a language, in per cent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.examples import plain_article
from dragoman.languages.tables import language_codes
from dragoman.reader import article_reader
from tests.quality.gold import FOLDER, passages
from tests.quality.pairs import (
    Pair,
    days,
    names,
    pairs,
    right_fields,
    said_by,
    same_sides,
    shown,
)

CODES = tuple(code for code in language_codes() if (FOLDER / f"{code}.md").exists())
Right = Callable[[Pair], bool]


@dataclass(frozen=True)
class Measure:
    """A share in per cent, of how many, and the pairs that cost it."""

    value: float
    of: int
    wrong: tuple[Pair, ...] = ()


@cache
def measured(code: str) -> dict[str, Measure]:
    """Return every measure of a language by name."""
    reader = article_reader(code)
    found: dict[str, list[Pair]] = {}
    empty = 0
    for passage in passages(code):
        reading = reader.read(plain_article(passage.text, code, passage.published))
        empty += passage.empty
        for kind, some in pairs(passage, reading).items():
            found.setdefault(kind, []).extend(some)
    return {
        **event_measures(found["event"], empty),
        **f1("statements", found["statement"], lambda p: said_by(p.fact, p.record)),
        **share("statement kind", found["statement"], lambda p: names(p.fact.act, p.record.act)),
        **f1("figures", found["figure"], lambda p: names(p.fact.measure, p.record.measure)),
        **share("figure fields", found["figure"], lambda p: right_fields(p.fact, p.record)),
        **f1("ties", found["tie"], lambda p: True),
    }


def event_measures(found: Sequence[Pair], empty: int) -> dict[str, Measure]:
    """Return the measures of events; ``no event`` is what is left of 100 sentences without one."""
    invented = [p for p in found if p.fact is None and p.passage.empty]
    dated = [p for p in found if p.fact and p.fact.date]
    named = [p for p in found if p.fact and not p.fact.what.isupper()]
    return {
        **f1("event type", found, lambda p: True),
        **f1("event type and parties", found, lambda p: same_sides(p.fact, p.record)),
        **share("event act", named, lambda p: p.fact.what == p.record.act),
        **share("event realis", found, lambda p: p.fact.realis == p.record.realis),
        **share("event date", dated, lambda p: p.fact.date == days(p.record.date)),
        "no event": Measure(100 - 100 * len(invented) / empty, empty, tuple(invented)),
    }


def f1(name: str, found: Sequence[Pair], right: Right) -> dict[str, Measure]:
    """Return how many facts are found, how many records are right, and the harmonic mean."""
    good = [p for p in found if p.fact and p.record and right(p)]
    wrong = tuple(p for p in found if p not in good)
    facts = sum(1 for p in found if p.fact)
    records = sum(1 for p in found if p.record)
    recall, precision = percent(len(good), facts), percent(len(good), records)
    missed = tuple(p for p in wrong if p.fact)
    extra = tuple(p for p in wrong if p.record)
    return {
        f"{name}: found": Measure(recall, facts, missed),
        f"{name}: precision": Measure(precision, records, extra),
        f"{name}: F1": Measure(percent(2 * len(good), facts + records), facts, wrong),
    }


def share(name: str, found: Iterable[Pair], right: Right) -> dict[str, Measure]:
    """Return how many of the facts that are found at all are right in one respect."""
    met = [p for p in found if p.fact and p.record]
    wrong = tuple(p for p in met if not right(p))
    return {f"{name}, of found": Measure(percent(len(met) - len(wrong), len(met)), len(met), wrong)}


def percent(part: int, whole: int) -> float:
    """Return a share in per cent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def side_by_side(wrong: Iterable[Pair]) -> str:
    """Return sentences with the facts and the records that differ."""
    lines: list[str] = []
    for pair in wrong:
        title = f"{pair.passage.line}: {pair.passage.text}"
        if title not in lines:
            lines.append(title)
        lines.append(f"    fact    {pair.fact.fact if pair.fact else '-'}")
        lines.append(f"    record  {shown(pair.record) if pair.record else '-'}")
    return "\n".join(lines)
