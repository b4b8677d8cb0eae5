"""Numbers with their units, bounds and ranges, before anything else is known of them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.core.figures.folding import Source
from dragoman.core.figures.numerals import Numeral
from dragoman.core.figures.rules import NumberRules

_REACH = 40


@dataclass(slots=True)
class Quantity:
    """A number with its unit: ``start`` to ``stop``; ``left`` and ``right`` take in its bounds.

    ``label`` is set where the number names a thing ("Article 5", "S-400", 第3回).
    """

    start: int
    stop: int
    left: int
    right: int
    value: float
    high: float | None
    unit: str | None
    comparator: str
    scale: float
    label: bool
    worded: bool


@dataclass(slots=True)
class _Left:
    """What stands before a number: currency, sign, bound, the opening word of a range, a label."""

    start: int
    whole: int
    unit: str | None = None
    minus: bool = False
    bound: str | None = None
    opened: bool = False
    label: bool = False


@dataclass(slots=True)
class _Right:
    """What stands behind a number: its unit and a bound."""

    stop: int
    whole: int
    unit: str | None = None
    bound: str | None = None


def read_quantity(source: Source, start: int, rules: NumberRules) -> Quantity | None:
    """Return the quantity whose number begins at ``start``, or ``None`` where none does."""
    left = _left_of(source.small, start, rules)
    numeral = rules.numerals.read(source, start, money=left.unit is not None)
    if numeral is None:
        return None
    right = _right_of(source.small, numeral, rules)
    if left.label or _is_name(source.small, numeral, left, rules):
        return _label(numeral)
    if numeral.weak and not (right.unit or left.unit):
        return None
    found = _quantity(numeral, left, right)
    return _range(source, found, (left, numeral), rules) or found


def _quantity(numeral: Numeral, left: _Left, right: _Right) -> Quantity:
    """Return number, unit and bounds as one."""
    bound = left.bound
    if right.bound and bound in (None, "about"):
        bound = right.bound
    return Quantity(
        left.start,
        right.stop,
        left.whole,
        right.whole,
        -numeral.value if left.minus else numeral.value,
        None,
        right.unit or left.unit,
        bound or ("vague" if numeral.vague else "exact"),
        numeral.scale,
        False,
        numeral.worded,
    )


def _label(numeral: Numeral) -> Quantity:
    """Return a number that only names something."""
    place = (numeral.start, numeral.stop, numeral.start, numeral.stop)
    return Quantity(*place, numeral.value, None, None, "exact", 1.0, True, numeral.worded)


def _is_name(small: str, numeral: Numeral, left: _Left, rules: NumberRules) -> bool:
    """Tell whether the number is part of a name or code ("G7", "S-400", "5G")."""
    if left.start == numeral.start and numeral.start and not numeral.worded:
        before = small[numeral.start - 1]
        if before == "-" and numeral.start > 1:
            before = small[numeral.start - 2]
        if before.isalpha() and (rules.spaced or before.isascii()):
            return True
        if before in ".,:/" and small[max(0, numeral.start - 2)].isdigit():
            return True
    after = small[numeral.stop : numeral.stop + 2]
    return len(after) == 2 and after[0] in ":/" and after[1].isdigit()


def _left_of(small: str, start: int, rules: NumberRules) -> _Left:
    """Return what stands before a number, read backwards."""
    match = rules.left.match(small[max(0, start - _REACH) : start][::-1])
    if match is None or not match.end():
        return _Left(start, start)
    money, minus, label, bound, opening = match.groups()
    left = _Left(start, start, minus=bool(minus), label=bool(label), opened=bool(opening))
    if minus:
        left.start = start - match.end(2)
    if money:
        left.unit = rules.before.of(money[::-1])
        left.start = start - match.end(1)
    left.whole = left.start
    if bound:
        left.bound = rules.bound_before.of(bound[::-1])
        left.whole = start - match.end(4)
    if opening:
        left.whole = start - match.end(5)
    return left


def _right_of(small: str, numeral: Numeral, rules: NumberRules) -> _Right:
    """Return unit and bound behind a number ("300余人", "5 percent or more")."""
    right = _Right(numeral.stop, numeral.stop)
    early = rules.after.match(small, numeral.stop)
    unit = rules.unit.match(small, early.end() if early else numeral.stop)
    if unit is None and early:
        unit = rules.unit.match(small, numeral.stop)
        early = None if unit else early
    if early:
        right.bound, right.whole = rules.bound_after.of(early.group(1)), early.end()
    if unit:
        right.unit = rules.units.of(unit.group(1))
        right.stop = right.whole = unit.end()
        late = rules.after.match(small, unit.end())
        if late:
            right.bound, right.whole = rules.bound_after.of(late.group(1)), late.end()
    return right


def _range(
    source: Source, first: Quantity, known: tuple[_Left, Numeral], rules: NumberRules
) -> Quantity | None:
    """Return the range that this quantity opens ("10-15 percent"), or ``None``."""
    left, one = known
    joint = (rules.opened if left.opened else rules.between).match(source.small, first.stop)
    if joint is None or left.minus:
        return None
    money = rules.money.match(source.small, joint.end())
    start = money.end() if money else joint.end()
    two = rules.numerals.read(source, start, money=left.unit is not None)
    if two is None or one.vague != two.vague:
        return None
    right = _right_of(source.small, two, rules)
    here = right.unit or (rules.before.of(money.group(1)) if money else None)
    if first.unit and here != first.unit and not (left.unit and here is None):
        return None
    low = first.value
    if one.scale == 1.0 < two.scale and low < two.value / two.scale:
        low *= two.scale
    if not low < two.value:
        return None
    unit, whole = here or first.unit, max(right.stop, right.whole)
    place = (first.start, right.stop, first.left, whole)
    return Quantity(*place, low, two.value, unit, "range", two.scale, False, one.worded)
