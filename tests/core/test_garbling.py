"""Signs of garbled text get a notice with the words; sound text gets none."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.document import Document
from dragoman.core.garbling import notices_of
from dragoman.core.knowledge import Mention
from dragoman.core.records import Article, Interval, Party, Span, Statement
from dragoman.languages.garbling import garbling_rules
from dragoman.languages.tables import language_codes

NO_TIME = Interval(None, None)


def document(text, parties=()):
    """Return a document whose mentions are these words for these party ids, wherever they stand."""
    article = Article("a", None, None, None, None, "xx", None, None, NO_TIME, (), text)
    found = []
    for words, party in parties:
        start = text.find(words)
        while start >= 0:
            stop = start + len(words)
            person = Party(party, words, span=Span(start, stop, words))
            found.append(Mention(start, stop, (person,), "name"))
            start = text.find(words, stop)
    return Document(article, mentions=tuple(sorted(found, key=lambda m: m.start)))


def signs(code, text, parties=()):
    found = notices_of(document(text, parties), garbling_rules(code))
    return [(notice.code, notice.span.text) for notice in found]


def test_an_unknown_agency():
    text = "大臣はQOZ通信社の取材に応じた。ロイター通信とTASS通信も伝えた。"
    (notice,) = notices_of(document(text), garbling_rules("ja"))
    assert (notice.code, notice.span.text) == ("unknown-agency", "QOZ通信社")
    assert notice.message == "no news agency is known as QOZ"


def test_an_unknown_agency_near_a_known_one():
    (notice,) = notices_of(document("大臣はRIX通信社の取材に応じた。"), garbling_rules("ja"))
    assert "perhaps" in notice.message
    assert "RIA" in notice.message


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "パソコン通信とSSL通信が普及した。"),
        ("ja", "ロイター通信、AP通信、RIA通信、共同通信社が伝えた。"),
        ("en", "The TASS news agency and the UN news agency said so."),
        ("ru", "Об этом сообщило агентство ТАСС."),
        ("vi", "Theo hãng tin AFP và hãng thông tấn TASS."),
    ],
)
def test_known_agencies_and_other_words(code, text):
    assert signs(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "It told the QXZ news agency so.", "QXZ news agency"),
        ("ru", "Об этом сообщило агентство ЩЩЩ.", "агентство ЩЩЩ"),
        ("vi", "Theo hãng tin QXZ, hai bên đã ký.", "hãng tin QXZ"),
    ],
)
def test_unknown_agencies_of_other_languages(code, text, words):
    assert signs(code, text) == [("unknown-agency", words)]


def test_a_state_calls_an_agency():
    text = "ケニア通信社が伝えた。"
    assert signs("ja", text, [("ケニア", "KEN")]) == []
    assert signs("ja", text) == [("unknown-agency", "ケニア通信社")]


def test_an_organisation_joined_to_another_word():
    text = "大臣はアフリカン-ECOWASの役割を論じた。"
    assert signs("ja", text, [("ECOWAS", "ECOWAS")]) == [("joined-name", "アフリカン-ECOWAS")]


def test_two_parties_may_be_joined():
    text = "ケニア-ECOWAS会議が開かれた。"
    assert signs("ja", text, [("ECOWAS", "ECOWAS"), ("ケニア", "KEN")]) == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        (
            "ja",
            "ヨハンカール・ベルグ氏が来た。ヨハン・カール・ベルグ氏は去った。",
            "ヨハン・カール・ベルグ",
        ),
        ("ja", "ヨハン・ベルグマンが来た。ヨハン・ベルクマンは去った。", "ヨハン・ベルクマン"),
        ("en", "Johann Bergmann came. Johann Bergmenn left.", "Johann Bergmenn"),
    ],
)
def test_two_spellings(code, text, words):
    assert signs(code, text) == [("two-spellings", words)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "ヨハン・ベルグマンが来た。アンナ・ベルグマンは去った。"),
        ("en", "Johann Bergmann came. Johanna Bergmann left."),
        ("en", "African Americans met. An African American spoke."),
        ("en", "North Korean envoys left North Korea."),
    ],
)
def test_other_names_are_no_spellings(code, text):
    assert signs(code, text) == []


def test_quotation_marks_without_partners():
    assert signs("ja", "彼は「合意した。\n会談は終わった」。") == [
        ("unbalanced-quotation", "「"),
        ("unbalanced-quotation", "」"),
    ]
    assert signs("ja", "彼は「相手の「本音」を聞いた」と語った。") == []


def statement(speaker, text, content):
    start = text.index(content)
    span = Span(start, start + len(content), content)
    party = Party(speaker, speaker)
    return Statement(
        "s", "a", "say", "direct", party, span, None, None, NO_TIME, None, (), span, "r", 1.0
    )


def test_a_speaker_who_tells_the_will_of_a_state_named_nowhere_else():
    text = "ケニアの大使は述べた。「ペルーは対話を望んでいる。」ケニアは海に面する。"
    whole = document(text, [("ケニア", "KEN"), ("ペルー", "PER")])
    told = statement("KEN", text, "ペルーは対話を望んでいる。")
    rules = garbling_rules("ja")
    (notice,) = notices_of(whole, rules, [told])
    assert (notice.code, notice.span.text) == ("speaker-contradicted", "ペルー")
    assert notices_of(whole, rules, [replace(told, speaker=Party("PER", "Peru"))]) == ()
    assert notices_of(whole, rules, [replace(told, speaker=Party(None, "he"))]) == ()
    more = document(text + "ペルーも。", [("ケニア", "KEN"), ("ペルー", "PER")])
    assert notices_of(more, rules, [told]) == ()


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("piece", ["ア", "ア・", "A", "Aaaa ", "「", "A-", "агентство "])
def test_time_is_linear_in_length(code, piece):
    text = piece * (100_000 // len(piece))
    started = time.perf_counter()
    notices_of(document(text), garbling_rules(code))
    assert time.perf_counter() - started < 4


@pytest.mark.parametrize("code", language_codes())
@given(text=st.text(st.sampled_from("アイ・ー-ABCab通信社「」『』«»\n 。")))
def test_any_text(code, text):
    for notice in notices_of(document(text), garbling_rules(code)):
        assert text[notice.span.start : notice.span.stop] == notice.span.text
