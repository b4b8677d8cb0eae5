"""What a store is asked: tables whose every figure leads back to its records."""

import json

import pytest
from tests.store.conftest import article, event, put

from dragoman.exports.dossier import dossier_object
from dragoman.library.asking import dossier, find, timeline
from dragoman.library.comparison import compare
from dragoman.library.series import PERIODS, series
from dragoman.store import Query, Store

REPORTS = [
    ("A", "2024-10-05", {"act": "visit", "day": "2024-10-05"}),
    ("A", "2024-11-27", {"act": "visit", "site": "Astana"}),
    ("B", "2024-11-28", {"act": "visit", "site": "Astana", "realis": "planned"}),
    ("C", "2024-11-28", {"act": "visit", "actors": (), "site": "Astana"}),
    ("A", "2024-11-28", {"act": "accuse", "day": "2024-11-28"}),
    ("A", "2024-11-29", {"act": "strike", "recipients": ("UKR",), "count": 3.0}),
    ("B", "2024-11-29", {"act": "strike", "recipients": ("UKR",), "count": 5.0}),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("store") / "test.db") as opened:
        for number, (outlet, published, told) in enumerate(REPORTS):
            url = f"https://{outlet.lower()}.example/{number}"
            found = article(f"Text {number}.", url, published, outlet)
            put(opened, found, event(found, **told))
        yield opened


def rows(answer, *names):
    return [tuple(row[name] for name in names) for row in answer.objects()]


def test_find_lists_the_latest_first(store):
    found = find(store, Query(parties=("RUS",), limit=3))
    days = [day for (day,) in rows(found, "day")]
    assert days == sorted(days, reverse=True)
    assert rows(found, "act", "outlet", "realis")[0] == ("accuse", "A", "actual")
    assert len(found) == 3


def test_a_timeline_tells_each_happening_once(store):
    found = timeline(store, ("RUS", "KAZ"), Query())
    assert rows(found, "start", "act", "reports", "outlets") == [
        ("2024-10-05", "visit", 1, 1),
        ("2024-11-27", "visit", 3, 3),
        ("2024-11-28", "accuse", 1, 1),
    ]
    assert len(timeline(store, (), Query())) == 4
    assert len(timeline(store, ("KAZ",), Query(since="2024-11-28"))) == 1
    assert len(timeline(store, ("KAZ",), Query(until="2024-10-31"))) == 1


def test_one_a_day_keeps_one_of_each_kind(tmp_path):
    with Store(tmp_path / "x.db") as other:
        for number, site in enumerate(("Kyiv", "Odesa", "Lviv")):
            found = article(f"Text {number}.")
            put(other, found, event(found, "strike", ("RUS",), ("UKR",), site=site))
        assert len(timeline(other, ("RUS",), Query())) == 3
        assert len(timeline(other, ("RUS",), Query(), one_a_day=True)) == 1


def test_a_series_counts_happenings_not_reports(store):
    found = series(store, "RUS", "KAZ", by="month")
    names = ("period", "verbal_cooperation", "verbal_conflict", "happenings", "reports", "articles")
    assert rows(found, *names) == [
        ("2024-10", 1, 0, 1, 1, 1),
        ("2024-11", 1, 1, 2, 2, 6),
    ]
    assert series(store, "KAZ", "RUS") == series(store, "RUS", "KAZ")
    assert rows(found, "per_1000")[1] == (pytest.approx(333.33),)


@pytest.mark.parametrize(
    ("by", "last"),
    [
        ("day", "2024-11-28"),
        ("week", "2024-W48"),
        ("month", "2024-11"),
        ("quarter", "2024-Q4"),
        ("year", "2024"),
    ],
)
def test_the_periods_of_a_series(store, by, last):
    assert series(store, "RUS", "KAZ", by=by).rows[-1][0] == last
    assert set(PERIODS) == {"day", "week", "month", "quarter", "year"}


def test_a_comparison_lists_what_reports_differ_in(store):
    (row,) = timeline(store, ("UKR",), Query()).objects()
    found = compare(store, row["story"])
    assert [d.field for d in found.disagreements] == ["count"]
    assert dict(found.disagreements[0].values) == {"3 killed": ("A",), "5 killed": ("B",)}
    assert rows(found.table(), "outlet", "count") == [("A", "3 killed"), ("B", "5 killed")]
    visit = timeline(store, ("KAZ",), Query(since="2024-11-01")).objects()[0]
    told = {d.field: d.values for d in compare(store, visit["story"]).disagreements}
    assert told["actors"] == {"RUS": ("A", "B"), "left out": ("C",)}
    assert set(told["realis"]) == {"actual", "planned"}


def test_a_story_is_found_by_a_record_in_it(store):
    (row,) = timeline(store, ("UKR",), Query()).objects()
    found = compare(store, row["story"])
    by_record = compare(store, found.reports[-1].event.id)
    assert by_record.story == found.story
    with pytest.raises(LookupError, match="no story or record"):
        compare(store, "nothing")


def test_a_dossier_cites_its_sources(store):
    found = dossier_object(dossier(store, ("KAZ", "RUS"), Query(parties=("KAZ", "RUS"))))
    assert len(found["sources"]) == 4
    assert [e["date"]["start"] for e in found["events"]] == sorted(
        e["date"]["start"] for e in found["events"]
    )


def test_answers_open_elsewhere(store):
    found = timeline(store, ("KAZ",), Query())
    table = found.to_arrow()
    assert table.column_names == list(found.columns)
    assert table.num_rows == len(found)
    assert json.loads(json.dumps(found.objects()))[0]["act"] == "visit"
    assert "<td>visit</td>" in found._repr_html_()
    assert timeline(store, ("USA",), Query()).to_arrow().num_rows == 0
    assert next(iter(found.csv())).startswith("story,start,stop")
