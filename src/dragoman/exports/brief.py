"""One reading as a page for an analyst: what was done and said, how much, and how all stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.text import Text

from dragoman.core.knowledge import World
from dragoman.core.records import Article, Figure, Notice, Reading, Record, Span, Statement
from dragoman.exports.dates import interval_words
from dragoman.exports.entries import entry_of
from dragoman.exports.layout import Lines, heading, quotation, row, wrapped
from dragoman.exports.parties import speaker_words
from dragoman.exports.terminal import clipped, shown

QUADS: Mapping[int, str] = {
    1: "cooperation in words",
    2: "cooperation in deeds",
    3: "conflict in words",
    4: "conflict in deeds",
}
BASES: Mapping[str, str] = {
    "metadata": "date of the page",
    "given": "date given by the reader",
    "inferred": "date inferred from the text",
    "unknown": "date unknown",
}
MOST_NOTICES = 8
LONGEST_NOTICE = 110
FOOT = "Dates in brackets are those of the article or of an earlier sentence."


@dataclass(frozen=True)
class Brief:
    """What a page needs: a reading, the facts that name its parties, and its width in cells."""

    reading: Reading
    world: World
    width: int = 100

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.reading.article

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The offsets of the ends of lines."""
        return tuple(i for i, letter in enumerate(self.article.text) if letter == "\n")

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.reading.statements}

    def place(self, span: Span) -> str:
        """Return where a passage stands: line and offsets."""
        line = bisect_right(self.breaks, span.start) + 1
        return f"line {line}, {span.start}–{span.stop}"

    def lines(self) -> Lines:
        """Yield the page."""
        yield from self.opening()
        yield from self.events()
        yield from self.section("Statements", self.reading.statements)
        yield from self.section("Figures", self.reading.figures)
        yield from self.section("Ties", self.reading.ties)
        if not self.reading.records:
            yield Text()
            yield Text("Nothing was read from this text.")
        elif any(entry_of(r, self.world).when.startswith("(") for r in self.reading.records):
            yield Text()
            yield from wrapped(Text(FOOT, "dim"), self.width)

    def opening(self) -> Lines:
        """Yield title, outlet, date and notices."""
        yield from wrapped(Text(shown(self.article.title or "Untitled"), "bold"), self.width)
        yield from wrapped(Text(" · ".join(self.facts()), "dim"), self.width)
        yield from self.notices(self.article.notices)

    def facts(self) -> list[str]:
        """Return what is known of the article, in a few words each."""
        article = self.article
        outlet = shown(article.outlet or "")
        if outlet and article.outlet_country:
            outlet += f" ({article.outlet_country})"
        basis = BASES.get(article.reference.basis, article.reference.basis)
        when = interval_words(article.reference).strip("()")
        dated = basis if when == "undated" else f"{when} ({basis})"
        credited = f"credits {shown(', '.join(article.credits))}" if article.credits else ""
        facts = [outlet, dated, article.language, credited, shown(article.url or "")]
        return [fact for fact in facts if fact]

    def notices(self, notices: Iterable[Notice]) -> Lines:
        """Yield the first notices, and how many more there are."""
        told = list(dict.fromkeys(f"{n.code}: {shown(n.message)}" for n in notices))
        for notice in told[:MOST_NOTICES]:
            yield from wrapped(Text(f"! {clipped(notice, LONGEST_NOTICE)}", "yellow"), self.width)
        if len(told) > MOST_NOTICES:
            yield Text(f"! and {len(told) - MOST_NOTICES} more notices", "yellow")

    def events(self) -> Lines:
        """Yield the events by quad class, in text order within each."""
        events = self.reading.events
        if not events:
            return
        yield from heading("Events", len(events))
        for quad, name in QUADS.items():
            group = [event for event in events if event.quad == quad]
            if group:
                yield Text(f"  {name}", "underline")
            yield from self.rows(group)

    def section(self, name: str, records: Iterable[Record]) -> Lines:
        """Yield a heading and a row for each record; nothing where there is none."""
        found = list(records)
        if found:
            yield from heading(name, len(found))
        yield from self.rows(found)

    def rows(self, records: Iterable[Record]) -> Lines:
        """Yield the entry of each record and the words that it was read from."""
        before: Span | None = None
        for record in records:
            entry = entry_of(record, self.world)
            head = entry.head.append_text(self.source(record))
            words = self.words(record, told=record.evidence == before)
            yield from row(entry.when, [head, words], self.width)
            before = record.evidence

    def source(self, record: Record) -> Text:
        """Return who says so, where a statement rather than the article asserts a record."""
        above = record.within if isinstance(record, Statement) else record.said_in
        statement = self.statements.get(above or "")
        if statement is None:
            return Text()
        return Text(f"  · according to {speaker_words(statement.speaker, self.world)}", "dim")

    def words(self, record: Record, *, told: bool) -> Text:
        """Return the words of a record; a statement, or a sentence just told, is not repeated."""
        ident = f"  {record.id[:8]}"
        if isinstance(record, Statement):
            return Text(f"{self.place(record.content)}{ident}", "dim")
        trigger = record.span if isinstance(record, Figure) else record.trigger
        evidence = trigger if told else record.evidence
        return quotation(evidence, trigger, self.place(trigger)).append(ident, "dim")


def brief(reading: Reading, world: World, width: int = 100) -> Lines:
    """Yield the lines of a page about one reading."""
    return Brief(reading, world, width).lines()
