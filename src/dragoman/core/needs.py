"""What a rule asks of the sides of an act before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.core.politics import CIVIL_ROLES
from dragoman.core.records import Party

ORGANISATION = "IGO"
Sides = Sequence[Party]


def _foreign(actors: Sides, recipients: Sides) -> bool:
    """Tell whether a state other than the actors' is on the other side."""
    own = {actor.id for actor in actors}
    return any(party.id and party.id not in own for party in recipients)


def _official(actors: Sides, _recipients: Sides) -> bool:
    """Tell whether a state, its authorities or a known person acts, and not travellers."""
    return any((p.id or p.role) and (p.person or p.role not in CIVIL_ROLES) for p in actors)


# ``needs`` of a rule, each with what must hold of the actors and the recipients.
NEEDS: dict[str, Callable[[Sides, Sides], bool]] = {
    "actor": lambda actors, _recipients: bool(actors),
    "recipient": lambda _actors, recipients: bool(recipients),
    "known": lambda actors, recipients: any(p.id for p in (*actors, *recipients)),
    "pair": lambda actors, recipients: len(actors) + len(recipients) > 1,
    "foreign": _foreign,
    "organisation": lambda _actors, recipients: any(p.role == ORGANISATION for p in recipients),
    "official": _official,
}


def fits(needs: Iterable[str], actors: Sides, recipients: Sides) -> bool:
    """Tell whether all that a rule asks of its sides holds."""
    return all(NEEDS[need](actors, recipients) for need in needs)
