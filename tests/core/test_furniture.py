"""Lines that are not the article's own words are told apart, and nothing else is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.furniture import FurnitureRules, apart_notices, blocks_of, set_apart
from dragoman.languages.furniture import furniture_rules
from dragoman.languages.tables import language_codes

OPEN, CLOSE = "\uff08", "\uff09"

# One line of a page each, with its kind and the credit that it gives.
LINES = [
    ("ja", "[広告3]", "furniture", None),
    ("ja", "【PR】", "furniture", None),
    ("ja", "広告費が増えた", "heading", None),
    ("ja", "コメント (0)", "furniture", None),
    ("ja", f"コメント{OPEN}14{CLOSE}", "furniture", None),
    ("ja", "この記事をシェア", "furniture", None),
    ("ja", "続きを読む", "furniture", None),
    ("ja", "無断転載を禁じます。", "furniture", None),
    ("ja", "更新日時：2024年10月4日 10:00", "furniture", None),
    ("ja", "出典：ロイター", "source", "ロイター"),
    ("ja", f"握手する両外相{OPEN}写真：ロイター{CLOSE} |", "caption", "ロイター"),
    ("ja", "握手する両外相(AFP=時事)", "caption", "AFP=時事"),
    ("ja", "握手する両外相＝共同", "caption", "共同"),
    ("ja", "両国は協定に署名した。", "paragraph", None),
    ("ja", "漁業で協力", "heading", None),
    ("en", "Advertisement", "furniture", None),
    ("en", "Comments (3)", "furniture", None),
    ("en", "Share on Facebook", "furniture", None),
    ("en", "Share prices fell on Friday.", "paragraph", None),
    ("en", "Read more: Accord signed in Nairobi", "furniture", None),
    ("en", "© 2024 The Example", "furniture", None),
    ("en", "Source: https://a.example/1", "source", "https://a.example/1"),
    ("en", "By Anna Hale and John Ruiz", "byline", None),
    ("en", "By Friday the talks had ended.", "paragraph", None),
    ("en", "Ministers shake hands in Nairobi (Photo: TASS)", "caption", "TASS"),
    ("en", "Ministers shake hands in Nairobi. Photo: Reuters", "caption", "Reuters"),
    ("ru", "Реклама", "furniture", None),
    ("ru", "Комментарии (5)", "furniture", None),
    ("ru", "Поделиться", "furniture", None),
    ("ru", "Читайте также: Соглашение подписано", "furniture", None),
    ("ru", "Министры в Найроби (фото: ТАСС)", "caption", "ТАСС"),
    ("ru", "Источник: Интерфакс", "source", "Интерфакс"),
    ("ru", "Реклама табака запрещена законом.", "paragraph", None),
    ("vi", "Quảng cáo", "furniture", None),
    ("vi", "Bình luận (2)", "furniture", None),
    ("vi", "Hai bộ trưởng bắt tay - Ảnh: REUTERS", "caption", "REUTERS"),
    ("vi", "An Bình (Theo AFP)", "source", "AFP"),
    ("vi", "Theo tôi, hai bên đã đồng ý.", "paragraph", None),
    ("vi", "Xem thêm: Ký thoả thuận tại Nairobi", "furniture", None),
    ("vi", "Bài toán khó cho hai bên", "heading", None),
]


@pytest.mark.parametrize(("code", "line", "kind", "credit"), LINES)
def test_lines(code, line, kind, credit):
    (block,) = blocks_of(line, furniture_rules(code))
    assert (block.kind, block.credit) == (kind, credit)


# A bar parts the dateline from the paragraph's own words.
DATELINES = [
    ("en", "NAIROBI, Oct 3 (Reuters) - |Norway signed.", "Reuters"),
    ("en", "NAIROBI, October 3. /TASS/. |Norway signed.", "TASS"),
    ("en", "NAIROBI — |Norway signed.", None),
    ("en", "OSLO, Norway (AP) — |The minister signed.", "AP"),
    ("en", "HANOI, 3 October (VNA) – |The minister signed.", "VNA"),
    ("en", "|NATO - the alliance - met.", None),
    ("en", "|THE TALKS HAVE ENDED WELL — Norway is glad.", None),
    ("en", "|The minister (an envoy) - said little.", None),
    ("ja", "【ナイロビ共同】|両国は署名した。", "共同"),
    ("ja", "【ナイロビ=佐藤花子】|両国は署名した。", None),
    ("ja", "［ナイロビ 3日 ロイター］ - |両国は署名した。", "ロイター"),
    ("ja", "(CNN) |両国は署名した。", "CNN"),
    ("ja", "|共同通信(共同)によると、両国は署名した。", None),
    ("ru", "НАЙРОБИ, 3 октября. /ТАСС/. |Стороны подписали.", "ТАСС"),
    ("ru", "ТАСС, 3 октября. |Стороны подписали.", "ТАСС"),
    ("ru", "НАЙРОБИ, 3 окт — РИА Новости. |Стороны подписали.", "РИА Новости"),
    ("ru", "Найроби. 3 октября. ИНТЕРФАКС - |Стороны подписали.", "ИНТЕРФАКС"),
    ("vi", "(TTXVN) - |Hai bên đã ký.", "TTXVN"),
    ("vi", "Nairobi (TTXVN 3/10) - |Hai bên đã ký.", "TTXVN"),
    ("vi", "TTO - |Hai bên đã ký.", "TTO"),
    ("vi", "|Theo phóng viên TTXVN tại Nairobi, hai bên đã ký.", None),
]


@pytest.mark.parametrize(("code", "marked", "credit"), DATELINES)
def test_datelines(code, marked, credit):
    head, words = marked.split("|")
    text = head + words
    found = blocks_of(text, furniture_rules(code))
    assert [text[b.start : b.stop] for b in found if b.kind == "dateline"] == [head] * bool(head)
    assert text[found[-1].start : found[-1].stop] == words
    assert found[0].credit == credit


def kinds(code, text):
    return [
        (b.kind, text[b.start : b.stop].strip()) for b in blocks_of(text, furniture_rules(code))
    ]


def test_an_agency_in_brackets_after_a_sentence_leaves_the_sentence():
    assert kinds("ja", "両国は協定に署名した。(AFP=時事)") == [
        ("paragraph", "両国は協定に署名した。"),
        ("source", "(AFP=時事)"),
    ]


def test_a_credit_after_a_long_paragraph_leaves_the_paragraph():
    words = "両国は協定に署名した。" * 40
    assert kinds("ja", f"{words}(写真：共同)") == [("paragraph", words), ("source", "(写真：共同)")]


def test_a_line_said_before_is_repeated():
    text = "The two ministers in Nairobi\nThey met.\nThe two ministers in Nairobi"
    assert kinds("en", text)[-1] == ("furniture", "The two ministers in Nairobi")


def test_a_list_of_links_ends_at_the_next_sentence():
    text = "Related articles\nAccord signed in Nairobi\nTalks in Oslo\nThey met on Friday."
    assert [kind for kind, _ in kinds("en", text)] == ["furniture"] * 3 + ["paragraph"]


def test_sources_between_sentences_are_cut_out():
    text = "両国は署名した。例紙『両国が署名』。例社、2024年10月3日。『続報』。例通信、2024年5月。"
    assert kinds("ja", text) == [
        ("paragraph", "両国は署名した。"),
        ("furniture", "例紙『両国が署名』。例社、2024年10月3日。"),
        ("furniture", "『続報』。例通信、2024年5月。"),
    ]


def test_a_book_in_a_sentence_is_no_source():
    text = "大臣は『海の本』を贈った。題は『海』。彼は、海が好きだ。"
    assert kinds("ja", text) == [("paragraph", text)]


def test_without_a_table_there_are_only_paragraphs_and_headings():
    rules = FurnitureRules.of({})
    assert [b.kind for b in blocks_of("Advertisement\nThey met.", rules)] == [
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("piece", ["a", "(", "『", "a\n", "写真：", "A ", "(Photo: "])
def test_time_is_linear_in_length(code, piece):
    text = piece * (200_000 // len(piece))
    started = time.perf_counter()
    blocks_of(text, furniture_rules(code))
    assert time.perf_counter() - started < 4


PIECES = st.sampled_from(
    [
        "[広告2]",
        "(Photo: A)",
        "NAIROBI — ",
        "『",
        "』。",
        "、2024年1月1日。",
        "\n",
        " ",
        "Ảnh: ",
        "a",
        "。",
    ]
)


@pytest.mark.parametrize("code", language_codes())
@given(text=st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=12).map("".join))
def test_any_text(code, text):
    place = 0
    blocks = blocks_of(text, furniture_rules(code))
    for block in blocks:
        assert place <= block.start < block.stop <= len(text)
        assert "\n" not in text[block.start : block.stop]
        place = block.stop
    notices = apart_notices(text, blocks)
    assert all(text[n.span.start : n.span.stop] == n.span.text for n in notices)
    assert set_apart(notices) == tuple((n.span.start, n.span.stop) for n in notices)
