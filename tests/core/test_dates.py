"""Dates in four languages, read against a reference: what the words say, and what they do not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman.languages
from dragoman.core.dates import DateRules, infer_reference, read_dates
from dragoman.core.records import Interval

LANGUAGES = ("en", "ja", "ru", "vi")
FOLDER = Path(dragoman.languages.__file__).parent
# A Thursday.
PUBLISHED = Interval("2024-11-28", "2024-11-28", "day", None, "given")
UNKNOWN = Interval(None, None)


@cache
def rules(language: str) -> DateRules:
    return DateRules.of(tomllib.loads((FOLDER / language / "dates.toml").read_text("utf-8")))


def read(language: str, text: str, reference: Interval = PUBLISHED) -> list[str]:
    """Return the dates as ``start..stop``, an open end left out."""
    found = read_dates(text, reference, rules(language))
    return [f"{d.start or ''}..{d.stop or ''}" for d in found]


STATED = [
    ("en", "They met on 28 November 2024.", "2024-11-28..2024-11-28"),
    ("en", "They met on Nov. 28, 2024.", "2024-11-28..2024-11-28"),
    ("en", "Signed 2024-11-28 in Astana.", "2024-11-28..2024-11-28"),
    ("en", "Signed on 28/11/2024 in Astana.", "2024-11-28..2024-11-28"),
    ("en", "In the first nine months of 2024 trade fell.", "2024-01-01..2024-09-30"),
    ("en", "Protests of the 1990s came back.", "1990-01-01..1999-12-31"),
    ("en", "Output rose in the third quarter of 2023.", "2023-07-01..2023-09-30"),
    ("en", "Talks ran from 27 to 29 May 2023.", "2023-05-27..2023-05-29"),
    ("en", "A plan for 2019-2021 was agreed.", "2019-01-01..2021-12-31"),
    ("en", "They have been allies since 2019.", "2019-01-01.."),
    ("en", "The base closes by 2031.", "..2031-12-31"),
    ("ja", "橋は1912(明治45)年に完成した。", "1912-01-01..1912-12-31"),
    ("ja", "平成20（2008）年に着工した。", "2008-01-01..2008-12-31"),
    ("ru", "В сравнении с 2021 годом вывоз вырос.", "2021-01-01..2021-12-31"),
    ("en", "It ran from the 13th to the 15th of July 2019.", "2019-07-13..2019-07-15"),
    ("ja", "令和3.7の会合。", "2021-07-01..2021-07-31"),
    ("en", "It began in the late 1970s.", "1977-01-01..1979-12-31"),
    ("vi", "Từ cuối những năm 1970 quan hệ đã khác.", "1977-01-01.."),
    ("en", "A 1996 law named for him was repealed.", "1996-01-01..1996-12-31"),
    ("en", "It goes back to the sixties.", "1960-01-01..1969-12-31"),
    ("en", "It goes back to the 19th century.", "1800-01-01..1899-12-31"),
    ("en", "It ran in the last week of July 2017.", "2017-07-24..2017-07-30"),
    ("en", "It ran in the week 3 of 2027.", "2027-01-18..2027-01-24"),
    ("en", "They met on Easter Monday 2024.", "2024-04-01..2024-04-01"),
    ("ja", "11月から2025年2月まで続いた。", "2024-11-01..2025-02-28"),
    ("ru", "Выставка идёт 01.10.2024-07.10.2024.", "2024-10-01..2024-10-07"),
    ("ja", "両首脳は2024年11月28日に会談した。", "2024-11-28..2024-11-28"),
    ("ja", "令和6年11月28日に署名した。", "2024-11-28..2024-11-28"),
    ("ja", "平成30年に合意した。", "2018-01-01..2018-12-31"),
    ("ja", "昭和元年の文書である。", "1926-01-01..1926-12-31"),
    ("ja", "２０２４年１１月２８日に署名した。", "2024-11-28..2024-11-28"),
    ("ja", "二〇二三年五月の会合。", "2023-05-01..2023-05-31"),
    ("ja", "2024年の最初の9か月間に増えた。", "2024-01-01..2024-09-30"),
    ("ja", "1990年代に始まった。", "1990-01-01..1999-12-31"),
    ("ja", "2019年以降は同盟国だ。", "2019-01-01.."),
    ("ja", "2031年までに閉鎖する。", "..2031-12-31"),
    ("ru", "Встреча прошла 28 ноября 2024 года.", "2024-11-28..2024-11-28"),
    ("ru", "Подписано 28.11.2024 в Астане.", "2024-11-28..2024-11-28"),
    ("ru", "За 9 месяцев 2024 года торговля выросла.", "2024-01-01..2024-09-30"),
    ("ru", "В 1990-е годы всё изменилось.", "1990-01-01..1999-12-31"),
    ("ru", "Союз действует с 2019 года.", "2019-01-01.."),
    ("ru", "База закроется к 2031 году.", "..2031-12-31"),
    ("ru", "В III квартале 2023 года рост замедлился.", "2023-07-01..2023-09-30"),
    ("vi", "Hai bên ký kết ngày 28/11/2024.", "2024-11-28..2024-11-28"),
    ("vi", "Hai bên ký kết ngày 28 tháng 11 năm 2024.", "2024-11-28..2024-11-28"),
    ("vi", "Trong 9 tháng đầu năm 2024 kim ngạch tăng.", "2024-01-01..2024-09-30"),
    ("vi", "Từ thập niên 90 quan hệ đã khác.", "1990-01-01.."),
    ("vi", "Hai nước là đồng minh kể từ năm 2019.", "2019-01-01.."),
]

RELATIVE = [
    ("en", "He arrived yesterday.", "2024-11-27..2024-11-27"),
    ("en", "He arrived on Monday.", "2024-11-25..2024-11-25"),
    ("en", "He will arrive on Monday.", "2024-12-02..2024-12-02"),
    ("en", "He arrived last Friday.", "2024-11-22..2024-11-22"),
    ("en", "He came in late October.", "2024-10-21..2024-10-31"),
    ("en", "She left on November 5.", "2024-11-05..2024-11-05"),
    ("en", "She will return on January 9.", "2025-01-09..2025-01-09"),
    ("en", "Early next year talks resume.", "2025-01-01..2025-04-30"),
    ("en", "They met three days ago.", "2024-11-25..2024-11-25"),
    ("en", "Talks began two years ago.", "2022-01-01..2022-12-31"),
    ("en", "Over the past two years trade grew.", "2022-11-28..2024-11-28"),
    ("en", "It was agreed in October of last year.", "2023-10-01..2023-10-31"),
    ("ja", "大統領は11月27日から28日にかけて訪問した。", "2024-11-27..2024-11-28"),
    ("ja", "外相は今月初めに訪問した。", "2024-11-01..2024-11-10"),
    ("ja", "10月下旬に表明した。", "2024-10-21..2024-10-31"),
    ("ja", "昨年10月に合意した。", "2023-10-01..2023-10-31"),
    ("ja", "3日前に会談した。", "2024-11-25..2024-11-25"),
    ("ja", "来週の火曜日に会談する予定だ。", "2024-12-03..2024-12-03"),
    ("ja", "過去数十年間で最悪だ。", "..2024-11-28"),
    ("ja", "年末に交渉を再開する。", "2024-12-01..2024-12-31"),
    ("ru", "Он прибыл вчера.", "2024-11-27..2024-11-27"),
    ("ru", "Он прибыл на прошлой неделе.", "2024-11-18..2024-11-24"),
    ("ru", "Визит прошёл с 27 по 28 ноября.", "2024-11-27..2024-11-28"),
    ("ru", "За последние два года торговля выросла.", "2022-11-28..2024-11-28"),
    ("ru", "В октябре прошлого года они договорились.", "2023-10-01..2023-10-31"),
    ("ru", "В пятницу министр прибудет в Астану.", "2024-11-29..2024-11-29"),
    ("ru", "В начале ноября министр был в Астане.", "2024-11-01..2024-11-10"),
    ("en", "Two days after November 5 they signed.", "2024-11-07..2024-11-07"),
    ("en", "They will sign in two weeks.", "2024-12-12..2024-12-12"),
    ("ja", "今年前半に署名した。", "2024-01-01..2024-06-30"),
    ("en", "A ruling will come before the end of the year.", "..2024-12-31"),
    ("en", "Over the past decade trade grew.", "2014-11-28..2024-11-28"),
    ("en", "Back in December they signed.", "2023-12-01..2023-12-31"),
    ("en", "No rain fell since February due to the heat.", "2024-02-01.."),
    ("vi", "Ông bị bắt hồi tháng 12.", "2023-12-01..2023-12-31"),
    ("vi", "Cách đây 20 năm ông đến thăm.", "2004-01-01..2004-12-31"),
    ("en", "They will sign within three weeks.", "2024-11-28..2024-12-19"),
    ("en", "The week of November 20 saw four visits.", "2024-11-18..2024-11-24"),
    ("en", "Talks were held over the weekend.", "2024-11-23..2024-11-24"),
    ("en", "He spoke at a Tuesday meeting.", "2024-11-26..2024-11-26"),
    ("en", "Traders met on Good Friday.", "2024-03-29..2024-03-29"),
    ("en", "Talks stopped on Thanksgiving Day.", "2024-11-28..2024-11-28"),
    ("en", "They met on 4th October.", "2024-10-04..2024-10-04"),
    ("en", "They met on the 21st of last month.", "2024-10-21..2024-10-21"),
    ("en", "The law as of November 5 holds.", "2024-11-05..2024-11-05"),
    ("en", "They came on Tuesday 12th.", "2024-11-12..2024-11-12"),
    ("ja", "3週間以内に署名する予定だ。", "2024-11-28..2024-12-19"),
    ("ja", "10月から来年の2月まで続く。", "2024-10-01..2025-02-28"),
    (
        "ru",
        "Он будет готов в течение трёх недель.",
        "2024-11-28..2024-12-19",
    ),
    ("ru", "В ночь с 20 на 21 июля они уехали.", "2024-07-20..2024-07-21"),
    ("ru", "На Пасху они встретились.", "2024-05-05..2024-05-05"),
    ("vi", "Hai bên sẽ ký trong vòng 3 tuần.", "2024-11-28..2024-12-19"),
    ("vi", "Ông đến thăm hôm qua.", "2024-11-27..2024-11-27"),
    ("vi", "Ông đến thăm tuần trước.", "2024-11-18..2024-11-24"),
    ("vi", "Bộ trưởng đến thăm đầu tháng này.", "2024-11-01..2024-11-10"),
    ("vi", "Chuyến thăm diễn ra từ ngày 27 đến 28/11.", "2024-11-27..2024-11-28"),
    ("vi", "Trong 10 năm qua kim ngạch tăng gấp đôi.", "2014-11-28..2024-11-28"),
    ("vi", "Hai bên đã nhất trí vào tháng 10 năm ngoái.", "2023-10-01..2023-10-31"),
]

NONE = [
    ("en", "The talks lasted for three days."),
    ("en", "He may visit the region."),
    ("en", "Troops march on the capital."),
    ("en", "The paper is called the Sun."),
    ("en", "The plan costs 2024 dollars more."),
    ("en", "He is a 50-year-old envoy, marking a 30th anniversary."),
    ("en", "Version 2.10.3 won by 3-2."),
    ("en", "It has more than 2000 years of history."),
    ("en", "In the end the first three days went well."),
    ("en", "He told Russia Today and the Evening Tonight of it."),
    ("en", "He won in the 4th year of his work."),
    ("en", "As a summer guest he saw prices fall on the coast."),
    ("ja", "懲役2年6月の判決が、2000年もの歴史で初めて出た。"),
    ("ja", "約1世紀にわたり、4日から7日間続く。"),
    ("vi", "Gần một năm sau khi ông đi, hai ngày trước cuộc gặp."),
    ("en", "The work was done within three days."),
    ("en", "A firm bought a Sun server and a 1500-km pipe."),
    ("ja", "その日付は3日以内に届いた。"),
    ("vi", "Đây là lần thứ sáu họ gặp nhau."),
    ("ja", "十日町市で1日あたり3便を運航する。"),
    ("ja", "日米両国は24時間以内に3日間の停戦を終わらせる。"),
    ("ja", "電話は03-1234-5678だ。"),
    ("ru", "Переговоры длились три дня."),
    ("ru", "Билет обошёлся в 1000 рублей, дом в 1500 метрах."),
    ("ru", "Счёт стал 3:2, рост 2,5 процента."),
    ("vi", "Cuộc đàm phán kéo dài ba ngày."),
    ("vi", "Có năm người trong đoàn."),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATED)
def test_stated_dates_need_no_reference(language: str, text: str, expected: str) -> None:
    assert read(language, text, UNKNOWN) == [expected]
    assert read_dates(text, UNKNOWN, rules(language))[0].basis == "stated"


@pytest.mark.parametrize(("language", "text", "expected"), RELATIVE)
def test_relative_dates_lean_on_the_reference(language: str, text: str, expected: str) -> None:
    assert read(language, text) == [expected]
    assert read_dates(text, PUBLISHED, rules(language))[0].basis == "reference"


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_date_is_not_read(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "He came on 31 February 2024.", "31 February 2024"),
        ("ja", "2024年2月31日に来た。", "2024年2月31日"),
        ("ru", "Он приехал 31 февраля 2024 года.", "31 февраля 2024 года"),
        ("vi", "Ông tới thăm vào ngày 31/2/2024.", "ngày 31/2/2024"),
    ],
)
def test_days_that_do_not_exist_are_kept_unresolved(language: str, text: str, words: str) -> None:
    [found] = read_dates(text, PUBLISHED, rules(language))
    assert found.span is not None
    assert (found.span.text, found.start, found.stop, found.basis) == (words, None, None, "unknown")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He arrived yesterday."),
        ("ja", "昨日到着した。"),
        ("ru", "Он прибыл вчера."),
        ("vi", "Ông đến hôm qua."),
    ],
)
def test_relative_dates_stay_open_without_a_reference(language: str, text: str) -> None:
    [found] = read_dates(text, UNKNOWN, rules(language))
    assert (found.start, found.stop, found.basis) == (None, None, "unknown")


def test_the_same_day_is_the_day_named_before() -> None:
    assert read("ja", "5月3日に会談した。同日、署名した。")[1] == "2024-05-03..2024-05-03"
    assert read("en", "They met on May 3. The same day they signed.")[1] == "2024-05-03..2024-05-03"
    assert read("ru", "Они встретились 3 мая. В тот же день подписали.")[1] == (
        "2024-05-03..2024-05-03"
    )


def test_a_heading_does_not_run_into_the_text_below_it() -> None:
    assert read("en", "Thursday, May 7, 2015\nOn Tuesday they met.", UNKNOWN)[0] == (
        "2015-05-07..2015-05-07"
    )


def test_days_in_a_row_share_the_year_behind_the_last() -> None:
    for language, text in (
        ("en", "They met on 27 June and 1 July 2019."),
        ("ru", "Они встретились 27 июня и 1 июля 2019 года."),
    ):
        assert read(language, text) == ["2019-06-27..2019-06-27", "2019-07-01..2019-07-01"]


def test_a_day_later_leans_on_the_day_before_whatever_the_tense() -> None:
    found = read("en", "They will meet on 5 December, and a day later they will sign.")
    assert found == ["2024-12-05..2024-12-05", "2024-12-06..2024-12-06"]


def test_a_weekday_beside_a_year_is_a_day_of_its_own() -> None:
    assert read("en", "The budget of 2014 on Monday failed.") == [
        "2014-01-01..2014-12-31",
        "2024-11-25..2024-11-25",
    ]


def test_two_bounds_side_by_side_are_two_dates() -> None:
    assert read("en", "Those after 2016 and before 2018 count.") == ["2017-01-01..", "..2017-12-31"]


def test_a_bare_day_lies_in_the_month_named_before() -> None:
    assert read("ja", "9月3日に到着し、5日に離れた。") == [
        "2024-09-03..2024-09-03",
        "2024-09-05..2024-09-05",
    ]


def test_a_year_wide_reference_settles_days_but_not_yesterday() -> None:
    year = Interval("2024-01-01", "2024-12-31", "year", None, "inferred")
    assert read("ja", "昨日、今年の計画を示した。", year) == ["..", "2024-01-01..2024-12-31"]
    assert read("ja", "5月3日に会談した。", year) == ["2024-05-03..2024-05-03"]


def test_prefer_future_reads_bare_weekdays_ahead() -> None:
    [found] = read_dates("Monday", PUBLISHED, rules("en"), prefer="future")
    assert found.start == "2024-12-02"


def test_the_reference_is_inferred_from_the_latest_date_told() -> None:
    found = infer_reference(
        "貿易額は2023年に増えた。2024年の最初の9か月間も伸び、2031年までに倍にする。"
        "大統領は11月27日に到着した。",
        rules("ja"),
    )
    assert (found.start, found.stop, found.precision, found.basis) == (
        "2024-11-01",
        "2024-11-30",
        "month",
        "inferred",
    )


def test_a_text_without_a_year_gives_no_reference() -> None:
    assert infer_reference("He arrived on Monday.", rules("en")).start is None


ALPHABETS = st.sampled_from(
    "0123456789 年月日第十二前後今昨.-/–,週 ngàythángnămвпрошломгодуlatyerMonday０５"
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(text=st.one_of(st.text(), st.text(alphabet=ALPHABETS)))
def test_any_text_gives_exact_spans_in_order(language: str, text: str) -> None:
    last = 0
    for found in read_dates(text, PUBLISHED, rules(language)):
        span = found.span
        assert span is not None
        assert text[span.start : span.stop] == span.text != ""
        assert last <= span.start
        assert None in (found.start, found.stop) or str(found.start) <= str(found.stop)
        last = span.stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_huge_numbers_are_no_dates(language: str) -> None:
    assert read(language, "9" * 20_000) == []
    assert infer_reference("1" * 5_000, rules(language)).start is None


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "two days after "), ("ja", "5日後の"), ("ru", "в конце "), ("vi", "ngày 1 ")],
)
def test_endless_chains_of_dates_are_read(language: str, words: str) -> None:
    text = words * 2_000
    assert all(found.span for found in read_dates(text, PUBLISHED, rules(language)))


def test_a_form_with_an_unknown_class_is_refused() -> None:
    table = tomllib.loads((FOLDER / "en" / "dates.toml").read_text("utf-8"))
    table["forms"] = {"strong": ["{fortnightly} {year}"]}
    with pytest.raises(ValueError, match="fortnightly"):
        DateRules.of(table)
