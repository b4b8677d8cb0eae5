"""The verbs that work on a store, each handed on to the module of ``commands`` that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

StoreFile = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store.")]
DEFAULT = Path("dragoman.db")


class Layout(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


class Period(StrEnum):
    """The length of a step of a series."""

    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


Shape = Annotated[Layout, typer.Option("--format", help="For people, or data.")]
Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Not before this day.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Not after this day.")]


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Folders, text, HTML, JSONL, CSV, Parquet, mail, PDF, WARC; addresses of pages, "
            "feeds, OPML, sitemaps."
        ),
    ],
    store: StoreFile = DEFAULT,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication where none is told.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the texts; else found out.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local hosts too.")
    ] = False,
) -> None:
    """Take articles into a store: read, kept once, gathered into stories."""
    from dragoman.commands.ingest import ingest_sources
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(ingest_sources(sources, options, store, private=allow_private))


def backup(
    target: Annotated[Path, typer.Argument(help="The file to copy to.")],
    store: StoreFile = DEFAULT,
) -> None:
    """Copy a store while it is in use."""
    from dragoman.commands.store import print_backup

    raise typer.Exit(print_backup(store, target))


def find(
    words: Annotated[
        str | None,
        typer.Argument(help='Words; "in quotation marks" as they stand; begin* for a beginning.'),
    ] = None,
    party: Annotated[
        list[str] | None, typer.Option(help="Concerns this party; twice for a pair.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="event, statement, figure or tie.")] = None,
    act: Annotated[str | None, typer.Option(help="Act, measure or relation.")] = None,
    realis: Annotated[str | None, typer.Option(help="actual, planned, negated…")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Annotated[str | None, typer.Option(help="Part of its name or address.")] = None,
    language: Annotated[str | None, typer.Option(help="Code of the article's language.")] = None,
    limit: Limit = 100,
    store: StoreFile = DEFAULT,
    format: Shape = Layout.table,
) -> None:
    """Find records by words, parties, act, time, outlet or language."""
    from dragoman.commands.asking import print_found
    from dragoman.store import Query

    query = Query(
        words=words,
        kind=kind,
        parties=tuple(party or ()),
        act=act,
        realis=realis,
        since=since,
        until=until,
        outlet=outlet,
        language=language,
        limit=limit,
    )
    raise typer.Exit(print_found(store, query, format.value))


def timeline(
    parties: Annotated[list[str] | None, typer.Argument(help="States or organisations.")] = None,
    since: Since = None,
    until: Until = None,
    one_a_day: Annotated[
        bool, typer.Option(help="One of each type and parties a day, as older data have it.")
    ] = False,
    limit: Limit = 1000,
    store: StoreFile = DEFAULT,
    format: Shape = Layout.table,
) -> None:
    """List happenings in order of time, each with how many told of it."""
    from dragoman.commands.asking import print_timeline
    from dragoman.store import Query

    query = Query(since=since, until=until, limit=limit)
    status = print_timeline(store, parties or [], query, format.value, one_a_day=one_a_day)
    raise typer.Exit(status)


def compare(
    story: Annotated[str, typer.Argument(help="Id of a story, or of a record in it.")],
    store: StoreFile = DEFAULT,
    format: Shape = Layout.table,
) -> None:
    """Show how each report tells a story, and where they disagree."""
    from dragoman.commands.asking import print_comparison

    raise typer.Exit(print_comparison(store, story, format.value))


def series(
    one: Annotated[str, typer.Argument(metavar="A", help="A party.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    by: Annotated[Period, typer.Option(help="Length of a step.")] = Period.month,
    store: StoreFile = DEFAULT,
    format: Shape = Layout.table,
) -> None:
    """Count what two parties did with each other over time, beside the coverage."""
    from dragoman.commands.asking import print_series

    raise typer.Exit(print_series(store, (one, other), by.value, format.value))


def export(
    format: Annotated[
        str,
        typer.Option(
            help="jsonl, csv, plover, polecat, gdelt, gdelt-mentions, annotation, graphml, csl, "
            "bibtex; folders: package, parquet."
        ),
    ] = "jsonl",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="File or folder.")] = None,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="With the whole texts of the articles.")
    ] = False,
    store: StoreFile = DEFAULT,
) -> None:
    """Write what a store shows in a format of others; texts stay behind unless asked for."""
    from dragoman.commands.export import export_store

    raise typer.Exit(export_store(store, format, out, full_text=full_text))


def correct(
    verb: Annotated[str, typer.Argument(help="accept, reject, edit, add or list.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID] [FIELD=VALUE...]", help="add: a file with a JSON object."),
    ] = None,
    author: Annotated[str, typer.Option(help="Who says so; else the user's name.")] = "",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    store: StoreFile = DEFAULT,
) -> None:
    """Correct a record; corrections are kept apart and survive reading anew."""
    from dragoman.commands.correcting import correct as run
    from dragoman.store.corrections import By

    raise typer.Exit(run(store, verb, words or [], By(author, reason)))


def recode(store: StoreFile = DEFAULT) -> None:
    """Read all articles of a store anew with today's rules, and print what differs."""
    from dragoman.commands.correcting import recode_store

    raise typer.Exit(recode_store(store))


def release(
    name: Annotated[str, typer.Argument(help="Name of the release.")],
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Else beside it.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Compare with what was pinned.")] = False,
    full_text: Annotated[bool, typer.Option("--full-text", help="With whole texts.")] = False,
    store: StoreFile = DEFAULT,
) -> None:
    """Pin a snapshot of a store that does not change and can be cited by its checksum."""
    from dragoman.commands.correcting import release_store

    raise typer.Exit(release_store(store, name, out, check=check, full_text=full_text))


EXAMPLES: Mapping[Callable[..., None], str] = {
    ingest: "dragoman ingest samples --store news.db",
    backup: "dragoman backup copy.db --store news.db",
    find: 'dragoman find "trade turnover" --party KAZ --party RUS --store news.db',
    timeline: "dragoman timeline KAZ RUS --since 2024-11-01 --store news.db",
    compare: "dragoman compare 504a74fe3bbad380 --store news.db",
    export: "dragoman export --format plover --out events.jsonl --store news.db",
    correct: 'dragoman correct edit 56d0c4ec realis=planned --reason "not yet" --store news.db',
    recode: "dragoman recode --store news.db",
    release: "dragoman release 2024-11 --store news.db",
    series: "dragoman series KAZ RUS --by month --store news.db",
}


def add_to(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    for verb, example in EXAMPLES.items():
        app.command(epilog=f"Example: {example}")(verb)
