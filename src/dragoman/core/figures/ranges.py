"""Two quantities as one: "10-15 percent", "from 5 to 10", 20以上30未満."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.core.figures.folding import Source
from dragoman.core.figures.quantities import Quantity, single_quantity
from dragoman.core.figures.rules import NumberRules

_LOWER, _UPPER = frozenset({"over", "at-least"}), frozenset({"under", "at-most"})


def read_quantity(
    source: Source, start: int, rules: NumberRules, floor: int = 0
) -> Quantity | None:
    """Return the quantity or range that begins with the number at ``start``."""
    found = single_quantity(source, start, rules, floor)
    if found is None or found.label:
        return found
    return _range(source, found, rules) or found


def _range(source: Source, first: Quantity, rules: NumberRules) -> Quantity | None:
    """Return the range that this quantity opens, or ``None``."""
    if first.comparator in _LOWER or first.comparator in _UPPER:
        found = _bounded(source, first, rules)
        if found is not None:
            return found
    joint = (rules.opened if first.opened else rules.between).match(source.small, first.stop)
    second = _second(source, joint, rules) if joint else None
    if second is not None:
        return _joined(first, second)
    joint = rules.closed.match(source.small, first.stop)
    second = _second(source, joint, rules) if joint else None
    close = rules.closing.match(source.small, second.right) if second else None
    if second is None or close is None:
        return None
    return _joined(first, replace(second, right=close.end()))


def _second(source: Source, joint: re.Match[str], rules: NumberRules) -> Quantity | None:
    """Return the quantity right behind the joint of a range."""
    money = rules.money.match(source.small, joint.end())
    start = money.end() if money else joint.end()
    if start >= len(source.small) or not rules.numerals.start.match(source.small, start):
        return None
    found = single_quantity(source, start, rules, joint.end())
    return None if found is None or found.label else found


def _joined(first: Quantity, second: Quantity) -> Quantity | None:
    """Return the range from the first to the second, where their units go together."""
    if first.vague != second.vague:
        return None
    if first.unit and second.unit != first.unit and not (first.before and second.unit is None):
        return None
    low = _scaled(first, second)
    if not low < second.value:
        return None
    return replace(
        first,
        stop=second.stop,
        right=max(second.right, second.stop),
        value=low,
        high=second.value,
        unit=second.unit or first.unit,
        comparator="range",
        scale=second.scale,
        counter=second.counter,
    )


def _scaled(first: Quantity, second: Quantity) -> float:
    """Return the first value, in millions where only the second says so ("5 to 10 million")."""
    if first.unit is None and first.before is None:
        first = replace(first, value=first.value * second.factor)
    if first.scale == 1.0 < second.scale and first.value < second.value / second.scale:
        return first.value * second.scale
    return first.value


def _bounded(source: Source, first: Quantity, rules: NumberRules) -> Quantity | None:
    """Return the range between a lower and an upper bound that follow each other."""
    joint = rules.both.match(source.small, first.right)
    if joint is None:
        return None
    bound = rules.forward.match(source.small, joint.end())
    second = _second(source, bound or joint, rules)
    if second is None or (first.unit and second.unit != first.unit):
        return None
    comparator = rules.bound_before.of(bound.group(1)) if bound else second.comparator
    rising = first.comparator in _LOWER
    if rising != (comparator in _UPPER):
        return None
    value = _scaled(first, second)
    low, high = (value, second.value) if rising else (second.value, value)
    if not low < high:
        return None
    return replace(
        first,
        stop=second.stop,
        right=max(second.right, second.stop),
        value=low,
        high=high,
        unit=second.unit,
        comparator="range",
        scale=second.scale,
    )
