"""To whom something was said: an agency, reporters, a counterpart."""

from __future__ import annotations

from dragoman.core.statements.drafts import Range
from dragoman.core.statements.rules import Choice


def audience_of(pattern: Choice, words: str, start: int) -> Range | None:
    """Return the place of the hearers in these words, which begin at ``start`` of the text."""
    match = pattern.search(words)
    if not match or not match["audience"].strip():
        return None
    first = match.start("audience") + len(match["audience"]) - len(match["audience"].lstrip())
    return start + first, start + first + len(match["audience"].strip(" ."))
