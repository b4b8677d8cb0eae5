"""``dragoman dossier``: all that articles hold on one party or one pair."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.commands.many import Run
from dragoman.commands.screen import complain, page_width, print_page, write
from dragoman.directory import entity_called
from dragoman.exports.dossier import dossier_object, dossier_of
from dragoman.exports.dossier_page import dossier_page, empty_page
from dragoman.exports.objects import to_json
from dragoman.intake import IntakeOptions
from dragoman.world import load_world


def sides_and_files(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the one or two names that come first, and the files after them."""
    count = 2 if len(words) > 2 and not Path(words[1]).exists() else 1
    return list(words[:count]), list(words[count:])


def print_dossier(words: Sequence[str], options: IntakeOptions, layout: str) -> int:
    """Print the dossier that these names and files ask for, and return the exit status."""
    world = load_world()
    names, files = sides_and_files(words)
    try:
        entities = [entity_called(name, world) for name in names]
    except LookupError as problem:
        complain(problem.args[0])
        return 1
    run = Run(files, options)
    dossier = dossier_of(run.named(), [e.code or e.id for e in entities])
    if layout == "json":
        write([to_json(dossier_object(dossier), indent=2)])
    else:
        page = dossier_page if dossier.sources else empty_page
        print_page(page(dossier, world, page_width()))
    return run.finish()
