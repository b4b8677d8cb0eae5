"""Dates built up from their smallest parts: "early" + "October", "27" – "28 November", "since"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.core.dates.atoms import Atom
from dragoman.core.dates.moments import Moment, coarsest, finest, joined
from dragoman.core.dates.rules import DateRules

REACH = 32
GAP = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole date expression: a moment, or a range to ``until``, and its role.

    ``role`` is ``since``, ``after``, ``until``, ``by``, ``before`` or null.
    """

    start: int
    stop: int
    moment: Moment
    until: Moment | None = None
    role: str | None = None
    weak: bool = False


def phrases(low: str, atoms: Iterable[Atom], rules: DateRules) -> Iterator[Phrase]:
    """Yield the date expressions of a lower-case text, in order and without overlap."""
    whole = _paired_up(atoms, lambda a, b: _nested(low, a, b, rules))
    ranged = _lent(low, _paired_up(whole, lambda a, b: _ranged(low, a, b, rules)), rules)
    floor = 0
    for phrase in ranged:
        made = _with_role(low, phrase, rules, floor)
        if phrase.weak and _is_bare(phrase.moment):
            continue
        if not made.weak or _is_promoted(low, phrase, rules):
            yield made
            floor = made.stop


def _is_bare(moment: Moment) -> bool:
    """Tell whether only a part ("the end of"), a unit or an offset ("two days after") is named."""
    bare = (Moment(part=moment.part), Moment(unit=moment.unit), Moment(unit="day", shift=0))
    return moment in bare or (moment.way in ("offset", "around") and moment.within is None)


def _paired_up(
    parts: Iterable[Atom | Phrase], join: Callable[[Phrase, Phrase], Phrase | None]
) -> Iterator[Phrase]:
    """Yield the parts with neighbours joined wherever ``join`` makes one of two."""
    current: Phrase | None = None
    for part in parts:
        fresh = part if isinstance(part, Phrase) else _phrase(part)
        both = join(current, fresh) if current and fresh.start - current.stop <= GAP else None
        if both is None and current is not None:
            yield current
        current = both or fresh
    if current is not None:
        yield current


def _phrase(atom: Atom) -> Phrase:
    """Return an atom as a phrase of its own."""
    return Phrase(atom.start, atom.stop, atom.moment, atom.until, atom.role, atom.weak)


def _nested(low: str, first: Phrase, second: Phrase, rules: DateRules) -> Phrase | None:
    """Return a shorter and a longer time side by side as one, or a date and its weekday."""
    if first.role or second.role:
        return None
    gap = low[first.stop : second.start]
    if "," in gap and second.moment.way is not None:
        return None
    if "\n" in gap or _is_weekday_apart(first.moment, second.moment, gap):
        return None
    inward = finest(first.moment) < finest(second.moment)
    if not _gap_rule(rules, inward, (first if inward else second).moment).match(gap):
        return None
    if first.until is not None or second.until is not None:
        return _range_within(first, second, inward)
    both = joined(first.moment, second.moment)
    return Phrase(first.start, second.stop, both) if both else None


def _is_weekday_apart(first: Moment, second: Moment, gap: str) -> bool:
    """Tell whether a word ("on") parts a whole date from a weekday behind it: they are two."""
    return first.day is not None and second.weekday is not None and any(map(str.isalpha, gap))


def _gap_rule(rules: DateRules, inward: bool, inner: Moment) -> re.Pattern[str]:
    """Return what may stand between a shorter time and a longer one, by which comes first."""
    if inner.part is not None:
        return rules.part_first if inward else rules.part_last
    return rules.inner_first if inward else rules.outer_first


def _range_within(first: Phrase, second: Phrase, inward: bool) -> Phrase | None:
    """Return a range with a longer time beside it ("27–28 November last year")."""
    inner, outer = (first, second) if inward else (second, first)
    if outer.until is not None or inner.until is None:
        return None
    near, far = joined(inner.moment, outer.moment), joined(inner.until, outer.moment)
    if near is None or far is None:
        return None
    return Phrase(first.start, second.stop, near, far)


