"""Adapters from parsing libraries to sentences as trees of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from dragoman.core.tokens import Parser

_MODULES = ("clearnlp", "ginza", "slovnet", "shallow")


def load_parser(name: str, options: Mapping[str, Any] | None = None) -> Parser:
    """Return the parser of this name (``clearnlp``, ``ginza``, ``slovnet``, ``shallow``).

    A model is loaded at the first call and shared afterwards. ``options`` are the language's
    words for a parser that needs them. Raises ``ValueError`` for a name that no adapter has.
    """
    if name not in _MODULES:
        raise ValueError(f"no parser is called {name!r}: choose one of {', '.join(_MODULES)}")
    if options:
        parser: Parser = import_module(f"dragoman.parsers.{name}").make_parser(options)
        return parser
    return _shared(name)


@cache
def _shared(name: str) -> Parser:
    """Return the parser of this name, with its model loaded once."""
    parser: Parser = import_module(f"dragoman.parsers.{name}").make_parser()
    return parser
