"""English: cities under the name of the gazetteer, with and without accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from scripts.forms import traps

SMALLEST = 100_000
# Cities whose name is a word, a given name or a surname that news in English is full of.
TRAPS = traps(__name__)


def city_forms(city: dict[str, Any]) -> Iterator[str]:
    """Yield the forms in which English news prints a city."""
    name = city["name"].replace("’", "'")
    if city["population"] < SMALLEST or name in TRAPS or len(name) < 4:
        return
    if name.endswith(" City") and city["population"] > 1_000_000 and name == "New York City":
        yield "New York"
    yield name
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if plain != name:
        yield plain
