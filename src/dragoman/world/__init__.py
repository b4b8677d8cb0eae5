"""Language-free facts: acts, states, organisations, people and offices, with dates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.core.knowledge import World
from dragoman.world.entities import load_entities, load_memberships
from dragoman.world.ontology import load_acts
from dragoman.world.people import load_offices, load_people, load_tenures
from dragoman.world.places import load_places
from dragoman.world.tables import TableError

__all__ = ["TableError", "load_world"]


@cache
def load_world(extra: Path | None = None) -> World:
    """Return all facts, with those of the reader's own folder ``extra`` added or put in place.

    Raises ``TableError`` with file and line for a table that cannot be used.
    """
    entities = load_entities(extra)
    return World(
        acts=load_acts(),
        entities=entities,
        memberships=load_memberships(entities, extra),
        people=load_people(extra),
        tenures=load_tenures(extra),
        places=load_places(extra),
        offices=load_offices(extra),
    )
