"""The promises of the contract, on sentences of all languages put together at random."""

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.core.records import Event, Interval, Span, Statement
from dragoman.examples import plain_article
from dragoman.languages.tables import language_codes
from dragoman.reader import article_reader

PLAIN = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
SENTENCES = {
    code: [
        example.text
        for book in (article_reader(code).language.acts, article_reader(code).language.ties)
        for rule in book.blocks[::9]
        for example in rule.examples[:1]
    ]
    or ["x"]
    for code in language_codes()
}
ODD = st.text(
    st.sampled_from(
        "「」『』“”‘’«»\"'()[]{}0123456789億万$%€.,:;!?…–—\n\t \u200b\u0000\u202eЖxứ国аb"
    ),
    max_size=30,
)


@st.composite
def texts(draw):
    code = draw(st.sampled_from(language_codes()))
    parts = draw(st.lists(st.sampled_from(SENTENCES[code]) | ODD, min_size=1, max_size=5))
    return code, draw(st.sampled_from([" ", "\n", "\n\n", ""])).join(parts)


def read(code, text):
    return article_reader(code).read(plain_article(text, code))


def values(shape):
    """Yield a record's value and all values inside it."""
    yield shape
    if is_dataclass(shape):
        for part in fields(shape):
            yield from values(getattr(shape, part.name))
    elif isinstance(shape, tuple):
        for item in shape:
            yield from values(item)


@PLAIN
@given(texts())
def test_every_span_is_a_slice_and_every_interval_runs_forward(case):
    code, text = case
    reading = read(code, text)
    for value in values((reading.article, *reading.records)):
        if isinstance(value, Span):
            assert text[value.start : value.stop] == value.text, case
        elif isinstance(value, Interval) and value.start and value.stop:
            assert value.start <= value.stop, case


@PLAIN
@given(texts())
def test_reading_twice_gives_the_same_records(case):
    assert read(*case) == read(*case)


@PLAIN
@given(texts())
def test_ids_are_unique_and_lead_to_their_statements(case):
    records = read(*case).records
    assert len({record.id for record in records}) == len(records), case
    said = {record.id for record in records if isinstance(record, Statement)}
    for record in records:
        pointer = record.within if isinstance(record, Statement) else record.said_in
        assert pointer is None or pointer in said, case


@PLAIN
@given(texts())
def test_what_is_unresolved_is_null_and_kept_as_printed(case):
    code, text = case
    for record in read(code, text).records:
        if isinstance(record, Event):
            for party in (*record.actors, *record.recipients):
                assert party.id or party.name, (case, record)
                assert party.span or party.via in ("inherited", "pronoun"), (case, record)


FIRST = {
    "en": "The museum opens at nine.",
    "ja": "美術館は九時に開く。",
    "ru": "Музей открывается в девять.",
    "vi": "Bảo tàng mở cửa lúc chín giờ.",
}


@pytest.mark.parametrize("code", sorted(FIRST))
def test_text_before_changes_nothing_that_is_read_after_it(code):
    offset = len(FIRST[code]) + 1
    for sentence in SENTENCES[code][:25]:
        alone = read(code, sentence).events
        after = read(code, f"{FIRST[code]}\n{sentence}").events
        told = [(e.act, e.realis, e.trigger.start + offset) for e in alone]
        assert told == [(e.act, e.realis, e.trigger.start) for e in after], sentence
