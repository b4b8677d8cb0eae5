"""How a record was read: the sentence with spans marked, its parse, the rule and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from dragoman.core.reading import ArticleReader
from dragoman.core.records import Article, Reading, Record, Span
from dragoman.core.rules import Rule
from dragoman.core.tokens import Parse
from dragoman.exports.entries import entry_of
from dragoman.exports.layout import Lines, heading, row, wrapped
from dragoman.exports.shapes import shapes_of
from dragoman.exports.terminal import shown


@dataclass(frozen=True)
class Mark:
    """A passage that a field was read from."""

    field: str
    span: Span


def record_called(reading: Reading, ident: str) -> Record:
    """Return the record whose id begins so. Raises ``LookupError`` for none or several."""
    found = [record for record in reading.records if record.id.startswith(ident)]
    if len(found) == 1:
        return found[0]
    what = "several records have" if found else "no record of this article has"
    raise LookupError(f"{what} an id that begins with {ident!r}")


def marks_of(record: Record) -> Iterator[Mark]:
    """Yield every passage of a record with the name of its field, in the contract's order."""
    for name in shapes_of(type(record)):
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            span = part if isinstance(part, Span) else getattr(part, "span", None)
            if span is not None:
                yield Mark(name, span)


def replay(reader: ArticleReader, reading: Reading, record: Record, width: int = 100) -> Lines:
    """Yield the lines of an account of how this record was read."""
    entry = entry_of(record, reader.world)
    yield from wrapped(Text.assemble(f"{entry.when}  ", entry.head), width)
    yield Text(f"{record.id}  confidence {record.confidence:.2f}", "dim")
    yield from _sentence(record, width)
    yield from _fields(record, width)
    yield from _parse(reader, reading, record)
    yield from _rule(reader, record, width)


def _sentence(record: Record, width: int) -> Lines:
    """Yield the sentence with each passage in brackets."""
    yield Text()
    yield Text("SENTENCE", "bold")
    inside = {
        (mark.span.start, mark.span.stop)
        for mark in marks_of(record)
        if mark.field != "evidence" and _within(mark.span, record.evidence)
    }
    text = _bracketed(record.evidence, inside)
    yield from wrapped(Text(text), width, 2)


def _within(span: Span, evidence: Span) -> bool:
    return evidence.start <= span.start and span.stop <= evidence.stop


def _bracketed(evidence: Span, places: set[tuple[int, int]]) -> str:
    """Return the sentence with a bracket at both ends of each passage."""
    opening = [start for start, _ in places]
    closing = [stop for _, stop in places]
    parts = []
    for offset, letter in enumerate(evidence.text, evidence.start):
        parts.append("]" * closing.count(offset) + "[" * opening.count(offset) + letter)
    parts.append("]" * closing.count(evidence.stop))
    return shown("".join(parts))


def _fields(record: Record, width: int) -> Lines:
    """Yield each field that has words of its own."""
    marks = list(marks_of(record))
    yield from heading("Fields", len(marks))
    for mark in marks:
        words = Text(shown(mark.span.text)).append(f"  {mark.span.start}–{mark.span.stop}", "dim")
        yield from row(mark.field, [words], width)


def _parse(reader: ArticleReader, reading: Reading, record: Record) -> Lines:
    """Yield the words of the sentence with their lemmas, parts of speech and heads."""
    parse = parse_at(reader, reading, record.evidence)
    if parse is None:
        return
    yield from heading("Parse", len(parse.tokens))
    for token in parse.tokens:
        head = parse.head_of(token)
        above = f"{token.dep} of {shown(head.text)}" if head else token.dep
        yield Text(f"  {shown(token.text)}  {shown(token.lemma)}  {token.pos}  {above}")


def parse_at(reader: ArticleReader, reading: Reading, evidence: Span) -> Parse | None:
    """Return the parse of the sentence that holds a passage, where it was parsed."""
    article: Article = reading.article
    parsed = reader.parsed(reader.document(article), reading.statements)
    for parse in parsed.parses:
        if parse and parse.sentence.start <= evidence.start < parse.sentence.stop:
            return parse
    return None


def rule_called(reader: ArticleReader, ident: str) -> Rule | None:
    """Return the rule of this id among the language's acts and ties."""
    rules = (*reader.language.acts.rules, *reader.language.ties.rules)
    return next((rule for rule in rules if rule.id == ident), None)


def _rule(reader: ArticleReader, record: Record, width: int) -> Lines:
    """Yield the id of the rule, and the examples that stand beside it."""
    yield Text()
    yield Text.assemble(("RULE  ", "bold"), record.rule)
    rule = rule_called(reader, record.rule)
    if rule is None:
        return
    act = reader.world.acts.get(rule.act)
    if act:
        yield from wrapped(Text(act.definition), width, 2)
    for example in rule.examples:
        yield from row("reads", [Text(shown(example.text))], width)
    for sentence in rule.counters:
        yield from row("does not read", [Text(shown(sentence))], width)
