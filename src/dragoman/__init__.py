"""Reads news and keeps a cited record of how states and organisations deal with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.core.records import Reading
    from dragoman.intake import IntakeOptions

__version__ = "0.1.0"


def read(text: str, *, published: str | None = None, language: str | None = None) -> Reading:
    """Return the records of a text: its events, statements, figures and ties.

    ``published`` is the ISO date of publication, against which relative dates are resolved;
    ``language`` a code such as those that ``dragoman doctor`` lists, found out when not given.
    Raises ``dragoman.intake.IntakeError`` where the text cannot be read.
    """
    from dragoman.intake import IntakeOptions
    from dragoman.reader import Reader

    options: IntakeOptions = IntakeOptions(published=published, language=language)
    return Reader().read_text(text, options)


def __getattr__(name: str) -> Any:
    """Return a record class by name, loaded when first asked for."""
    from dragoman.core import records

    if name.startswith("_") or not hasattr(records, name):
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(records, name)
