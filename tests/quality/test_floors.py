"""What is read in our own corpus stays at or above the floors, language by language."""

import pytest

from dragoman.cases import CaseError
from dragoman.languages.tables import language_codes
from tests.quality.agreement import BEST, agreement, happenings
from tests.quality.floors import floors, raisable, sections, values
from tests.quality.gold import passages
from tests.quality.measures import CODES, measured, side_by_side
from tests.quality.pairs import type_of


def test_every_language_has_a_corpus():
    assert set(CODES) == set(language_codes())


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


@pytest.mark.parametrize("code", CODES)
def test_floors_hold(code, capsys):
    found = measured(code)
    below = {
        name: f"{found[name].value:.1f} is below {floor} in {code}, {name}:\n"
        + side_by_side(found[name].wrong)
        for name, floor in floors()[code].items()
        if found[name].value < floor
    }
    with capsys.disabled():
        print("", *raisable(code), sep="\n")
    assert not below, "\n\n".join(below.values())


def test_every_measure_has_its_floor():
    for section in sections():
        assert set(floors()[section]) == set(values(section))


def test_languages_agree(capsys):
    found = agreement()
    below = {name: found[name] for name, floor in floors()["agreement"].items()
             if found[name] < floor}  # fmt: skip
    with capsys.disabled():
        print("", *raisable("agreement"), sep="\n")
    apart = "\n".join(str(h) for h in happenings() if not h.agrees)
    assert not below, f"{below}\n{apart}"


def test_forty_happenings_are_told():
    assert len(happenings()) >= 40


@pytest.mark.parametrize("code", CODES)
def test_a_fact_set_beside_itself_is_right(code):
    for happening in happenings():
        if happening.is_right(code):
            event = happening.tellings[code].event
            assert happening.fact.what in (event.act, event.type)
            assert happening.fact.realis == event.realis
    assert BEST == 9


def test_a_fact_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    (tmp_path / "xx.md").write_text("## A\n> Text.\n- evnt visit FRA → MAR\n", "utf-8")
    monkeypatch.setattr("tests.quality.gold.FOLDER", tmp_path)
    with pytest.raises(CaseError, match="line 1: no kind of fact is called 'evnt'"):
        list(passages("xx"))
