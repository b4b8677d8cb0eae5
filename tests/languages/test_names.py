"""Names of states, organisations and places are found where they stand, and only there."""

from __future__ import annotations

import importlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.knowledge import NameIndex
from dragoman.languages.names import FOLDER, load_names
from dragoman.world.tables import TableError

CODES = sorted(path.parent.name for path in FOLDER.glob("*/names.tsv"))
PARTY_KINDS = {"name", "abbr", "demonym", "capital", "seat", "group"}


@pytest.fixture(scope="module")
def indexes() -> dict[str, NameIndex]:
    return {code: load_names(code) for code in CODES}


def parties(index: NameIndex, text: str) -> list[tuple[str, str]]:
    return [
        (text[hit.start : hit.stop], entry.entity)
        for hit in index.find(text)
        for entry in hit.entries
        if entry.kind in PARTY_KINDS
    ]


READ = [
    ("en", "The U.S. told us so.", "U.S.=USA"),
    ("en", "US-China talks", "US=USA China=CHN"),
    ("en", "Sino-Russian trade", "Sino-=CHN Russian=RUS"),
    ("en", "RUSSIA and NATO's chief", "RUSSIA=RUS NATO=NATO"),
    ("en", "Papua New Guinea and Guinea", "Papua New Guinea=PNG Guinea=GIN"),
    ("en", "Côte d’Ivoire or Ivory Coast", "Côte d’Ivoire=CIV Ivory Coast=CIV"),
    ("en", "Michael Jordan met Chad Smithers in New Mexico.", ""),
    ("en", "Chad President Deby and Jordan", "Chad=TCD Jordan=JOR"),
    ("en", "a loan of 3 billion US dollars", ""),
    ("en", "The Washington Post asked the White House.", "White House=USA"),
    ("en", "the West and the Baltic states", "the West=WEST Baltic states=BALTICS"),
    ("ja", "米大統領は日米首脳会談に臨んだ", "米=USA 日米=JPN+USA"),
    ("ja", "日中の気温は高い。日中首脳会談", "日中=JPN+CHN"),
    ("ja", "米国務長官が訪米した", "米=USA 米=USA"),
    ("ja", "ロシア・ウクライナ戦争", "ロシア=RUS ウクライナ=UKR"),
    ("ja", "ジョージ・ワシントンとマリア", ""),
    ("ja", "インドネシアとインド洋とインド", "インドネシア=IDN インド=IND"),
    ("ja", "ロシア人がロシア語で話す", "ロシア人=RUS"),
    ("ja", "ＥＵと国連安保理", "ＥＵ=EU 国連安保理=UNSC"),
    ("ja", "280億米ドル、日本海、タイ記録", ""),
    ("ja", "赤十字社の米艦載機がローマで", "米=USA ローマ=ITA"),
    ("ru", "российско-казахстанские отношения", "российско-=RUS казахстанские=KAZ"),
    ("ru", "с Соединёнными Штатами и в Объединенных Арабских Эмиратах",
     "Соединёнными Штатами=USA Объединенных Арабских Эмиратах=ARE"),
    ("ru", "Совета Безопасности ООН, Кремлём и Акорде",
     "Совета Безопасности ООН=UNSC Кремлём=RUS Акорде=KAZ"),
    ("ru", "Россиянки приехали из Боснии и Герцеговины", "Россиянки=RUS Боснии и Герцеговины=BIH"),
    ("ru", "пять долларов США и Индийский океан", ""),
    ("vi", "Tổng thống Mỹ Donald Trump và Ngoại trưởng Nga", "Mỹ=USA Nga=RUS"),
    ("vi", "ông Lê Đức Anh và bà Nguyễn Thị Nga", ""),
    ("vi", "Quan hệ Việt - Mỹ, Mỹ-Trung", "Việt - Mỹ=VNM+USA Mỹ-Trung=USA+CHN"),
    ("vi", "anh nói tiếng Anh ở Anh", "Anh=GBR"),
    ("vi", "Cộng hoà Séc và Thuỵ Điển", "Cộng hoà Séc=CZE Thuỵ Điển=SWE"),
    ("vi", "Biển Đông và Ấn Độ Dương", ""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), READ, ids=[text for _, text, _ in READ])
