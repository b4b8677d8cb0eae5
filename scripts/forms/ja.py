"""Japanese: people and languages made from the names of states, and full-width letters."""

from __future__ import annotations

from collections.abc import Iterator

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def derive(form: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the forms made from a name with their kinds; ``none`` marks a language's name."""
    if "[" in form:
        return
    if form.isascii():
        yield form.replace(" ", "　").translate(WIDE), kind
    elif kind == "name" and not form.endswith(("人", "領", "政府")):
        yield f"{form}人", "demonym"
        yield f"{form}語", "none"


def cleaned(name: str) -> str | None:
    """Return a CLDR name as the press prints it, or ``None`` where it does not."""
    return None if any(mark in name for mark in "(（・＝") and "(" in name else name
