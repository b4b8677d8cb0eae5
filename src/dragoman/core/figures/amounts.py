"""All amounts of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.core.figures.amount import Amount
from dragoman.core.figures.clauses import Clauses
from dragoman.core.figures.folding import Source
from dragoman.core.figures.meaning import Meaning, meaning_of
from dragoman.core.figures.periods import Periods
from dragoman.core.figures.quantities import Quantity
from dragoman.core.figures.ranges import read_quantity
from dragoman.core.figures.rules import NumberRules
from dragoman.core.figures.shared_names import SharedNames
from dragoman.core.figures.sorts import sort_of
from dragoman.core.records import Interval, Span

_DIGITS = re.compile("[0-9]+")
_PLAIN = frozenset({None, "people", "items", "percent"})


def read_amounts(
    text: str, rules: NumberRules, dates: Sequence[Interval] = ()
) -> tuple[Amount, ...]:
    """Return the amounts of a text in order, none within a date and none overlapping."""
    source = Source(text)
    clauses = Clauses(source, rules)
    periods = Periods(dates, clauses)
    found: list[Amount] = []
    money: Quantity | None = None
    last: tuple[Quantity, Meaning] | None = None
    names = SharedNames(source, rules)
    for quantity in _quantities(source, rules, periods.places):
        names.settle(quantity)
        if quantity.unit is None and money is not None:
            _inherit(quantity, money, clauses)
        if quantity.unit not in _PLAIN and quantity.unit not in rules.keep.get("never", ()):
            money = quantity
        meaning = meaning_of(quantity, clauses)
        last = _same_topic(quantity, meaning, last, clauses)
        keep = _is_kept(quantity, meaning, rules)
        found.append(_amount(text, quantity, meaning, periods.of(quantity) if keep else None, keep))
    return tuple(found)


def _quantities(
    source: Source, rules: NumberRules, dates: Sequence[tuple[int, int]]
) -> Iterator[Quantity]:
    """Yield the quantities of a text that stand outside its dates."""
    small, search = source.small, rules.numerals.start.search
    position = index = floor = 0
    while (match := search(small, position)) is not None:
        start = match.start()
        while index < len(dates) and dates[index][1] <= start:
            index += 1
        if index < len(dates) and dates[index][0] <= start:
            position = floor = dates[index][1]
            continue
        found = read_quantity(source, start, rules, floor)
        position = match.end()
        if found is None and small[start].isdigit():
            position = _DIGITS.match(small, start).end()  # type: ignore[union-attr]
        if found is not None and not (found.weak and found.unit is None):
            position = floor = max(position, found.stop)
            if index >= len(dates) or found.stop <= dates[index][0]:
                yield found


def _inherit(found: Quantity, money: Quantity, clauses: Clauses) -> None:
    """Give "20 billion" the currency or measure unit that its sentence has named before."""
    if found.label or found.scale < 1e6:
        return
    near = clauses.sentence(found.start, found.stop)[0] <= money.start
    if near and clauses.rules.idle.match(clauses.source.small, found.right):
        found.unit = money.unit


def _same_topic(
    found: Quantity, meaning: Meaning, last: tuple[Quantity, Meaning] | None, clauses: Clauses
) -> tuple[Quantity, Meaning] | None:
    """Give a sum without a topic that of the sum before it in its sentence; return the latest."""
    if meaning.unit in _PLAIN or sort_of(meaning.unit or "") == "none":
        return last
    if meaning.measure is not None:
        return found, meaning
    if last is None or last[1].unit != meaning.unit:
        return last
    if clauses.sentence(found.start, found.stop)[0] > last[0].start:
        return last
    meaning.measure, meaning.noun = last[1].measure, last[1].noun
    return found, meaning


def _is_kept(found: Quantity, meaning: Meaning, rules: NumberRules) -> bool:
    """Tell a figure worth a record from a bare number."""
    if found.label or meaning.unit is None:
        return False
    if meaning.unit in rules.keep.get("never", ()):
        return False
    if found.value == 1 and sort_of(meaning.unit) not in ("money", "share", "people", "items"):
        return False  # "a kilogram" is what a price or rate is told for
    if meaning.measure is None:
        return _is_kept_unmeasured(found, meaning)
    if found.value <= 1 and meaning.unit in ("people", "items"):
        return meaning.measure in rules.keep.get("one", ())
    return not (found.value <= 3 and meaning.measure in rules.keep.get("many", ()))


def _is_kept_unmeasured(found: Quantity, meaning: Meaning) -> bool:
    """Tell whether an amount of nothing known is worth a record: sums, shares, crowds."""
    if found.part or meaning.unit == "items":
        return False
    if meaning.unit == "people":
        return found.value >= 10
    return meaning.unit != "1" and sort_of(meaning.unit or "") not in ("length", "speed")


def _amount(
    text: str, found: Quantity, meaning: Meaning, period: Interval | None, keep: bool
) -> Amount:
    """Return the amount that a quantity and its meaning make."""
    stop = found.stop
    right = max(found.right, stop)
    span = Span(found.start, stop, text[found.start : stop])
    bare = found.left == found.start and right == stop
    measure = meaning.measure or ("other" if keep else None)
    return Amount(
        span=span,
        whole=span if bare else Span(found.left, right, text[found.left : right]),
        value=found.value,
        high=found.high,
        unit=meaning.unit,
        comparator=found.comparator,
        change=meaning.change,
        nature=meaning.nature,
        superlative=meaning.superlative,
        measure=measure,
        measure_text=meaning.noun,
        period=period,
        keep=keep,
    )
