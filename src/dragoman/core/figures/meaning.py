"""What an amount measures, and whether it is a target, a record, a rise or a fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.core.figures.changes import change_of
from dragoman.core.figures.clauses import Clauses, Cue
from dragoman.core.figures.quantities import Quantity
from dragoman.core.figures.sorts import topics_for
from dragoman.core.records import Change

_CLOSE, _NEAR, _FAR = 30, 60, 150
# What is traded gives way to what is done with it: "exports of wheat" are exports.
_GOODS = 40


@dataclass(slots=True)
class Meaning:
    """What the clause says of a quantity."""

    measure: str | None = None
    noun: str | None = None
    unit: str | None = None
    stop: int | None = None
    nature: str = "actual"
    superlative: str | None = None
    change: Change | None = None


def meaning_of(found: Quantity, clauses: Clauses) -> Meaning:
    """Return what the quantity measures and how its clause puts it."""
    meaning = Meaning(unit=found.unit)
    if found.label:
        return meaning
    rules = clauses.rules
    _counted(found, clauses, meaning)
    if found.part and found.unit is None:
        meaning.unit = "1" if _is_share(found, clauses) else None
    if meaning.unit is None or meaning.unit in rules.keep.get("never", ()):
        return meaning
    low, high = clauses.sentence(found.start, found.stop)
    cues = clauses.cues(low, high)
    _topic(found, clauses, meaning, cues)
    meaning.nature = _nearest(found, clauses, cues, "natures") or "actual"
    meaning.superlative = _nearest(found, clauses, cues, "superlatives")
    meaning.change = change_of(found, clauses, meaning.unit, cues)
    return meaning


def _is_share(found: Quantity, clauses: Clauses) -> bool:
    """Tell whether a fraction is one of something named ("a third of exports", 輸出の3分の1)."""
    small, rules = clauses.source.small, clauses.rules
    if rules.share_of.match(small, found.stop):
        return True
    return rules.share_before.match(small[max(0, found.start - 4) : found.start][::-1]) is not None


def _counted(found: Quantity, clauses: Clauses, meaning: Meaning) -> None:
    """Read the noun that is counted, right behind the number or its counter."""
    if found.unit not in (None, "people", "items") or found.part:
        return
    rules, source = clauses.rules, clauses.source
    match = rules.noun.match(source.small, max(found.stop, found.right))
    if match is None and found.right > found.stop:
        match = rules.noun.match(source.small, found.stop)
    if match is None:
        meaning.measure = rules.counters.get(found.counter)
        meaning.noun = found.counter if meaning.measure else None
        return
    unit, _, measure = rules.counted.of(match.group(1)).partition(":")
    if found.unit is not None and unit != found.unit and found.unit == "people":
        return
    meaning.unit, meaning.measure = unit, measure
    meaning.noun = source.text[match.start(1) : match.end(1)]
    if found.unit is None:
        meaning.stop = match.end(1)


def _topic(found: Quantity, clauses: Clauses, meaning: Meaning, cues: Sequence[Cue]) -> None:
    """Find what a sum, share or volume is of; what befell the people who are counted."""
    people = meaning.unit == "people"
    settled = clauses.rules.keep.get("settled", ())
    if meaning.measure and (not people or meaning.measure in settled):
        return
    kinds = topics_for(meaning.unit or "")
    strong = clauses.rules.keep.get("strong", ())
    if meaning.measure:
        cues = [c for c in cues if c.name in strong]
    among = [c for c in cues if c.kind in kinds]
    best = _best(found, clauses, among)
    if best is None:
        return
    far = _CLOSE if found.part else _FAR
    fits = _is_near(found, clauses, best) if people else _cost(found, clauses, best) <= far
    if fits:
        meaning.measure = best.name
        meaning.noun = clauses.source.text[best.start : best.stop]


def _is_near(found: Quantity, clauses: Clauses, cue: Cue) -> bool:
    """Tell whether a cue stands in the same clause, not far off."""
    low, high = (cue.stop, found.start) if cue.start < found.start else (found.stop, cue.start)
    return high - low <= _NEAR and not clauses.breaks(low, high)


def _cost(found: Quantity, clauses: Clauses, cue: Cue) -> float:
    """Return how far a cue stands from the quantity; marks between count as a long way."""
    rules = clauses.rules
    more = _GOODS if cue.kind == "topics.volume" else 0
    if cue.start >= found.stop:
        far = cue.start - found.stop + (0 if cue.kind == "fates" else rules.after_costs)
        return more + far + 40 * clauses.breaks(found.stop, cue.start)
    far = (
        found.start
        - cue.stop
        + rules.before_costs
        + (rules.fate_before if cue.kind == "fates" else 0)
    )
    return more + far + 25 * clauses.breaks(cue.stop, found.start)


def _best(found: Quantity, clauses: Clauses, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue that stands nearest."""
    outside = [c for c in cues if c.stop <= found.start or c.start >= found.stop]
    return min(outside, key=lambda c: _cost(found, clauses, c), default=None)


def _nearest(found: Quantity, clauses: Clauses, cues: Sequence[Cue], kind: str) -> str | None:
    """Return the name of a cue of this kind in the same clause."""
    near = [c for c in cues if c.kind == kind and _is_near(found, clauses, c)]
    best = _best(found, clauses, near)
    return best.name if best else None
