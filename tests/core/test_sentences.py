"""Where sentences begin and end, per language, and what holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.sentences import SentenceRules, split_sentences
from dragoman.languages.tables import language_codes, language_table

RULES = {code: SentenceRules.of(language_table(code, "language")) for code in language_codes()}


def sentences(code, text, skip=()):
    return [sentence.text for sentence in split_sentences(text, RULES[code], skip)]


# A bar marks each place where a sentence ends.
MARKED = [
    # Stops, abbreviations, initials, numbers
    ("en", "Envoys met in Oslo.| They left at noon."),
    ("en", "Mr. Brandt met Gen. Ruiz.| Both left."),
    ("en", "He flew to the U.S. President Marr stayed."),
    ("en", "He flew to the U.S.| The president stayed."),
    ("en", "The envoy, J. R. Hale, spoke.| Nobody asked."),
    ("en", "Trade rose 3.5 percent.| Exports fell."),
    ("en", "Talks ended on Nov. 5 in Bern.| A pact followed."),
    ("en", "It is room No. 5.| Nobody came."),
    ("en", "“No.| We will not sign.”"),
    ("en", "Oil, gas, etc. were named.| More came."),
    ("en", "Talks failed.|The minister left."),
    ("en", "See www.example.org/News.Html for more."),
    ("en", "1. Ceasefire begins on Monday.| 2. Troops leave."),
    # Quotations and brackets
    ("en", "“We agree.”| He left."),
    ("en", "“Will you sign?” she asked.| He nodded."),
    ("en", "“Will you sign?” Hale asked.| He nodded."),
    ("en", "They signed (in Bern.)| Then they left."),
    ("en", "He wrote to Yahoo! News today.| He told Yahoo!| The editor replied."),
    ("en", "He waited…| Nobody came."),
    ("en", "Wait... then go.| Good."),
    # Lines
    ("en", "Talks in Oslo|\nEnvoys met.|\n\nThey left."),
    ("en", "One line|\r\nanother line|\u2028a third"),
    # Japanese
    ("ja", "両国は合意した。|外相は帰国した。"),
    ("ja", "外相は「合意した。満足だ。」と述べた。|会談は終わった。"),
    ("ja", "外相は述べた。|「合意した。満足だ。」|一方、首相は沈黙した。"),
    ("ja", "「合意した。」|とはいえ課題は残る。"),
    ("ja", "彼は「相手の「本音」を聞いた。十分だ。」と語った。|以上だ。"),
    ("ja", "外相は「まだ合意していない。|会談は続く。|結論は来週だ。"),
    ("ja", "首相は帰国した（外務省による。）。|外相は残った。"),
    ("ja", "本当か？！|誰も知らない。"),
    ("ja", "Yahoo!の記者が聞いた。|返事はない。"),
    ("ja", "成長率は３．５％だった。|輸出も増えた。"),
    ("ja", "見出し|\n本文です。"),
    # Russian
    ("ru", "Послы встретились в г. Осло.| Затем они уехали."),
    ("ru", "В 2024 г. Норвегия подписала договор.| В мае он вступил в силу."),
    ("ru", "Посол А. В. Ветров уехал.| Его ждали."),
    ("ru", "«Мы готовы», — сказал он.| Переговоры идут."),
    ("ru", "«Когда?» — спросил посол.| Ответа нет."),
    ("ru", "Выросли цены на нефть, газ и т.д. в мае.| Рубль упал."),
    ("ru", "Товарооборот вырос на 3,5 млрд долл. и достиг рекорда."),
    # Vietnamese
    ("vi", "Ông ấy đã đến TP.HCM.| Cuộc gặp bắt đầu."),
    ("vi", "Chủ tịch TP. Hồ Chí Minh phát biểu.| Hai bên đồng ý.| Ông ra về."),
    ("vi", "PGS.TS. Lê Văn An nói.| Mọi người nghe."),
    ("vi", "Kim ngạch đạt 1.400 tỉ đồng.| Xuất khẩu tăng."),
    ("vi", '" Chúng tôi đồng ý. "| Ông ra về.'),
]


@pytest.mark.parametrize(("code", "marked"), MARKED)
def test_ends(code, marked):
    pieces = [piece.strip() for piece in marked.split("|")]
    assert sentences(code, marked.replace("|", "")) == pieces


def test_skipped_passages_are_not_read():
    text = "Photo: someone\nEnvoys met. They left."
    assert sentences("en", text, [(0, 14)]) == ["Envoys met.", "They left."]


def test_skipped_passages_may_overlap_and_come_in_any_order():
    assert sentences("en", "Aa. Bb. Cc.", [(7, 11), (0, 5), (3, 8)]) == []


def test_marks_without_words_are_no_sentences():
    assert sentences("en", "***\n---\nEnvoys met.\n…") == ["Envoys met."]


def test_zero_width_characters_at_the_edges_are_trimmed():
    assert sentences("en", "\u200bEnvoys met.\ufeff They left.\u200b") == [
        "Envoys met.",
        "They left.",
    ]


@pytest.mark.parametrize("code", RULES)
def test_a_sentence_too_long_is_cut_at_a_safe_place(code):
    text = ("words, and more words " if RULES[code].spaces else "語句、") * 2000
    found = split_sentences(text, RULES[code])
    assert max(len(sentence.text) for sentence in found) <= RULES[code].longest
    assert all(sentence.text[-1] in ",、s" for sentence in found)


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("piece", ["a", "「", "」", '. " ', "A.", "語。", "「。", " ", "!?"])
def test_time_is_linear_in_length(code, piece):
    text = piece * (200_000 // len(piece))
    started = time.perf_counter()
    split_sentences(text, RULES[code])
    assert time.perf_counter() - started < 4


TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab AZ.!?…。！？「」『』（）()“”\"'\n\r\u2028 、。1語ыЯđ\u200b"),
        st.characters(),
    )
)


@pytest.mark.parametrize("code", RULES)
@given(text=TEXTS)
def test_any_text(code, text):
    place = 0
    for sentence in split_sentences(text, RULES[code]):
        assert place <= sentence.start < sentence.stop
        assert text[sentence.start : sentence.stop] == sentence.text
        assert sentence.text == sentence.text.strip()
        place = sentence.stop


@pytest.mark.parametrize("code", RULES)
@given(text=TEXTS)
def test_every_word_is_in_some_sentence(code, text):
    left = list(text)
    for sentence in split_sentences(text, RULES[code]):
        left[sentence.start : sentence.stop] = " " * len(sentence.text)
    assert not any(char.isalnum() for char in left)


def test_without_a_table_the_usual_marks_end_sentences():
    rules = SentenceRules.of({})
    assert [s.text for s in split_sentences("Is it? Yes!", rules)] == ["Is it?", "Yes!"]
