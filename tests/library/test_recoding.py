"""Reading anew keeps what readers said, and tells what came and went; releases do not change."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.store.conftest import article, event, put

from dragoman.core.records import Reading
from dragoman.exports.objects import object_of
from dragoman.library.recoding import recode
from dragoman.library.releasing import faults_of, release
from dragoman.store import Query, Store, StoreError
from dragoman.store.correcting import add, edit, reject
from dragoman.store.corrections import By, all_corrections
from dragoman.store.health import complaints

ME = By("Ann")
TEXT = article("Putin went to Astana and met Tokayev.")


class TodaysReader:
    """Reads what it was given, whatever the article says."""

    def __init__(self, *records):
        self.records = records

    def read(self, found):
        return Reading(found, self.records)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "test.db") as opened:
        yield opened


def read_anew(store, *records):
    counts = Counter()
    marks = [d.mark for d in recode(store, TodaysReader(*records), counts)]
    assert list(complaints(store.connection)) == []
    return marks, dict(counts)


OLD = event(TEXT, rule="en/acts/visit/1")
SAME = event(TEXT, rule="en/acts/visit/2")  # the same act and words by another rule
OTHER = event(TEXT, "meet", rule="en/acts/meet/1")


def test_reading_the_same_changes_nothing(store):
    put(store, TEXT, OLD)
    assert read_anew(store, OLD) == ([], {"articles": 1})


def test_what_came_went_and_changed_is_told(store):
    put(store, TEXT, OLD, SAME)
    changed = replace(OLD, realis="planned")
    marks, counts = read_anew(store, changed, OTHER)
    assert sorted(marks) == ["+", "-", "~"]
    assert counts == {"articles": 1, "came": 1, "went": 1, "changed": 1}
    assert {r.id for r in store.find(Query())} == {OLD.id, OTHER.id}
    assert store.get(OLD.id).realis == "planned"
    buried = [row[0] for row in store.connection.execute("SELECT id FROM tombstones")]
    assert buried == [SAME.id]


def test_corrections_survive_by_id(store):
    put(store, TEXT, OLD, OTHER)
    edit(store, OLD.id, {"mode": "visit"}, ME)
    reject(store, OTHER.id, ME)
    read_anew(store, replace(OLD, confidence=0.5), replace(OTHER, confidence=0.5))
    assert (store.get(OLD.id).mode, store.get(OLD.id).confidence) == ("visit", 0.5)
    assert [r.id for r in store.find(Query())] == [OLD.id]


def test_corrections_survive_by_words_and_act(store):
    put(store, TEXT, OLD)
    edit(store, OLD.id, {"mode": "visit"}, ME)
    reject(store, OLD.id, ME)
    read_anew(store, SAME)
    assert store.find(Query()) == []
    assert {c.record for c in all_corrections(store.connection)} == {SAME.id}
    assert store.get(SAME.id).mode == "visit"


def test_what_applies_to_nothing_any_more_is_listed(store):
    put(store, TEXT, OLD, OTHER)
    edit(store, OLD.id, {"mode": "visit"}, ME)
    reject(store, OTHER.id, ME)
    read_anew(store)
    assert [c.state for c in all_corrections(store.connection)] == ["conflict", "settled"]
    read_anew(store, OLD)
    assert store.get(OLD.id).mode == "visit"


def test_added_records_stay(store):
    put(store, TEXT, OLD)
    new = replace(OTHER, id="f" * 16)
    add(store, object_of(new), ME)
    read_anew(store, OLD)
    assert {r.id for r in store.find(Query())} == {OLD.id, new.id}


def test_a_release_is_pinned_and_checked(store, tmp_path):
    put(store, TEXT, OLD)
    folder = tmp_path / "one"
    found = release(store, "one", folder)
    assert list(faults_of(store, "one", folder)) == []
    with pytest.raises(StoreError, match="there already"):
        release(store, "one", folder)
    with pytest.raises(StoreError, match="there already"):
        release(store, "one", tmp_path / "elsewhere")
    assert release(store, "two", tmp_path / "two") != found  # (its name is part of it)
    table = folder / "events.csv"
    table.chmod(0o644)
    table.write_text(table.read_text() + "\n")
    assert list(faults_of(store, "one", folder)) == [f"{table}: is not what was released"]
    with pytest.raises(StoreError, match="no name"):
        release(store, "../x", tmp_path / "x")
