"""Texts come out of bytes whatever they were written in."""

import codecs

import pytest

from dragoman.intake import IntakeError, IntakeOptions, read_article
from dragoman.intake.encoding import decoded
from dragoman.intake.source import Source

JAPANESE = "ノルウェーの外相はナイロビを訪問し、協定に署名した。両国は漁業で協力する。" * 3
RUSSIAN = "Министр иностранных дел Норвегии посетил Найроби и подписал соглашение. " * 3
VIETNAMESE = "Bộ trưởng Ngoại giao Na Uy thăm Nairobi và ký thoả thuận nghề cá. " * 3
ENGLISH = "The minister signed an accord in Nairobi. “A new start,” he said. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "utf-8"),
        (JAPANESE, "utf-8-sig"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16"),
        (VIETNAMESE, "utf-8"),
        (ENGLISH, "cp1252"),
        ("Norway’s minister paid £3 for Kenya’s fish.", "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
    ],
)
def test_detected(text, encoding):
    assert decoded(Source("x", text.encode(encoding))).text == text


def vietnamese_bytes():
    """Return the text as Windows writes it: base letters with the tone after them."""
    import unicodedata

    pieces = []
    for char in VIETNAMESE:
        try:
            pieces.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            whole = unicodedata.normalize("NFD", char)
            tone = next(c for c in whole if c in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", whole.replace(tone, ""))
            pieces.append((base + tone).encode("cp1258"))
    return b"".join(pieces)


def test_vietnamese_of_windows():
    import unicodedata

    text = decoded(Source("x", vietnamese_bytes())).text
    assert unicodedata.normalize("NFC", text) == VIETNAMESE


def test_guessing_is_told():
    (notice,) = decoded(Source("x", RUSSIAN.encode("cp1251"))).notices
    assert (notice.code, notice.message) == (
        "encoding-guessed",
        "encoding not declared: read as cp1251",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="windows-1251"></head>',
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?><html>',
        "Content-Type: text/plain; charset=windows-1251\n",
    ],
)
def test_declared(head):
    found = decoded(Source("x", (head + RUSSIAN).encode("cp1251")))
    assert (found.text, found.encoding, found.notices) == (head + RUSSIAN, "cp1251", ())


def test_a_wrong_declaration_does_not_spoil_utf_8():
    head = '<meta charset="shift_jis">'
    assert decoded(Source("x", (head + RUSSIAN).encode())).text == head + RUSSIAN


def test_given_overrides():
    data = "ё".encode("koi8_r") * 50
    assert decoded(Source("x", data), "koi8-r").text == "ё" * 50


def test_broken_utf_8_gets_a_notice():
    data = RUSSIAN.encode()[:-3] + b"\xff" + RUSSIAN.encode()
    article = read_article(data)
    assert article.notices[0].code == "broken-encoding"
    assert "could not be read as utf-8" in article.notices[0].message


def test_bytes_that_are_no_text_in_the_encoding_given():
    with pytest.raises(IntakeError, match="not text in ascii"):
        read_article(RUSSIAN.encode(), IntakeOptions(encoding="ascii"))


def test_a_mark_beats_everything():
    data = codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")
    assert decoded(Source("x", data)).text == ENGLISH
