"""``dragoman read``: articles to a page, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from dragoman.commands.many import Run
from dragoman.commands.screen import coloured, complain, page_width, styled, write, written_aside
from dragoman.core.records import Reading
from dragoman.exports.brief import brief
from dragoman.exports.objects import json_document, jsonl
from dragoman.exports.table import csv_table
from dragoman.intake import IntakeOptions
from dragoman.world import load_world


def briefs(readings: Iterable[Reading], *, colour: bool, width: int) -> Iterator[str]:
    """Yield the pages of several readings, with a rule between them."""
    world = load_world()
    for number, reading in enumerate(readings):
        if number:
            yield f"\n{'─' * width}\n"
        yield from styled(brief(reading, world, width), colour=colour)


def plain_briefs(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield pages for standard output, or plain ones for a file."""
    return briefs(readings, colour=coloured(), width=page_width())


FORMATS: Mapping[str, Callable[[Iterable[Reading]], Iterator[str]]] = {
    "brief": plain_briefs,
    "jsonl": jsonl,
    "json": json_document,
    "csv": csv_table,
}


def read_files(
    files: Sequence[str], options: IntakeOptions, layout: str, out: Path | None = None
) -> int:
    """Write the records of files in a format, and return the exit status."""
    run = Run(files, options)
    lines = FORMATS[layout](run.readings())
    if out and layout == "brief":
        lines = briefs(run.readings(), colour=False, width=100)
    try:
        with written_aside(out) if out else nullcontext() as target:
            write(lines, target)
    except BrokenPipeError:
        raise
    except OSError as problem:
        complain(f"{out}: cannot be written ({problem.strerror})")
        return 1
    return run.finish()
