"""The store: what is put is found again, once, and nothing half-written is seen."""

import pytest
from tests.store.conftest import LONG, article, event, put

from dragoman.store import Query, Store, StoreError
from dragoman.store.connection import connect
from dragoman.store.health import back_up, complaints
from dragoman.store.schema import MIGRATIONS


def test_what_is_put_is_got_back_as_it_was(store, reading):
    assert put(store, reading.article, *reading.records) == "new"
    assert store.article("a1") == reading.article
    for record in reading.records:
        assert store.get(record.id) == record
    assert list(store.readings()) == [reading]
    assert store.get("nothing") is None


def test_the_same_twice_is_kept_once(store, reading):
    put(store, reading.article, *reading.records)
    before = store.counts()
    assert put(store, reading.article, *reading.records) == "known"
    assert store.counts() == before


def test_a_copy_in_another_outlet_is_one_text_with_two_appearances(store):
    first = article(LONG, "https://a.example/1", "2024-11-27", "A")
    second = article(f"(Agency) {LONG}", "https://b.example/2", "2024-11-28", "B")
    assert put(store, first, event(first)) == "new"
    assert put(store, second, event(second)) == "copy"
    counts = store.counts()
    assert (counts["articles"], counts["appearances"], counts["events"]) == (1, 2, 1)
    (row,) = store.connection.execute("SELECT reports, articles, outlets FROM stories")
    assert row == (1, 2, 2)
    assert store.article(second.id) == first


def test_the_earliest_copy_stands_for_all_in_whatever_order_they_come(store, tmp_path):
    texts = [
        article(f"{LONG} {n}", f"https://{n}.example/x", f"2024-11-{20 + n}", str(n))
        for n in (1, 2, 3)
    ]
    for found in texts:
        put(store, found, event(found))
    with Store(tmp_path / "other.db") as other:
        for found in reversed(texts):
            put(other, found, event(found))
        assert [r.article for r in other.readings()] == [r.article for r in store.readings()]
        assert other.counts() == store.counts()
        assert list(complaints(other.connection)) == []
        buried = other.connection.execute("SELECT count(*) FROM tombstones").fetchone()[0]
        assert buried >= 4  # two articles and their records


def test_other_texts_are_no_copies(store):
    first = article(LONG, "https://a.example/1")
    second = article(LONG.replace("word", "other").replace("talks", "war"), "https://b.example/2")
    assert [put(store, first), put(store, second)] == ["new", "new"]


def test_copies_weeks_apart_are_two(store):
    assert put(store, article(LONG, "https://a.example/1", "2024-11-01")) == "new"
    assert put(store, article(LONG, "https://b.example/1", "2024-11-27")) == "new"


def test_an_updated_article_is_a_new_version(store):
    url = "https://a.example/1"
    old, new = article(f"Talks. {LONG}", url), article(f"More talks. {LONG}", url)
    assert put(store, old, event(old), series=url) == "new"
    assert put(store, new, event(new), series=url) == "update"
    found = store.find(Query(parties=("RUS",)))
    assert [record.article for record in found] == [new.id]
    assert store.article(old.id).text == old.text
    rows = store.connection.execute("SELECT id, version, current FROM articles ORDER BY version")
    assert list(rows) == [(old.id, 1, 0), (new.id, 2, 1)]
    assert list(complaints(store.connection)) == []


def test_nothing_of_a_failed_write_is_seen(store, path):
    found = article("Talks in Astana.")

    def fail():
        with store.writing():
            from dragoman.core.records import Reading
            from dragoman.store.appearances import Arrival

            store.put(Arrival(found), Reading(found, (event(found),)), "test")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with Store(path, readonly=True) as other:
        assert not any(other.counts().values())


def test_a_newer_version_is_refused(path):
    connection = connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoreError, match="made by a newer dragoman"):
        Store(path)


def test_a_store_of_an_older_version_is_brought_up_to_date(path, reading):
    with Store(path) as store:
        put(store, reading.article, *reading.records)
        store.connection.execute("ALTER TABLE events DROP COLUMN contexts")
        store.connection.execute("ALTER TABLE events DROP COLUMN mode")
        store.connection.execute("DROP TABLE fetched")
        store.connection.execute("PRAGMA user_version = 1")
    with pytest.raises(StoreError, match="of an older version"):
        Store(path, readonly=True)
    with Store(path) as store:
        assert store.get("e1aaaaaa").mode is None
        assert store.get("e2aaaaaa").contexts == ()
        assert list(complaints(store.connection)) == []
    with Store(path, readonly=True) as store:
        assert store.counts()["events"] == 2


def test_other_files_are_refused_and_left_alone(tmp_path):
    import apsw

    words = tmp_path / "words.db"
    words.write_text("not a database, only words, and many of them " * 40)
    with pytest.raises(StoreError, match="is not a store"):
        Store(words)
    foreign = tmp_path / "foreign.db"
    apsw.Connection(str(foreign)).execute("CREATE TABLE mine (x)")
    with pytest.raises(StoreError, match="not a store"):
        Store(foreign)
    with pytest.raises(StoreError, match="no such store"):
        Store(tmp_path / "none.db", readonly=True)


def test_the_store_is_durable_and_checks_its_links(store):
    assert store.connection.pragma("journal_mode") == "wal"
    assert store.connection.pragma("synchronous") == 2
    assert store.connection.pragma("foreign_keys") == 1


def test_a_sound_store_has_no_complaints_and_a_changed_one_has(store, reading):
    put(store, reading.article, *reading.records)
    assert list(complaints(store.connection)) == []
    store.connection.execute("UPDATE articles SET text = 'X' || substr(text, 2)")
    found = list(complaints(store.connection))
    assert "a1: the text is not the one that was kept" in found
    assert any("its words are not those of the text" in line for line in found)


def test_orphans_are_told(store, reading):
    put(store, reading.article, *reading.records)
    store.connection.execute("DELETE FROM statements")
    assert any("without its row" in line for line in complaints(store.connection))
    assert any("not there" in line for line in complaints(store.connection))


def test_a_backup_is_a_store_of_the_same(store, path, reading, tmp_path):
    put(store, reading.article, *reading.records)
    target = tmp_path / "copy.db"
    assert back_up(path, target) > 0
    with Store(target, readonly=True) as copy:
        assert list(copy.readings()) == [reading]
    with pytest.raises(StoreError, match="there already"):
        back_up(path, target)


def test_a_store_on_a_disk_that_cannot_be_written_can_be_read(store, path, reading):
    put(store, reading.article, *reading.records)
    store.close()
    path.chmod(0o444)
    with Store(path, readonly=True) as other:
        assert other.counts()["events"] == 2
