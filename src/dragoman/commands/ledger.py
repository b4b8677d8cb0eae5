"""``dragoman ledger``: promises and targets, and what was later reported of them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.commands.many import Run
from dragoman.commands.screen import page_width, print_page, write
from dragoman.core.ledger import ledger_of
from dragoman.exports.ledger_page import ledger_objects, ledger_page
from dragoman.exports.objects import to_json
from dragoman.intake import IntakeOptions
from dragoman.world import load_world


def print_ledger(files: Sequence[str], options: IntakeOptions, layout: str) -> int:
    """Print the ledger of these articles, and return the exit status."""
    run = Run(files, options)
    readings = [reading for _, reading in run.named()]
    entries = ledger_of(readings)
    if layout == "json":
        write([to_json(ledger_objects(entries), indent=2)])
    else:
        articles = {reading.article.id: reading.article for reading in readings}
        print_page(ledger_page(entries, articles, load_world(), page_width()))
    return run.finish()
