"""From files to articles: what is read off a page, what is set apart, what is refused."""

import io
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.core.furniture import set_apart
from dragoman.core.records import Interval
from dragoman.core.sentences import SentenceRules, split_sentences
from dragoman.intake import IntakeError, IntakeOptions, article_of, read_article
from dragoman.languages.tables import language_codes, language_table

PAGE = """ノルウェーの外相は10月3日、ケニアの首都ナイロビを訪問した。
握手する両国の外相、10月3日（写真：ロイター） |
漁業で協力
両国は漁業に関する協定に署名した。外相は「新しい出発だ。」と述べた。
[広告5]
出典: https://nhandan.vn/2024/10/04/chuyen-tham-nairobi-post1.html
コメント (12)
"""

FRONT = """---
title: "Ministers meet in Nairobi"
url: https://www.example.co.uk/world/1
outlet: The Example
language: en
published: 2024-10-04T08:30:00Z
---

NAIROBI, Oct 3 (Reuters) - Norway and Kenya signed a fisheries accord on Thursday.
"""


def codes(article):
    return [notice.code for notice in article.notices]


def test_a_scraped_page():
    article = read_article(PAGE.encode())
    assert article.language == "ja"
    assert article.url == "https://nhandan.vn/2024/10/04/chuyen-tham-nairobi-post1.html"
    assert (article.outlet, article.outlet_country) == ("Nhân Dân", "VNM")
    assert article.translated_from == "vi"
    assert article.published == "2024-10-04"
    assert article.reference == Interval("2024-10-04", "2024-10-04", "day", basis="metadata")
    assert article.credits == ("Reuters",)
    assert article.text == PAGE
    assert codes(article) == [
        "set-apart-caption",
        "set-apart-furniture",
        "set-apart-source",
        "set-apart-furniture",
    ]


def test_what_is_set_apart_is_not_read_but_headings_are():
    article = read_article(PAGE.encode())
    rules = SentenceRules.of(language_table("ja", "language"))
    found = split_sentences(article.text, rules, set_apart(article.notices))
    assert [sentence.text for sentence in found] == [
        "ノルウェーの外相は10月3日、ケニアの首都ナイロビを訪問した。",
        "漁業で協力",
        "両国は漁業に関する協定に署名した。",
        "外相は「新しい出発だ。」と述べた。",
    ]


def test_a_notice_quotes_what_was_set_apart():
    article = read_article(PAGE.encode())
    assert article.notices[1].message == "set apart as furniture (advert): [広告5]"
    for notice in article.notices:
        span = notice.span
        assert article.text[span.start : span.stop] == span.text


