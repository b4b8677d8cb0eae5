"""The rules by which each language's pages are told apart from their furniture."""

from __future__ import annotations

from functools import cache

from dragoman.core.furniture import FurnitureRules
from dragoman.languages.tables import language_table


@cache
def furniture_rules(code: str) -> FurnitureRules:
    """Return the rules of ``languages/<code>/furniture.toml``, compiled once."""
    return FurnitureRules.of(language_table(code, "furniture"))
