"""Language-free facts: acts, states, organisations, people and offices, with dates."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman.core.knowledge import World
from dragoman.world.entities import load_entities, load_memberships
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
        acts=_if_there("ontology", "load_acts"),
        entities=entities,
        memberships=load_memberships(entities, extra),
        people=_if_there("people", "load_people"),
        tenures=_if_there("people", "load_tenures", ()),
        places=load_places(extra),
        offices=_if_there("people", "load_offices"),
    )


def _if_there(module: str, name: str, otherwise: Any = None) -> Any:
    """Return what a loader returns, where the module exists."""
    try:
        loader = getattr(import_module(f"dragoman.world.{module}"), name)
    except (ImportError, AttributeError):
        return {} if otherwise is None else otherwise
    return loader()
