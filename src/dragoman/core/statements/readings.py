"""Statements of an article: reporting verbs, quotations, speakers, and what holds what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.core.document import Document
from dragoman.core.identity import record_id
from dragoman.core.records import Interval, Party, Span, Statement
from dragoman.core.statements.drafts import Draft, Hit, Page, Range
from dragoman.core.statements.final import read_final
from dragoman.core.statements.inherited import read_inherited
from dragoman.core.statements.medial import read_medial
from dragoman.core.statements.quotations import find_quotations
from dragoman.core.statements.rules import StatementRules
from dragoman.core.statements.speakers import party_of

NOBODY = Party(None, "", None, None, "inherited", None)


def read_statements(document: Document, rules: StatementRules) -> tuple[Statement, ...]:
    """Return who said what in a document, in text order; it may lack parses and mentions."""
    if not document.sentences:
        return ()
    page = Page(document, rules, find_quotations(document.text, rules.marks))
    hits = tuple(_hits(document.text, rules))
    read = read_final if rules.order == "final" else read_medial
    drafts = _distinct(read(page, hits))
    drafts += list(read_inherited(page, drafts))
    drafts.sort(key=lambda d: (d.content[0], -d.content[1], d.cue or d.content))
    return tuple(_nested(_statements(document, rules, drafts)))


def _hits(text: str, rules: StatementRules) -> Iterator[Hit]:
    for match in rules.cue.finditer(text):
        yield Hit(rules.cue_of(match[0]), match.start(), match.end())


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts without those that give the same content a second time."""
    kept: dict[Range, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.content, draft)
    return list(kept.values())


def _statements(
    document: Document, rules: StatementRules, drafts: list[Draft]
) -> Iterator[Statement]:
    last: Party | None = None
    for draft in drafts:
        speaker = _speaker(document, rules, draft, last)
        if not document.text[slice(*draft.content)].strip():
            continue
        if speaker is NOBODY and (draft.form == "indirect" or draft.cue is None):
            continue
        if speaker.id or speaker.person:
            last = speaker
        yield _statement(document, rules, draft, speaker)


def _speaker(document: Document, rules: StatementRules, draft: Draft, last: Party | None) -> Party:
    if draft.speaker is None:
        return replace(last, via="inherited") if last and draft.form != "indirect" else NOBODY
    party = party_of(document, draft.speaker, rules)
    if draft.inherited:
        return replace(party, via="inherited")
    if party.via == "pronoun" and party.id is None and last:
        return replace(last, via="pronoun", span=party.span)
    return party


def _statement(
    document: Document, rules: StatementRules, draft: Draft, speaker: Party
) -> Statement:
    content = _stripped(document, draft.content)
    cue = document.span(*draft.cue) if draft.cue else None
    return Statement(
        id=record_id(document.article.id, draft.rule, (content, cue, speaker.span)),
        article=document.article.id,
        act=draft.act,
        form=draft.form,
        speaker=speaker,
        content=content,
        cue=cue,
        audience=party_of(document, draft.audience, rules) if draft.audience else None,
        date=_date(document, draft),
        within=None,
        about=_about(document, draft.content),
        evidence=document.span(*draft.evidence),
        rule=draft.rule,
        confidence=draft.sure,
    )


def _stripped(document: Document, content: Range) -> Span:
    """Return the content without spaces inside its quotation marks."""
    words = document.text[content[0] : content[1]]
    start = content[0] + len(words) - len(words.lstrip())
    return document.span(start, max(start, content[0] + len(words.rstrip())))


def _date(document: Document, draft: Draft) -> Interval:
    """Return the date read beside the reporting words, else the article's own."""
    start, stop = draft.evidence
    for date in _dates_in(document, start, stop):
        span = date.span
        if span and not draft.content[0] <= span.start < draft.content[1]:
            return date
    reference = document.article.reference
    basis = "unknown" if reference.basis == "unknown" else "reference"
    return Interval(reference.start, reference.stop, reference.precision, None, basis)


def _dates_in(document: Document, start: int, stop: int) -> Iterator[Interval]:
    def place(date: Interval) -> int:
        return date.span.start if date.span else -1

    first = bisect_left(document.dates, start, key=place)
    for date in document.dates[first:]:
        if date.span and date.span.start >= stop:
            return
        yield date


def _about(document: Document, content: Range) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for mention in document.mentions_in(*content):
        for party in mention.parties:
            if party.id:
                found.setdefault(party.id)
    return tuple(found)


def _nested(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements, each with the id of the one whose content holds its words."""
    outer: list[Statement] = []
    for one in statements:
        first = min(one.content.start, one.cue.start if one.cue else one.content.start)
        last = max(one.content.stop, one.cue.stop if one.cue else one.content.stop)
        while outer and outer[-1].content.stop < last:
            outer.pop()
        holder = next((o for o in reversed(outer) if o.content.start <= first), None)
        yield replace(one, within=holder.id) if holder else one
        outer.append(one)
