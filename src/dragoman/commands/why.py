"""``dragoman why``: how one record was read."""

from __future__ import annotations

from dragoman.commands.many import Run
from dragoman.commands.screen import complain, page_width, print_page
from dragoman.exports.replay import record_called, replay
from dragoman.intake import IntakeOptions
from dragoman.reader import article_reader


def explain(ident: str, file: str, options: IntakeOptions) -> int:
    """Print the account of the record whose id begins so, and return the exit status."""
    run = Run([file], options)
    for reading in run.readings():
        try:
            record = record_called(reading, ident)
        except LookupError as problem:
            complain(f"{file}: {problem.args[0]}")
            return 1
        reader = article_reader(reading.article.language)
        print_page(replay(reader, reading, record, page_width()))
    return run.finish()
