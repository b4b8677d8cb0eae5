"""Numbers with their units and bounds, before anything else is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.core.figures.folding import Source
from dragoman.core.figures.numerals import Numeral
from dragoman.core.figures.rules import NumberRules
from dragoman.core.figures.sorts import sort_of

_REACH = 40
# From here on a word such as ポンド stands for money, not for a weight.
_LARGE = 10_000
_CLOSE = re.compile(r"\s*(?:$|[.;!?](?:\s|$))")


@dataclass(slots=True)
class Quantity:
    """A number with its unit: ``start`` to ``stop``; ``left`` and ``right`` take in its bounds.

    ``label`` is set where the number names a thing ("Article 5", "S-400", 第3回), ``part`` where
    it is a fraction; ``opened`` where a word such as "between" opens a range.
    """

    start: int
    stop: int
    left: int
    right: int
    value: float
    high: float | None = None
    unit: str | None = None
    comparator: str = "exact"
    scale: float = 1.0
    label: bool = False
    part: bool = False
    worded: bool = False
    vague: bool = False
    factor: float = 1.0
    counter: str = ""
    before: str | None = None
    opened: bool = False
    weak: bool = False
    times: bool = False


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
    """What stands behind a number: its unit, what one of the unit counts for, and a bound."""

    stop: int
    whole: int
    unit: str | None = None
    factor: float = 1.0
    counter: str = ""
    bound: str | None = None


def single_quantity(
    source: Source, start: int, rules: NumberRules, floor: int = 0
) -> Quantity | None:
    """Return the quantity whose number begins at ``start``, or ``None`` where none does.

    Nothing before ``floor`` belongs to it.
    """
    left = _left_of(source.small, start, rules, floor)
    numeral = rules.numerals.read(source, start, money=left.unit is not None)
    if numeral is None:
        return None
    place = (numeral.start, numeral.stop, numeral.start, numeral.stop)
    joined = left.start > floor and _is_joined(source.small, numeral, left, rules)
    if left.label or joined or rules.tail.match(source.small, numeral.stop):
        return Quantity(*place, numeral.value, label=True)
    right = _right_of(source.small, numeral, rules)
    if _is_code(source, numeral, left, right) or _is_letter(source.small, numeral, right, rules):
        return Quantity(*place, numeral.value, label=True)
    _settle_times(numeral, left, right)
    found = _quantity(numeral, left, right)
    if found.unit in rules.large and found.value >= _LARGE:
        found.unit = rules.large[found.unit]
    if right.unit is not None or left.unit is not None:
        _add_cents(source, found, rules)
    return found


def _quantity(numeral: Numeral, left: _Left, right: _Right) -> Quantity:
    """Return number, unit and bounds as one."""
    bound = left.bound
    if right.bound and bound in (None, "about"):
        bound = right.bound
    unit = right.unit or left.unit
    if right.unit == "deg" and left.unit:
        unit = left.unit
    return Quantity(
        left.start,
        right.stop,
        left.whole,
        right.whole,
        (-numeral.value if left.minus else numeral.value) * right.factor,
        unit=unit,
        comparator=bound or ("vague" if numeral.vague else "exact"),
        scale=numeral.scale,
        part=numeral.part,
        worded=numeral.worded,
        vague=numeral.vague,
        factor=right.factor,
        counter=right.counter,
        before=left.unit,
        opened=left.opened,
        weak=numeral.weak,
        times=numeral.times,
    )


def _settle_times(numeral: Numeral, left: _Left, right: _Right) -> None:
    """Tell "three times as much" (в 3 раза, gấp 3 lần) from "three times"."""
    if numeral.times:
        right.unit = "1"
    if left.unit != "1":
        return
    if right.unit == "times":
        right.unit = "1"
    else:
        left.unit, left.start = None, numeral.start
        left.whole = min(left.whole, left.start) if left.bound else left.start


def _is_code(source: Source, numeral: Numeral, left: _Left, right: _Right) -> bool:
    """Tell whether plain digits follow a word in capitals ("CASA 212")."""
    if right.unit or left.unit or left.bound or numeral.worded or numeral.value >= 10_000:
        return False
    before = source.text[max(0, numeral.start - 4) : numeral.start]
    return before[-1:] == " " and before[-3:-1].isupper() and before[-3:-1].isalpha()


def _is_letter(small: str, numeral: Numeral, right: _Right, rules: NumberRules) -> bool:
    """Tell whether a single numeral is part of a name in an unspaced script (隆三)."""
    if rules.spaced or right.unit or not numeral.worded or numeral.stop - numeral.start > 1:
        return False
    return numeral.start > 0 and "\u4e00" <= small[numeral.start - 1] <= "\u9fff"


def _is_joined(small: str, numeral: Numeral, left: _Left, rules: NumberRules) -> bool:
    """Tell whether digits hang on letters or digits before them ("G7", "S-400", 10:30)."""
    if numeral.worded or left.start != numeral.start:
        return False
    before = small[numeral.start - 1]
    if before == "-" and numeral.start > 1:
        before = small[numeral.start - 2]
    if before.isalpha() and (rules.spaced or before.isascii()):
        return True
    return before in ".,:/" and small[max(0, numeral.start - 2)].isdigit()


def _left_of(small: str, start: int, rules: NumberRules, floor: int) -> _Left:
    """Return what stands before a number, read backwards."""
    low = max(floor, start - _REACH)
    match = rules.left.match(small[max(low, small.rfind("\n", low, start) + 1) : start][::-1])
    if match is None or not match.end():
        return _Left(start, start)
    money, minus, label, bound, opening = match.groups()
    left = _Left(start, start, minus=bool(minus), label=bool(label), opened=bool(opening))
    if minus:
        left.start = start - match.end(2)
    if money:
        left.unit = rules.before.of(money[::-1])
        left.start = min(left.start, start - match.end(1))
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
        printed = unit.group(1)
        right.unit, right.counter = rules.units.of(printed), printed
        right.factor = rules.factors.get(printed, 1.0)
        right.stop = unit.end()
        if numeral.scale == 1.0 and sort_of(right.unit) == "money":
            _add_scale(small, right, rules)
        right.whole = right.stop
        late = rules.after.match(small, right.stop)
        if late:
            right.bound, right.whole = rules.bound_after.of(late.group(1)), late.end()
    return right


def _add_scale(small: str, right: _Right, rules: NumberRules) -> None:
    """Take in a scale that stands behind the currency ("75 USD million")."""
    scale = rules.scale.match(small, right.stop)
    if scale is not None:
        right.factor *= rules.scales.get(scale.group(1), 1.0)
        right.stop = scale.end()


def _add_cents(source: Source, found: Quantity, rules: NumberRules) -> None:
    """Add the smaller coins or units that follow ("3 dollars and 20 cents", 3割8分)."""
    unit = found.unit or ""
    table = rules.cents.get(unit) or (rules.cents.get("money", {}) if len(unit) == 3 else {})
    while table and found.stop == found.right:
        link = rules.cents_link.match(source.small, found.stop)
        if link is None:
            return
        small = rules.numerals.read(source, link.end())
        coin = rules.cent.match(source.small, small.stop) if small else None
        if small is None or coin is None or coin.group(1) not in table:
            _add_bare_cents(source, found, small)
            return
        found.value += small.value / table[coin.group(1)]
        found.stop = found.right = coin.end()


def _add_bare_cents(source: Source, found: Quantity, small: Numeral | None) -> None:
    """Add two digits that close the phrase ("15 dollars 50")."""
    if small is None or found.unit == "percent" or not 10 <= small.value < 100 or small.scale > 1:
        return
    if found.value == int(found.value) < 1e5 and _CLOSE.match(source.small, small.stop):
        found.value += small.value / 100
        found.stop = found.right = small.stop