def test_reads_parties(indexes: dict[str, NameIndex], code: str, text: str, expected: str) -> None:
    found = " ".join(f"{form}={entity}" for form, entity in parties(indexes[code], text))
    assert found == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "shelling in the Kursk region", "kursk-region"),
        ("en", "voters in Atlanta, Georgia", "georgia-us"),
        ("ja", "カザフスタン・アルマトイで", "g1526384"),
        ("ru", "в Курской области", "kursk-region"),
        ("vi", "tại Thượng Hải", "g1796236"),
    ],
)
def test_reads_places(indexes: dict[str, NameIndex], code: str, text: str, expected: str) -> None:
    entries = [entry for hit in indexes[code].find(text) for entry in hit.entries]
    assert expected in [entry.entity for entry in entries if entry.kind == "place"]


def test_a_renamed_capital_has_its_time(indexes: dict[str, NameIndex]) -> None:
    hit = next(iter(indexes["en"].find("Nur-Sultan")))
    dated = [(e.entity, e.start, e.stop) for e in hit.entries if e.kind == "capital"]
    assert dated == [("KAZ", "2019-03-23", "2022-09-17")]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CODES), st.lists(st.sampled_from([t for _, t, _ in READ]) | st.text()))
def test_spans_slice_in_order(code: str, parts: list[str]) -> None:
    text = " ".join(parts)
    hits = list(load_cached(code).find(text))
    assert all(0 <= one.start < one.stop <= other.start for one, other in pairwise(hits))
    assert all(e.form == text[hit.start : hit.stop] for hit in hits for e in hit.entries)


INDEXES: dict[str, NameIndex] = {}


def load_cached(code: str) -> NameIndex:
    if code not in INDEXES:
        INDEXES[code] = load_names(code)
    return INDEXES[code]


def folder_with(tmp_path: Path, rows: str) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "names.tsv").write_text(rows, encoding="utf-8")
    return tmp_path


def test_the_readers_own_names_win(tmp_path: Path) -> None:
    index = load_names("en", (folder_with(tmp_path, "Ruritania\tFRA\tname\nFrance\tDEU\tname\n"),))
    assert parties(index, "Ruritania and France") == [("Ruritania", "FRA"), ("France", "DEU")]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("# form\nRuritania\tXQX\tname\n", ":2: unknown code 'XQX'"),
        ("Ruritania\tFRA\tnickname\n", ":1: unknown kind 'nickname'"),
        ("Zenda\tFRA\tname\nZenda\tDEU\tname\n", ":2: 'Zenda' stands for FRA and DEU at one time"),
        (
            "Zenda\tFRA\tname\t\t2001\nZenda\tDEU\tname\t2000\n",
            ":2: 'Zenda' stands for FRA and DEU",
        ),
        ("Zenda\tFRA\tname\nZenda\tFRA\tname\n", ":2: 'Zenda' stands here twice"),
        ("Zenda\tFRA\tname\tyesterday\n", ":1: no date: 'yesterday'"),
        ("The\tFRA\tname\n", ":1: 'The' is a common word"),
        ("zenda\tFRA\tname\n", ":1: 'zenda' is written like a common word"),
        ("A\tFRA\tname\n", ":1: 'A' alone is too short"),
        ("Zenda\tFRA\n", ":1: unknown kind ''"),
    ],
)
def test_refuses_with_file_and_line(tmp_path: Path, rows: str, reason: str) -> None:
    with pytest.raises(TableError) as refused:
        load_names("en", (folder_with(tmp_path, rows),))
    message = str(refused.value)
    assert message.startswith(str(tmp_path))
    assert reason in message
    assert "\n" not in message


def test_two_times_of_one_form_may_follow_each_other(tmp_path: Path) -> None:
    rows = "Zenda\tFRA\tname\t\t2001-01-01\nZenda\tDEU\tname\t2001-01-01\n"
    index = load_names("en", (folder_with(tmp_path, rows),))
    assert [entity for _, entity in parties(index, "Zenda")] == ["FRA", "DEU"]


@pytest.mark.parametrize("module", ["generate_names", "generate_places"])
def test_generated_tables_are_up_to_date(module: str) -> None:
    for path, text in importlib.import_module(f"scripts.{module}").tables():
        assert path.read_text(encoding="utf-8") == text, f"run python -m scripts.{module}: {path}"
