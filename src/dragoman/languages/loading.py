"""From a language's folder to the language, ready to read with."""

from __future__ import annotations

from functools import cache

from dragoman.core.contexts import ContextWords
from dragoman.core.dates import DateRules
from dragoman.core.domains import DomainWords
from dragoman.core.figures import NumberRules
from dragoman.core.grammar import Grammar
from dragoman.core.language import Language
from dragoman.core.mentions import MentionRules
from dragoman.core.realis import RealisCues
from dragoman.core.rules import RuleBook
from dragoman.core.sentences import SentenceRules
from dragoman.core.statements import StatementRules
from dragoman.languages.garbling import garbling_rules
from dragoman.languages.names import load_names
from dragoman.languages.tables import language_codes, language_rows, language_table


@cache
def date_rules(code: str) -> DateRules:
    """Return the words for times of a language, compiled once."""
    return DateRules.of(language_table(code, "dates"))


@cache
def load_language(code: str) -> Language:
    """Return the language of this code, compiled once.

    Raises ``LookupError`` naming the languages there are when the code is not one of them.
    """
    if code not in language_codes():
        known = ", ".join(language_codes())
        raise LookupError(f"no language is called {code!r}: choose one of {known}")
    table = language_table(code, "language")
    grammar = Grammar.of(language_table(code, "grammar"))
    forms = ((row[0], row[1]) for row in language_rows(code, "people"))
    return Language(
        code=code,
        name=table["name"],
        sentences=SentenceRules.of(table),
        names=load_names(code),
        mentions=MentionRules.of(language_table(code, "mentions"), forms),
        dates=date_rules(code),
        numbers=NumberRules.of(language_table(code, "numbers")),
        statements=StatementRules.of(language_table(code, "statements")),
        garbling=garbling_rules(code),
        grammar=grammar,
        domains=DomainWords.of(language_table(code, "domains")),
        contexts=ContextWords.of(language_table(code, "contexts")),
        cues=RealisCues.of(language_table(code, "cues")),
        acts=RuleBook.of(language_table(code, "acts"), grammar.frames, f"{code}/acts"),
        ties=RuleBook.of(language_table(code, "ties"), grammar.frames, f"{code}/ties"),
    )
