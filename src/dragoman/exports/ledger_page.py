"""The ledger as a page and as plain values: each pledge with what was later reported of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from dragoman.core.knowledge import World
from dragoman.core.ledger import Entry, Pledge
from dragoman.core.records import Article, Figure
from dragoman.exports.entries import entry_of
from dragoman.exports.layout import Lines, heading, quotation, row, wrapped
from dragoman.exports.objects import object_of
from dragoman.exports.terminal import shown

STATES = ("open", "postponed", "fulfilled", "missed", "called-off")


def ledger_page(
    entries: Sequence[Entry], articles: Mapping[str, Article], world: World, width: int = 100
) -> Lines:
    """Yield the lines of a ledger, by the state of its entries; articles are given by id."""
    if not entries:
        yield from wrapped(Text("No promise and no target in these articles."), width)
    for state in STATES:
        found = [entry for entry in entries if entry.state == state]
        if found:
            yield from heading(state.replace("-", " ").capitalize(), len(found))
        for entry in found:
            yield from _pledge(entry, articles, world, width)


def _pledge(entry: Entry, articles: Mapping[str, Article], world: World, width: int) -> Lines:
    """Yield the rows of an entry: the pledge with its words, then each report."""
    told = entry_of(entry.pledge, world)
    source = _source(entry.pledge, articles)
    bodies = [told.head.append(f"  {source}", "blue")]
    bodies.append(quotation(entry.pledge.evidence, _words(entry.pledge), ""))
    for report in entry.reports:
        line = Text(f"{report.effect.replace('-', ' ')}: ", "bold")
        line.append_text(entry_of(report.record, world).head)
        bodies.append(line.append(f"  {_source(report.record, articles)}", "blue"))
    yield from row(told.when, bodies, width)


def _words(record: Pledge) -> Any:
    """Return the passage to mark in the evidence."""
    return record.span if isinstance(record, Figure) else record.trigger


def _source(record: Pledge, articles: Mapping[str, Article]) -> str:
    """Return the outlet and day of the article that holds a record."""
    article = articles.get(record.article)
    if article is None:
        return ""
    parts = (article.outlet, article.published)
    return "[" + ", ".join(shown(part) for part in parts if part) + "]"


def ledger_objects(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return the entries as nested plain values."""
    return [
        {
            "state": entry.state,
            "due": {"start": entry.due.start, "stop": entry.due.stop},
            "pledge": object_of(entry.pledge),
            "reports": [{"effect": r.effect, "record": object_of(r.record)} for r in entry.reports],
        }
        for entry in entries
    ]
