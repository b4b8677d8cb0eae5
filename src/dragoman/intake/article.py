"""An article put together from a page and from what was given beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.core.furniture import Block, apart_notices, blocks_of
from dragoman.core.identity import digest
from dragoman.core.records import Article, Interval
from dragoman.intake.encoding import decoded
from dragoman.intake.html import html_page, looks_like_html
from dragoman.intake.options import IntakeError, IntakeOptions
from dragoman.intake.page import Page, plain_page, without_markup
from dragoman.intake.publication import day_in_url, iso_day
from dragoman.intake.source import Source, source_of
from dragoman.intake.tongue import base_of, language_of
from dragoman.languages.furniture import furniture_rules
from dragoman.languages.tables import language_codes
from dragoman.world.outlets import Outlet, agencies, outlet_of

_ADDRESS = re.compile(r"https?://[^\s<>\"'）)」』]+")
_READABLE = re.compile(r"\w")
_PLAIN = IntakeOptions()


@dataclass(frozen=True, slots=True)
class _Head:
    """What is known of an article beside its text and its blocks."""

    url: str | None
    outlet: Outlet | None
    language: str
    published: str | None
    basis: str


def read_article(source: Path | str | bytes, options: IntakeOptions = _PLAIN) -> Article:
    """Return the article of a file, of standard input (``-``) or of bytes.

    Raises ``IntakeError`` for what is empty, binary, unreadable, without text or in no language
    that can be read, and for a date given that is none.
    """
    given = source_of(source)
    text = decoded(given, options.encoding)
    page = _page(given, text.text, options)
    page = replace(page, notices=(*text.notices, *page.notices))
    return _article(page, options, given.name)


def article_of(text: str, options: IntakeOptions = _PLAIN, *, title: str | None = None) -> Article:
    """Return the article of a plain text, stored as it is; offsets count in the text given."""
    return _article(Page(text, title=title), options, "text")


def _page(source: Source, text: str, options: IntakeOptions) -> Page:
    kind = options.format or {".md": "markdown", ".markdown": "markdown"}.get(source.suffix)
    if kind == "html" or (kind is None and looks_like_html(text, source.suffix)):
        return html_page(source.name, text, options.url)
    page = plain_page(text)
    return without_markup(page) if kind == "markdown" else page


def _article(page: Page, options: IntakeOptions, name: str) -> Article:
    if not _READABLE.search(page.text):
        raise IntakeError(name, "empty" if not page.text.strip() else "no words in it")
    language = _language(page, options, name)
    blocks = blocks_of(page.text, furniture_rules(language))
    head = _head(page, options, blocks, language, name)
    notices = (*page.notices, *apart_notices(page.text, blocks))
    return Article(
        id=digest(head.url or "", page.text),
        url=head.url,
        outlet=page.outlet or (head.outlet.name if head.outlet else None),
        outlet_country=head.outlet.country if head.outlet else None,
        title=page.title,
        language=language,
        translated_from=_translated_from(head),
        published=head.published,
        reference=_reference(head, page.text, options),
        credits=_credits(blocks),
        text=page.text,
        notices=notices,
    )


def _language(page: Page, options: IntakeOptions, name: str) -> str:
    known = ", ".join(language_codes())
    if options.language:
        code = base_of(options.language)
        if code not in language_codes():
            raise IntakeError(name, f"language {options.language!r} cannot be read (only {known})")
        return code
    found, likeliest = language_of(f"{page.title or ''}\n{page.text}", page.language)
    if not found:
        raise IntakeError(name, f"its language ({likeliest}) cannot be read (only {known})")
    return found


def _head(
    page: Page, options: IntakeOptions, blocks: Sequence[Block], language: str, name: str
) -> _Head:
    url = options.url or page.url or _source_url(blocks, page.text)
    given = iso_day(options.published)
    if options.published and not given:
        raise IntakeError(name, f"{options.published!r} is no date (expected YYYY-MM-DD)")
    published = given or page.published or day_in_url(url)
    basis = "given" if given else "metadata" if published else "unknown"
    return _Head(url, outlet_of(url), language, published, basis)


def _source_url(blocks: Iterable[Block], text: str) -> str | None:
    """Return the address that a line naming the article's source holds."""
    for block in blocks:
        found = _ADDRESS.search(text, block.start, block.stop) if block.kind == "source" else None
        if found:
            return found.group().rstrip(".,;")
    return None


def _reference(head: _Head, text: str, options: IntakeOptions) -> Interval:
    if head.published:
        return Interval(head.published, head.published, "day", basis=head.basis)
    found = options.infer(text, head.language) if options.infer else None
    return replace(found, basis="inferred") if found else Interval(None, None)


def _credits(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the agencies and sources that captions, datelines and source lines name, in order."""
    found: list[str] = []
    for block in blocks:
        if block.credit and not _ADDRESS.match(block.credit):
            named = agencies().named_in(block.credit)
            found.extend(named or ((block.credit,) if block.kind == "source" else ()))
    return tuple(dict.fromkeys(found))


def _translated_from(head: _Head) -> str | None:
    """Return the language of the source's pages where it is one other than the text's."""
    languages = head.outlet.languages if head.outlet else ()
    return languages[0] if len(languages) == 1 and head.language not in languages else None
