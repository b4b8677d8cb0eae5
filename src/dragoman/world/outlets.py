"""Newspapers, broadcasters and agencies: their names, countries and languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.world.tables import read_rows

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Outlet:
    """A site of news: its name, the state (alpha-3) it is of, and the languages of its pages."""

    domain: str
    name: str
    country: str | None
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Agencies:
    """News agencies by the forms of their names; ``names`` maps a form to the English name."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]

    def named_in(self, words: str) -> tuple[str, ...]:
        """Return the English names of the agencies named in a credit line, in order."""
        found = (self.names[form.group().casefold()] for form in self.pattern.finditer(words))
        return tuple(dict.fromkeys(found))


@cache
def _outlets() -> Mapping[str, Outlet]:
    rows = (row.cells for row in read_rows(FOLDER / "outlets.tsv", 4, needed=2))
    return {
        domain: Outlet(domain, name, country or None, tuple(filter(None, tongues.split(","))))
        for domain, name, country, tongues in rows
    }


@cache
def _endings() -> Mapping[str, tuple[str, str]]:
    rows = (row.cells for row in read_rows(FOLDER / "domains.tsv", 3, needed=2))
    return {ending: (country, language) for ending, country, language in rows}


@cache
def agencies() -> Agencies:
    """Return the news agencies of ``agencies.tsv``."""
    rows = [row.cells for row in read_rows(FOLDER / "agencies.tsv", 3, needed=2)]
    names = {form.casefold(): name for form, name, _ in rows}
    forms = sorted((form for form, _, _ in rows), key=len, reverse=True)
    edge = "A-Za-zÀ-ỹА-Яа-яЁё0-9"
    joined = "|".join(map(re.escape, forms))
    return Agencies(names, re.compile(f"(?<![{edge}])(?:{joined})(?![{edge}])", re.IGNORECASE))


def domain_of(url: str | None) -> str | None:
    """Return the host of an address without ``www.``, or ``None``."""
    try:
        host = urlsplit(url if "//" in (url or "") else f"//{url}").hostname if url else None
    except ValueError:
        return None
    return host.lower().removeprefix("www.").removeprefix("m.") if host and "." in host else None


def outlet_of(url: str | None) -> Outlet | None:
    """Return the outlet of an address; one not in the table is known by its domain alone."""
    domain = domain_of(url)
    if not domain:
        return None
    edition = _edition(url or "", domain)
    parts = domain.split(".")
    for first in range(len(parts) - 1):
        known = _outlets().get(".".join(parts[first:]))
        if known:
            tongues = edition or known.languages
            return Outlet(domain, known.name, known.country, tongues)
    country, language = _endings().get(parts[-1], ("", ""))
    languages = edition or ((language,) if language else ())
    return Outlet(domain, domain, country or None, languages)


def _edition(url: str, domain: str) -> tuple[str, ...]:
    """Return the language that the first label or folder of an address names."""
    rows = _editions()
    path = urlsplit(url if "//" in url else f"//{url}").path.strip("/").split("/")
    marks = (domain.partition(".")[0], path[0].lower() if len(path) > 1 else "")
    return next(((rows[mark],) for mark in marks if mark in rows), ())


@cache
def _editions() -> Mapping[str, str]:
    rows = (row.cells for row in read_rows(FOLDER / "editions.tsv", 2, needed=2))
    return {mark: language for mark, language, *_ in rows}
