"""What makes an act a matter of states or of public order, and not of private life."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dragoman.core.knowledge import Act
from dragoman.core.matching import Match
from dragoman.core.records import Party

# Sectors of private life: what they do is no event unless a state or its forces are in it.
CIVIL_ROLES = frozenset(("CVL", "EDU", "JRN", "BUS", "MED", "AGR", "CRM", "SOC", "LAB", "ELI"))
# PROTEST is what civilians do.
CIVIL_TYPES = frozenset(("PROTEST",))
CIVIL_ACTS = frozenset(("end-protest", "threaten-protest"))


def is_political(
    match: Match, act: Act, parties: Sequence[Party], happenings: Container[str] = ()
) -> bool:
    """Tell whether an act concerns states, their forces, or violence told by its name.

    ``happenings`` are nouns of acts: civilians "killed in a bombing" are killed in public.
    """
    if act.type in CIVIL_TYPES or act.id in CIVIL_ACTS:
        return any(party.id or party.role for party in parties)
    if any((party.id or party.role) and party.role not in CIVIL_ROLES for party in parties):
        return True
    known = {party.id for party in parties if party.id}
    if len(known) > 1 or any(party.person for party in parties if party.id):
        return True
    return bool(known) and act.type == "ASSAULT" and _is_violence(match, happenings)


def _is_violence(match: Match, happenings: Container[str]) -> bool:
    """Tell whether another act is what did it, by the pattern's words or as the subject."""
    words = (*match.used, *match.slots.get("subject", ()))
    return any(word.lemma.lower() in happenings for word in words)
