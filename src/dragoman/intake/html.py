"""The article on an HTML page: its words, and what its head says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from dragoman.core.records import Notice
from dragoman.intake.options import IntakeError
from dragoman.intake.page import Page
from dragoman.intake.publication import iso_day

LONGEST = 16_000_000
DEEPEST = 200
LEAST = 200
ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage")
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|meta|p)\b[^>]{0,400}>", re.I)
_TAG = re.compile(r"<(/?)(div|span|ul|ol|table|section|article|font|b|i|em|blockquote)\b")
_SPACES = re.compile(r"[ \t\xa0]+")
_LINES = re.compile(r"\s*\n\s*")
_META = {
    "title": ("og:title", "twitter:title", "headline", "title"),
    "url": ("og:url", "twitter:url"),
    "outlet": ("og:site_name", "application-name", "publisher"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
        "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
        "sailthru.date", "parsely-pub-date", "article:modified_time",
    ),
    "language": ("og:locale", "content-language", "language", "inlanguage"),
}  # fmt: skip


def looks_like_html(text: str, suffix: str = "") -> bool:
    """Tell whether a text is an HTML page, by its file's ending or its first tags."""
    head = text[:4000].lstrip("\ufeff \t\r\n")
    if suffix in (".html", ".htm", ".xhtml"):
        return True
    return head.startswith("<") and bool(_MARKUP.search(head))


def html_page(name: str, html: str, url: str | None = None) -> Page:
    """Return the page with its main text; raises ``IntakeError`` where there is none."""
    if len(html) > LONGEST:
        raise IntakeError(
            name, f"an HTML page longer than {LONGEST // 1_000_000} million characters"
        )
    if _depth(html) > 20 * DEEPEST:
        raise IntakeError(name, "an HTML page nested too deeply")
    tree = HTMLTree.parse(html)
    if not tree.body:
        raise IntakeError(name, "HTML without text")
    head = _head(tree)
    text, removed = _main_text(tree, html)
    if not re.search(r"\w", text):
        raise IntakeError(name, "HTML without text")
    published = iso_day(head.get("published")) or _found_date(html, url)
    return Page(
        text,
        title=head.get("title") or _page_title(tree),
        url=head.get("url"),
        outlet=head.get("outlet"),
        language=head.get("language"),
        published=published,
        notices=removed,
    )


def _depth(html: str) -> int:
    deepest = depth = 0
    for found in _TAG.finditer(html):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _main_text(tree: HTMLTree, html: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the main text and a notice of how much of the page was left out."""
    body = _tidy(extract_plain_text(tree, main_content=True, list_bullets=False, alt_texts=False))
    whole = _tidy(extract_plain_text(tree, list_bullets=False, alt_texts=False))
    if len(body) < LEAST or len(body) * 20 < len(whole):
        body = max(body, _second_opinion(html), key=len) or whole
    if len(body) >= len(whole):
        return body, ()
    kept = set(body.split("\n"))
    left = [line for line in whole.split("\n") if line not in kept]
    shown = " / ".join(left)
    shown = shown if len(shown) <= 200 else shown[:199] + "…"
    return body, (Notice("furniture-removed", f"left out of the page: {shown}"),) if left else ()


def _second_opinion(html: str) -> str:
    if _depth(html) > DEEPEST:
        return ""
    from trafilatura import extract  # (slow to load and seldom needed)

    return _tidy(extract(html, include_comments=False, include_tables=False) or "")


def _tidy(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def _found_date(html: str, url: str | None) -> str | None:
    if _depth(html) > DEEPEST:
        return None
    from htmldate import find_date  # (slow to load and seldom needed)

    return iso_day(find_date(html, extensive_search=False, original_date=True, url=url))


def _head(tree: HTMLTree) -> dict[str, str]:
    """Return what linked data, meta tags and the page itself say, the first that speaks."""
    found: dict[str, str] = {}
    for field, value in (*_linked(tree), *_meta(tree), *_elements(tree)):
        words = " ".join(value.split())
        if words and not (field == "published" and not iso_day(words)):
            found.setdefault(field, words)
    return found


def _select(tree: HTMLTree, selector: str) -> Iterator[ElementNode]:
    if tree.document:
        yield from tree.document.query_selector_all(selector)


def _value(node: ElementNode, *names: str) -> str:
    """Return the first of these attributes that the element has, or an empty string."""
    return next((str(value) for value in map(node.getattr, names) if value), "")


def _meta(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    said: dict[str, str] = {}
    for node in _select(tree, "meta[content]"):
        name = _value(node, "property", "name", "itemprop", "http-equiv")
        said.setdefault(name.lower(), _value(node, "content"))
    for field, names in _META.items():
        for name in names:
            if said.get(name):
                yield field, said[name]


def _elements(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    for node in _select(tree, "link[rel=canonical]"):
        if _value(node, "href").startswith("http"):
            yield "url", _value(node, "href")
    for node in _select(tree, "html"):
        yield "language", _value(node, "lang")
    for node in _select(tree, "time[datetime]"):
        yield "published", _value(node, "datetime")


def _page_title(tree: HTMLTree) -> str | None:
    return " ".join((tree.title or "").split()) or None


def _linked(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    """Yield what the page's linked data (JSON-LD) says of the article."""
    for node in _select(tree, 'script[type="application/ld+json"]'):
        try:
            said = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(said):
            if set(_types(thing)) & set(ARTICLE_TYPES):
                yield from _article_fields(thing)


def _things(said: Any) -> Iterator[Mapping[str, Any]]:
    pending = [said]
    while pending:
        thing = pending.pop(0)
        if isinstance(thing, list):
            pending.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            pending.extend(thing.get("@graph") or ())


def _types(thing: Mapping[str, Any]) -> tuple[str, ...]:
    kind = thing.get("@type", "")
    return tuple(map(str, kind)) if isinstance(kind, list) else (str(kind),)


def _article_fields(thing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = {
        "title": "headline",
        "published": "datePublished",
        "language": "inLanguage",
        "url": "url",
    }
    for field, name in names.items():
        if isinstance(thing.get(name), str):
            yield field, thing[name]
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "outlet", publisher["name"]
