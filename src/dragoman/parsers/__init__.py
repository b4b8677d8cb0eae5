"""Adapters from parsing libraries to sentences as trees of words."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from dragoman.core.tokens import Parser

_MODULES = ("clearnlp", "ginza", "slovnet", "shallow")


@cache
def load_parser(name: str) -> Parser:
    """Return the parser of this name (``clearnlp``, ``ginza``, ``slovnet``, ``shallow``).

    The model is loaded at the first call and shared afterwards. Raises ``ValueError`` for a name
    that no adapter has.
    """
    if name not in _MODULES:
        raise ValueError(f"no parser is called {name!r}: choose one of {', '.join(_MODULES)}")
    parser: Parser = import_module(f"dragoman.parsers.{name}").make_parser()
    return parser
