"""What is read in our own corpus stays at or above the floors, language by language."""

import pytest

from dragoman.cases import CaseError
from tests.quality.agreement import agreement, happenings
from tests.quality.floors import floors, raisable, sections, values
from tests.quality.gold import passages
from tests.quality.measures import CODES, measured, side_by_side
from tests.quality.pairs import type_of


def test_four_languages_have_a_corpus():
    assert len(CODES) >= 4


@pytest.mark.parametrize("code", CODES)
def test_corpus_is_large_and_a_third_of_it_holds_no_event(code):
    found = list(passages(code))
    assert len(found) >= 150
    assert sum(passage.empty for passage in found) >= len(found) / 3
    assert len({passage.text for passage in found}) == len(found)


@pytest.mark.parametrize("code", CODES)
def test_corpus_knows_every_type(code):
    events = [fact for passage in passages(code) for fact in passage.facts["event"]]
    assert len({type_of(event.what) for event in events}) == 16


def announce(lines, capsys):
    """Say which floors can be raised."""
    if lines:
        with capsys.disabled():
            print("", *lines, sep="\n")


@pytest.mark.parametrize("code", CODES)
def test_floors_hold(code, capsys):
    found = measured(code)
    below = {
        name: f"{found[name].value:.1f} is below {floor} in {code}, {name}:\n"
        + side_by_side(found[name].wrong)
        for name, floor in floors()[code].items()
        if found[name].value < floor
    }
    announce(raisable(code), capsys)
    assert not below, "\n\n".join(below.values())


def test_every_measure_has_its_floor():
    for section in sections():
        assert set(floors()[section]) == set(values(section))


def test_languages_agree(capsys):
    found = agreement()
    below = {name: found[name] for name, floor in floors()["agreement"].items()
             if found[name] < floor}  # fmt: skip
    announce(raisable("agreement"), capsys)
    apart = "\n".join(str(h) for h in happenings() if not h.agrees)
    assert not below, f"{below}\n{apart}"


def test_forty_happenings_are_told():
    assert len(happenings()) >= 40


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ("evnt visit FRA → MAR", "no kind of fact is called 'evnt'"),
        ("event visit FRA MAR", "not an event"),
        ("statement say FRA words", "not a statement"),
        ("statement say FRA: Other words", "not in the text"),
        ("tie member FRA", "not a tie"),
    ],
)
def test_a_fact_that_cannot_be_read_is_named(tmp_path, monkeypatch, fact, reason):
    (tmp_path / "xx.md").write_text(f"## A\n> Text.\n- {fact}\n", "utf-8")
    monkeypatch.setattr("tests.quality.gold.FOLDER", tmp_path)
    with pytest.raises(CaseError, match=f"line 1: {reason}"):
        list(passages("xx"))
