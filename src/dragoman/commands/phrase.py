"""``dragoman phrase``: what a phrase alone stands for, as JSON."""

from __future__ import annotations

from typing import Any

from dragoman.commands.screen import complain, write
from dragoman.exports.objects import plain, to_json
from dragoman.intake import IntakeError, IntakeOptions
from dragoman.phrases import read_phrase


def print_phrase(text: str, kind: str, options: IntakeOptions) -> int:
    """Print the reading of a phrase as one line of JSON, and return the exit status."""
    try:
        found: Any = read_phrase(text, kind, options)
    except (IntakeError, LookupError) as problem:
        complain(problem.args[0])
        return 1
    write([to_json({name: plain(value) for name, value in found.items()})])
    return 0
