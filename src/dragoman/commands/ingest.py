"""``dragoman ingest``: sources into a store."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from dragoman.commands.screen import complain, write
from dragoman.intake import IntakeOptions
from dragoman.library.feeds import Entry
from dragoman.library.fetching import Fetcher
from dragoman.library.ingest import Intake
from dragoman.library.items import Fault, Item
from dragoman.library.sources import items_of
from dragoman.library.web import Web
from dragoman.store import Store
from dragoman.store.fetched import Fetched, fetched_before
from dragoman.world import load_world

Thing = TypeVar("Thing")


def ingest_sources(
    sources: Sequence[str], options: IntakeOptions, path: Path, *, private: bool = False
) -> int:
    """Take sources into a store, say what came of it, and return the exit status."""
    load_world()  # a table that cannot be read is no fault of the first article
    with Store(path) as store:
        intake = Intake(store, complain)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            web = Web(Fetcher(private=private), partial(fetched_before, store))
            for _ in _shown(intake.take(_all(sources, options, web))):
                pass
        except KeyboardInterrupt:
            intake.write()
            complain("stopped; what was read is kept, and the same command goes on from there")
            return 130
        counts = store.counts()
    write([intake.summary()])
    write([", ".join(f"{count:,} {name}" for name, count in counts.items())])
    return 1 if intake.counts["failed"] else 0


def _all(
    sources: Iterable[str], options: IntakeOptions, web: Web
) -> Iterator[Item | Fault | Fetched]:
    for source in sources:
        if source.lower().startswith(("http://", "https://")):
            yield from web.items(source, options)
            continue
        for item in items_of(source, options):
            if isinstance(item, Entry):
                yield from web.behind(item, options)
            else:
                yield item


def _shown(things: Iterable[Thing]) -> Iterable[Thing]:
    """Return the same, with a count on the terminal while they pass."""
    if not sys.stderr.isatty():
        return things
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    def passing() -> Iterator[Thing]:
        columns = (TextColumn("Taking in"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("", total=None)
            for thing in things:
                progress.advance(task)
                yield thing

    return passing()
