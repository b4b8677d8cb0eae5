"""Formats of others: each is read back with a library of its own where there is one."""

import csv
import io
import json
from dataclasses import replace

import networkx
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from dragoman.core.records import Reading
from dragoman.exports.arrow import arrow_schema
from dragoman.exports.formats import FILES, lines_in, write_folder
from dragoman.exports.gdelt import EVENTS, MENTIONS
from dragoman.exports.objects import from_json, from_object
from dragoman.exports.plover import plover_object
from dragoman.exports.polecat import COLUMNS
from dragoman.exports.table import from_row


def lines(name, *readings):
    return list(lines_in(name, readings))


def changed(reading, **fields):
    """The first event of the reading with other fields, in PLOVER."""
    event = replace(reading.events[0], **fields)
    return plover_object(event, reading.article)


def test_plover_holds_the_required_fields(reading):
    (found,) = map(json.loads, lines("plover", reading))
    assert (found["id"], found["date"], found["event"]) == ("e1aaaaaa", "2024-11-27", ["CONSULT"])
    assert found["actor"][0]["code"] == "RUS"
    assert found["actor"][0]["identifier_text"] == "Vladimir Putin"
    assert found["recipient"][0] == {
        "code": "KAZ", "entity_text": "Astana", "identifier_text": "Kazakhstan",
    }  # fmt: skip
    text = reading.article.text
    place = found["text_info"]
    assert text[place["start"] : place["end"]] == found["text"]


@pytest.mark.parametrize(
    ("fields", "kind", "modes"),
    [
        ({"realis": "planned"}, "AGREE", []),
        ({"realis": "planned", "type": "AID", "mode": None}, "AGREE", []),
        ({"realis": "planned", "type": "RETREAT", "mode": "withdraw"}, "CONCEDE", []),
        ({"realis": "planned", "type": "CONCEDE", "mode": None}, "CONCEDE", ["future"]),
        ({"realis": "hypothetical", "type": "ASSAULT", "mode": "aerial"}, "THREATEN", []),
        ({"realis": "negated"}, "CONSULT", ["visit", "negation"]),
        ({"realis": "past"}, "CONSULT", ["visit", "historical"]),
        ({}, "CONSULT", ["visit"]),
    ],
)
def test_plover_reduces_types(reading, fields, kind, modes):
    found = changed(reading, **fields)
    assert (found["event"], found["mode"]) == ([kind], modes)


def test_plover_puts_the_visitor_first_and_all_sides_of_talks_together(reading):
    hosted = changed(reading, act="host-visit")
    assert [p["code"] for p in hosted["actor"]] == ["KAZ"]
    met = changed(reading, act="meet", mode=None)
    assert [p["code"] for p in met["actor"]] == ["RUS", "KAZ"]
    assert met["recipient"] == []


def test_agree_has_the_score_and_quad_of_its_type(reading):
    found = changed(reading, realis="planned", type="COOPERATE", mode=None, quad=2, score=9.5)
    assert (found["quad_code"], found["event_scale"]) == (1, 2.5)


def test_polecat_has_its_columns(reading):
    header, *rows = (line.split("\t") for line in lines("polecat", reading))
    assert tuple(header) == COLUMNS
    assert len(COLUMNS) == 40
    (row,) = (dict(zip(header, row, strict=True)) for row in rows)
    assert (row["Event Type"], row["Event Mode"]) == ("CONSULT", "visit")
    assert (row["Actor Country"], row["Recipient Country"]) == ("RUS", "KAZ")
    assert (row["City"], row["Latitude"]) == ("Astana", "51.1")


def test_gdelt_has_61_and_16_columns_with_the_same_numbers(reading):
    (event,) = (line.split("\t") for line in lines("gdelt", reading))
    (mention,) = (line.split("\t") for line in lines("gdelt-mentions", reading))
    assert (len(EVENTS), len(MENTIONS)) == (61, 16) == (len(event), len(mention))
    assert event[0] == mention[0]
    row = dict(zip(EVENTS, event, strict=True))
    assert (row["SQLDATE"], row["EventRootCode"], row["QuadClass"]) == ("20241127", "04", "1")
    assert (row["Actor1Code"], row["Actor2CountryCode"]) == ("RUSGOV", "KAZ")
    assert row["FractionDate"] == "2024.9096"


