"""Each kind of record as an entry of a page: a date and a few lines in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.text import Text

from dragoman.core.knowledge import World
from dragoman.core.records import Event, Figure, Interval, Record, Statement, Tie
from dragoman.exports.dates import interval_words
from dragoman.exports.figures import amount_words, measure_words, number_words, remarks
from dragoman.exports.parties import parties_words, party_words, speaker_words
from dragoman.exports.terminal import clipped, shown

QUAD_STYLES: Mapping[int, str] = {1: "green", 2: "bold green", 3: "yellow", 4: "red"}
LONGEST_CONTENT = 600


@dataclass(frozen=True)
class Entry:
    """When, and the line that says who did, said or is what."""

    when: str
    head: Text


def entry_of(record: Record, world: World) -> Entry:
    """Return the entry of any record."""
    if isinstance(record, Event):
        return Entry(interval_words(record.date), event_words(record))
    if isinstance(record, Statement):
        return Entry(interval_words(record.date), statement_words(record, world))
    if isinstance(record, Figure):
        return Entry(_period(record.period), figure_words(record))
    return Entry(_period(record.period), tie_words(record, world))


def _period(interval: Interval) -> str:
    """Return the words for a period; nothing where none is known."""
    return "" if interval.start is None and interval.stop is None else interval_words(interval)


def event_words(event: Event) -> Text:
    """Return who did what to whom, with realis and count."""
    text = Text(parties_words(event.actors) or "someone", "bold")
    if event.recipients:
        text.append(" → ", "dim").append(parties_words(event.recipients), "bold")
    text.append("  ").append(event.act.replace("-", " "), QUAD_STYLES.get(event.quad, ""))
    if event.count:
        number = number_words(event.count.value)
        text.append(f", {number} {shown(event.count.unit)}")
    if event.place:
        text.append(f", in {shown(event.place.name)}")
    return text.append_text(_realis(event.realis))


def statement_words(statement: Statement, world: World) -> Text:
    """Return who says what, to whom; only direct speech has quotation marks."""
    text = Text(speaker_words(statement.speaker, world), "bold")
    text.append(f" {third_person(statement.act)}", "cyan")
    if statement.audience:
        text.append(f" to {party_words(statement.audience)}")
    content = clipped(shown(statement.content.text), LONGEST_CONTENT)
    if statement.form == "direct":
        return text.append(": ").append(f"“{content}”")
    return text.append(": ").append(content, "italic")


def figure_words(figure: Figure) -> Text:
    """Return what is measured, how much, between whom, and what else is said of it."""
    text = Text(f"{measure_words(figure)}  ")
    text.append(amount_words(figure), "bold")
    if figure.parties:
        text.append("  ").append(parties_words(figure.parties))
    for remark in remarks(figure):
        text.append("  · ", "dim").append(remark, "yellow")
    return text


def tie_words(tie: Tie, world: World) -> Text:
    """Return how one party stands to another."""
    text = Text(speaker_words(tie.subject, world), "bold")
    text.append(f"  {tie.relation.replace('-', ' ')}  ", "magenta")
    text.append(party_words(tie.object), "bold")
    return text.append_text(_realis(tie.realis))


def _realis(realis: str) -> Text:
    """Return a remark where what is told is not simply so."""
    return Text() if realis == "actual" else Text(f"  · {realis}", "yellow")


def third_person(act: str) -> str:
    """Return an act of speech with its verb in the third person.

    >>> third_person("deny"), third_person("call-for"), third_person("express-regret")
    ('denies', 'calls for', 'expresses regret')
    """
    verb, _, rest = act.partition("-")
    if verb.endswith(("s", "sh", "ch", "x")):
        verb += "es"
    elif verb.endswith("y") and verb[-2:-1] not in "aeou":
        verb = f"{verb[:-1]}ies"
    else:
        verb += "s"
    return f"{verb} {rest.replace('-', ' ')}".strip()
