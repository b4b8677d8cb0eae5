"""Events under the columns of the POLECAT release, as tab-separated lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.core.records import Party, Reading
from dragoman.exports.dyads import Dyad, dyads_of
from dragoman.exports.plover import reduced

PARTY = (
    "{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title",
    "{} Name Raw", "Wikipedia {} ID",
)  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in PARTY), *(name.format("Recipient") for name in PARTY),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
    "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
REAL = ("actual", "past")


def polecat_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield a header and a line for each actor, with each recipient, of what happened."""
    yield "\t".join(COLUMNS)
    coded = (
        replace(reading, records=tuple(e for e in map(reduced, reading.events) if e.realis in REAL))
        for reading in readings
    )
    for dyad in dyads_of(coded):
        if dyad.actor:
            yield "\t".join(map(_cell, _values(dyad)))


def _values(dyad: Dyad) -> tuple[object, ...]:
    event, article, place = dyad.event, dyad.article, dyad.event.place
    city = place.name if place and place.precision in ("city", "site") else None
    return (
        *(dyad.id, dyad.day, event.type, event.mode, event.score, event.quad),
        ";".join(event.contexts),
        *(*_party(dyad.actor), *_party(dyad.recipient)),
        *(place and place.name, city, None, None, place and place.country),
        *(place and place.lat, place and place.lon, None),
        *(place and place.span and place.span.text, place and place.precision),
        *(article.outlet, article.published, None, None, None, article.language, "dragoman"),
    )


def _party(party: Party | None) -> tuple[object, ...]:
    if party is None:
        return (None,) * len(PARTY)
    person = party.person
    name = person.name if person else party.name
    office = person.office if person else None
    raw = party.span.text if party.span else party.name
    return (name, party.id, None, party.role, party.role, office, raw, None)


def _cell(value: object) -> str:
    """Return a value as a cell: no tabs, no line ends, nothing for null."""
    return "" if value is None else " ".join(str(value).split())
