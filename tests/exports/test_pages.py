"""The brief and the dossier: what they say, how wide they are, and what they cite."""

import json

import pytest

from dragoman.core.knowledge import Entity, Office, World
from dragoman.exports.brief import brief
from dragoman.exports.dossier import concerns, dossier_object, dossier_of
from dragoman.exports.dossier_page import dossier_page, empty_page
from dragoman.exports.objects import to_json
from dragoman.exports.replay import marks_of, record_called

WORLD = World(
    entities={
        "RUS": Entity("RUS", "Russia", "state"),
        "KAZ": Entity("KAZ", "Kazakhstan", "state"),
    },
    offices={"head-of-state": Office("head-of-state", "head of state", "GOV")},
)


def page(lines):
    return "\n".join(line.plain for line in lines)


def test_brief_tells_each_kind_in_english_with_the_words(reading):
    text = page(brief(reading, WORLD, 200))
    assert r"A \x1b[31mvisit" in text
    assert "Example (GBR) · 28 Nov 2024 (date of the page) · en · credits TASS" in text
    assert "! cut: something was cut" in text
    assert "Russia (Vladimir Putin) → Kazakhstan  visit, in Astana" in text
    assert "“Putin visited Astana on 27 November.”  line 1, 6–13  e1aaaaaa" in text
    assert "someone → Armenia  attack, 12 killed  · hypothetical" in text
    assert "Vladimir Putin (Russia, head of state) says to reporters?: “We are allies,”" in text
    assert "trade turnover  over 28 billion USD" in text
    assert "· target  · record high  · up 3.4 %" in text
    assert "Armenia  leaving  CSTO  · planned" in text


def test_brief_names_who_asserts_what_the_article_does_not(reading):
    assert "· according to Vladimir Putin (Russia, head of state)" in page(
        brief(reading, WORLD, 200)
    )


@pytest.mark.parametrize("width", [40, 60, 100])
def test_brief_keeps_to_its_width(reading, width):
    for line in brief(reading, WORLD, width):
        assert line.cell_len <= max(width, 60)
        assert line.plain == line.plain.rstrip()


def test_brief_of_nothing_says_so(reading):
    empty = type(reading)(reading.article)
    assert "Nothing was read from this text." in page(brief(empty, WORLD))


def test_dossier_of_a_pair_holds_what_concerns_both(reading):
    dossier = dossier_of([("a.md", reading)], ["RUS", "KAZ"])
    assert [cited.record.id for cited in dossier.events] == ["e1aaaaaa"]
    assert [cited.record.id for cited in dossier.statements] == ["s1"]
    assert [cited.record.id for cited in dossier.figures] == ["f1"]
    assert dossier.ties == ()


def test_dossier_tells_the_same_once_with_all_its_sources(reading):
    dossier = dossier_of([("a.md", reading), ("b.md", reading)], ["RUS", "KAZ"])
    assert [cited.sources for cited in dossier.events] == [(1, 2)]
    assert [source.file for source in dossier.sources] == ["a.md", "b.md"]


def test_dossier_page_cites_every_row(reading):
    dossier = dossier_of([("a.md", reading)], ["RUS", "KAZ"])
    text = page(dossier_page(dossier, WORLD))
    assert text.startswith(
        "Russia — Kazakhstan\n1 event · 1 statement · 1 figure · 0 ties · 1 source"
    )
    assert text.count("[1]") == 4
    assert r"Example, 28 Nov 2024, “A \x1b[31mvisit”, a.md" in text


def test_dossier_of_one_party(reading):
    dossier = dossier_of([("a.md", reading)], ["ARM"])
    assert [cited.record.id for cited in dossier.ties] == ["t1"]
    assert concerns(reading.ties[0], ["CSTO", "ARM"])
    assert not concerns(reading.ties[0], ["RUS"])


def test_dossier_of_nothing_says_so(reading):
    dossier = dossier_of([("a.md", reading)], ["RUS", "USA"])
    assert page(empty_page(dossier, WORLD)) == "Nothing on Russia and USA in these articles."


def test_dossier_as_an_object_is_json(reading):
    found = json.loads(to_json(dossier_object(dossier_of([("a.md", reading)], ["RUS", "KAZ"]))))
    assert found["parties"] == ["RUS", "KAZ"]
    assert found["events"][0]["sources"] == [1]
    assert found["sources"][0]["file"] == "a.md"


def test_record_is_found_by_the_beginning_of_its_id(reading):
    assert record_called(reading, "e1").id == "e1aaaaaa"
    with pytest.raises(LookupError, match="several records"):
        record_called(reading, "e")
    with pytest.raises(LookupError, match="no record"):
        record_called(reading, "zz")


def test_marks_name_the_field_of_each_passage(reading):
    fields = [mark.field for mark in marks_of(reading.events[0])]
    assert fields == ["actors", "recipients", "date", "place", "evidence", "trigger"]
