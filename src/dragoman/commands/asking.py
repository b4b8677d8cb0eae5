"""``dragoman find``, ``timeline``, ``compare``, ``series``, ``dossier --store``: a store asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.commands.screen import complain, page_width, print_page, write
from dragoman.directory import entity_called
from dragoman.exports.dossier import dossier_object
from dragoman.exports.dossier_page import dossier_page, empty_page
from dragoman.exports.objects import object_of, plain, to_json
from dragoman.exports.table import all_columns, csv_lines, row_of
from dragoman.exports.terminal import clipped, shown
from dragoman.library.answers import Answer
from dragoman.library.asking import MOST_IN_DOSSIER, dossier, find, timeline
from dragoman.library.comparison import Comparison, compare
from dragoman.library.series import series
from dragoman.store import Query, Store
from dragoman.world import load_world

LONGEST_CELL = 60


def parties_called(names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of these names. Raises ``LookupError`` for one that is not known."""
    found = (entity_called(name, load_world()) for name in names)
    return tuple(entity.code or entity.id for entity in found)


def print_found(path: Path, query: Query, layout: str) -> int:
    """Print the records that a query asks for; return 1 where a party is not known."""
    try:
        query = replace(query, parties=parties_called(query.parties))
    except LookupError as problem:
        complain(problem.args[0])
        return 1
    with Store(path, readonly=True) as store:
        if layout == "table":
            print_answer(find(store, query), layout)
        elif layout == "json":
            write(_json_list(object_of(record) for record in store.find(query)))
        else:
            write(csv_lines(map(row_of, store.find(query)), all_columns()))
    return 0


def _json_list(objects: Iterable[Any]) -> Iterator[str]:
    lines = [to_json(found) for found in objects]
    yield "[" + ",\n".join(lines) + "]"


def print_timeline(
    path: Path, names: Sequence[str], query: Query, layout: str, *, one_a_day: bool
) -> int:
    """Print the happenings between parties in order of time."""
    try:
        parties = parties_called(names)
    except LookupError as problem:
        complain(problem.args[0])
        return 1
    with Store(path, readonly=True) as store:
        print_answer(timeline(store, parties, query, one_a_day=one_a_day), layout)
    return 0


def print_series(path: Path, names: Sequence[str], by: str, layout: str) -> int:
    """Print how two parties dealt with each other, period by period."""
    try:
        one, other = parties_called(names)
    except LookupError as problem:
        complain(problem.args[0])
        return 1
    with Store(path, readonly=True) as store:
        print_answer(series(store, one, other, by=by), layout)
    return 0


def print_comparison(path: Path, ident: str, layout: str) -> int:
    """Print how the reports of a story tell it, and where they disagree."""
    with Store(path, readonly=True) as store:
        try:
            found = compare(store, ident)
        except LookupError as problem:
            complain(problem.args[0])
            return 1
    if layout == "json":
        write([to_json(_comparison_object(found), indent=2)])
        return 0
    if layout == "table":
        write(_headed(found))
    print_answer(found.table(), layout)
    return 0


def _comparison_object(found: Comparison) -> dict[str, Any]:
    reports = [
        {name: plain(getattr(report, name)) for name in report.__slots__}
        for report in found.reports
    ]
    differing = [{"field": d.field, "values": dict(d.values)} for d in found.disagreements]
    return {"story": dict(found.story), "reports": reports, "disagreements": differing}


def _headed(found: Comparison) -> Iterator[str]:
    story = found.story
    yield f"{story['act']}  {story['start']}..{story['stop']}  {story['parties']}"
    for name in ("reports", "articles", "outlets", "countries", "languages"):
        yield f"  {story[name]} {name}"
    for disagreement in found.disagreements:
        told = "; ".join(f"{value} ({', '.join(by)})" for value, by in disagreement.values.items())
        yield f"  {disagreement.field} differs: {shown(told)}"
    yield ""


def print_store_dossier(path: Path, names: Sequence[str], layout: str) -> int:
    """Print the dossier on one or two parties from a store."""
    world = load_world()
    try:
        sides = parties_called(names)
    except LookupError as problem:
        complain(problem.args[0])
        return 1
    with Store(path, readonly=True) as store:
        found = dossier(store, sides, Query(parties=sides, limit=MOST_IN_DOSSIER))
    if layout == "json":
        write([to_json(dossier_object(found), indent=2)])
    else:
        page = dossier_page if found.sources else empty_page
        print_page(page(found, world, page_width()))
    return 0


def print_answer(answer: Answer, layout: str) -> None:
    """Print a table for people, as JSON or as CSV."""
    if layout == "json":
        write(_json_list(answer.objects()))
    elif layout == "csv":
        write(answer.csv())
    else:
        write(_aligned(answer))


def _aligned(answer: Answer) -> Iterator[str]:
    """Yield the lines of a table with its columns below each other."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in answer.columns:
        table.add_column(name, no_wrap=True)
    for row in answer.rows:
        table.add_row(*(clipped(shown(_cell(value)), LONGEST_CELL) for value in row))
    console = Console(width=400, highlight=False, markup=False, emoji=False, no_color=True)
    with console.capture() as captured:
        console.print(table)
    yield from (line.rstrip() for line in captured.get().splitlines())


def _cell(value: Any) -> str:
    """Return a value as a cell; nothing for null."""
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