def _ranged(low: str, first: Phrase, second: Phrase, rules: DateRules) -> Phrase | None:
    """Return two dates with "to" or the like between them as one range."""
    if first.until or second.until or first.role or second.role:
        return None
    gap = low[first.stop : second.start]
    start, weak = first.start, first.weak and second.weak
    if "\n" in gap:
        return None
    if not rules.ranges.match(gap):
        led = _opening(low, first, gap, rules)
        if led is None:
            return None
        start, weak = led, False
    near, far = _shared(first.moment, second.moment)
    return Phrase(start, second.stop, near, far, None, weak)


def _opening(low: str, first: Phrase, gap: str, rules: DateRules) -> int | None:
    """Return where "between" begins when the gap is its "and"."""
    head = low[max(0, first.start - REACH) : first.start]
    for opening, closing in rules.paired:
        found = opening.search(head) if closing.match(gap) else None
        if found:
            return first.start - len(head) + found.start()
    return None


def _shared(near: Moment, far: Moment) -> tuple[Moment, Moment]:
    """Return both ends of a range, each with what only the other says ("27 to 28 November")."""
    if coarsest(near) < coarsest(far) or (near.year is None and far.year is not None):
        near = _borrowed(near, far)
    elif coarsest(far) < coarsest(near):
        far = _borrowed(far, near)
    return near, far


def _borrowed(poor: Moment, rich: Moment) -> Moment:
    """Return a moment with the month, year and longer time of another where it lacks them."""
    if poor.within is not None or poor.shift is not None or poor.year is not None:
        return poor
    month = poor.month
    if month is None and poor.day is not None:
        month = rich.month
    within = rich.within if rich.unit is None or rich.within is not None else None
    if finest(rich) > 1 and rich.shift is not None and finest(poor) < finest(rich):
        within = rich
    return poor._replace(month=month, year=rich.year, within=within)


def _lent(low: str, parts: Iterable[Phrase], rules: DateRules) -> Iterator[Phrase]:
    """Yield the phrases, days without a year with that of the day they stand in a row with."""
    before: Phrase | None = None
    for part in parts:
        if before is not None:
            yield _with_year(before, part, low, rules)
        before = part
    if before is not None:
        yield before


def _with_year(poor: Phrase, rich: Phrase, low: str, rules: DateRules) -> Phrase:
    """Return a day and month with the year of the next ("27 June and 1 July 2019")."""
    first, second = poor.moment, rich.moment
    bare = Moment(month=first.month, day=first.day) == first and first.month is not None
    if not bare or poor.until or second.day is None or second.month is None:
        return poor
    if second.year is None or not rules.series.match(low[poor.stop : rich.start]):
        return poor
    return replace(poor, moment=first._replace(year=second.year))


def _with_role(low: str, phrase: Phrase, rules: DateRules, floor: int) -> Phrase:
    """Return the phrase with the words before and after it that make it a bound."""
    head = low[max(floor, phrase.start - REACH) : phrase.start]
    start, stop, role = phrase.start, phrase.stop, phrase.role
    for name, pattern in rules.leads:
        found = pattern.search(head)
        if found:
            start, role = phrase.start - len(head) + found.start(), role or _role(name, phrase)
            break
    for name, pattern in rules.trails:
        after = pattern.match(low, stop)
        if after:
            stop, role = after.end(), _role(name, phrase) or role
            break
    if (start, stop, role) == (phrase.start, phrase.stop, phrase.role):
        return phrase
    weak = phrase.weak and role is None
    return replace(phrase, start=start, stop=stop, role=role, weak=weak)


def _role(name: str, phrase: Phrase) -> str | None:
    """Return the role that a word gives; a range takes none."""
    return None if name == "plain" or phrase.until is not None else name


def _is_promoted(low: str, phrase: Phrase, rules: DateRules) -> bool:
    """Tell whether a word before a weak date ("in", "of") makes it sure."""
    head = low[max(0, phrase.start - REACH) : phrase.start]
    if phrase.moment.year is not None and rules.promote_years.search(head):
        return True
    return rules.promote.search(head) is not None
