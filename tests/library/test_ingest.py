"""Sources of every kind come in once, a bad one costs itself, and a run can be repeated."""

import csv
import gzip
import json
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.intake import IntakeOptions
from dragoman.library.ingest import Intake
from dragoman.library.items import Item, plain_address
from dragoman.library.sources import items_of
from dragoman.reader import Reader
from dragoman.store import Store
from dragoman.store.health import complaints
from dragoman.world import TableError

TEXT = "Russian President Vladimir Putin visited Kazakhstan on 27 November 2024. Talks took place."
OTHER = "Japan's prime minister met the president of Vietnam in Hanoi on 28 November 2024."
ROWS = [
    {"id": "1", "text": TEXT, "title": "A visit", "date": "2024-11-27", "lang": "en"},
    {"id": "2", "text": OTHER, "url": "https://a.example/2", "publisher": "A", "lang": "en"},
]


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store" / "test.db") as opened:
        yield opened


@pytest.fixture
def take(store):
    """Take a source in; return what became of its items, and the complaints."""

    def go(source):
        said = []
        intake = Intake(store, said.append)
        for _ in intake.take(items_of(str(source), IntakeOptions())):
            pass
        return {name: count for name, count in intake.counts.items() if count}, said

    return go


def written(path, kind):
    """Write the rows as a file of a kind."""
    if kind == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    elif kind == "jsonl.gz":
        path.write_bytes(gzip.compress("\n".join(map(json.dumps, ROWS)).encode()))
    elif kind == "json":
        path.write_text(json.dumps(ROWS), "utf-8")
    elif kind in ("csv", "tsv"):
        with path.open("w", newline="") as stream:
            names = list(dict.fromkeys(name for row in ROWS for name in row))
            mark = "\t" if kind == "tsv" else ","
            writer = csv.DictWriter(stream, names, delimiter=mark)
            writer.writeheader()
            writer.writerows(ROWS)
    else:
        names = list(dict.fromkeys(name for row in ROWS for name in row))
        pq.write_table(pa.table({n: [row.get(n) for row in ROWS] for n in names}), path)


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "json", "csv", "tsv", "parquet"])
def test_tables_come_in_row_by_row_and_once(take, store, tmp_path, kind):
    path = tmp_path / f"rows.{kind}"
    written(path, kind)
    assert take(path) == ({"new": 2}, [])
    assert take(path) == ({"known": 2}, [])
    titles = {a.title: (a.url, a.outlet, a.published) for a in map(_article, store.readings())}
    assert titles["A visit"][2] == "2024-11-27"
    assert titles[None][:2] == ("https://a.example/2", "A")
    assert list(complaints(store.connection)) == []


def _article(reading):
    return reading.article


def test_a_folder_comes_in_with_its_bad_files_told(take, tmp_path):
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "deep" / "b.md").write_text(f"---\ntitle: B\n---\n{OTHER}")
    (folder / "c.html").write_text(f"<html><body><article><p>{TEXT} More.</p></article></body>")
    (folder / "empty.txt").write_text("")
    (folder / "bad.jsonl").write_text('{"text": \n[1]\n')
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(OTHER)
    counts, said = take(folder)
    assert counts == {"new": 3, "failed": 3}
    assert [line.split("/")[-1] for line in said] == [
        "bad.jsonl:1: not JSON (Expecting value: line 2 column 1 (char 10))",
        "bad.jsonl:2: not a JSON object",
        "empty.txt: empty",
    ]


def test_mail_comes_in_with_subject_and_day(take, store, tmp_path):
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "A visit", "Thu, 28 Nov 2024 08:00:00 +0300"
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content(TEXT)
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(mail))
    assert take(path)[0] == {"new": 1}
    (reading,) = store.readings()
    assert (reading.article.title, reading.article.published) == ("A visit", "2024-11-28")


def test_pdf_without_text_or_sense_is_a_fault(take, tmp_path):
    from pypdf import PdfWriter

    path = tmp_path / "blank.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(path)
    assert take(path)[1] == [f"{path}: a PDF without a text layer"]
    path.write_bytes(b"%PDF-1.7 nothing")
    assert "not PDF that can be read" in take(path)[1][0]


def test_a_file_that_changed_is_a_new_version(take, store, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    take(path)
    path.write_text(f"{TEXT} Later they signed an agreement.")
    assert take(path)[0] == {"update": 1}
    assert take(path)[0] == {"known": 1}
    assert len(list(store.readings())) == 1


def test_what_is_not_there_is_told(take, tmp_path):
    assert take(tmp_path / "none")[1] == [f"{tmp_path}/none: no such file or folder"]


def test_a_table_cut_off_gives_what_comes_before(take, tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    written(path, "jsonl.gz")
    path.write_bytes(path.read_bytes()[:-6])
    counts, said = take(path)
    assert counts["failed"] == 1
    assert "cannot be read" in said[0]
    broken = tmp_path / "rows.parquet"
    broken.write_bytes(b"PAR1 not so")
    assert "not Parquet" in take(broken)[1][0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://A.example/x#top", "https://a.example/x"),
        ("https://a.example/x?utm_medium=rss&id=1", "https://a.example/x?id=1"),
        ("https://a.example", "https://a.example/"),
    ],
)
def test_addresses_of_one_page_are_one(one, other):
    assert plain_address(one) == plain_address(other)


def test_a_table_that_cannot_be_read_stops_the_run_and_loses_nothing(store):
    class Reading:
        def read(self, found):
            if "Japan" in found.text:
                raise TableError("people.tsv:4: unknown code")
            return Reader().read(found)

    intake = Intake(store, reader=Reading())
    items = [Item("a", TEXT), Item("b", OTHER), Item("c", f"{TEXT} More.")]
    with pytest.raises(TableError):
        list(intake.take(items))
    assert store.counts()["articles"] == 1


def test_a_fault_in_one_article_costs_itself(store):
    class Reading:
        def read(self, found):
            if "Japan" in found.text:
                raise KeyError("place")
            return Reader().read(found)

    said = []
    intake = Intake(store, said.append, Reading())
    list(intake.take([Item("a", OTHER), Item("b", TEXT)]))
    assert said == ["a: not read because of a fault (KeyError: 'place')"]
    assert store.counts()["articles"] == 1
