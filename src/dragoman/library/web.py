"""Articles on the web: pages, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.intake import IntakeOptions
from dragoman.intake.publication import iso_day
from dragoman.library.addresses import FetchError
from dragoman.library.feeds import Entry, entries_of
from dragoman.library.fetching import Answer, Fetcher
from dragoman.library.items import Fault, Item, plain_address
from dragoman.store.fetched import Fetched

DEEPEST = 3  # a list of lists of feeds
ENOUGH = 400  # letters of an entry's own content that make up for a page that cannot be had
Found = Iterator[Item | Fault | Fetched]


@dataclass
class Web:
    """Follows addresses to articles; ``before`` tells what was fetched in earlier runs."""

    fetcher: Fetcher
    before: Callable[[str], Fetched | None] = lambda _: None

    def items(self, address: str, options: IntakeOptions, depth: int = 0) -> Found:
        """Yield the articles behind an address: its own, or those of a list.

        After a list comes its version, which may be remembered once all before it is kept.
        """
        answer = self._answer(address)
        if isinstance(answer, Fault):
            yield answer
            return
        if answer.data is None:
            return
        entries = entries_of(answer.data, answer.kind, answer.address)
        if entries is None:
            yield self._page(address, answer, Entry(address), options)
            return
        for entry in entries:
            yield from self.behind(entry, options, depth + 1)
        yield answer.version

    def behind(self, entry: Entry, options: IntakeOptions, depth: int = 1) -> Found:
        """Yield what an entry leads to: an article, or those of a further list."""
        if not entry.is_list:
            yield from self.article(entry, options)
        elif depth <= DEEPEST:
            yield from self.items(entry.address, options, depth)

    def _answer(self, address: str) -> Answer | Fault:
        try:
            return self.fetcher.fetch(address, self.before(address))
        except FetchError as problem:
            return Fault(address, str(problem))

    def article(self, entry: Entry, options: IntakeOptions) -> Found:
        """Yield the article of an entry: the page, else what the entry holds itself."""
        answer = self._answer(entry.address)
        if isinstance(answer, Fault):
            long = entry.content is not None and len(entry.content) >= ENOUGH
            yield self._own(entry, options) if long else answer
        elif answer.data is not None:
            yield self._page(entry.address, answer, entry, options)

    def _page(self, address: str, answer: Answer, entry: Entry, options: IntakeOptions) -> Item:
        """Return the item of a page that was fetched."""
        options = replace(
            options,
            url=plain_address(answer.address),
            published=options.published or iso_day(entry.published),
            encoding=options.encoding or _charset(answer),
            format="html" if "html" in answer.kind else options.format,
        )
        return Item(
            address,
            data=answer.data,
            title=entry.title,
            key=plain_address(address),
            options=options,
            fetched=answer.version,
        )

    def _own(self, entry: Entry, options: IntakeOptions) -> Item:
        """Return the item of what a feed holds of an article."""
        day = options.published or iso_day(entry.published)
        options = replace(options, url=plain_address(entry.address), published=day, format="html")
        page = f"<html><body><article>{entry.content}</article></body></html>"
        data = page.encode("utf-8", "surrogatepass")
        return Item(entry.address, data=data, title=entry.title, options=options)


def _charset(answer: Answer) -> str | None:
    """Return the encoding that the server names, where the page can be read in it."""
    name = answer.kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not name or answer.data is None:
        return None
    try:
        answer.data.decode(name)
    except (LookupError, ValueError):
        return None
    return name
