"""Killed at any moment, or shared by several processes, a store loses nothing that was written."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.store.taking import take

from dragoman.store import Query, Store, StoreError
from dragoman.store.health import complaints

ROOT = Path(__file__).parents[2]
COUNT = 90
KILLS = 5
CONTENT = (
    "SELECT id, version, current FROM articles ORDER BY id",
    "SELECT id, article, current FROM appearances ORDER BY id",
    "SELECT id, kind, article, act, day, shown FROM records ORDER BY id",
    "SELECT id, parties, reports, articles, outlets FROM stories ORDER BY id",
    "SELECT party, i.day, id, side FROM involved i JOIN records USING (number) ORDER BY 1, 2, 3, 4",
)


def content(path):
    """What a store holds, whatever the time and order in which it came."""
    with Store(path) as store:
        assert list(complaints(store.connection)) == []
        return [list(store.connection.execute(sql)) for sql in CONTENT]


def taking(path, first=0, last=COUNT):
    """Start a process that takes articles in."""
    words = [sys.executable, "-m", "tests.store.taking", str(path), str(first), str(last)]
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_run_killed_again_and_again_ends_like_one_undisturbed(tmp_path):
    take(tmp_path / "calm.db", 0, COUNT)
    path = tmp_path / "killed.db"
    chance = random.Random(1)
    kept = []
    for _ in range(KILLS):
        process = taking(path)
        time.sleep(chance.uniform(0.05, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with Store(path) as store:
            kept.append(store.counts()["appearances"])
    assert kept == sorted(kept)
    assert kept[-1] > 0
    take(path, 0, COUNT)
    assert content(path) == content(tmp_path / "calm.db")


def test_two_writers_and_three_readers_share_a_store(tmp_path):
    path = tmp_path / "shared.db"
    Store(path).close()
    done = threading.Event()
    faults, counts = [], []

    def read():
        try:
            with Store(path, readonly=True) as store:
                before = 0
                while not done.is_set():
                    found = store.find(Query(parties=("RUS",), limit=20))
                    now = store.counts()["events"]
                    assert now >= before
                    assert len(found) <= 20
                    before = now
                    counts.append(now)
        except Exception as problem:
            faults.append(problem)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    writers = [taking(path, 0, COUNT), taking(path, COUNT, 2 * COUNT)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    for writer in writers:
        writer.stdout.close()
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert counts
    take(tmp_path / "alone.db", 0, 2 * COUNT)
    assert content(path) == content(tmp_path / "alone.db")


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path):
    path = tmp_path / "small.db"
    take(path, 0, 20)
    before = content(path)
    with Store(path) as store:
        pages = store.connection.pragma("page_count")
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full"), store.writing():
            store.connection.execute(
                "INSERT INTO tombstones VALUES ('x', 'x', ?, 'x')", ("x" * 1_000_000,)
            )
    assert content(path) == before
