"""Articles as they are cited: CSL-JSON and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.core.records import Article, Reading
from dragoman.exports.objects import to_json

_SPECIAL = re.compile(r"[\\{}%$#&_~^]")
_NAMES = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}


def csl_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the lines of one JSON list with an item for each article (CSL-JSON 1.0)."""
    opening = "["
    for reading in readings:
        yield opening
        yield to_json(csl_item(reading.article))
        opening = ","
    yield "]" if opening == "," else "[]"


def csl_item(article: Article) -> dict[str, Any]:
    """Return the item of an article; what is not known is left out."""
    day = article.published
    found = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.outlet,
        "URL": article.url,
        "language": article.language,
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]} if day else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def bibtex_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield an entry for each article, its fields on lines of their own."""
    for reading in readings:
        article = reading.article
        fields = {
            "title": article.title,
            "journal": article.outlet,
            "date": article.published,
            "url": article.url,
            "langid": article.language,
        }
        yield f"@article{{{article.id},"
        for name, value in fields.items():
            if value:
                yield f"  {name} = {{{_escaped(value) if name != 'url' else _address(value)}}},"
        yield "}"


def _escaped(text: str) -> str:
    """Return a text in which BibTeX obeys nothing."""
    words = " ".join(text.split())
    return _SPECIAL.sub(lambda found: _NAMES.get(found[0], f"\\{found[0]}"), words)


def _address(url: str) -> str:
    """Return an address without the letters that would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
