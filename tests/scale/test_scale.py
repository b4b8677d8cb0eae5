"""The same rows whatever carries the reading, and whatever is killed on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pytest

from dragoman.exports.objects import from_object
from dragoman.reader import Reader
from dragoman.scale import input_schema, output_schema, read_batches
from dragoman.scale.coding import code_archive
from dragoman.scale.local import code_locally
from dragoman.scale.output import Target, coder_version, written
from dragoman.scale.shards import ShardError, batches_of, shards_of

# Ray itself uses what it deprecates, and leaves sockets to its own clean-up.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TEXTS = [
    ("en", "French President Emmanuel Macron visited Morocco on Monday."),
    ("vi", "Tổng thống Pháp Emmanuel Macron thăm Maroc hôm 28/10."),
]


def rows(count):
    for number in range(count):
        code, text = TEXTS[number % len(TEXTS)]
        yield {"body": f"{text}\n{number}", "lang": code, "date": "2024-10-29"}


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(12)), "utf-8")
    return str(path)


def small(addresses):
    return shards_of(addresses, rows=3)


def coded_by(engine, archive, out, monkeypatch):
    monkeypatch.setattr("dragoman.scale.coding.shards_of", small)
    return code_archive([archive], str(out), engine)


def table_of(out):
    files = [str(path) for path in Path(out).glob(f"*.{coder_version()}.parquet")]
    return ds.dataset(files).to_table().sort_by("source") if files else None


def locally(todo, to):
    return code_locally(todo, to, 2)


def on_ray(todo, to):
    from dragoman.scale.ray_data import code_on_ray

    return code_on_ray(todo, to, (1, 2))


def direct(archive):
    found = [b for shard in small([archive]) for b in read_batches(batches_of(shard))]
    return pa.Table.from_batches(found).sort_by("source")


def test_local_and_ray_give_the_rows_of_a_direct_call(archive, tmp_path, monkeypatch):
    wanted = direct(archive)
    assert wanted.num_rows == 12
    assert sum(map(len, wanted.column("events").to_pylist())) >= 9
    for name, engine in (("local", locally), ("ray", on_ray)):
        run = coded_by(engine, archive, tmp_path / name, monkeypatch)
        assert (run.rows, run.problems, run.failures) == (12, [], []), name
        assert table_of(tmp_path / name).equals(wanted), name


def test_a_row_holds_the_records_of_a_reading(archive):
    row = direct(archive).to_pylist()[0]
    reading = Reader().read_text(row["article"]["text"])
    events = [from_object({"kind": "event", "contract": 1, **event}) for event in row["events"]]
    assert [e.act for e in events] == [e.act for e in reading.events]


def test_a_second_run_reads_only_what_is_missing(archive, tmp_path, monkeypatch):
    out = tmp_path / "out"
    assert coded_by(locally, archive, out, monkeypatch).rows == 12
    first = table_of(out)
    next(out.glob("*.parquet")).unlink()
    again = coded_by(locally, archive, out, monkeypatch)
    assert (again.rows, again.before, again.total) == (3, 3, 4)
    assert table_of(out).equals(first)
    assert json.loads((out / "manifest.json").read_text())["rows"] == 12


def test_a_poisoned_article_costs_only_itself(tmp_path, monkeypatch):
    path = tmp_path / "news.jsonl"
    lines = [json.dumps(row) for row in rows(5)]
    lines[2] = "{not json"
    lines[3] = json.dumps({"body": "The minister spoke.", "date": "never"})
    path.write_text("\n".join(lines), "utf-8")
    run = coded_by(locally, str(path), tmp_path / "out", monkeypatch)
    assert run.rows == 5
    assert sorted(source.rpartition("#")[2] for source, _ in run.failures) == ["2", "3"]
    assert table_of(tmp_path / "out").num_rows == 5


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(archive, tmp_path, monkeypatch):
    monkeypatch.setattr("dragoman.scale.coding.shards_of", small)
    missing, odd = str(tmp_path / "none.jsonl"), str(tmp_path / "news.doc")
    run = code_archive([missing, odd, archive], str(tmp_path / "out"), locally)
    assert run.rows == 12
    assert [p.partition(": ")[2] for p in run.problems] == [
        "No such file or directory",
        "neither JSONL, Parquet nor WARC by its name",
    ]


def children(pid):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def started(archive, out, workers="2"):
    command = [sys.executable, "-m", "dragoman", "code", archive, "--out", str(out)]
    return subprocess.Popen(
        [*command, "--workers", workers], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def waited_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("did not happen in time")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find workers")
def test_a_killed_worker_and_a_killed_driver_lose_nothing(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(1040)), "utf-8")
    out = tmp_path / "out"
    driver = started(str(path), out)
    waited_for(lambda: list(out.glob(".*.part")))
    os.kill(children(driver.pid)[-1], signal.SIGKILL)
    time.sleep(0.5)
    workers = children(driver.pid)
    driver.kill()
    driver.communicate(timeout=60)
    waited_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))
    again = started(str(path), out)
    told, _ = again.communicate(timeout=300)
    assert again.returncode == 0, told
    sources = table_of(out).column("source").to_pylist()
    assert len(sources) == len(set(sources)) == 1040
    assert sum(shard.rows for shard in written(Target(str(out), coder_version())).values()) == 1040


def test_schemas_hold_the_contract():
    assert input_schema().names[:2] == ["source", "text"]
    event = output_schema().field("events").type.value_type
    assert [event.field(n).name for n in range(3)] == ["id", "article", "act"]


def test_an_archive_of_no_known_kind_is_refused():
    with pytest.raises(ShardError, match=r"news\.doc: neither JSONL, Parquet nor WARC"):
        list(shards_of(["news.doc"]))
