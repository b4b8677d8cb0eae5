"""Currencies that share a name: bare "dollars" after "Canadian dollars"."""

from __future__ import annotations

from dragoman.core.figures.folding import Source
from dragoman.core.figures.quantities import Quantity
from dragoman.core.figures.rules import NumberRules


class SharedNames:
    """Settles the bare names of one text, read in order.

    A bare name stands for the one currency of that name which its paragraph has named in full
    before; else, and in brackets (where sums are converted), for the usual one.
    """

    def __init__(self, source: Source, rules: NumberRules) -> None:
        self.source, self.rules = source, rules
        self._named: set[str] = set()
        self._last = 0

    def settle(self, found: Quantity) -> None:
        """Give a bare sum its currency, or note the currency that a full name tells."""
        unit = found.unit or ""
        forms = self.rules.bare.get(unit)
        if forms is None and unit not in self.rules.sharing:
            return
        if self.source.small.find("\n", self._last, found.start) >= 0:
            self._named.clear()
        self._last = found.stop
        if forms is None or not self._is_bare(found, forms):
            self._named.add(unit)
        elif len(self._named) == 1 and self.source.small[found.left - 1 : found.left] != "(":
            [found.unit] = self._named

    def _is_bare(self, found: Quantity, forms: frozenset[str]) -> bool:
        """Tell whether a sum has nothing but the name that several currencies share."""
        small = self.source.small
        sign = found.counter or small[found.start : found.start + 1]
        return sign in forms and not (found.counter and small[found.start] == "$" != sign)