def test_front_matter(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(FRONT, encoding="utf-8")
    article = read_article(path)
    assert article.title == "Ministers meet in Nairobi"
    assert article.url == "https://www.example.co.uk/world/1"
    assert (article.outlet, article.outlet_country) == ("The Example", "GBR")
    assert article.published == "2024-10-04"
    assert article.translated_from is None
    assert article.credits == ("Reuters",)
    assert article.text.startswith("NAIROBI, Oct 3")
    assert article.notices[0].span.text == "NAIROBI, Oct 3 (Reuters) - "


def test_a_heading_of_markdown_is_the_title(tmp_path):
    path = tmp_path / "page.md"
    path.write_text("# Ministers meet\n\nNorway and Kenya signed an accord.\n", encoding="utf-8")
    article = read_article(path)
    assert (article.title, article.text) == (
        "Ministers meet",
        "Norway and Kenya signed an accord.\n",
    )


def test_lines_filled_to_a_width_are_joined():
    text = (
        "The ministers of Norway and Kenya met on Thursday in\n"
        "the capital and agreed to work together on fisheries,\n"
        "on shipping and on the protection of the coast. They\n"
        "will meet again.\n\nA second paragraph is short.\n"
    )
    article = read_article(text.encode())
    assert article.text == text.replace("in\nthe", "in the").replace(",\non", ", on").replace(
        "They\nwill", "They will"
    )
    assert "lines-joined" in codes(article)


def test_given_beats_what_the_page_says(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(FRONT, encoding="utf-8")
    article = read_article(path, IntakeOptions(published="2024-12-01", url="https://tass.ru/1"))
    assert article.reference == Interval("2024-12-01", "2024-12-01", "day", basis="given")
    assert (article.url, article.translated_from) == ("https://tass.ru/1", "ru")


def test_without_a_date_the_text_is_asked():
    asked = []

    def infer(text, language):
        asked.append((text, language))
        return Interval("2024-10-01", "2024-10-31", "month")

    article = article_of("Norway and Kenya signed an accord.", IntakeOptions(infer=infer))
    assert asked == [("Norway and Kenya signed an accord.", "en")]
    assert article.reference == Interval("2024-10-01", "2024-10-31", "month", basis="inferred")


def test_without_a_date_nor_a_hint_the_reference_is_unknown():
    article = article_of("Norway and Kenya signed an accord.")
    assert article.reference == Interval(None, None)
    assert article.reference.basis == "unknown"


def test_the_same_input_has_the_same_id():
    text = "Norway and Kenya signed an accord."
    assert article_of(text).id == article_of(text).id
    assert article_of(text).id != article_of(text, IntakeOptions(url="https://a.example/")).id


def test_standard_input(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"Norway and Kenya signed an accord.")

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert read_article("-").text == "Norway and Kenya signed an accord."


def test_an_address_in_the_language_of_its_edition_is_no_translation():
    text = "Norway and Kenya signed an accord."
    assert article_of(text, IntakeOptions(url="https://en.nhandan.vn/x")).translated_from is None
    assert article_of(text, IntakeOptions(url="https://nhandan.vn/x")).translated_from == "vi"


REFUSED = [
    (b"", {}, "empty"),
    (b" \n\t ", {}, "empty"),
    (b"\xef\xbb\xbf", {}, "empty"),
    (b"...", {}, "no words in it"),
    (b"%PDF-1.7 stuff", {}, "a PDF file, not text"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", {}, "a PNG image, not text"),
    (bytes(range(256)) * 20, {}, "binary"),
    (b"<html><head><title>t</title></head><body><img src=x></body></html>", {}, "HTML without"),
    (b"<html></html>", {}, "HTML without text"),
    ("Le président a rencontré le ministre. ".encode() * 20, {}, "its language (fr)"),
    ("国家主席会见外交部长，双方签署了合作协议并发表声明。".encode() * 20, {}, "its language"),
    (b"Envoys met.", {"language": "tlh"}, "language 'tlh' cannot be read"),
    (b"Envoys met.", {"published": "soon"}, "'soon' is no date"),
    (b"Envoys met.", {"published": "2024-02-31"}, "'2024-02-31' is no date"),
    (b"Envoys met.", {"encoding": "klingon"}, "no encoding is called 'klingon'"),
    (b"Envoys met.", {"encoding": "base64"}, "is no encoding of text"),
]


@pytest.mark.parametrize(("data", "options", "reason"), REFUSED)
def test_refused(data, options, reason):
    with pytest.raises(IntakeError) as refusal:
        read_article(data, IntakeOptions(**options))
    assert reason in refusal.value.reason
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(IntakeError, match=r"page\.txt: no such file"):
        read_article(tmp_path / "page.txt")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(IntakeError, match="a folder"):
        read_article(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Envoys met.")
    path.chmod(0)
    with pytest.raises(IntakeError, match="permission denied"):
        read_article(path)


def test_a_denied_file_is_told_in_one_line(monkeypatch, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Envoys met.")

    def deny(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(IntakeError, match=r"page\.txt: may not be read \(permission denied\)"):
        read_article(path)


def test_control_and_zero_width_characters_are_kept():
    text = "Norway \x1b[31mand\u200b Kenya signed\x07 an accord."
    assert article_of(text).text == text
    assert read_article(text.encode()).text == text


@pytest.mark.parametrize("piece", ["合意した。", "An accord was signed. ", "word ", "「"])
def test_a_line_of_ten_megabytes(piece):
    text = "両国は合意した。" + piece * (10_000_000 // len(piece.encode()))
    started = time.perf_counter()
    article = read_article(text.encode(), IntakeOptions(language="ja"))
    assert article.text == text
    assert time.perf_counter() - started < 30


def test_half_a_surrogate_is_no_trouble():
    assert article_of("Norway and Kenya \ud800 signed an accord.").id


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=st.text(), code=st.sampled_from(language_codes()))
def test_any_text_is_stored_as_it_is_or_refused(text, code):
    try:
        article = article_of(text, IntakeOptions(language=code))
    except IntakeError:
        return
    assert article.text == text
    for notice in article.notices:
        if notice.span:
            assert text[notice.span.start : notice.span.stop] == notice.span.text
            assert notice.span.start < notice.span.stop


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.binary(), options=st.sampled_from([{}, {"format": "html"}, {"language": "en"}]))
def test_any_bytes_are_read_or_refused(data, options):
    try:
        article = read_article(data, IntakeOptions(**options))
    except IntakeError:
        return
    assert article.text.strip()
