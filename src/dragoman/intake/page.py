"""What a file or page says of itself beside its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.core.records import Notice
from dragoman.intake.publication import iso_day

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_-]{2,30})\s*:\s*(.*)")
_HEADING = re.compile(r"\s*#\s+([^\n]{1,300})\n")
_GOES_ON = re.compile(r"[a-zà-öø-ÿа-яё]")
WIDEST = 120
_ALIASES = {
    "link": "url", "source": "url", "canonical": "url", "site": "outlet", "publisher": "outlet",
    "date": "published", "published_at": "published", "lang": "language", "headline": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page and what its head says: all but ``text`` as printed, or null."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    notices: tuple[Notice, ...] = ()


def plain_page(text: str) -> Page:
    """Return the page of a plain text or Markdown file; a front-matter block is its head."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FRONT.match(text[:20_000])
    if not found:
        return _unwrapped(Page(text))
    fields, odd = _fields(found[1])
    page = Page(
        text[found.end() :].lstrip("\n"),
        title=fields.get("title"),
        url=fields.get("url"),
        outlet=fields.get("outlet"),
        language=fields.get("language"),
        published=iso_day(fields.get("published")),
        notices=odd,
    )
    if fields.get("published") and not page.published:
        message = f"the front matter's date is no date: {fields['published'][:60]}"
        page = replace(page, notices=(*odd, Notice("no-date", message)))
    return _unwrapped(page)


def _unwrapped(page: Page) -> Page:
    """Return the page with its lines joined where they were filled to a fixed width.

    A line break is one of the filling where the next line's first word would not have fitted;
    a blank takes its place, so that offsets stay as they were in the file.
    """
    lines = page.text.split("\n")
    width = max(map(len, lines))
    goes_on = sum(bool(_GOES_ON.match(line)) for line in lines)
    if width > WIDEST or goes_on < 3 or goes_on * 5 < len(lines):
        return page
    parts = [lines[0]]
    for before, line in pairwise(lines):
        word = line.split(" ", 1)[0]
        filled = before.strip() and word and len(before) + 1 + len(word) > width
        parts.append((" " if filled else "\n") + line)
    notice = Notice("lines-joined", f"lines broken at {width} characters were joined")
    return replace(page, text="".join(parts), notices=(*page.notices, notice))


def _fields(block: str) -> tuple[dict[str, str], tuple[Notice, ...]]:
    fields: dict[str, str] = {}
    odd: list[Notice] = []
    for line in block.splitlines():
        found = _FIELD.fullmatch(line.strip())
        if found:
            name = found[1].lower()
            value = found[2].strip().strip("\"'").strip()
            fields.setdefault(_ALIASES.get(name, name), value)
        elif line.strip() and not line.lstrip().startswith(("#", "-")):
            odd.append(
                Notice("front-matter", f"a line that could not be read: {line.strip()[:60]}")
            )
    return {name: value for name, value in fields.items() if value}, tuple(odd)


def without_markup(page: Page) -> Page:
    """Return a Markdown page whose first heading, where it has no title yet, is the title."""
    found = _HEADING.match(page.text[:400])
    if not found or (page.title and page.title != found[1].strip()):
        return page
    return replace(page, title=found[1].strip(), text=page.text[found.end() :].lstrip("\n"))
