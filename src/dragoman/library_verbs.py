"""The verbs that work on a store, each handed on to the module of ``commands`` that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

StoreFile = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store.")]
DEFAULT = Path("dragoman.db")


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(help="Folders, text, HTML, JSONL, CSV, Parquet, mail, PDF."),
    ],
    store: StoreFile = DEFAULT,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication where none is told.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the texts; else found out.")
    ] = None,
) -> None:
    """Take articles into a store: read, kept once, gathered into stories."""
    from dragoman.commands.ingest import ingest_sources
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(ingest_sources(sources, options, store))


def backup(
    target: Annotated[Path, typer.Argument(help="The file to copy to.")],
    store: StoreFile = DEFAULT,
) -> None:
    """Copy a store while it is in use."""
    from dragoman.commands.store import print_backup

    raise typer.Exit(print_backup(store, target))


EXAMPLES: Mapping[Callable[..., None], str] = {
    ingest: "dragoman ingest samples --store news.db",
    backup: "dragoman backup copy.db --store news.db",
}


def add_to(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    for verb, example in EXAMPLES.items():
        app.command(epilog=f"Example: {example}")(verb)
