"""Corrections: kept apart, applied wherever a record is seen, and reversible."""

from dataclasses import replace

import pytest
from tests.store.conftest import article, event, put

from dragoman.exports.objects import object_of
from dragoman.store import Query, StoreError
from dragoman.store.correcting import accept, add, edit, reject
from dragoman.store.corrections import By, all_corrections
from dragoman.store.health import complaints

ME = By("Ann", "read the page")


@pytest.fixture
def kept(store):
    """A visit told by two articles."""
    texts = [article("Putin went to Astana."), article("A visit took place.")]
    events = [event(found) for found in texts]
    for found, record in zip(texts, events, strict=True):
        put(store, found, record)
    return store, texts, events


def seen(store, **query):
    return sorted(record.id for record in store.find(Query(**query)))


def test_a_rejected_record_is_seen_no_more_until_it_is_accepted(kept):
    store, texts, (one, other) = kept
    reject(store, one.id, ME)
    for query in ({}, {"parties": ("RUS",)}, {"parties": ("RUS", "KAZ")}, {"words": "Astana"}):
        assert one.id not in seen(store, **query)
    assert store.records_in(texts[0].id) == []
    assert list(store.connection.execute("SELECT reports FROM stories")) == [(1,)]
    accept(store, one.id, ME)
    assert seen(store) == sorted((one.id, other.id))
    assert list(store.connection.execute("SELECT reports FROM stories")) == [(2,)]
    assert list(complaints(store.connection)) == []


def test_an_edited_record_is_seen_with_its_new_values(kept):
    store, _, (one, _) = kept
    uzbekistan = {"id": "UZB", "name": "Uzbekistan", "role": None, "person": None, "via": "name",
                  "span": None}  # fmt: skip
    edit(store, one.id[:8], {"recipients": [uzbekistan]}, ME)
    edit(store, one.id, {"realis": "planned"}, ME)
    found = store.get(one.id)
    assert (found.recipients[0].id, found.realis) == ("UZB", "planned")
    assert seen(store, parties=("RUS", "UZB"), realis="planned") == [one.id]
    assert one.id not in seen(store, parties=("RUS", "KAZ"))
    assert store.connection.execute("SELECT count(*) FROM stories").fetchone() == (2,)
    raw = store.connection.execute("SELECT realis FROM events WHERE id = ?", (one.id,))
    assert raw.fetchone() == ("actual",)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"colour": "red"}, "has no field 'colour'"),
        ({"evidence": {}}, "cannot be edited"),
        ({"quad": "one"}, "quad must be int"),
        ({"actors": [{"id": "RUS"}]}, "not a value"),
        ({"actors": 3}, "not a value"),
        ({"realis": None}, "realis must be str"),
    ],
)
def test_values_that_do_not_fit_are_refused(kept, value, message):
    store, _, (one, _) = kept
    with pytest.raises(StoreError, match=message):
        edit(store, one.id, value, ME)
    assert store.get(one.id) == one
    assert list(all_corrections(store.connection)) == []


def test_a_record_can_be_added_with_words_of_its_article(kept):
    store, texts, _ = kept
    new = replace(event(texts[0], "meet", ("RUS",), ("USA",)), id="f" * 16)
    assert add(store, object_of(new), ME) == "f" * 16
    assert seen(store, parties=("RUS", "USA")) == ["f" * 16]
    for wrong in (
        replace(new, id="e" * 16, article="nothing"),
        replace(new, id="e" * 16, evidence=replace(new.evidence, text="other words")),
        new,
    ):
        with pytest.raises(StoreError):
            add(store, object_of(wrong), ME)
    with pytest.raises(StoreError, match="not a record"):
        add(store, {"kind": "event"}, ME)


def test_corrections_say_who_why_and_when(kept):
    store, _, (one, _) = kept
    reject(store, one.id, ME)
    (found,) = all_corrections(store.connection)
    assert (found.author, found.reason, found.verb) == ("Ann", "read the page", "reject")
    assert found.made_at.startswith("20")


def test_an_unknown_record_is_one_line(kept):
    store, _, _ = kept
    for ident in ("zzzz", "", "%"):
        with pytest.raises(StoreError, match="no record has an id"):
            reject(store, ident, ME)
