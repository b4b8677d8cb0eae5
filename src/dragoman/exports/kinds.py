"""The kinds of line in an export, each with the class that lays down its fields."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.core.records import Article, Event, Figure, Reading, Record, Statement, Tie

Line = Article | Record

KINDS: Mapping[str, type[Line]] = {
    "article": Article,
    "event": Event,
    "statement": Statement,
    "figure": Figure,
    "tie": Tie,
}
NAMES: Mapping[type[Line], str] = {shape: kind for kind, shape in KINDS.items()}


def kind_of(line: Line) -> str:
    """Return ``article``, ``event``, ``statement``, ``figure`` or ``tie``."""
    return NAMES[type(line)]


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """Return the article and then its records in text order."""
    return (reading.article, *reading.records)
