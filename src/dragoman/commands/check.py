"""``dragoman check``: the examples and golden cases that ship with each language."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cases import case_failures, read_cases
from dragoman.commands.screen import complain, write
from dragoman.examples import failures
from dragoman.languages.tables import language_codes, language_text
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
    yield from case_failures(code)


def counted(code: str) -> str:
    """Return how many examples and cases a language has, in words."""
    language = article_reader(code).language
    rules = (*language.acts.rules, *language.ties.rules)
    texts = {example.text for rule in rules for example in rule.examples}
    texts |= {sentence for rule in rules for sentence in rule.counters}
    cases = list(read_cases(language_text(code, "cases.md")))
    return f"{len(texts)} examples, {len(cases)} cases"
