"""All that is known of one language, compiled and ready to read with."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.core.contexts import ContextWords
from dragoman.core.dates import DateRules
from dragoman.core.domains import DomainWords
from dragoman.core.figures import NumberRules
from dragoman.core.garbling import GarblingRules
from dragoman.core.grammar import Grammar
from dragoman.core.knowledge import NameIndex
from dragoman.core.mentions import MentionRules
from dragoman.core.realis import RealisCues
from dragoman.core.rules import RuleBook
from dragoman.core.sentences import SentenceRules
from dragoman.core.statements import StatementRules


@dataclass(frozen=True)
class Language:
    """A language: its names, words for times and amounts, grammar, cues and rules."""

    code: str
    name: str
    sentences: SentenceRules
    names: NameIndex
    mentions: MentionRules
    dates: DateRules
    numbers: NumberRules
    statements: StatementRules
    garbling: GarblingRules
    grammar: Grammar
    cues: RealisCues
    contexts: ContextWords
    domains: DomainWords
    acts: RuleBook
    ties: RuleBook
