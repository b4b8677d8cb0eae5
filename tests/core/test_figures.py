"""Amounts in four languages: values, units, bounds, measures, natures and periods."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pytest

from dragoman.core.document import Document
from dragoman.core.figures import Amount, NumberRules, figures_of, read_amounts
from dragoman.core.knowledge import Mention
from dragoman.core.records import Article, Interval, Party, Span
from dragoman.core.tokens import Sentence


@cache
def rules(code: str) -> NumberRules:
    table = files("dragoman.languages").joinpath(code, "numbers.toml").read_text("utf-8")
    return NumberRules.of(tomllib.loads(table))


def kept(code: str, text: str) -> list[Amount]:
    return [a for a in read_amounts(text, rules(code)) if a.keep]


def only(code: str, text: str) -> Amount:
    found = kept(code, text)
    assert len(found) == 1, found
    return found[0]


VALUES = [
    ("en", "The grant is worth $28 billion.", 28e9, "USD"),
    ("en", "They lent A$3.5bn to the islands.", 3.5e9, "AUD"),
    ("en", "The fee was thirteen dollars and forty-five cents.", 13.45, "USD"),
    ("en", "A loan of two hundred and five million euros was signed.", 205e6, "EUR"),
    ("en", "Farmers got 12,34,567 rupees.", 1_234_567, "INR"),
    ("en", "The plant makes 3.5 bcm of gas.", 3.5e9, "m3"),
    ("en", "Exports reached two and a half million tonnes.", 2.5e6, "t"),
    ("en", "Output rose to 600,000 barrels per day.", 600_000, "[bbl_us]/d"),
    ("en", "Half a million tonnes of grain were shipped.", 500_000, "t"),
    ("ja", "貿易額は２８０億米ドルだった。", 28e9, "USD"),
    ("ja", "総工費は2兆5000億円に上る。", 2.5e12, "JPY"),
    ("ja", "融資額は四十九兆九千五百億円である。", 49.95e12, "JPY"),
    ("ja", "支援額は35億5千万ユーロ。", 3.55e9, "EUR"),
    ("ja", "輸出は3割増えた。", 30, "percent"),
    ("ja", "関税は百分の五になる。", 5, "percent"),
    ("ja", "小麦12万トンを供与した。", 120_000, "t"),
    ("ru", "Товарооборот составил 28,5 млрд долларов.", 28.5e9, "USD"),
    ("ru", "Кредит в полтора миллиарда рублей выдан.", 1.5e9, "RUB"),
    ("ru", "Импорт достиг 1 250 300 тонн.", 1_250_300, "t"),
    ("ru", "Инвестиции выросли на двести двадцать пять тысяч евро.", 225_000, "EUR"),
    ("ru", "Поставлено 15 тыс. кубометров газа.", 15_000, "m3"),
    ("vi", "Kim ngạch đạt 1.250,5 triệu USD.", 1_250.5e6, "USD"),
    ("vi", "Khoản vay 2,5 tỷ đô la Mỹ đã được ký.", 2.5e9, "USD"),
    ("vi", "Gói viện trợ 3 nghìn tỷ đồng.", 3e12, "VND"),
    ("vi", "Xuất khẩu gạo đạt hai triệu rưỡi tấn.", 2.5e6, "t"),
    ("vi", "Vốn đầu tư 1 tỷ 850 triệu USD.", 1.85e9, "USD"),
    ("vi", "Thuế suất là hai mươi lăm phần trăm.", 25, "percent"),
]


@pytest.mark.parametrize(("code", "text", "value", "unit"), VALUES)
def test_value_and_unit(code: str, text: str, value: float, unit: str) -> None:
    found = only(code, text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)


DOLLARS = [
    ("en", "Canada gave 5 million Canadian dollars and later 2 million dollars.", "CAD", "CAD"),
    ("en", "Canada gave 5 million Canadian dollars ($3.6 million).", "CAD", "USD"),
    ("en", "It gave 5 million Canadian dollars.\nTogo gave 2 million dollars.", "CAD", "USD"),
    ("en", "It gave C$5m, they gave US$3m.", "CAD", "USD"),
    ("ja", "5億カナダドルを供与し、うち1億ドルは武器に充てる。", "CAD", "CAD"),
    ("ru", "Выделено 5 млн канадских долларов, затем 2 млн долларов.", "CAD", "CAD"),
    ("vi", "Canada viện trợ 5 triệu đô la Canada, rồi 2 triệu đô la.", "CAD", "CAD"),
]


@pytest.mark.parametrize(("code", "text", "first", "second"), DOLLARS)
def test_bare_dollars_are_those_named_before(code: str, text: str, first: str, second: str) -> None:
    assert [a.unit for a in kept(code, text)] == [first, second]


SHARES = [("One in five of them left.", 0.2), ("Nine in 10 of them left.", 0.9)]


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_so_many_in_so_many_are_a_share(text: str, value: float) -> None:
    [found] = read_amounts(text, rules("en"))
    assert (found.value, found.unit) == (pytest.approx(value), "1")


def test_a_number_before_a_place_or_year_is_no_share() -> None:
    found = read_amounts("They hurt three in 20 raids and 4 in Rome.", rules("en"))
    assert [a.value for a in found] == [3, 20, 4]


BOUNDS = [
    ("en", "more than 300 treaties", "over"),
    ("en", "at least 40 soldiers", "at-least"),
    ("en", "up to $5 million", "at-most"),
    ("en", "nearly 80 percent", "under"),
    ("en", "about 5,000 troops", "about"),
    ("en", "tens of thousands of students", "vague"),
    ("ja", "300件を超える条約", "over"),
    ("ja", "約5000人の兵士", "about"),
    ("ja", "100億円以上", "at-least"),
    ("ja", "5%未満", "under"),
    ("ja", "何万人もの留学生", "vague"),
    ("ja", "最大で700人の兵士", "at-most"),
    ("ru", "более 300 договоров", "over"),
    ("ru", "не менее 40 солдат", "at-least"),
    ("ru", "около 5 тысяч военнослужащих", "about"),
    ("ru", "почти 80 процентов", "under"),
    ("ru", "десятки тысяч студентов", "vague"),
    ("vi", "hơn 300 hiệp định", "over"),
    ("vi", "ít nhất 40 binh sĩ", "at-least"),
    ("vi", "khoảng 5.000 lính", "about"),
    ("vi", "hàng chục nghìn sinh viên", "vague"),
    ("vi", "tối đa 5 triệu USD", "at-most"),
]


@pytest.mark.parametrize(("code", "text", "comparator"), BOUNDS)
def test_comparator(code: str, text: str, comparator: str) -> None:
    assert only(code, text).comparator == comparator


RANGES = [
    ("en", "between 10 and 15 soldiers", 10, 15),
    ("en", "5 to 10 billion dollars", 5e9, 10e9),
    ("en", "$10-$20 million in aid", 10e6, 20e6),
    ("ja", "3〜5万人の兵士", 30_000, 50_000),
    ("ja", "10%以上20%未満", 10, 20),
    ("ru", "от 600 тыс. до 800 тыс. рублей", 600_000, 800_000),
    ("ru", "от 100 до 200 млн долларов", 100e6, 200e6),
    ("vi", "từ 10 đến 15 triệu USD", 10e6, 15e6),
]


@pytest.mark.parametrize(("code", "text", "low", "high"), RANGES)
def test_range(code: str, text: str, low: float, high: float) -> None:
    found = only(code, text)
    assert (found.value, found.high, found.comparator) == (low, high, "range")


MEASURES = [
    ("en", "Some 300 treaties and agreements bind the two.", "agreements", "items"),
    ("en", "Tens of thousands of Kazakh students live there.", "students", "people"),
    ("en", "The blast killed 12 soldiers.", "casualties-killed", "people"),
    ("en", "Annual inflation stood at 7.5 percent.", "inflation", "percent"),
    ("ja", "300 件を超える契約や協定がある。", "agreements", "items"),
    ("ja", "爆発で12人が死亡した。", "casualties-killed", "people"),
    ("ja", "6000人の部隊を派遣した。", "troops", "people"),
    ("ja", "巡航ミサイル20発を発射した。", "missiles", "items"),
    ("ru", "Стороны подписали 12 соглашений.", "agreements", "items"),
    ("ru", "При взрыве погибли 12 человек.", "casualties-killed", "people"),
    ("ru", "Экспорт пшеницы достиг 5 млн тонн.", "exports", "t"),
    ("vi", "Hai bên đã ký 12 hiệp định.", "agreements", "items"),
    ("vi", "Vụ nổ làm 12 người thiệt mạng.", "casualties-killed", "people"),
    ("vi", "Kim ngạch thương mại hai chiều đạt 5 tỷ USD.", "trade-turnover", "USD"),
    ("en", "There were 4 million infections and many deaths.", "infected", "people"),
]


@pytest.mark.parametrize(("code", "text", "measure", "unit"), MEASURES)
def test_measure(code: str, text: str, measure: str, unit: str) -> None:
    assert (measure, unit) in [(a.measure, a.unit) for a in kept(code, text)]


CHANGES = [
    ("en", "Trade grew by 3.4 percent compared with the year before.", "up", 3.4, "percent"),
    ("en", "Imports fell 12% from a year earlier.", "down", 12, "percent"),
    ("en", "Their exports doubled.", "up", 2, "1"),
    ("ja", "輸出は前年比3.4%増となった。", "up", 3.4, "percent"),
    ("ja", "投資額は2倍に拡大した。", "up", 2, "1"),
    ("ru", "Экспорт вырос на 12 % по сравнению с прошлым годом.", "up", 12, "percent"),
    ("ru", "Импорт увеличился вдвое.", "up", 2, "1"),
    ("ru", "Экспорт снизился в 2,5 раза.", "down", 2.5, "1"),
    ("vi", "Xuất khẩu tăng 12% so với cùng kỳ.", "up", 12, "percent"),
    ("vi", "Nhập khẩu giảm 7%.", "down", 7, "percent"),
]


@pytest.mark.parametrize(("code", "text", "direction", "amount", "unit"), CHANGES)
def test_change(code: str, text: str, direction: str, amount: float, unit: str) -> None:
    change = only(code, text).change
    assert change is not None
    assert (change.direction, change.amount, change.unit) == (direction, amount, unit)


BARE = [
    ("en", "See page 12 and Article 5 of the G7 text."),
    ("en", "He is 54 years old and came at 10:30."),
    ("en", "Turkey bought the S-400 system."),
    ("en", "The team won 3-2."),
    ("ja", "第3回の会合は午後2時に始まった。"),
    ("ja", "一方、東京都の一部では一致した。"),
    ("ja", "彼は54歳である。"),
    ("ru", "Резолюция 2231 принята в 10:30, статья 5 устава."),
    ("ru", "Одна из сторон возразила."),
    ("vi", "Điều 5 của nghị quyết 2231 có hiệu lực."),
    ("vi", "Ông năm nay 54 tuổi."),
    ("ja", "3人に1人が避難した。"),
    ("ja", "人口10万人あたりで比べた。"),
    ("en", "It is 5 per 100,000 people."),
    ("en", "There were 40 cases of fraud."),
    ("vi", "Họ không đồng tình, trung tá không quân nói."),
    ("ru", "Объём вырос до 228 млрд пассажиро-километров."),
    ("vi", "Họ là một đồng minh của nước này."),
    ("en", "It is sold by the box or one kilogram at a time."),
]


@pytest.mark.parametrize(("code", "text"), BARE)
def test_bare_numbers_are_not_kept(code: str, text: str) -> None:
    assert kept(code, text) == []


YARDSTICK = [
    (
        "en",
        "Trade between the two hit a record 28 billion US dollars, then topped 20 billion in nine "
        "months, and both set a target of 30 billion.",
    ),
    ("ja", "貿易額は過去最高の280億米ドルとなり、9か月で200億米ドルを超え、目標は300億米ドルだ。"),
    (
        "ru",
        "Товарооборот достиг рекордных 28 млрд долларов, за девять месяцев превысил 20 млрд "
        "долларов, а цель сторон — 30 млрд долларов.",
    ),
    (
        "vi",
        "Kim ngạch thương mại đạt kỷ lục 28 tỷ USD, trong chín tháng vượt 20 tỷ USD, và hai bên "
        "đặt mục tiêu 30 tỷ USD.",
    ),
]


@pytest.mark.parametrize(("code", "text"), YARDSTICK)
def test_trade_of_two_states(code: str, text: str) -> None:
    first, second, third = kept(code, text)
    assert [a.value for a in (first, second, third)] == [28e9, 20e9, 30e9]
    assert {a.measure for a in (first, second, third)} == {"trade-turnover"}
    assert {a.unit for a in (first, second, third)} == {"USD"}
    assert first.superlative == "record-high"
    assert second.comparator == "over"
    assert third.nature == "target"


def date(text: str, words: str) -> Interval:
    start = text.index(words)
    return Interval("2024-01-01", "2024-12-31", "year", Span(start, start + len(words), words))


PERIODS = [
    ("en", "Trade reached $5 billion in 2024, he said.", "2024"),
    ("ja", "2024年の貿易額は50億ドルだった。", "2024年"),
    ("ru", "В 2024 году экспорт составил 5 млрд рублей.", "2024 году"),
    ("vi", "Năm 2024, xuất khẩu đạt 5 tỷ USD.", "Năm 2024"),
]


@pytest.mark.parametrize(("code", "text", "words"), PERIODS)
def test_period_is_the_date_of_the_clause(code: str, text: str, words: str) -> None:
    (found,) = (a for a in read_amounts(text, rules(code), [date(text, words)]) if a.keep)
    assert found.period_span is not None
    assert found.period_span.text == words


COMPARED = [
    ("en", "Trade rose 5 percent compared with 2024.", "2024"),
    ("ja", "輸出は2024年比で5%増えた。", "2024年"),
    ("ru", "Экспорт вырос на 5 % по сравнению с 2024 годом.", "2024 годом"),
    ("vi", "Xuất khẩu tăng 5% so với năm 2024.", "năm 2024"),
]


@pytest.mark.parametrize(("code", "text", "words"), COMPARED)
def test_a_date_compared_with_is_no_period(code: str, text: str, words: str) -> None:
    (found,) = (a for a in read_amounts(text, rules(code), [date(text, words)]) if a.keep)
    assert found.period is None


def test_numbers_inside_dates_are_left_out() -> None:
    text = "In 2024 they signed 12 treaties."
    assert [a.value for a in read_amounts(text, rules("en"), [date(text, "2024")])] == [12]


def test_numbers_beyond_all_use_are_left_out_or_finite() -> None:
    text = "9" * 5000 + " dollars and 5 quintillion dollars"
    assert [a.value for a in read_amounts(text, rules("en"))] == [5e18]


def test_measures_are_in_the_ontology() -> None:
    world = files("dragoman.world").joinpath("measures.toml").read_text("utf-8")
    known = {*tomllib.loads(world), "other"}
    for code in ("en", "ja", "ru", "vi"):
        source = files("dragoman.languages").joinpath(code, "numbers.toml").read_text("utf-8")
        table = tomllib.loads(source)
        groups = [table["fates"], *table["topics"].values(), *table["counted"].values()]
        assert {measure for group in groups for measure in group} <= known


def document(text: str, mentions: tuple[Mention, ...]) -> Document:
    unknown = Interval(None, None)
    article = Article("a1", None, None, None, None, "en", None, None, unknown, (), text)
    return Document(article, (Sentence(0, len(text), text),), (), mentions)


def mention(text: str, words: str, *codes: str, kind: str = "name") -> Mention:
    start = text.index(words)
    span = Span(start, start + len(words), words)
    parties = tuple(Party(code, code, via=kind, span=span) for code in codes)
    return Mention(start, start + len(words), parties, kind)


def test_a_figure_cites_its_sentence_and_takes_both_parties_of_trade() -> None:
    text = "Trade between Kazakhstan and Russia reached $28 billion."
    named = (mention(text, "Kazakhstan", "KAZ"), mention(text, "Russia", "RUS"))
    (figure,) = figures_of(document(text, named), read_amounts(text, rules("en")))
    assert figure.evidence.text == text
    assert figure.span.text == "$28 billion"
    assert {p.id for p in figure.parties} == {"KAZ", "RUS"}
    assert (figure.measure, figure.rule, figure.said_in) == (
        "trade-turnover",
        "figure.trade-turnover",
        None,
    )


def test_a_mention_of_both_stands_for_both() -> None:
    text = "The two countries signed 12 agreements, a Turkish paper said."
    named = (
        mention(text, "The two countries", "KAZ", "RUS", kind="group"),
        mention(text, "Turkish", "TUR"),
    )
    (figure,) = figures_of(document(text, named), read_amounts(text, rules("en")))
    assert [p.id for p in figure.parties] == ["KAZ", "RUS"]


def test_what_is_not_mutual_concerns_the_nearest_party() -> None:
    text = "Germany said that Japan would give $5 million in aid."
    named = (mention(text, "Germany", "DEU"), mention(text, "Japan", "JPN"))
    (figure,) = figures_of(document(text, named), read_amounts(text, rules("en")))
    assert [p.id for p in figure.parties] == ["JPN"]


def test_a_period_is_taken_over_within_a_paragraph_and_measure() -> None:
    text = (
        "Exports reached $5 billion in 2024. Exports of gas were $2 billion.\nExports: $1 billion."
    )
    amounts = read_amounts(text, rules("en"), [date(text, "2024")])
    first, second, third = figures_of(document(text, ()), amounts)
    assert (first.period.basis, second.period.basis) == ("unknown", "inherited")
    assert second.period.start == "2024-01-01"
    assert (third.period.start, third.period.basis) == (None, "unknown")


def test_ids_are_the_same_each_time() -> None:
    text = "Russia lent $5 million and gave $6 million in aid."
    found = [
        [f.id for f in figures_of(document(text, ()), read_amounts(text, rules("en")))]
        for _ in range(2)
    ]
    assert found[0] == found[1]
    assert len(set(found[0])) == 2
