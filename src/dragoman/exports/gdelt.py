"""Events in the layout of GDELT 2.0: the tables Events and Mentions, as tab-separated lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.core.records import Party, Place, Reading
from dragoman.exports.dyads import Dyad, dyads_of

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
GEO = (
    "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
)  # fmt: skip
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in ACTOR), *(f"Actor2{name}" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{where}Geo_{name}" for where in ("Actor1", "Actor2", "Action") for name in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset",
    "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
STATE = 3  # letters in the code of a state
_STEPS = {"country": 1, "region": 5, "city": 4, "site": 4}


def event_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield a line of the table Events for each actor and recipient of what happened; no header."""
    return ("\t".join(map(_cell, _event(dyad))) for dyad in _happened(readings))


def mention_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield a line of the table Mentions for each of the same; no header."""
    return ("\t".join(map(_cell, _mention(dyad))) for dyad in _happened(readings))


def _happened(readings: Iterable[Reading]) -> Iterator[Dyad]:
    """Yield what happened on a known day; the layout has no place for plans and denials."""
    return (dyad for dyad in dyads_of(readings) if dyad.event.realis == "actual" and dyad.day)


def number_of(dyad: Dyad) -> int:
    """Return the number of a dyad, the same each time: 60 bits of its id."""
    return int(dyad.id, 16) >> 4


def quad_class(cameo: str) -> int:
    """Return GDELT's quad class, which follows from the root of the CAMEO code.

    >>> [quad_class(code) for code in ("042", "070", "112", "190")]
    [1, 2, 3, 4]
    """
    root = int(cameo[:2])
    return 1 + (root > 5) + (root > 8) + (root > 13)


def _event(dyad: Dyad) -> tuple[object, ...]:
    event, day = dyad.event, dyad.day or ""
    added = (dyad.article.published or day).replace("-", "") + "000000"
    return (
        *(number_of(dyad), *_times(day), *_actor(dyad.actor), *_actor(dyad.recipient)),
        *(1, event.cameo, event.cameo[:3], event.cameo[:2], quad_class(event.cameo)),
        *(event.goldstein, 1, 1, 1, None),
        *(*_geo(None), *_geo(None), *_geo(event.place), added, dyad.article.url),
    )


def _times(day: str) -> tuple[object, ...]:
    """Return a day in the four ways in which the table holds it."""
    found = date.fromisoformat(day)
    fraction = found.year + found.timetuple().tm_yday / 365
    return (day.replace("-", ""), day[:7].replace("-", ""), day[:4], f"{fraction:.4f}")


def _actor(party: Party | None) -> tuple[object, ...]:
    if party is None:
        return (None,) * len(ACTOR)
    state = party.id if party.id and len(party.id) == STATE else None
    group = party.id if party.id and not state else None
    code = f"{party.id or ''}{party.role or ''}" or None
    return (code, party.name.upper(), state, group, None, None, None, party.role, None, None)


def _geo(place: Place | None) -> tuple[object, ...]:
    if place is None:
        return (0, *(None,) * (len(GEO) - 1))
    where = (place.name, place.country, None, None, place.lat, place.lon, None)
    return (_STEPS.get(place.precision, 0), *where)


def _mention(dyad: Dyad) -> tuple[object, ...]:
    event, article = dyad.event, dyad.article
    happened = f"{(dyad.day or '').replace('-', '')}000000"
    told = f"{(article.published or dyad.day or '').replace('-', '')}000000"
    sentence = article.text.count("\n", 0, event.evidence.start) + 1
    offsets = (_start(dyad.actor), _start(dyad.recipient), event.trigger.start)
    return (
        *(number_of(dyad), happened, told, 1, article.outlet, article.url or article.id),
        *(sentence, *offsets, 1, round(100 * event.confidence), len(article.text), None),
        *(f"srclc:{article.language}", None),
    )


def _start(party: Party | None) -> int:
    return party.span.start if party and party.span else -1


def _cell(value: object) -> str:
    """Return a value as a cell: no tabs, no line ends, nothing for null."""
    return "" if value is None else " ".join(str(value).split())
