"""The command line on real files: what it prints, where errors go, and its exit status."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli import app, main

ROOT = Path(__file__).parents[1]
VISIT = ROOT / "samples" / "en-astana-visit.md"
VERBS = [command.callback.__name__ for command in app.registered_commands]


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


def test_help_names_every_verb(run):
    status, out, _ = run("--help")
    assert status == 0
    for verb in VERBS:
        assert f"  {verb} " in out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(run, verb):
    status, out, _ = run(verb, "--help")
    assert status == 0
    assert f"Example: dragoman {verb}" in out


HEAVY = ("spacy", "pyarrow", "rich", "dragoman.reader", "dragoman.world", "apsw", "ray")


def test_help_loads_nothing_heavy():
    asked = (
        "import sys, dragoman.cli as c\n"
        "try: c.app(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_read_prints_a_brief_without_colour_in_a_pipe(run):
    status, out, err = run("read", VISIT)
    assert (status, err) == (0, "")
    assert out.startswith("Putin opens two-day state visit to Kazakhstan\nSample Herald")
    assert "trade turnover  over 26 billion USD" in out
    assert "\x1b" not in out


def test_read_prints_jsonl_of_the_contract(run):
    _, out, _ = run("read", VISIT, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines[0]["kind"] == "article"
    assert lines[0]["published"] == "2024-11-27"
    assert {line["contract"] for line in lines} == {1}
    assert {line["kind"] for line in lines[1:]} >= {"statement", "figure"}


def test_reading_twice_gives_the_same(run):
    assert run("read", VISIT, "--format", "jsonl") == run("read", VISIT, "--format", "jsonl")


def test_json_and_csv_hold_the_same_records(run):
    found = json.loads(run("read", VISIT, "--format", "json")[1])
    rows = list(csv.DictReader(io.StringIO(run("read", VISIT, "--format", "csv")[1])))
    assert [row["id"] for row in rows] == [line["id"] for line in found]


def test_out_writes_a_file_and_nothing_else(run, tmp_path):
    out = tmp_path / "records.jsonl"
    assert run("read", VISIT, "--format", "jsonl", "--out", out) == (0, "", "")
    assert json.loads(out.read_text("utf-8").splitlines()[0])["kind"] == "article"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_out_that_cannot_be_written_is_one_line(run, tmp_path):
    status, _, err = run("read", VISIT, "--out", tmp_path / "no" / "such" / "file")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert "cannot be written" in err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("binary.txt", bytes(range(256)) * 8),
        ("page.html", b"<html><body></body></html>"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64),
    ],
)
def test_bad_file_is_one_line_and_status_1(run, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    status, out, err = run("read", path)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert name in err


def test_bad_file_does_not_stop_the_others(run, tmp_path):
    status, out, err = run("read", tmp_path / "missing.txt", VISIT, "--format", "jsonl")
    assert status == 1
    assert json.loads(out.splitlines()[0])["outlet"] == "Sample Herald"
    assert "missing.txt: no such file" in err
    assert "1 of 2 read, 1 failed" in err


def test_unknown_language_is_one_line(run):
    status, _, err = run("read", VISIT, "--language", "xx")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert "xx" in err


def test_date_that_is_none_is_refused(run):
    status, _, err = run("read", VISIT, "--published", "2024-02-31")
    assert status == 2
    assert "2024-02-31" in err


def test_hostile_text_is_shown_escaped(run, tmp_path):
    path = tmp_path / "evil\x1b[31m.md"
    text = VISIT.read_text("utf-8").replace("a reliable ally", "a \x1b]0;owned\x07reliable ally")
    path.write_text(text, "utf-8")
    for layout in ("brief", "jsonl", "json"):
        out = run("read", path, "--format", layout)[1]
        assert not {"\x1b", "\x07"} & set(out)
    assert "\x1b" not in run("read", str(path) + "x")[2]


def test_why_shows_sentence_fields_and_rule(run):
    _, out, _ = run("read", VISIT, "--format", "jsonl")
    record = next(r for r in map(json.loads, out.splitlines()) if r["kind"] == "figure")
    status, out, _ = run("why", record["id"], VISIT)
    assert status == 0
    for part in ("SENTENCE", "FIELDS", "PARSE", "RULE", record["span"]["text"]):
        assert part in out


def test_why_of_an_unknown_id(run):
    status, _, err = run("why", "zzzz", VISIT)
    assert status == 1
    assert "no record of this article has an id that begins with 'zzzz'" in err


def test_dossier_takes_names_and_codes(run):
    by_code = run("dossier", "KAZ", "RUS", VISIT)
    assert by_code == run("dossier", "Kazakhstan", "Россия", VISIT)
    assert by_code[1].startswith("Kazakhstan — Russia\n")
    assert "samples/en-astana-visit.md" in by_code[1]


def test_dossier_as_json(run):
    found = json.loads(run("dossier", "KAZ", "RUS", VISIT, "--format", "json")[1])
    assert found["parties"] == ["KAZ", "RUS"]
    assert found["figures"][0]["sources"] == [1]


def test_dossier_of_nobody(run):
    status, _, err = run("dossier", "Kazakstan", VISIT)
    assert status == 1
    assert "near: Kazakhstan" in err


def test_acts_lists_and_tells_one(run):
    assert "impose-sanctions" in run("acts")[1]
    status, out, _ = run("acts", "impose sanctions")
    assert status == 0
    assert "SANCTION" in out
    status, _, err = run("acts", "impose-sanction")
    assert status == 1
    assert "near: impose-sanctions" in err


def test_who_and_org_know_the_tables_by_date(run):
    assert "foreign minister" in run("who", "Sergei Lavrov", "--on", "2024-11-27")[1]
    assert "no office" in run("who", "Sergei Lavrov", "--on", "1950-01-01")[1]
    assert "Kassym-Jomart Tokayev" in run("who", "KAZ", "--on", "2024-11-27")[1]
    assert "Kazakhstan" in run("org", "CSTO", "--on", "2024-11-28")[1]
    assert "Kazakhstan" not in run("org", "CSTO", "--on", "1980-01-01")[1]
    assert run("who", "Nobody Whatsoever")[0] == 1
    assert run("org", "Nothing Whatsoever")[0] == 1


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("27 November 2024", "dates", "dates"),
        ("more than $28 billion", "amounts", "figures"),
        ("Russian Foreign Minister", "party", "party"),
        ("Vladimir Putin", "names", "names"),
    ],
)
def test_phrase_prints_json(run, text, kind, key):
    words = ("phrase", text, "--kind", kind, "--language", "en", "--published", "2024-11-28")
    status, out, _ = run(*words)
    assert status == 0
    assert json.loads(out)[key]


def test_check_tells_what_reads_otherwise(run, monkeypatch):
    from dragoman.commands import check

    assert run("check", "xx")[0] == 1
    monkeypatch.setattr(check, "faults_of", lambda code: iter(()))
    status, out, _ = run("check", "en")
    assert status == 0
    assert "0 read otherwise" in out
    monkeypatch.setattr(check, "faults_of", lambda code: iter(["visit: A sentence."]))
    status, out, _ = run("check", "en")
    assert status == 1
    assert out.startswith("visit: A sentence.\n")


def test_table_that_cannot_be_read_is_one_line(run, monkeypatch):
    from dragoman.commands import names
    from dragoman.world import TableError

    def broken():
        raise TableError("people.tsv:3: an empty cell")

    monkeypatch.setattr(names, "load_world", broken)
    assert run("who", "Putin") == (1, "", "dragoman: people.tsv:3: an empty cell\n")


def test_doctor_finds_everything_well(run):
    status, out, _ = run("doctor")
    assert status == 0, out
    assert "world:" in out
