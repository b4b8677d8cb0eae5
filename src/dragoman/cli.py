"""The command line: verbs only, each handed on to the module of ``commands`` that does it."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.library_verbs import add_to

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads news and keeps a cited record of how states deal with each other.",
)


class Layout(StrEnum):
    """What ``read`` prints."""

    brief = "brief"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"


class Page(StrEnum):
    """What ``dossier`` prints."""

    page = "page"
    json = "json"


class Carried(StrEnum):
    """What carries the reading of an archive."""

    local = "local"
    ray = "ray"


class Kind(StrEnum):
    """What ``phrase`` looks for."""

    dates = "dates"
    amounts = "amounts"
    party = "party"
    names = "names"


def iso_day(text: str | None) -> str | None:
    """Return an ISO date as it stands. Raises ``typer.BadParameter`` for what is no date."""
    if text is not None:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise typer.BadParameter(f"{text!r} is not a date such as 2024-11-27") from None
    return text


def span_of_workers(text: str) -> str:
    """Return ``N`` as ``N:N`` and ``MIN:MAX`` as it is. Raises ``typer.BadParameter`` else."""
    least, _, most = text.partition(":")
    if not (least.isdecimal() and (most or least).isdecimal() and int(least) > 0):
        raise typer.BadParameter(f"{text!r} is neither a number nor MIN:MAX")
    if int(most or least) < int(least):
        raise typer.BadParameter(f"{text!r} has more at least than at most")
    return f"{least}:{most or least}"


Files = Annotated[list[str], typer.Argument(help="Text, Markdown or HTML; - is standard input.")]
Published = Annotated[
    str | None,
    typer.Option(callback=iso_day, metavar="DATE", help="Day of publication, as 2024-11-27."),
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of the text; else found out.")
]
Day = Annotated[
    str | None, typer.Option(callback=iso_day, metavar="DATE", help="As things were that day.")
]


@app.command(epilog="Example: dragoman read samples/en-*.md --format jsonl --out records.jsonl")
def read(
    files: Files,
    published: Published = None,
    language: Language = None,
    format: Annotated[Layout, typer.Option(help="A page for people, or data.")] = Layout.brief,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """Read articles into events, statements, figures and ties."""
    from dragoman.commands.read import read_files
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(read_files(files, options, format.value, out))


@app.command(epilog="Example: dragoman why 19303934 article.txt")
def why(
    ident: Annotated[str, typer.Argument(metavar="ID", help="Id of a record, or its beginning.")],
    file: Annotated[str, typer.Argument(help="The article that it was read from.")],
    published: Published = None,
    language: Language = None,
) -> None:
    """Show how a record was read: its words, the parse, the rule and its examples."""
    from dragoman.commands.why import explain
    from dragoman.intake import IntakeOptions

    raise typer.Exit(explain(ident, file, IntakeOptions(published=published, language=language)))


@app.command(epilog="Example: dragoman dossier KAZ RUS samples/en-*.md")
def dossier(
    words: Annotated[
        list[str],
        typer.Argument(metavar="A [B] FILES...", help="One or two parties, then articles."),
    ],
    published: Published = None,
    language: Language = None,
    format: Annotated[Page, typer.Option(help="A page for people, or data.")] = Page.page,
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A store, instead of articles.")
    ] = None,
) -> None:
    """Gather all that articles hold on one party, or on a pair, with citations."""
    if store:
        from dragoman.commands.asking import print_store_dossier

        raise typer.Exit(print_store_dossier(store, words, format.value))
    from dragoman.commands.dossier import print_dossier
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(print_dossier(words, options, format.value))


@app.command(epilog="Example: dragoman ledger samples/en-*.md")
def ledger(
    files: Files,
    published: Published = None,
    language: Language = None,
    format: Annotated[Page, typer.Option(help="A page for people, or data.")] = Page.page,
) -> None:
    """List promises and targets, with what later articles report of them."""
    from dragoman.commands.ledger import print_ledger
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(print_ledger(files, options, format.value))


@app.command(epilog="Example: dragoman code news-*.jsonl.gz --out coded --workers 2")
def code(
    archive: Annotated[
        list[str], typer.Argument(metavar="IN...", help="JSONL, Parquet or WARC; path or address.")
    ],
    out: Annotated[str, typer.Option(metavar="DIR", help="Where the Parquet files go.")],
    engine: Annotated[Carried, typer.Option(help="What carries the reading.")] = Carried.local,
    workers: Annotated[
        str,
        typer.Option(metavar="N|MIN:MAX", callback=span_of_workers, help="Processes or actors."),
    ] = "1",
    address: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="A Ray cluster; else one here.")
    ] = None,
) -> None:
    """Read a whole archive to Parquet; run again, it reads only what is missing."""
    from dragoman.commands.code import Carrier
    from dragoman.commands.code import code as run

    least, most = map(int, workers.split(":"))
    carrier = Carrier(engine.value, least, most, address)
    raise typer.Exit(run(archive, out, carrier))


@app.command(epilog="Example: dragoman acts impose-sanctions")
def acts(
    name: Annotated[str | None, typer.Argument(help="An act; all are listed without.")] = None,
) -> None:
    """List the acts that can be read, or one with its words in each language."""
    from dragoman.commands.acts import print_acts

    raise typer.Exit(print_acts(name))


@app.command(epilog='Example: dragoman who "Sergei Lavrov" --on 2024-11-27')
def who(
    name: Annotated[str, typer.Argument(help="A person, or a state for its office holders.")],
    on: Day = None,
) -> None:
    """Tell which offices the tables know a person to have held."""
    from dragoman.commands.names import print_people

    raise typer.Exit(print_people(name, on))


@app.command(epilog="Example: dragoman org CSTO --on 2024-11-28")
def org(
    name: Annotated[str, typer.Argument(help="A state or organisation: code or name.")],
    on: Day = None,
) -> None:
    """Tell members, memberships and office holders of a state or organisation."""
    from dragoman.commands.names import print_organisations

    raise typer.Exit(print_organisations(name, on))


@app.command(epilog='Example: dragoman phrase "over $28 billion" --kind amounts --language en')
def phrase(
    text: Annotated[str, typer.Argument(help="A few words.")],
    kind: Annotated[Kind, typer.Option(help="What to look for.")],
    published: Published = None,
    language: Language = None,
) -> None:
    """Read the dates, amounts, party or names in a phrase, as JSON."""
    from dragoman.commands.phrase import print_phrase
    from dragoman.intake import IntakeOptions

    options = IntakeOptions(published=published, language=language)
    raise typer.Exit(print_phrase(text, kind.value, options))


@app.command(epilog="Example: dragoman check en")
def check(
    language: Annotated[str | None, typer.Argument(metavar="[LANG]", help="Its code.")] = None,
) -> None:
    """Run the examples and golden cases that ship with each language."""
    from dragoman.commands.check import check_languages

    raise typer.Exit(check_languages(language))


@app.command(epilog="Example: dragoman doctor --store news.db")
def doctor(
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Examine this store instead.")
    ] = None,
) -> None:
    """Try out every part: versions, models, data files; or examine a store."""
    if store:
        from dragoman.commands.store import print_health

        raise typer.Exit(print_health(store))
    from dragoman.commands.doctor import examine

    raise typer.Exit(examine())


add_to(app)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except ValueError as problem:  # a table that cannot be read: its message says where and why
        if type(problem) is ValueError:
            raise
        from dragoman.commands.screen import complain

        complain(problem)
        sys.exit(1)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
