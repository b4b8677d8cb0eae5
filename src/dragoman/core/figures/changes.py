"""Rises and falls that a percentage or a multiple states."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.core.figures.clauses import Clauses, Cue
from dragoman.core.figures.quantities import Quantity
from dragoman.core.records import Change

_BEFORE, _AFTER, _AGAINST = 40, 15, 60


def change_of(found: Quantity, clauses: Clauses, unit: str, cues: Sequence[Cue]) -> Change | None:
    """Return the rise or fall by this amount; ``against`` as printed. A level is no change."""
    if unit not in ("percent", "1") or _is_level(found, clauses, unit):
        return None
    direction = _direction(found, clauses, cues)
    if direction is None and unit == "1" and not found.part:
        direction = "up" if found.value > 1 else "down"
    if direction is None:
        return None
    low, high = clauses.sentence(found.start, found.stop)
    near = (max(low, found.left - _AGAINST), min(high, found.right + _AGAINST))
    match = clauses.rules.against.search(clauses.source.small, *near)
    against = clauses.source.text[match.start() : match.end()].strip() if match else None
    return Change(direction, found.value, unit, against or None)


def _is_level(found: Quantity, clauses: Clauses, unit: str) -> bool:
    """Tell whether the amount is where something stands or stood ("to 5 percent", 5%に)."""
    if found.opened and found.high is None:
        return True
    if unit == "1":
        return False
    small, rules = clauses.source.small, clauses.rules
    before = small[max(0, found.left - 20) : found.left][::-1]
    return bool(rules.level_before.match(before) or rules.level_after.match(small, found.right))


def _direction(found: Quantity, clauses: Clauses, cues: Sequence[Cue]) -> str | None:
    """Return ``up`` or ``down`` as told right before or right behind the amount."""
    after = clauses.rules.directions_after
    for cue in reversed(cues):
        if cue.kind == "directions" and cue.stop <= found.left:
            near = found.left - cue.stop <= _BEFORE
            if near and not clauses.breaks(cue.stop, found.start):
                return cue.name
            break
    for cue in cues:
        if cue.kind == after and cue.start >= found.stop:
            near = cue.start - found.right <= _AFTER
            return cue.name if near and not clauses.breaks(found.stop, cue.start) else None
    return None
