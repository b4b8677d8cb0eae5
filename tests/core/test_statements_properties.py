"""What holds for the statements of any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.statements import read_statements
from dragoman.core.statements.quotations import find_quotations
from tests.core.test_statements import document, rules

LANGUAGES = ("en", "ja", "ru", "vi")
PIECES = st.sampled_from(
    [
        *"“”‘’\"'«»„「」『』,.:;!?。、…—()\n ",
        " said ", " says that ", "he ", "The minister ", " told reporters ", ", adding that ",
        "According to ", "と述べた", "大統領は", "によると", "よう求めた",
        " заявил, что ", "По словам ",
        " cho biết ", "Theo ", "\u200b", "\u202e", "שלום", "é", "the talks are over",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=150)
@given(text=TEXTS)
def test_spans_are_exact_and_outer_statements_exist(language: str, text: str) -> None:
    found = read_statements(document(language, text), rules(language))
    ids = {one.id for one in found}
    for one in found:
        for span in (one.content, one.cue, one.evidence, one.speaker.span):
            assert span is None or text[span.start : span.stop] == span.text
        assert one.content.text.strip()
        assert one.within is None or one.within in ids
        assert one.within != one.id


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=100)
@given(text=TEXTS)
def test_reading_twice_gives_the_same(language: str, text: str) -> None:
    one, two = (read_statements(document(language, text), rules(language)) for _ in range(2))
    assert one == two
    assert len({s.id for s in one}) == len(one)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=150)
@given(text=TEXTS)
def test_quotations_lie_in_their_paragraph_and_nest(language: str, text: str) -> None:
    for one in find_quotations(text, rules(language).marks):
        assert 0 <= one.open < one.start <= one.stop <= one.close <= len(text)
        assert "\n" not in text[one.open : one.close]


@pytest.mark.parametrize("unit", ["“a ", "「と述べ、", "‘a ” ", "he, said, ", "((a "])
@pytest.mark.parametrize("language", LANGUAGES)
def test_broken_text_takes_no_more_than_its_length(language: str, unit: str) -> None:
    short, long = (document(language, unit * count) for count in (500, 4000))
    spent = []
    for one in (short, long):
        began = time.perf_counter()
        read_statements(one, rules(language))
        spent.append(time.perf_counter() - began)
    assert spent[1] < 8 * 4 * max(spent[0], 0.02)
