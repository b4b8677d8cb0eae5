"""Whose people are meant where a state's own authorities deal with a crowd, party or press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.core.records import Party

# Authorities of a state: those they deal with are its own people unless another state is named.
AUTHORITIES = frozenset(("GOV", "COP", "LEG", "JUD"))
# Sectors that belong to some state, none of which the words name ("dispersed the protesters").
PEOPLE = AUTHORITIES | {
    "OPP",
    "CVL",
    "LAB",
    "EDU",
    "PTY",
    "SOC",
    "JRN",
    "REL",
    "CRM",
    "AGR",
    "ELI",
    "MED",
    "REB",
}

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def at_home(actors: Sequence[Party], recipients: Sequence[Party]) -> Sides:
    """Return both sides with people of no named state taken for those of the only state there.

    That holds where a side's state acts by its authorities or has only its people on the other
    side; a whole state ("Iran arrested activists") may act against anybody's.
    """
    return _with(actors, _home(recipients)), _with(recipients, _home(actors))


def _home(parties: Sequence[Party]) -> Party | None:
    """Return the one state whose authorities or people these are, or ``None``."""
    states = {party.id for party in parties if party.id}
    if len(states) != 1 or not all(party.role in PEOPLE or not party.id for party in parties):
        return None
    return next(party for party in parties if party.id)


def _with(parties: Iterable[Party], home: Party | None) -> tuple[Party, ...]:
    """Return the parties, those of no state given this one."""
    if home is None:
        return tuple(parties)
    return tuple(
        replace(p, id=home.id, name=home.name, via="inherited")
        if p.id is None and p.person is None and p.role in PEOPLE
        else p
        for p in parties
    )
