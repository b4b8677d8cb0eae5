"""Events as older data sets have them: one row for each actor and each recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from dragoman.core.identity import digest
from dragoman.core.records import Article, Event, Party, Reading


@dataclass(frozen=True, slots=True)
class Dyad:
    """One actor and one recipient of an event; either may be missing, not both."""

    id: str
    event: Event
    article: Article
    actor: Party | None
    recipient: Party | None

    @property
    def day(self) -> str | None:
        """The day on which it happened, or else was told."""
        return self.event.date.start or self.event.date.stop or self.article.published


def dyads_of(readings: Iterable[Reading]) -> Iterator[Dyad]:
    """Yield the dyads of all events, in text order."""
    for reading in readings:
        for event in reading.events:
            sides = product(event.actors or (None,), event.recipients or (None,))
            for number, (actor, recipient) in enumerate(sides):
                if actor or recipient:
                    ident = digest(event.id, str(number))
                    yield Dyad(ident, event, reading.article, actor, recipient)
