"""What a source holds: items, each of which may become one article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dragoman.core.records import Article
from dragoman.intake import IntakeError, IntakeOptions, article_of, read_article
from dragoman.languages.tables import language_codes
from dragoman.library.feeds import Entry
from dragoman.reader import inferred_reference
from dragoman.store.appearances import Arrival
from dragoman.store.fetched import Fetched
from dragoman.world.outlets import domain_of

_CAMPAIGN = re.compile(r"utm_|fbclid|gclid|yclid|mc_[ce]id|igshid|at_medium|at_campaign")
# The names under which tables and feeds keep what an article needs, the first that is filled.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article", "content_text", "plain_text"),
    "html": ("html", "content_html", "raw_html"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url", "documentidentifier"),
    "published": ("published", "date", "publication_date", "date_publish", "published_at", "day"),
    "language": ("language", "lang"),
    "outlet": ("outlet", "publisher", "source_domain", "site", "domain"),
    "id": ("id", "guid", "doc_id"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One article as its source has it: text, or bytes that are yet to be made out.

    ``name`` is how errors speak of it; ``key`` is what its versions share where it has no
    address; ``outlet`` is told by the source where the page tells none; ``fetched`` is the
    version that a server sent, to be remembered once the article is kept.
    """

    name: str
    text: str | None = None
    data: bytes | None = None
    title: str | None = None
    outlet: str | None = None
    key: str | None = None
    options: IntakeOptions = field(default_factory=IntakeOptions)
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a source that cannot become an article, and why."""

    name: str
    reason: str


def arrival_of(item: Item) -> Arrival:
    """Return the article of an item. Raises ``IntakeError`` where there is none in it."""
    options = replace(item.options, infer=inferred_reference)
    try:
        if item.text is not None:
            article = article_of(item.text, options, title=item.title)
        else:
            article = read_article(item.data or b"", options)
    except IntakeError as problem:
        raise IntakeError(item.name, problem.reason) from None
    if item.outlet and article.outlet in (None, domain_of(article.url)):
        article = replace(article, outlet=item.outlet)
    if item.title and not article.title:
        article = replace(article, title=item.title)
    return Arrival(article, series_of(article, item.key))


def series_of(article: Article, key: str | None) -> str | None:
    """Return what the versions of an article share: its address, else its place in a source."""
    return plain_address(article.url) if article.url else key


def plain_address(url: str) -> str:
    """Return an address without what does not change the page: fragment, campaign marks, case.

    >>> plain_address("HTTPS://Example.org/a?utm_source=x&id=2#top")
    'https://example.org/a?id=2'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    kept = [(k, v) for k, v in parse_qsl(parts.query, True) if not _CAMPAIGN.match(k.lower())]
    host = parts.netloc.lower()
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", urlencode(kept), ""))


def item_of_row(row: Mapping[str, Any], place: str, options: IntakeOptions) -> Item | Fault | Entry:
    """Return the item of a row of a table, by the names of its columns.

    A row that has an address and no text is an entry whose page is yet to be fetched.
    """
    low = {str(name).lower(): value for name, value in row.items()}
    found = {what: _filled(low, names) for what, names in FIELDS.items()}
    ident = found["id"]
    name = f"{place} ({ident})" if ident else place
    text, html = found["text"], found["html"]
    if not text and not html:
        if found["url"]:
            return Entry(found["url"], found["title"], found["published"])
        return Fault(name, "no text and no address in it")
    tongue = (found["language"] or "").lower().replace("_", "-").split("-")[0]
    options = replace(
        options,
        url=found["url"] or options.url,
        published=options.published or _day(found["published"]),
        language=options.language or (tongue if tongue in language_codes() else None),
        format="text" if text else "html",
    )
    key = f"{place.rpartition(':')[0]}#{ident}" if ident else None
    data = None if text else (html or "").encode("utf-8", "surrogatepass")
    return Item(name, text, data, found["title"], found["outlet"], key, options)


def _filled(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first of these columns that holds something, as text."""
    for name in names:
        value = row.get(name)
        if value is not None and (words := str(value).strip()):
            return str(value) if name in FIELDS["text"] else words
    return None


def _day(text: str | None) -> str | None:
    from dragoman.intake.publication import iso_day

    return iso_day(text)
