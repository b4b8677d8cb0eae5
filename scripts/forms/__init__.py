"""How a language prints a name in more than one form: one module a language that needs it."""

from __future__ import annotations

from pathlib import Path


def traps(module: str) -> frozenset[str]:
    """Return the names of cities that are words, given names or surnames in a module's language."""
    path = Path(__file__).parent / f"{module.rpartition('.')[2]}-traps.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
