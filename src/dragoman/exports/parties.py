"""Parties in words: the English name, the person and office, and a mark where unresolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.core.knowledge import World
from dragoman.core.records import Party
from dragoman.exports.terminal import shown

SECTORS: Mapping[str, str] = {
    "GOV": "government",
    "MIL": "armed forces",
    "JUD": "courts",
    "LEG": "parliament",
    "PTY": "party",
    "SPY": "intelligence",
    "COP": "police",
    "OPP": "opposition",
    "REB": "rebels",
    "PRE": "disputed",
    "JRN": "media",
    "BUS": "business",
    "CVL": "civilians",
    "EDU": "education",
    "LAB": "labour",
    "MED": "health",
    "REL": "religion",
    "REF": "refugees",
    "CRM": "criminals",
    "NGO": "NGO",
}
PLAIN_ROLES = frozenset((None, "IGO", "IMG", "PRE"))


def party_words(party: Party) -> str:
    """Return a party as ``Russia (Vladimir Putin)``; a question mark where it is unresolved."""
    name = shown(party.name) if party.id else f"{shown(party.name)}?"
    if party.person and shown(party.person.name) != shown(party.name):
        return f"{name} ({shown(party.person.name)})"
    if party.role in PLAIN_ROLES or party.person or not party.id:
        return name
    return f"{name} ({SECTORS.get(party.role or '', party.role)})"


def parties_words(parties: Iterable[Party]) -> str:
    """Return parties joined by commas, each once."""
    return ", ".join(dict.fromkeys(party_words(party) for party in parties))


def speaker_words(party: Party, world: World) -> str:
    """Return a speaker as ``Vladimir Putin (Russia, head of state)``."""
    if party.person is None:
        return party_words(party)
    about = [shown(party.name)] if party.id else []
    if party.person.office:
        about.append(office_words(party.person.office, world))
    name = shown(party.person.name)
    about = [word for word in about if word != name]
    return f"{name} ({', '.join(about)})" if about else name


def office_words(office: str, world: World) -> str:
    """Return the English name of an office, or what is printed where it is not in the tables."""
    known = world.offices.get(office)
    return known.name if known else shown(office).replace("-", " ")
