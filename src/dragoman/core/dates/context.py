"""What the resolution of a date depends on besides its words."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.core.dates.calendar import Days


@dataclass(frozen=True, slots=True)
class Context:
    """What relative dates depend on.

    ``reference`` is when the text was written, ``last`` the date named before, ``tense`` what
    the sentence says ("past", "behind", "future" or null), ``prefer`` the side for dates that
    leave it open ("past" for news, "future" for a talk with an assistant). ``near`` tells that
    the date named before is of the text's own time, so that "the 27th" may lie in its month.
    """

    reference: Days | None
    prefer: str = "past"
    tense: str | None = None
    last: Days | None = None
    near: bool = True
    fiscal_start: int = 1
