"""A dossier as a page: timeline, statements, figures, ties, and the sources that they cite."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dragoman.core.knowledge import World
from dragoman.core.records import Figure, Statement
from dragoman.exports.dates import interval_words
from dragoman.exports.dossier import Cited, Dossier, Source
from dragoman.exports.entries import entry_of
from dragoman.exports.layout import Lines, heading, quotation, row, wrapped
from dragoman.exports.terminal import shown


def dossier_page(dossier: Dossier, world: World, width: int = 100) -> Lines:
    """Yield the lines of a dossier."""
    yield Text(" — ".join(_name(side, world) for side in dossier.sides), "bold")
    yield Text(_size(dossier), "dim")
    sections = (
        ("Timeline", dossier.events),
        ("Statements", dossier.statements),
        ("Figures", dossier.figures),
        ("Ties", dossier.ties),
    )
    for name, entries in sections:
        yield from _section(name, entries, world, width)
    if dossier.sources:
        yield from heading("Sources", len(dossier.sources))
    for source in dossier.sources:
        yield from row(f"[{source.number}]", [Text(citation(source))], width)


def _name(side: str, world: World) -> str:
    """Return the English name of a party by its id."""
    known = world.entities.get(side)
    return known.name if known else side


def _size(dossier: Dossier) -> str:
    """Return how much there is."""
    kinds = ("events", "statements", "figures", "ties", "sources")
    counts = ((kind, len(getattr(dossier, kind))) for kind in kinds)
    return " · ".join(f"{n} {kind if n != 1 else kind.removesuffix('s')}" for kind, n in counts)


def _section(name: str, entries: Sequence[Cited], world: World, width: int) -> Lines:
    """Yield a heading and its rows, each with its citations and the words quoted."""
    if entries:
        yield from heading(name, len(entries))
    for cited in entries:
        record = cited.record
        entry = entry_of(record, world)
        marks = "".join(f"[{number}]" for number in cited.sources)
        bodies = [entry.head.append(f"  {marks}", "blue")]
        if not isinstance(record, Statement):
            trigger = record.span if isinstance(record, Figure) else record.trigger
            bodies.append(quotation(record.evidence, trigger, ""))
        yield from row(entry.when, bodies, width)


def citation(source: Source) -> str:
    """Return the outlet, date, title and file of a source."""
    article = source.article
    dated = interval_words(article.reference).strip("()")
    parts = (article.outlet, dated, article.title and f"“{article.title}”", source.file)
    return ", ".join(shown(part) for part in parts if part)


def empty_page(dossier: Dossier, world: World, width: int = 100) -> Lines:
    """Yield one sentence that says that nothing was found."""
    names = " and ".join(_name(side, world) for side in dossier.sides)
    yield from wrapped(Text(f"Nothing on {names} in these articles."), width)
