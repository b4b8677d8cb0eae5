"""Sorts of units, and the topics that may be told in each."""

from __future__ import annotations

_SORTS = {
    "percent": "share",
    "1": "share",
    "people": "people",
    "items": "items",
    **dict.fromkeys(("km", "m", "cm", "mm", "[mi_i]", "[nmi_i]", "[ft_i]", "[yd_i]"), "length"),
    **dict.fromkeys(("km2", "m2", "[mi_i]2", "[sft_i]", "har", "[acr_us]"), "area"),
    **dict.fromkeys(("W", "kW", "MW", "GW", "TW", "kW.h", "MW.h", "GW.h", "TW.h"), "power"),
    **dict.fromkeys(("km/h", "[mi_i]/h"), "speed"),
    **dict.fromkeys(("t", "kt", "Mt", "kg", "g", "[lb_av]", "[oz_av]"), "volume"),
    **dict.fromkeys(("m3", "km3", "10*9.m3", "L", "mL", "[gal_us]"), "volume"),
    **dict.fromkeys(("[bbl_us]", "[bbl_us]/d"), "volume"),
}
_TOPICS = {
    "people": frozenset({"fates"}),
    "items": frozenset({"topics.items"}),
    "money": frozenset({"topics.money", "topics.any"}),
    "share": frozenset({"topics.share", "topics.money", "topics.any", "topics.volume"}),
    "volume": frozenset({"topics.volume", "topics.any"}),
    "length": frozenset({"topics.length"}),
    "area": frozenset({"topics.area"}),
    "power": frozenset({"topics.power", "topics.any", "topics.volume"}),
    "speed": frozenset({"topics.speed"}),
    "none": frozenset[str](),
}


def sort_of(unit: str) -> str:
    """Return the sort of a unit: ``money`` for ISO 4217 codes, ``none`` for what is unknown.

    >>> sort_of("KZT"), sort_of("[bbl_us]"), sort_of("a")
    ('money', 'volume', 'none')
    """
    if len(unit) == 3 and unit.isalpha() and unit.isupper():
        return "money"
    return _SORTS.get(unit, "none")


def topics_for(unit: str) -> frozenset[str]:
    """Return the kinds of cues that may name what an amount in this unit measures."""
    return _TOPICS[sort_of(unit)]
