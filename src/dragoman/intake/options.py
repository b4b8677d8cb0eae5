"""What a reader tells of an article beforehand, and the error when it cannot be taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.core.records import Interval

Inference = Callable[[str, str], Interval | None]
"""From a text and its language's code to the interval in which it was written, if it shows."""


class IntakeError(ValueError):
    """An article that cannot be taken in; the message is one line that names it and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """What is given beside the article and overrides what the article says of itself.

    ``published`` is an ISO date; ``format`` is ``text``, ``markdown`` or ``html``; ``infer`` is
    asked when no date is known.
    """

    published: str | None = None
    language: str | None = None
    encoding: str | None = None
    url: str | None = None
    format: str | None = None
    infer: Inference | None = None
