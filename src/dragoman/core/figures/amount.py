"""How much of what: a number in a text with its unit, bounds and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.core.records import Change, Interval, Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed, with all that its clause says of it.

    ``span`` covers number and unit, ``whole`` also words such as "more than". ``unit`` is an
    ISO 4217 code, ``percent``, ``people``, ``items``, a UCUM code (``1`` for "times as many")
    or null for a bare number. ``measure`` is an id of ``world/measures.toml``, ``other`` with
    the noun as printed in ``measure_text``, or null where nothing is measured. ``keep`` tells a
    figure worth a record from a page number, a score or an age.
    """

    span: Span
    whole: Span
    value: float
    high: float | None = None
    unit: str | None = None
    comparator: str = "exact"
    change: Change | None = None
    nature: str = "actual"
    superlative: str | None = None
    measure: str | None = None
    measure_text: str | None = None
    period: Interval | None = None
    keep: bool = False

    @property
    def period_span(self) -> Span | None:
        """The words that tell its period."""
        return self.period.span if self.period else None
