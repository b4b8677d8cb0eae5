"""Vietnamese: the tone mark on either vowel, i for y, and pairs of states with short names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from scripts.forms import en, traps

LARGE = 500_000
TRAPS = traps(__name__)

OLD_AND_NEW = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
    ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
)  # fmt: skip
SHORT = {
    "Việt": "VNM", "Trung": "CHN", "Hàn": "KOR", "Triều": "PRK", "Nhật": "JPN", "Ấn": "IND",
    "Thái": "THA", "Đài": "TWN", "Lào": "LAO",
}  # fmt: skip
FULL = {
    "Mỹ": "USA", "Nga": "RUS", "Anh": "GBR", "Pháp": "FRA", "Đức": "DEU", "Úc": "AUS",
    "Nhật Bản": "JPN", "Hàn Quốc": "KOR", "Trung Quốc": "CHN", "Campuchia": "KHM", "EU": "EU",
    "Triều Tiên": "PRK", "Ấn Độ": "IND", "Iran": "IRN", "Israel": "ISR", "Ukraine": "UKR",
    "ASEAN": "ASEAN", "Pakistan": "PAK", "Australia": "AUS", "Philippines": "PHL",
}  # fmt: skip


def derive(form: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a name with the tone mark elsewhere."""
    changed = form
    for old, new in OLD_AND_NEW:
        changed = _at_ends(changed, old, new)
    if changed != form:
        yield changed, kind


def _at_ends(form: str, old: str, new: str) -> str:
    """Return the form with a syllable's open end written the other way."""
    return " ".join(
        word.removesuffix(old) + new if word.endswith(old) else word for word in form.split(" ")
    )


def pairs() -> Iterator[tuple[str, str]]:
    """Yield pairs and triples such as ``Mỹ-Trung`` in which a name is too short to stand alone."""
    names = SHORT | FULL
    for one, other in product(names, names):
        if names[one] != names[other] and (one in SHORT or other in SHORT):
            for dash in ("-", " - ", "–", " – "):
                yield f"{one}{dash}{other}", f"{names[one]}+{names[other]}"
    for triple in product(("Mỹ", "Nhật", "Hàn", "Trung", "Nga", "Ấn", "Triều"), repeat=3):
        if len(set(triple)) == 3:
            for dash in ("-", " - ", "–", " – "):
                yield dash.join(triple), "+".join(names[name] for name in triple)


def city_forms(city: dict[str, Any]) -> Iterator[str]:
    """Yield the forms in which Vietnamese news prints a city: as in English where it is large."""
    if city["countrycode"] == "VN":
        if city["population"] >= en.SMALLEST and " " in city["name"]:
            yield city["name"]
    elif city["population"] >= LARGE:
        yield from (form for form in en.city_forms(city) if form not in TRAPS)
