"""The examples that stand beside a language's rules, read and compared with what they promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.core.identity import digest
from dragoman.core.reading import ArticleReader
from dragoman.core.records import Article, Event, Interval, Party, Reading, Tie
from dragoman.core.rules import Example, Rule, RuleBook

REFERENCE = "2024-11-28"


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence beside a rule that reads otherwise than the rule promises."""

    rule: str
    sentence: str
    expected: str
    read: tuple[str, ...]

    def __str__(self) -> str:
        """Return the sentence and the records side by side."""
        lines = [f"{self.rule}: {self.sentence}", f"  expected  {self.expected}"]
        return "\n".join([*lines, *(f"  read      {line}" for line in self.read or ("nothing",))])


def plain_article(text: str, language: str, published: str | None = REFERENCE) -> Article:
    """Return an article that is nothing but this text."""
    basis = "given" if published else "unknown"
    reference = Interval(published, published, "day" if published else "unknown", None, basis)
    return Article(
        digest("", text), None, None, None, None, language, None, published, reference, (), text
    )


def failures(reader: ArticleReader, book: RuleBook, acts: Iterable[str] = ()) -> Iterator[Failure]:
    """Yield what the examples and counterexamples of a rule book read wrongly."""
    wanted = frozenset(acts)
    for rule in book.blocks:
        if wanted and rule.act not in wanted:
            continue
        for example in rule.examples:
            yield from _failed_example(reader, rule, example)
        for sentence in rule.counters:
            yield from _failed_counter(reader, rule, sentence)


def _failed_example(reader: ArticleReader, rule: Rule, example: Example) -> Iterator[Failure]:
    """Yield a failure where no record has the act, parties and realis of the example."""
    reading = reader.read(plain_article(example.text, reader.language.code))
    wanted = (rule.act, set(example.actors), set(example.recipients), example.realis)
    records = list(_facts(reading))
    if wanted not in records:
        expected = _line(rule.act, example.actors, example.recipients, example.realis)
        yield Failure(rule.id, example.text, expected, tuple(_line(*r) for r in records))


def _failed_counter(reader: ArticleReader, rule: Rule, sentence: str) -> Iterator[Failure]:
    """Yield a failure where the act is read from its counterexample."""
    records = list(_facts(reader.read(plain_article(sentence, reader.language.code))))
    if any(record[0] == rule.act for record in records):
        yield Failure(rule.id, sentence, f"no {rule.act}", tuple(_line(*r) for r in records))


def _facts(reading: Reading) -> Iterator[tuple[str, set[str], set[str], str]]:
    """Yield act or relation, the codes of both sides, and realis, of each event and tie."""
    for record in reading.records:
        if isinstance(record, Event):
            yield record.act, _codes(record.actors), _codes(record.recipients), record.realis
        elif isinstance(record, Tie):
            sides = _codes((record.subject,)), _codes((record.object,))
            yield record.relation, *sides, record.realis


def _codes(parties: Iterable[Party]) -> set[str]:
    """Return the parties' codes: the id, else the sector's code, else the name as printed."""
    return {party.id or party.role or party.name for party in parties}


def _line(act: str, actors: Iterable[str], recipients: Iterable[str], realis: str) -> str:
    """Return a fact as one line."""
    sides = (", ".join(sorted(actors)) or "-", ", ".join(sorted(recipients)) or "-")
    return f"{act}: {sides[0]} > {sides[1]}; {realis}"


def exercised(reader: ArticleReader, book: RuleBook) -> set[tuple[str, str]]:
    """Return the triggers (rule id without its noun mark, lemma) that the examples fire."""
    fired = set()
    for rule in book.blocks:
        for example in rule.examples:
            reading = reader.read(plain_article(example.text, reader.language.code))
            told: list[Event | Tie] = [*reading.events, *reading.ties]
            for record in told:
                fired.add((record.rule.removesuffix("n"), record.trigger.text.lower()))
    return fired
