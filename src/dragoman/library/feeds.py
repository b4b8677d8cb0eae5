"""Lists of articles on the web: RSS, Atom and JSON feeds, OPML, sitemaps, GDELT article lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

MOST = 50_000  # entries of one list


@dataclass(frozen=True, slots=True)
class Entry:
    """A link to an article, or to a further list, with what the list tells of it."""

    address: str
    title: str | None = None
    published: str | None = None
    content: str | None = None
    is_list: bool = False


def entries_of(data: bytes, kind: str, address: str) -> list[Entry] | None:
    """Return the entries of a list in the order it has them, or ``None`` where it is no list."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        return _of_json(data, address)
    if not start.startswith(b"<") or "html" in kind or start[:200].lower().startswith(b"<!doctype"):
        return None
    root = _parsed(data)
    if root is None:
        return None
    read = _READERS.get(_name(root))
    return list(read(root, address))[:MOST] if read else None


def _parsed(data: bytes) -> etree._Element | None:
    """Return the tree of an XML text; nothing outside it is read, and no entity is unfolded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _lies(data, root):
        return _as_utf8(data)
    return root


def _lies(data: bytes, root: etree._Element) -> bool:
    """Tell whether a text declares an encoding other than the UTF-8 that it is in."""
    declared = (root.getroottree().docinfo.encoding or "utf-8").lower()
    if declared in ("utf-8", "utf8", "us-ascii", "ascii") or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _as_utf8(data: bytes) -> etree._Element | None:
    """Return the tree of a text read as UTF-8, whatever it declares."""
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, recover=True, load_dtd=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _texts(element: etree._Element) -> dict[str, str]:
    """Return the texts of an element's children by name, the first of each."""
    found: dict[str, str] = {}
    for child in element:
        text = "".join(map(str, child.itertext())).strip()
        if text:
            found.setdefault(_name(child), text)
    return found


def _rss(root: etree._Element, address: str) -> Iterator[Entry]:
    for item in root.iter("{*}item"):
        texts = _texts(item)
        link = texts.get("link") or texts.get("guid")
        if link:
            content = texts.get("encoded") or texts.get("description")
            day = texts.get("pubdate") or texts.get("date")
            yield Entry(urljoin(address, link), texts.get("title"), day, content)


def _atom(root: etree._Element, address: str) -> Iterator[Entry]:
    for entry in root.iter("{*}entry"):
        texts = _texts(entry)
        links = [c for c in entry if _name(c) == "link" and c.get("href")]
        best = next((c for c in links if c.get("rel", "alternate") == "alternate"), None)
        if best is not None:
            day = texts.get("published") or texts.get("updated")
            content = texts.get("content") or texts.get("summary")
            link = urljoin(address, str(best.get("href")))
            yield Entry(link, texts.get("title"), day, content)


def _opml(root: etree._Element, address: str) -> Iterator[Entry]:
    for outline in root.iter("{*}outline"):
        link = outline.get("xmlUrl")
        if link:
            yield Entry(urljoin(address, str(link)), is_list=True)


def _sitemap(root: etree._Element, address: str) -> Iterator[Entry]:
    for url in root.iter("{*}url"):
        texts = _texts(url)
        news = next((_texts(c) for c in url if _name(c) == "news"), {})
        if texts.get("loc"):
            day = news.get("publication_date")
            yield Entry(urljoin(address, texts["loc"]), news.get("title"), day)


def _sitemaps(root: etree._Element, address: str) -> Iterator[Entry]:
    for sitemap in root.iter("{*}sitemap"):
        link = _texts(sitemap).get("loc")
        if link:
            yield Entry(urljoin(address, link), is_list=True)


_READERS = {
    "rss": _rss,
    "rdf": _rss,
    "feed": _atom,
    "opml": _opml,
    "urlset": _sitemap,
    "sitemapindex": _sitemaps,
}


def _of_json(data: bytes, address: str) -> list[Entry] | None:
    """Return the entries of a JSON feed or of a list of articles as GDELT gives it."""
    try:
        found = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    things = found.get("items") or found.get("articles") if isinstance(found, dict) else None
    if not isinstance(things, list):
        return None
    entries = (_json_entry(thing, address) for thing in things[:MOST] if isinstance(thing, dict))
    return [entry for entry in entries if entry]


def _json_entry(thing: dict[str, Any], address: str) -> Entry | None:
    link = thing.get("url") or thing.get("external_url")
    if not isinstance(link, str):
        return None
    content = thing.get("content_html") or thing.get("content_text")
    day = thing.get("date_published") or thing.get("seendate")
    title = thing.get("title")
    return Entry(
        urljoin(address, link),
        str(title) if title else None,
        str(day) if day else None,
        str(content) if content else None,
    )
