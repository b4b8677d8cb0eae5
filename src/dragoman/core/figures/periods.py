"""The date that an amount belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.core.figures.clauses import Clauses
from dragoman.core.figures.quantities import Quantity
from dragoman.core.records import Interval

_FAR = 150


class Periods:
    """The dates of a text, in order, asked for the one nearest to an amount."""

    def __init__(self, dates: Sequence[Interval], clauses: Clauses) -> None:
        self.dates = [d for d in dates if d.span is not None]
        self.places = [(d.span.start, d.span.stop) for d in self.dates if d.span]
        self.clauses = clauses

    def of(self, found: Quantity) -> Interval | None:
        """Return the date in the same sentence that the amount belongs to, or ``None``."""
        low, high = self.clauses.sentence(found.start, found.stop)
        here = bisect_left(self.places, (found.start, 0))
        choices = []
        for index in (here - 1, here):
            if 0 <= index < len(self.places):
                start, stop = self.places[index]
                if low <= start and stop <= high and self._is_told(index):
                    choices.append((self._cost(found, start, stop), index))
        if not choices:
            return None
        cost, index = min(choices)
        return self.dates[index] if cost <= _FAR else None

    def _is_told(self, index: int) -> bool:
        """Tell whether a date is known and is not only what something is compared with."""
        date = self.dates[index]
        known = date.start is not None or date.stop is not None
        return known and not self._is_compared(*self.places[index])

    def _is_compared(self, start: int, stop: int) -> bool:
        """Tell whether a date is only what something is compared with ("than in 2021", 前年比)."""
        small, rules = self.clauses.source.small, self.clauses.rules
        if rules.compared_after.match(small, stop):
            return True
        return rules.compared_before.match(small[max(0, start - 30) : start][::-1]) is not None

    def _cost(self, found: Quantity, start: int, stop: int) -> int:
        """Return how far a date stands from an amount, as the language orders them."""
        rules = self.clauses.rules
        if stop <= found.start:
            marks = self.clauses.breaks(stop, found.start)
            return found.start - stop + rules.before_costs + 40 * marks
        marks = self.clauses.breaks(found.stop, start)
        return start - found.stop + rules.after_costs + 40 * marks
