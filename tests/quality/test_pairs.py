"""Facts and records are matched one to one, and counted as the README says."""

import pytest

from dragoman.core.records import Event, Figure, Interval, Party, Reading, Span, Statement, Tie
from dragoman.examples import plain_article
from tests.quality.gold import passages
from tests.quality.measures import event_measures, f1, share, side_by_side
from tests.quality.pairs import pairs, same_sides, shown

TEXT = "France said the talks had failed. Paris and Rabat signed two accords."
NEVER = Interval(None, None)
HERE = Span(0, 6, "France")


def passage(tmp_path, monkeypatch, *facts):
    lines = "\n".join(f"- {fact}" for fact in facts)
    (tmp_path / "xx.md").write_text(f"## A\n> {TEXT}\n{lines}\n", "utf-8")
    monkeypatch.setattr("tests.quality.gold.FOLDER", tmp_path)
    return next(passages("xx"))


def party(code):
    return Party(code, code or "someone")


def event(act, type_, actors, recipients, realis="actual"):
    sides = tuple(map(party, actors)), tuple(map(party, recipients))
    return Event(
        "e", "a", act, type_, None, (), 1, 0.0, "", None, *sides, NEVER, None, None, realis, None,
        HERE, HERE, "r", 1.0,
    )  # fmt: skip


def statement(start, stop, speaker="FRA", act="say"):
    content = Span(start, stop, TEXT[start:stop])
    return Statement(
        "s", "a", act, "indirect", party(speaker), content, None, None, NEVER, None, (), HERE, "r",
        1.0,
    )  # fmt: skip


def figure(measure, value, unit="items", comparator="exact"):
    return Figure(
        "f", "a", measure, None, value, None, unit, comparator, None, NEVER, "actual", None, (),
        None, HERE, HERE, "r", 1.0,
    )  # fmt: skip


def tie(relation, subject, object_):
    ends = party(subject), party(object_)
    return Tie("t", "a", relation, *ends, NEVER, "actual", None, HERE, HERE, "r", 1.0)


def reading(*records):
    return Reading(plain_article(TEXT, "xx"), records)


@pytest.fixture
def given(tmp_path, monkeypatch):
    def told(*facts):
        return passage(tmp_path, monkeypatch, *facts)

    return told


def test_the_record_most_like_a_fact_is_its_partner(given):
    here = given("event sign-agreement FRA + MAR → -")
    near = event("sign-agreement", "SUPPORT", ["MAR", "FRA"], [])
    far = event("ratify-treaty", "SUPPORT", ["FRA"], ["MAR"])
    first, second = pairs(here, reading(far, near))["event"]
    assert (first.record, same_sides(first.fact, first.record)) == (near, True)
    assert (second.fact, second.record) == (None, far)


def test_a_type_stands_for_its_acts(given):
    (pair,) = pairs(
        given("event SUPPORT FRA → MAR"), reading(event("praise", "SUPPORT", ["FRA"], ["MAR"]))
    )["event"]
    assert pair.fact
    assert pair.record


def test_parties_without_a_code_are_not_compared(given):
    here = given("event SUPPORT FRA → -")
    (pair,) = pairs(here, reading(event("praise", "SUPPORT", ["FRA"], [None])))["event"]
    assert same_sides(pair.fact, pair.record)


@pytest.mark.parametrize(
    ("realis", "left"), [("actual", 100.0), ("planned", 100.0), ("negated", 0), ("hypothetical", 0)]
)
def test_only_what_is_told_as_so_is_invented(given, realis, left):
    here = given("no event")
    found = pairs(here, reading(event("praise", "SUPPORT", ["FRA"], ["MAR"], realis)))["event"]
    assert event_measures(found, 1)["no event"].value == 100 - left


@pytest.mark.parametrize(
    ("start", "stop", "is_found"), [(12, 32, True), (12, 24, True), (12, 21, False), (0, 33, True)]
)
def test_contents_that_share_half_are_one(given, start, stop, is_found):
    here = given("statement say FRA: the talks had failed")
    found = pairs(here, reading(statement(start, stop)))["statement"]
    assert bool(found[0].record) == is_found


def test_a_listed_act_of_speech_may_be_a_statement_too(given):
    here = given("event praise FRA → MAR")
    assert pairs(here, reading(statement(12, 32)))["statement"] == []
    assert len(pairs(here, reading(statement(12, 32, "MAR")))["statement"]) == 1


@pytest.mark.parametrize(
    ("fact", "record", "is_found"),
    [
        ("agreements 2 items, exact", figure("agreements", 2.0), True),
        ("agreements 2 items", figure("other", 2.0), True),  # found, though its measure is wrong
        ("agreements 2 items", figure("agreements", 3.0), False),
        ("agreements 2 items", figure("agreements", 2.0, "people"), False),
        ("agreements 2", figure("agreements", 2.0, "people"), True),
        ("drones 24 items, vague", figure("drones", 12.0, comparator="vague"), True),
        ("drones 24 items, vague", figure("drones", 100.0, comparator="vague"), False),
    ],
)
def test_figures_are_found_by_value_and_unit(given, fact, record, is_found):
    found = pairs(given(f"figure {fact}"), reading(record))["figure"]
    assert bool(found[0].record) == is_found


def test_mutual_ties_may_be_turned(given):
    ally = given("tie ally FRA → MAR")
    assert len(pairs(ally, reading(tie("ally", "MAR", "FRA")))["tie"]) == 1
    supplies = given("tie supplies|donor FRA → MAR")
    assert len(pairs(supplies, reading(tie("supplies", "MAR", "FRA")))["tie"]) == 2
    assert len(pairs(supplies, reading(tie("donor", "FRA", "MAR")))["tie"]) == 1


def test_shares_are_counted(given):
    here = given("event praise FRA → MAR", "event condole FRA → MAR")
    other = event("thank", "SUPPORT", ["FRA"], ["MAR"], "planned")
    stray = event("visit", "CONSULT", ["FRA"], ["MAR"])
    found = pairs(here, reading(other, stray))["event"]
    values = {name: (round(m.value), m.of) for name, m in f1("x", found, lambda p: True).items()}
    assert values == {"x: found": (50, 2), "x: precision": (50, 2), "x: F1": (50, 2)}
    right = share("y", found, lambda p: p.fact.realis == p.record.realis)["y, of found"]
    assert (right.value, right.of) == (0, 1)
    assert side_by_side(right.wrong).splitlines()[1:] == [
        "    fact    event praise FRA → MAR",
        f"    record  {shown(other)}",
    ]
