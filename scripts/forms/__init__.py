"""How a language prints a name in more than one form: one module a language that needs it."""

from __future__ import annotations

from pathlib import Path


def traps(code: str) -> frozenset[str]:
    """Return the names of cities that are words, given names or surnames in a language."""
    path = Path(__file__).parent / f"{code}-traps.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
