"""The whole reading of an article: each stage adds to what the stages before it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.core.assembly import statement_at
from dragoman.core.dates import read_dates, unresolved
from dragoman.core.document import Document
from dragoman.core.events import EventRules, Told, read_events
from dragoman.core.figures import figures_of, read_amounts
from dragoman.core.furniture import set_apart
from dragoman.core.garbling import notices_of
from dragoman.core.knowledge import Mention, World
from dragoman.core.language import Language
from dragoman.core.mentions import find_mentions
from dragoman.core.records import Article, Event, Figure, Notice, Reading, Record, Statement, Tie
from dragoman.core.sentences import split_sentences
from dragoman.core.statements import read_statements
from dragoman.core.ties import TieRules, read_ties
from dragoman.core.tokens import Parse, Parser, Sentence
from dragoman.core.units import with_units


@dataclass(frozen=True)
class ArticleReader:
    """Reads articles of one language with its parser and what is known of the world."""

    language: Language
    world: World
    parser: Parser

    def read(self, article: Article) -> Reading:
        """Return the records of an article, in text order."""
        document = self.document(article)
        statements = read_statements(document, self.language.statements)
        parsed = self.parsed(document, statements)
        figures = self.figures(document, statements)
        events = read_events(parsed, self.event_rules, Told(statements, figures))
        ties = read_ties(parsed, self.tie_rules, statements)
        found: list[Record] = [*events, *statements, *figures, *ties]
        records = sorted(found, key=_place)
        doubts = notices_of(document, self.language.garbling, statements)
        undated = unresolved(document.dates, article.reference)
        unsure = _uncertain(document.mentions)
        notices = (*article.notices, *doubts, *undated, *unsure, *_unparsed(parsed.parses))
        return Reading(replace(article, notices=notices), tuple(records))

    def document(self, article: Article) -> Document:
        """Return the article with its sentences, dates and mentions."""
        skip = set_apart(article.notices)
        sentences = split_sentences(article.text, self.language.sentences, skip)
        dates = read_dates(article.text, article.reference, self.language.dates)
        document = Document(article, sentences, dates)
        mentions = find_mentions(document, self.language.mentions, self.language.names, self.world)
        return replace(document, mentions=mentions)

    def parsed(self, document: Document, statements: Sequence[Statement]) -> Document:
        """Return the document with the parses of the sentences that may hold an act or a tie."""
        sentences = with_units(document, self.language.grammar.stand_ins, statements)
        worth = [sentence for sentence in sentences if self.is_worth_parsing(document, sentence)]
        return replace(document, parses=tuple(self.parser.parse(worth)))

    def is_worth_parsing(self, document: Document, sentence: Sentence) -> bool:
        """Tell whether a sentence can hold an event or tie: one known party, or two roles."""
        mentions = document.mentions_in(sentence.start, sentence.stop)
        parties = [party for mention in mentions for party in mention.parties]
        return len(parties) > 1 or any(party.id for party in parties)

    def figures(self, document: Document, statements: Sequence[Statement]) -> list[Figure]:
        """Return the figures of a document with the statements that they stand in."""
        amounts = read_amounts(document.text, self.language.numbers, document.dates)
        return [
            replace(f, said_in=statement_at(statements, f.span.start, f.span.stop))
            for f in figures_of(document, amounts)
        ]

    @cached_property
    def event_rules(self) -> EventRules:
        """What events are read with."""
        language = self.language
        return EventRules(
            book=language.acts,
            grammar=language.grammar,
            cues=language.cues,
            acts=self.world.acts,
            entities=self.world.entities,
            topics=language.contexts,
            domains=language.domains,
        )

    @cached_property
    def tie_rules(self) -> TieRules:
        """What ties are read with."""
        return TieRules(self.language.ties, self.language.grammar, self.language.cues)


def _unparsed(parses: Iterable[Parse | None]) -> tuple[Notice, ...]:
    """Return a notice where sentences were lost to the parser."""
    lost = sum(parse is None for parse in parses)
    if not lost:
        return ()
    return (Notice("parse-failed", f"{lost} sentence(s) could not be parsed"),)


def _uncertain(mentions: Iterable[Mention]) -> Iterator[Notice]:
    """Yield a notice for each name that was linked to a person though it is printed otherwise."""
    for mention in mentions:
        for party in mention.parties:
            if mention.sure < 1 and party.person and party.span:
                name = party.person.name
                message = f"taken for {name}, whose name is spelt otherwise"
                yield Notice("uncertain-name", message, party.span)


def _place(record: Record) -> tuple[int, int, str]:
    """Return the place of a record in the text, by which records are ordered."""
    span = record.evidence
    if isinstance(record, Event | Tie):
        span = record.trigger
    elif isinstance(record, Statement):
        span = record.content
    elif isinstance(record, Figure):
        span = record.span
    return (span.start, span.stop, record.id)
