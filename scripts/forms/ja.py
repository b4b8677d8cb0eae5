"""Japanese: people and languages made from the names of states, and full-width letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.forms import traps

SMALLEST = 100_000
KATAKANA_NAME = re.compile("[ァ-ヺー・＝]{3,}")
# Cities whose name is a word, a given name or a surname that news in Japanese is full of.
TRAPS = traps(__name__)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def derive(form: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the forms made from a name with their kinds; ``none`` marks a language's name."""
    if "[" in form:
        return
    if form.isascii():
        yield form.replace(" ", "　").translate(WIDE), kind
    elif kind == "name" and not form.endswith(("人", "領", "政府")):
        yield f"{form}人", "demonym"
        yield f"{form}語", "none"


def cleaned(name: str) -> str | None:
    """Return a CLDR name as the press prints it, or ``None`` where it does not."""
    return None if any(mark in name for mark in "(（・＝") and "(" in name else name


def city_forms(city: dict[str, Any]) -> Iterator[str]:
    """Yield the forms in which Japanese news prints a city: katakana, or kanji with 市."""
    if city["population"] < SMALLEST:
        return
    for name in city["alternatenames"]:
        form = name.removesuffix("市") if KATAKANA_NAME.fullmatch(name[:-1] or name) else name
        if KATAKANA_NAME.fullmatch(form) and form not in TRAPS and len(form.strip("ー")) > 2:
            yield form.replace("＝", "・")
            yield form.replace("＝", "").replace("・", "")
        elif city["countrycode"] == "JP" and re.fullmatch("[一-鿿ヶノ]{2,5}市", form):
            yield form
