"""What a parser should take as one word: names, dates and quotations it would break up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Interval, Statement
from dragoman.core.tokens import Sentence, Unit

LONG_QUOTATION = 12


def with_units(
    document: Document, stand_ins: Mapping[str, str], statements: Sequence[Statement]
) -> tuple[Sentence, ...]:
    """Return the sentences to parse, with units where the language has stand-ins for them.

    A quotation that is a unit of its sentence follows as sentences of its own.
    """
    if not stand_ins:
        return document.sentences
    found: list[Sentence] = []
    for sentence in document.sentences:
        quotations = _quotations(sentence, statements) if "quote" in stand_ins else []
        found.append(_with(sentence, document, stand_ins, quotations))
        for start, stop in quotations:
            inner = Sentence(start, stop, document.text[start:stop])
            found.append(_with(inner, document, stand_ins, []))
    return tuple(found)


def _quotations(sentence: Sentence, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Return the passages of a sentence that are quoted speech, outermost only, in text order."""
    inside = sorted(
        (s.content.start, s.content.stop)
        for s in statements
        if s.form == "direct"
        and sentence.start < s.content.start
        and s.content.stop < sentence.stop
        and s.content.stop - s.content.start >= LONG_QUOTATION
    )
    kept: list[tuple[int, int]] = []
    for start, stop in inside:
        if not kept or start >= kept[-1][1]:
            kept.append((start, stop))
    return kept


def _with(
    sentence: Sentence,
    document: Document,
    stand_ins: Mapping[str, str],
    quotations: Sequence[tuple[int, int]],
) -> Sentence:
    """Return the sentence with its units, those that overlap an earlier one left out."""
    found = [Unit(start, stop, stand_ins["quote"]) for start, stop in quotations]
    found += _names(document.mentions_in(sentence.start, sentence.stop), stand_ins)
    found += _times(document.dates, sentence, stand_ins)
    units: list[Unit] = []
    for unit in sorted(found, key=lambda u: (u.start, -u.stop)):
        if (not units or unit.start >= units[-1].stop) and unit.stop <= sentence.stop:
            units.append(unit)
    return replace(sentence, units=tuple(units))


def _names(mentions: Sequence[Mention], stand_ins: Mapping[str, str]) -> Iterator[Unit]:
    """Yield a unit for each mention, shown as a name of its kind."""
    for mention in mentions:
        if any(party.person for party in mention.parties):
            word = stand_ins.get("person")
        elif len(mention.parties) > 1:
            word = stand_ins.get("group")
        else:
            word = stand_ins.get("party" if mention.parties else "place")
        if word:
            yield Unit(mention.start, mention.stop, word)


def _times(
    dates: Sequence[Interval], sentence: Sentence, stand_ins: Mapping[str, str]
) -> Iterator[Unit]:
    """Yield a unit for each date in the sentence."""
    word = stand_ins.get("date")
    for date in dates if word else ():
        span = date.span
        if span and word and sentence.start <= span.start < sentence.stop:
            yield Unit(span.start, span.stop, word)
