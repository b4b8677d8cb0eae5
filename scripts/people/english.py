"""English titles and roles: plurals and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

SMALL = {"of", "the", "and", "for", "to", "a", "d'affaires", "in"}
ABBREVIATIONS = {
    "un",
    "eu",
    "nato",
    "imf",
    "iaea",
    "who",
    "wto",
    "cia",
    "fbi",
    "ceo",
    "mp",
    "mps",
    "gru",
    "fsb",
    "sandf",
    "bjp",
    "idf",
    "pla",
    "tv",
    "ngo",
    "ngos",
    "u.n.",
}


def english_roles(form: str, kind: str) -> Iterator[str]:
    """Yield a title or role in small letters and with capitals, roles in the plural too."""
    if form.startswith("^"):
        yield form[1:].title()
        return
    singular, sign, plural = form.partition("=")
    forms = [singular]
    if kind == "role":
        forms += [plural] if plural else [] if sign else [plural_of(singular)]
    for one in forms:
        yield from cased(one)


def cased(form: str) -> Iterator[str]:
    """Yield a form in small letters, abbreviations apart, and with capital letters."""
    words = form.split(" ")
    small = [w.upper() if w in ABBREVIATIONS else w for w in words]
    large = [w.upper() if w in ABBREVIATIONS else w if w in SMALL else capital(w) for w in words]
    yield " ".join(small)
    yield " ".join(large)


def capital(word: str) -> str:
    """Return a word with capitals after hyphens too."""
    return re.sub(r"(?:^|-)[a-z]", lambda m: m.group().upper(), word)


def plural_of(form: str) -> str:
    """Return the plural of an English noun."""
    if re.search(r"[^aeiou]y$", form):
        return form[:-1] + "ies"
    return form + ("es" if re.search(r"(?:s|x|ch|sh)$", form) else "s")
