"""What holds of the amounts of any text at all."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.figures import NumberRules, read_amounts
from dragoman.core.figures.folding import folded

CODES = ("en", "ja", "ru", "vi")
WORDS = (
    "1 20 3.5 1,000 1.000 ½ 9e9 $ € 円 % - – 〜 から to от до từ đến million млн triệu 億 万 千 "
    "hundred сто trăm and и và と 分の 点 thousand тысяч nghìn half половина rưỡi dollars рублей "
    "đồng 人 件 people человек người more than более hơn 以上 未満 killed 死亡 。 . \n İ ﷺ"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(
    st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES | st.characters()).map("".join)
)


@cache
def rules(code: str) -> NumberRules:
    table = files("dragoman.languages").joinpath(code, "numbers.toml").read_text("utf-8")
    return NumberRules.of(tomllib.loads(table))


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None)
@given(text=TEXTS)
def test_spans_are_exact_and_values_finite(code: str, text: str) -> None:
    before = 0
    for amount in read_amounts(text, rules(code)):
        for span in (amount.span, amount.whole):
            assert text[span.start : span.stop] == span.text
        assert amount.whole.start <= amount.span.start < amount.span.stop <= amount.whole.stop
        assert amount.span.start >= before
        before = amount.span.stop
        assert isfinite(amount.value)
        assert amount.high is None or (isfinite(amount.high) and amount.value < amount.high)


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None)
@given(text=TEXTS)
def test_other_paragraphs_change_nothing(code: str, text: str) -> None:
    before = "More than 12 million dollars of trade.\n"
    around = read_amounts(f"{before}{text}\n5 percent, 30 people.", rules(code))
    inside = [
        (a.span.start - len(before), a.value, a.unit, a.measure, a.comparator, a.keep)
        for a in around
        if len(before) <= a.span.start < len(before) + len(text)
    ]
    alone = read_amounts(text, rules(code))
    assert inside == [
        (a.span.start, a.value, a.unit, a.measure, a.comparator, a.keep) for a in alone
    ]


@given(text=st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize("code", CODES)
def test_time_grows_with_length_only(code: str) -> None:
    for piece in ("9", "1,", "5 ", "$5 million, ", "10-", "千", "hundred ", "от ", " " * 50):
        assert len(read_amounts(piece * 5000, rules(code))) <= 10_000
