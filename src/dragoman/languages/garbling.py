"""The signs of garbling that each language's folder lists."""

from __future__ import annotations

from functools import cache

from dragoman.core.garbling import GarblingRules
from dragoman.languages.tables import language_table
from dragoman.world.outlets import agencies


@cache
def garbling_rules(code: str) -> GarblingRules:
    """Return the rules of ``languages/<code>/garbling.toml`` with the agencies of the world."""
    return GarblingRules.of(language_table(code, "garbling"), agencies().names)
