"""The dates of events: what is done lies behind, what is to come ahead."""

import pytest

from dragoman.core.assembly import ahead, behind, dated_realis
from dragoman.core.realis import RealisCues
from dragoman.core.records import Interval, Span
from tests.core.trees import tree

WORDS = Span(0, 5, "words")
REFERENCE = Interval("2024-11-28", "2024-11-28", "day", None, "given")
CUES = RealisCues.of(
    {
        "actual": {"forms": ["VBD"]},
        "hypothetical": {"below": ["if"], "conditions": ["if"]},
        "planned": {"below": ["will"]},
    }
)


def read(start, stop, precision="day", basis="reference"):
    return Interval(start, stop, precision, WORDS, basis)


@pytest.mark.parametrize(
    ("date", "start", "stop"),
    [
        (read("2025-01-01", "2025-01-01"), "2024-01-01", "2024-01-01"),
        (read("2025-03-01", "2025-03-31", "month"), "2024-03-01", "2024-03-31"),
        (read("2025-02-01", "2025-02-28", "month"), "2024-02-01", "2024-02-29"),
        (read("2028-02-29", "2028-02-29"), "2027-02-28", "2027-02-28"),
        (read("2024-12-02", "2024-12-02"), "2024-12-02", "2024-12-02"),  # a weekday
        (read("2025-01-01", "2025-12-31", "year"), "2025-01-01", "2025-12-31"),
        (read("2025-01-01", "2025-01-01", basis="stated"), "2025-01-01", "2025-01-01"),
        (read("2024-11-01", "2024-11-01"), "2024-11-01", "2024-11-01"),
        (read("2025-01-01", None, "unknown"), "2025-01-01", None),
    ],
)
def test_what_was_done_lies_behind(date, start, stop):
    found = behind(date, REFERENCE)
    assert (found.start, found.stop) == (start, stop)


def test_what_is_to_come_keeps_its_own_date():
    told = read("2024-12-10", "2024-12-10")
    assert ahead(told) == told
    inherited = Interval("2024-11-28", "2024-11-28", "day", None, "reference")
    assert ahead(inherited).stop is None


@pytest.mark.parametrize(
    ("realis", "date", "found"),
    [
        ("actual", read("2024-12-10", "2024-12-10"), "planned"),
        ("actual", read("2020-12-10", "2020-12-10"), "past"),
        ("negated", read("2024-12-10", "2024-12-10"), "negated"),
        ("actual", Interval("2024-11-28", "2024-11-28", "day", None, "reference"), "actual"),
    ],
)
def test_dates_tell_what_is_planned_or_past(realis, date, found):
    assert dated_realis(realis, date, REFERENCE) == found


@pytest.mark.parametrize(
    ("words", "verb", "realis"),
    [
        ("she/PRON/nsubj/3 will/AUX/aux/3 pay/VERB/root/0", 2, "planned"),
        ("she/PRON/nsubj/3 will/AUX/aux/3 pay/VERB/root/0 if/SCONJ/mark/6 we/PRON/nsubj/6 "
         "go/VERB/advcl/3", 2, "hypothetical"),
        ("she/PRON/nsubj/3 will/AUX/aux/3 pay/VERB/root/0 while/SCONJ/mark/6 we/PRON/nsubj/6 "
         "go/VERB/advcl/3", 2, "planned"),
        ("if/SCONJ/mark/2 go/VERB/root/0 will/AUX/aux/4 pay/VERB/conj/2", 3, "hypothetical"),
        ("she/PRON/nsubj/2 paid/VERB/root/0 if/SCONJ/mark/5 we/PRON/nsubj/5 go/VERB/advcl/2",
         1, "actual"),
    ],
)  # fmt: skip
def test_what_a_condition_governs_is_hypothetical(words, verb, realis):
    parse = tree(words)
    assert CUES.realis(parse, parse.tokens[verb]) == realis


def test_forms_tell_what_was_done():
    parse = tree("left/VERB/root/0/VBD leave/VERB/conj/1/VB")
    assert [CUES.is_told(token) for token in parse.tokens] == [True, False]
