"""``dragoman check``: the examples and golden cases that ship with each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

from dragoman.commands.screen import complain, write
from dragoman.examples import failures
from dragoman.languages.tables import language_codes
from dragoman.reader import article_reader


def check_languages(code: str | None) -> int:
    """Print what reads otherwise than promised, and return the exit status."""
    if code is not None and code not in language_codes():
        complain(f"no language is called {code!r}: choose one of {', '.join(language_codes())}")
        return 1
    wrong = 0
    for language in [code] if code else language_codes():
        found = list(faults_of(language))
        write(found)
        write([f"{language}: {counted(language)}, {len(found)} read otherwise than promised"])
        wrong += len(found)
    return 1 if wrong else 0


def faults_of(code: str) -> Iterator[str]:
    """Yield the account of each example and case of a language that reads otherwise."""
    reader = article_reader(code)
    for book in (reader.language.acts, reader.language.ties):
        yield from map(str, failures(reader, book))
    yield from map(str, golden_cases()(code))


def counted(code: str) -> str:
    """Return how many examples a language has, in words."""
    language = article_reader(code).language
    rules = (*language.acts.rules, *language.ties.rules)
    return f"{sum(len(rule.examples) + len(rule.counters) for rule in rules)} examples"


def golden_cases() -> Callable[[str], Iterator[object]]:
    """Return what yields the failed golden cases (``cases.md``) of a language."""
    if find_spec("dragoman.cases") is None:
        return lambda _: iter(())
    found: Callable[[str], Iterator[object]] = import_module("dragoman.cases").case_failures
    return found
