"""The verbs that work on a store, on the samples: what they print, and their exit status."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from dragoman.cli import main

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command line; return exit status, standard output and standard error."""

    def go(*words):
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return go


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store with the English samples."""
    from dragoman.commands.ingest import ingest_sources
    from dragoman.intake import IntakeOptions

    found = tmp_path_factory.mktemp("store") / "news.db"
    assert ingest_sources(sorted(map(str, SAMPLES.glob("en-*.md"))), IntakeOptions(), found) == 0
    return found


def test_a_second_run_adds_nothing(run, path):
    status, out, err = run("ingest", *sorted(SAMPLES.glob("en-*.md")), "--store", path)
    assert (status, err) == (0, "")
    assert out.startswith("0 new, 0 updated, 0 copies, 6 known already, 0 failed\n6 articles")


def test_a_bad_source_is_one_line_and_status_1(run, path, tmp_path):
    status, out, err = run("ingest", tmp_path / "none.txt", "--store", path)
    assert status == 1
    assert err == f"dragoman: {tmp_path}/none.txt: no such file or folder\n"
    assert "1 failed" in out


def test_find_prints_a_table_json_and_csv(run, path):
    words = ("find", "Astana", "--party", "Russia", "--store", path)
    table = run(*words)[1].splitlines()
    found = json.loads(run(*words, "--format", "json")[1])
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv")[1])))
    assert len(table) - 1 == len(found) == len(rows) > 0
    assert {line["contract"] for line in found} == {1}
    assert [row["id"] for row in rows] == [line["id"] for line in found]
    assert all("Astana" in line["evidence"]["text"] for line in found)
    assert run("find", "--party", "Rusia", "--store", path)[0] == 1


def test_timeline_compare_and_series_lead_to_each_other(run, path):
    told = json.loads(run("timeline", "KAZ", "RUS", "--store", path, "--format", "json")[1])
    assert told
    status, out, _ = run("compare", told[0]["story"], "--store", path, "--format", "json")
    assert status == 0
    assert json.loads(out)["story"]["id"] == told[0]["story"]
    assert "reports" in run("compare", told[0]["story"], "--store", path)[1]
    rows = json.loads(run("series", "KAZ", "RUS", "--store", path, "--format", "json")[1])
    assert sum(row["happenings"] for row in rows) <= len(told)
    assert run("compare", "nothing", "--store", path)[0] == 1


def test_dossier_of_a_store(run, path):
    status, out, _ = run("dossier", "KAZ", "RUS", "--store", path)
    assert status == 0
    assert out.startswith("Kazakhstan — Russia\n")
    found = json.loads(run("dossier", "KAZ", "--store", path, "--format", "json")[1])
    assert found["sources"]


def test_a_record_is_corrected_and_the_store_stays_sound(run, path):
    found = json.loads(run("find", "--kind", "statement", "--store", path, "--format", "json")[1])
    ident = found[0]["id"]
    words = ("--author", "Ann", "--reason", "misread", "--store", path)
    assert run("correct", "reject", ident, *words)[0] == 0
    after = run("find", "--kind", "statement", "--store", path, "--format", "json")[1]
    assert ident not in after
    assert "Ann" in run("correct", "list", "--store", path)[1]
    assert run("correct", "accept", ident, *words)[0] == 0
    assert run("correct", "edit", ident, "colour=red", *words)[0] == 1
    assert run("correct", "praise", ident, *words)[0] == 2
    assert run("doctor", "--store", path)[0] == 0


def test_exports_backup_and_release(run, path, tmp_path):
    for name in ("jsonl", "plover", "gdelt"):
        out = tmp_path / name
        assert run("export", "--format", name, "--out", out, "--store", path)[0] == 0
        assert out.read_text("utf-8")
    assert run("export", "--format", "package", "--store", path)[0] == 2
    assert "choose one of" in run("export", "--format", "nothing", "--store", path)[2]
    assert run("backup", tmp_path / "copy.db", "--store", path)[0] == 0
    assert run("backup", tmp_path / "copy.db", "--store", path)[0] == 1
    folder = tmp_path / "one"
    assert run("release", "one", "--out", folder, "--store", path)[0] == 0
    assert run("release", "one", "--out", folder, "--store", path, "--check")[0] == 0
    assert run("release", "one", "--out", folder, "--store", path)[0] == 1


def test_what_is_no_store_is_one_line(run, tmp_path):
    wrong = tmp_path / "words.db"
    wrong.write_text("only words " * 100)
    for words in (("find", "x"), ("doctor",), ("timeline",), ("ingest", SAMPLES)):
        status, _, err = run(*words, "--store", wrong)
        assert status == 1
        assert err == f"dragoman: {wrong}: is not a store\n"
    assert "no such store" in run("find", "x", "--store", tmp_path / "none.db")[2]