def test_rows_multiply_pairs_and_keep_unknown_sides_empty(reading):
    event = replace(reading.events[0], actors=reading.events[0].actors * 2, recipients=())
    found = lines("gdelt", replace(reading, records=(event,)))
    assert len({line.split("\t")[0] for line in found}) == 2
    assert all(
        dict(zip(EVENTS, line.split("\t"), strict=True))["Actor2Code"] == "" for line in found
    )


def test_annotations_point_at_their_words(reading):
    text = reading.article.text
    found = list(map(json.loads, lines("annotation", reading)))
    assert len(found) == len(reading.records)
    for line, record in zip(found, reading.records, strict=True):
        assert line["@context"] == "http://www.w3.org/ns/anno.jsonld"
        quote, place = line["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert from_object(json.loads(line["body"]["value"])) == record


def test_graphml_is_read_by_networkx(reading):
    graph = networkx.parse_graphml("\n".join(lines("graphml", reading)), force_multigraph=True)
    assert graph.nodes["RUS"]["name"] == "Russia"
    edges = {(a, b): data for a, b, data in graph.edges(data=True)}
    assert edges["RUS", "KAZ"]["act"] == "visit"
    assert edges["RUS", "KAZ"]["quad"] == 1
    assert edges["ARM", "CSTO"]["kind"] == "tie"


def test_graphml_of_hostile_names_is_well_formed(reading):
    event = reading.events[0]
    odd = replace(event.actors[0], id='<"&>', name="a\x00]]>\ud800<b>")
    graph = networkx.parse_graphml(
        "\n".join(lines("graphml", Reading(reading.article, (replace(event, actors=(odd,)),))))
    )
    assert graph.nodes['<"&>']["name"] == "a]]><b>"


def test_the_package_is_valid_and_holds_the_records(reading, tmp_path):
    write_folder("package", [reading], tmp_path / "out")
    package = Package(str(tmp_path / "out" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["message"])
    rows = package.get_resource("events").read_rows()
    assert [row["id"] for row in rows] == ["e1aaaaaa", "e2aaaaaa"]
    assert "text" not in package.get_resource("articles").schema.field_names
    write_folder("package", [reading], tmp_path / "whole", full_text=True)
    table = (tmp_path / "whole" / "articles.csv").read_text("utf-8")
    assert next(csv.DictReader(io.StringIO(table)))["text"] == reading.article.text


def test_parquet_reads_back_as_the_records(reading, tmp_path):
    write_folder("parquet", [reading], tmp_path, full_text=True)
    found = []
    for kind in ("article", "event", "statement", "figure", "tie"):
        table = pq.read_table(tmp_path / f"{kind}s.parquet")
        assert table.schema.equals(arrow_schema(kind))
        found += map(from_row, table.to_pylist())
    assert set(found) == {reading.article, *reading.records}
    assert not list(tmp_path.glob(".*"))


def test_texts_stay_behind_unless_they_are_asked_for(reading):
    (first, *_) = lines("jsonl", reading)
    assert from_json(first).text == ""
    (whole, *_) = lines_in("jsonl", [reading], full_text=True)
    assert from_json(whole) == reading.article
    assert reading.article.text not in "".join(lines("csv", reading))


def test_articles_are_cited(reading):
    (item,) = json.loads("".join(lines("csl", reading)))
    assert item["issued"] == {"date-parts": [[2024, 11, 28]]}
    entry = lines(
        "bibtex", replace(reading, article=replace(reading.article, title="50% {of} a_b"))
    )
    assert "  title = {50\\% \\{of\\} a\\_b}," in entry
    assert json.loads("".join(lines("csl"))) == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_and_an_empty_reading_are_written_too(name, reading):
    lines(name)
    lines(name, Reading(reading.article, ()))
    undated = replace(reading.article, published=None, url=None, title=None, outlet=None)
    events = [replace(e, date=replace(e.date, start=None, stop=None)) for e in reading.events]
    records = [*events, *reading.statements, *reading.figures, *reading.ties]
    lines(name, Reading(undated, tuple(records)))
