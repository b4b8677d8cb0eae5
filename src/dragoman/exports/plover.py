"""Events as PLOVER has them: JSON lines, with the reductions of the manual (draft 2.0).

A type with an auxiliary mode that amounts to another type becomes that type: planned
cooperation is AGREE, a planned retreat is CONCEDE, a possible assault is THREATEN. What else is
not plainly so keeps its type and gets the auxiliary mode. See docs/decisions/0002.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dragoman.core.records import Article, Event, Party, Place, Reading
from dragoman.exports.objects import to_json
from dragoman.world.ontology import load_acts, load_vocabulary

AUXILIARY: Mapping[str, str] = {
    "planned": "future",
    "hypothetical": "hypothetical",
    "negated": "negation",
    "past": "historical",
}
REDUCED: Mapping[tuple[str, str], str] = {
    **{(kind, "planned"): "AGREE" for kind in ("CONSULT", "SUPPORT", "COOPERATE", "AID")},
    ("RETREAT", "planned"): "CONCEDE",
    ("ASSAULT", "hypothetical"): "THREATEN",
    ("ASSAULT", "planned"): "THREATEN",
}
HOSTS = frozenset(("host-visit",))
SIZES: Mapping[str, str] = {
    "killed": "dead",
    "dead": "dead",
    "injured": "injured",
    "wounded": "injured",
    "arrested": "arrested",
    "detained": "arrested",
}


def reduced(event: Event) -> Event:
    """Return an event as PLOVER codes it: reduced type, visitor first, all sides of a meeting."""
    if event.act in HOSTS:
        event = replace(event, actors=event.recipients, recipients=event.actors)
    act = load_acts().get(event.act)
    if act and act.reciprocal:
        event = replace(event, actors=(*event.actors, *event.recipients), recipients=())
    kind = REDUCED.get((event.type, event.realis))
    if kind is None:
        return event
    known = load_vocabulary().types[kind]
    return replace(event, type=kind, mode=None, quad=known.quad, score=known.score, realis="actual")


def plover_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield one JSON object for each event that has a known actor and a day."""
    for reading in readings:
        for event in reading.events:
            found = plover_object(event, reading.article)
            if found["actor"] and "date" in found:
                yield to_json(found)


def plover_object(event: Event, article: Article) -> dict[str, Any]:
    """Return an event under the field names of PLOVER; what is not known is left out."""
    event = reduced(event)
    auxiliary = AUXILIARY.get(event.realis)
    modes = [mode for mode in (event.mode, auxiliary) if mode]
    size = {SIZES[event.count.unit]: event.count.value} if _sized(event) and event.count else None
    found = {
        "id": event.id,
        "date": event.date.start or event.date.stop or article.published,
        "enddate": event.date.stop,
        "actor": [entity(party) for party in event.actors],
        "recipient": [entity(party) for party in event.recipients],
        "event": [event.type],
        "mode": modes,
        "context": list(event.contexts),
        "quad_code": event.quad,
        "event_scale": event.score,
        "event_loc": location(event.place) if event.place else None,
        "event_text": event.trigger.text,
        "size": size,
        "text": event.evidence.text,
        "text_info": {"start": event.evidence.start, "end": event.evidence.stop},
        "cite_info": {
            "citation": article.id,
            "url": article.url,
            "title": article.title,
            "publication": article.outlet,
            "language": article.language,
            "coder": "dragoman",
            "codebook": "PLOVER 2.0",
        },
        "comment": f"{event.act}; {event.rule}",
    }
    return {name: value for name, value in found.items() if value is not None}


def _sized(event: Event) -> bool:
    return event.count is not None and event.count.unit in SIZES


def entity(party: Party) -> dict[str, Any]:
    """Return a party as PLOVER's entity; what is not known is left out."""
    found = {
        "code": party.id,
        "sector": party.role,
        "entity_text": party.span.text if party.span else party.name,
        "identifier_text": party.person.name if party.person else party.name,
        "office": party.person.office if party.person else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def location(place: Place) -> dict[str, Any]:
    """Return a place as PLOVER has it; ``resolution`` runs from 5 (in a city) to 1 (country)."""
    steps = {"site": 5, "city": 4, "region": 2, "country": 1}
    found = {
        "extracted_place": place.span.text if place.span else None,
        "resolved_place": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
        "resolution": steps.get(place.precision),
    }
    return {name: value for name, value in found.items() if value is not None}
