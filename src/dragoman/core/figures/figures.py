"""Figures as records: the amounts worth keeping, with their evidence, period and parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.figures.amount import Amount
from dragoman.core.figures.parties import parties_of
from dragoman.core.identity import record_id
from dragoman.core.records import Figure, Interval

UNKNOWN = Interval(None, None, "unknown", None, "unknown")
# A target or forecast is not of the period that the figure before it was of.
AHEAD = frozenset(("target", "forecast"))
_SURE, _UNSURE = 0.9, 0.6


def figures_of(document: Document, amounts: Sequence[Amount]) -> tuple[Figure, ...]:
    """Return a figure for each amount that is worth one, in text order.

    ``said_in`` is left open. A figure without a date of its own takes over the period of the
    last figure of the same measure in its paragraph.
    """
    if not document.sentences:
        return ()
    periods: dict[str, Interval] = {}
    figures = []
    paragraph = 0
    for amount in amounts:
        if not amount.keep:
            continue
        if document.text.find("\n", paragraph, amount.span.start) >= 0:
            periods.clear()
        paragraph = amount.span.stop
        measure = amount.measure or "other"
        told = UNKNOWN if amount.nature in AHEAD else periods.get(measure, UNKNOWN)
        period = amount.period or told
        if amount.period is not None:
            periods[measure] = replace(amount.period, span=None, basis="inherited")
        figures.append(_figure(document, amount, period))
    return tuple(figures)


def _figure(document: Document, amount: Amount, period: Interval) -> Figure:
    """Return the record of one amount."""
    sentence = document.sentences[document.sentence_at(amount.span.start)]
    measure = amount.measure or "other"
    rule = f"figure.{measure}"
    return Figure(
        id=record_id(document.article.id, rule, (amount.span,)),
        article=document.article.id,
        measure=measure,
        measure_text=amount.measure_text,
        value=amount.value,
        high=amount.high,
        unit=amount.unit,
        comparator=amount.comparator,
        change=amount.change,
        period=period,
        nature=amount.nature,
        superlative=amount.superlative,
        parties=parties_of(amount, sentence, document),
        said_in=None,
        evidence=document.span(sentence.start, sentence.stop),
        span=amount.span,
        rule=rule,
        confidence=_UNSURE if measure == "other" else _SURE,
    )
