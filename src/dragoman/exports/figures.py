"""Figures in words: how much, with its bounds and unit, and what goes with it."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.core.records import Change, Figure
from dragoman.exports.terminal import shown

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# A vague amount holds its order of magnitude: "tens of thousands" is 10,000.
MAGNITUDES: Mapping[float, str] = {
    10.0: "tens",
    100.0: "hundreds",
    1e3: "thousands",
    1e4: "tens of thousands",
    1e5: "hundreds of thousands",
    1e6: "millions",
    1e7: "tens of millions",
    1e8: "hundreds of millions",
    1e9: "billions",
}
BOUNDS: Mapping[str, str] = {
    "about": "about ",
    "over": "over ",
    "at-least": "at least ",
    "under": "under ",
    "at-most": "at most ",
    "vague": "some ",
}


def number_words(value: float) -> str:
    """Return a number as people write it.

    >>> number_words(28e9), number_words(1234.0), number_words(3.4)
    ('28 billion', '1,234', '3.4')
    """
    for size, name in SCALES:
        if abs(value) >= size:
            return f"{value / size:,.12g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.12g}"


def _unit(unit: str | None) -> str:
    """Return a unit as it stands after its number."""
    if unit in (None, "1", "items"):
        return ""
    return " %" if unit == "percent" else f" {shown(unit or '')}"


def amount_words(figure: Figure) -> str:
    """Return the amount of a figure with bound and unit, the words printed where it has none."""
    if figure.value is None:
        return shown(figure.span.text)
    if figure.comparator == "vague" and figure.value in MAGNITUDES:
        unit = _unit(figure.unit).strip()
        return MAGNITUDES[figure.value] + (f" of {unit}" if unit else "")
    number = number_words(figure.value)
    if figure.high is not None:
        number = f"{number}–{number_words(figure.high)}"
    return f"{BOUNDS.get(figure.comparator, '')}{number}{_unit(figure.unit)}"


def measure_words(figure: Figure) -> str:
    """Return what is measured, as printed where the ontology has no measure for it."""
    if figure.measure == "other" and figure.measure_text:
        return shown(figure.measure_text)
    return figure.measure.replace("-", " ")


def remarks(figure: Figure) -> list[str]:
    """Return what else is said of a figure: target or forecast, a record, a rise or fall."""
    found = [] if figure.nature == "actual" else [figure.nature]
    if figure.superlative:
        found.append(figure.superlative.replace("-", " "))
    if figure.change:
        found.append(_change(figure.change))
    return found


def _change(change: Change) -> str:
    """Return a rise or fall in words."""
    words = change.direction
    if change.amount is not None:
        words += f" {number_words(change.amount)}{_unit(change.unit)}"
    return f"{words} against {shown(change.against)}" if change.against else words
