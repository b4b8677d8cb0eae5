"""Dates, figures, parties and hostile text, in the words that people see."""

import pytest

from dragoman.core.knowledge import Office, World
from dragoman.core.records import Interval, Party, Person, Span
from dragoman.exports.dates import interval_words
from dragoman.exports.entries import third_person
from dragoman.exports.figures import number_words
from dragoman.exports.parties import party_words, speaker_words
from dragoman.exports.terminal import clipped, shown

WORLD = World(offices={"head-of-state": Office("head-of-state", "head of state", "GOV")})


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        ("2024-11-27", "2024-11-27", "27 Nov 2024"),
        ("2024-11-27", "2024-11-28", "27–28 Nov 2024"),
        ("2024-10-30", "2024-11-02", "30 Oct–2 Nov 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023–2 Jan 2024"),
        ("2024-11-01", "2024-11-30", "Nov 2024"),
        ("2024-07-01", "2024-09-30", "Q3 2024"),
        ("2024-01-01", "2024-09-30", "Jan–Sep 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2020-01-01", "2029-12-31", "2020–2029"),
        ("2023-12-01", "2024-01-31", "Dec 2023–Jan 2024"),
        (None, "2025-12-31", "by 31 Dec 2025"),
        ("2022-02-24", None, "since 24 Feb 2022"),
        (None, None, "undated"),
        ("not a day", "not a day", "not a day–not a day"),
    ],
)
def test_interval(start, stop, words):
    assert interval_words(Interval(start, stop, "day", None, "stated")) == words


def test_dates_that_the_text_does_not_name_stand_in_brackets():
    assert interval_words(Interval("2024-11-27", None, "day", None, "reference")).startswith("(")
    named = Interval("2024-11-27", None, "day", Span(0, 1, "x"), "inherited")
    assert not interval_words(named).startswith("(")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (28e9, "28 billion"),
        (1.5e12, "1.5 trillion"),
        (12_300_000, "12.3 million"),
        (1234.0, "1,234"),
        (3.4, "3.4"),
        (-2e6, "-2 million"),
        (0.0, "0"),
    ],
)
def test_number(value, words):
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Party("RUS", "Russia"), "Russia"),
        (Party("RUS", "Russia", "MIL"), "Russia (armed forces)"),
        (Party("EU", "European Union", "IGO"), "European Union"),
        (Party(None, "ヌルトレ"), "ヌルトレ?"),
        (Party("RUS", "Russia", "GOV", Person(None, "Putin")), "Russia (Putin)"),
    ],
)
def test_party(party, words):
    assert party_words(party) == words


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Party("RUS", "Russia"), "Russia"),
        (
            Party("RUS", "Russia", "GOV", Person("p", "Vladimir Putin", "head-of-state")),
            "Vladimir Putin (Russia, head of state)",
        ),
        (Party(None, "Ivanov", None, Person(None, "Ivanov", "mayor-of-x")), "Ivanov (mayor of x)"),
        (Party(None, "Ivanov", None, Person(None, "Ivanov")), "Ivanov"),
    ],
)
def test_speaker(party, words):
    assert speaker_words(party, WORLD) == words


def test_verbs():
    acts = ("say", "deny", "promise", "express-concern", "call-for", "wish", "pass-on")
    found = [third_person(act) for act in acts]
    assert found[:4] == ["says", "denies", "promises", "expresses concern"]
    assert found[4:] == ["calls for", "wishes", "passes on"]


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b31m", "\x07", "\u202eabc", "\ud800", "\x00"])
def test_nothing_that_a_terminal_obeys_is_shown(text):
    assert shown(text).isprintable()
    assert "\\" in shown(text)


def test_shown_text_is_one_line():
    assert shown("  a\n\tb\u3000c ") == "a b c"


def test_clipped():
    assert clipped("short", 5) == "short"
    assert clipped("a longer text", 6) == "a lon…"
