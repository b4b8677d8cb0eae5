"""How two parties stand: memberships, offices, alliances, read by rules like events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.core.assembly import date_of, statement_at
from dragoman.core.document import Document
from dragoman.core.grammar import Grammar
from dragoman.core.identity import record_id
from dragoman.core.matching import Match, find_matches
from dragoman.core.parties import Cast, without
from dragoman.core.realis import RealisCues
from dragoman.core.records import Interval, Party, Statement, Tie
from dragoman.core.rules import RuleBook
from dragoman.core.tokens import Parse

ORGANISATION = "IGO"


@dataclass(frozen=True)
class TieRules:
    """What reading ties in one language needs."""

    book: RuleBook
    grammar: Grammar
    cues: RealisCues


def read_ties(
    document: Document, rules: TieRules, statements: Sequence[Statement]
) -> tuple[Tie, ...]:
    """Return the ties of a document, in text order."""
    return tuple(
        tie
        for parse in document.parses
        if parse is not None
        for tie in _in_sentence(document, parse, rules, statements)
    )


def _in_sentence(
    document: Document, parse: Parse, rules: TieRules, statements: Sequence[Statement]
) -> Iterator[Tie]:
    """Yield the ties of one sentence: every subject with every object."""
    sentence = parse.sentence
    mentions = document.mentions_in(sentence.start, sentence.stop)
    if sum(len(mention.parties) for mention in mentions) < 2:
        return
    cast = Cast.of(parse, rules.grammar, mentions)
    for match in find_matches(parse, rules.book, rules.grammar, cast.covered):
        rule = match.pattern.rule
        subjects = cast.in_slots(match.slots, rule.actor)
        objects = without(cast.in_slots(match.slots, rule.recipient), subjects)
        for subject in subjects:
            for target in objects:
                if _differ(subject, target) and _fits(rule.needs, target):
                    yield _tie(document, match, (subject, target), (rules, cast, statements))


def _differ(subject: Party, target: Party) -> bool:
    """Tell whether two parties are known and not the same."""
    return bool(subject.id and target.id and subject.id != target.id)


def _fits(needs: frozenset[str], target: Party) -> bool:
    """Tell whether the object is what the rule asks for."""
    return "organisation" not in needs or target.role == ORGANISATION


def _tie(
    document: Document,
    match: Match,
    pair: tuple[Party, Party],
    context: tuple[TieRules, Cast, Sequence[Statement]],
) -> Tie:
    """Return the record of a match with one subject and one object."""
    rules, cast, statements = context
    parse, token, rule = cast.parse, match.token, match.pattern.rule
    trigger = document.span(token.start, token.stop)
    evidence = document.span(parse.sentence.start, parse.sentence.stop)
    date = date_of(document, parse, token)
    stated = date if date.span else Interval(None, None)
    spans = (trigger, evidence, *(party.span for party in pair))
    return Tie(
        id=record_id(document.article.id, rule.id, spans),
        article=document.article.id,
        relation=rule.act,
        subject=pair[0],
        object=pair[1],
        period=stated,
        realis=rules.cues.realis(parse, token, match.used),
        said_in=statement_at(statements, token.start, token.stop),
        evidence=evidence,
        trigger=trigger,
        rule=rule.id,
        confidence=0.7 if match.pattern.noun else 0.8,
    )
