"""Records as JSON objects: the contract's fields, in its order, and back again."""

import json

import pytest

from dragoman.exports.kinds import lines_of
from dragoman.exports.objects import (
    ContractError,
    from_json,
    from_object,
    json_document,
    jsonl,
    object_of,
    to_json,
)


def test_article_comes_first_then_records_in_text_order(reading):
    lines = [json.loads(line) for line in jsonl([reading])]
    kinds = ["article", "event", "statement", "figure", "tie", "event"]
    assert [line["kind"] for line in lines] == kinds


def test_every_line_begins_with_kind_and_contract(reading):
    for line in jsonl([reading]):
        assert list(json.loads(line).items())[:2][0][0] == "kind"
        assert list(json.loads(line).items())[1] == ("contract", 1)


def test_every_line_reads_back_as_it_was(reading):
    lines = lines_of(reading)
    assert tuple(from_json(to_json(object_of(line))) for line in lines) == lines


def test_null_is_kept_and_shapes_are_nested(reading):
    event = object_of(reading.events[0])
    assert event["count"] is None
    assert event["actors"][0]["person"]["office"] == "head-of-state"
    assert event["date"]["span"]["text"] == "27 November"


def test_every_span_slices_the_text(reading):
    def spans(value):
        if isinstance(value, dict):
            if set(value) == {"start", "stop", "text"}:
                yield value
            for part in value.values():
                yield from spans(part)
        elif isinstance(value, list):
            for part in value:
                yield from spans(part)

    found = [s for line in lines_of(reading) for s in spans(object_of(line))]
    assert len(found) > 20
    for span in found:
        assert reading.article.text[span["start"] : span["stop"]] == span["text"]


def test_what_a_terminal_would_obey_is_escaped():
    line = to_json({"text": "a\x1b[31m\x9b\u202e\ud800ж"})
    assert not set("\x1b\x9b\u202e\ud800") & set(line)
    assert json.loads(line)["text"] == "a\x1b[31m\x9b\u202e\ud800ж"
    assert "ж" in line


def test_json_document_is_one_list_of_the_same_objects(reading):
    whole = json.loads("\n".join(json_document([reading, reading])))
    assert [to_json(part) for part in whole] == list(jsonl([reading, reading]))
    assert json.loads("\n".join(json_document([]))) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"kind": "event"}', "contract None"),
        ('{"kind": "event", "contract": 2}', "contract 2"),
        ('{"kind": "rumour", "contract": 1}', "unknown kind 'rumour'"),
        ('{"kind": "event", "contract": 1}', "event without 'id'"),
    ],
)
def test_what_is_no_line_of_the_contract_is_refused(text, reason):
    with pytest.raises(ContractError, match=reason):
        from_json(text)


def test_fields_of_a_later_version_are_passed_over(reading):
    found = object_of(reading.article) | {"mood": "grave"}
    assert from_object(found) == reading.article
