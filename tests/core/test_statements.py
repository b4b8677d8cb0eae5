"""Statements in four languages: who said what, by which act, in which form."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

import dragoman.languages
from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Article, Interval, Party, Person, Span, Statement
from dragoman.core.sentences import SentenceRules, split_sentences
from dragoman.core.statements import StatementRules, read_statements

FOLDER = Path(dragoman.languages.__file__).parent
PUBLISHED = Interval("2024-11-28", "2024-11-28", "day", None, "given")


@cache
def rules(language: str) -> StatementRules:
    return StatementRules.of(tomllib.loads((FOLDER / language / "statements.toml").read_text()))


@cache
def sentence_rules(language: str) -> SentenceRules:
    return SentenceRules.of(tomllib.loads((FOLDER / language / "language.toml").read_text()))


def document(language: str, text: str, **known: object) -> Document:
    article = Article("a", None, None, None, None, language, None, None, PUBLISHED, (), text)
    sentences = split_sentences(text, sentence_rules(language))
    return Document(article, sentences, **known)  # type: ignore[arg-type]


def read(language: str, text: str) -> tuple[Statement, ...]:
    return read_statements(document(language, text), rules(language))


def told(language: str, text: str) -> list[str]:
    """Return the statements as ``speaker | act form | content``."""
    return [f"{s.speaker.name} | {s.act} {s.form} | {s.content.text}" for s in read(language, text)]


CASES = {
    "en": [
        (
            "The minister said that talks would resume in Oslo.",
            ["The minister | say indirect | talks would resume in Oslo"],
        ),
        (
            "Talks would resume in spring, the minister said.",
            ["the minister | say indirect | Talks would resume in spring"],
        ),
        (
            "“We will not give in,” said Anna Berg, the defence minister. “Not now.”",
            [
                "Anna Berg | say direct | We will not give in,",
                "Anna Berg | say direct | Not now.",
            ],
        ),
        (
            "“The bridge is ours,” he said, “and we shall keep it.”",
            [
                "he | say direct | The bridge is ours,",
                "he | say direct | and we shall keep it.",
            ],
        ),
        (
            "The ministry called the raid “a grave breach of the truce”.",
            ["The ministry | say mixed | the raid “a grave breach of the truce”"],
        ),
        (
            "According to a senior official, the convoy never left port.",
            ["a senior official | report indirect | the convoy never left port"],
        ),
        (
            "The convoy never left port, according to a senior official.",
            ["a senior official | report indirect | The convoy never left port"],
        ),
        (
            "The embassy denied the report.",
            ["The embassy | deny indirect | the report"],
        ),
        (
            "Berg promised to visit Riga and warned that delays were likely.",
            [
                "Berg | promise indirect | to visit Riga",
                "Berg | warn indirect | delays were likely",
            ],
        ),
        (
            "The envoy accused the rebels of shelling a school.",
            ["The envoy | accuse indirect | the rebels of shelling a school"],
        ),
        (
            "The president urged both sides to hold their fire.",
            ["The president | urge indirect | both sides to hold their fire"],
        ),
        (
            "“Storms are coming.” — Anna Berg\n",
            ["Anna Berg | say direct | Storms are coming."],
        ),
        (
            "The road, the spokesman said, would open in May.",
            ["the spokesman | say indirect | The road, the spokesman said, would open in May"],
        ),
        (
            "Riga rejected Berg’s claim that the ports were shut.",
            [
                "Riga | reject indirect | Berg’s claim that the ports were shut",
                "Berg | claim indirect | the ports were shut",
            ],
        ),
        (
            "The spokesman said the road was open, adding that trucks had passed.",
            [
                "The spokesman | say indirect | the road was open",
                "The spokesman | say indirect | trucks had passed",
            ],
        ),
    ],
    "ja": [
        (
            "田中首相は記者団に対し、「協議を続ける」と述べた。",
            ["田中首相 | say direct | 協議を続ける"],
        ),
        (
            "田中首相は、協議を続ける必要があると強調した。",
            ["田中首相 | stress indirect | 協議を続ける必要がある"],
        ),
        (
            "外務省によると、会談は来月開かれる。",
            ["外務省 | report indirect | 会談は来月開かれる"],
        ),
        (
            "鈴木外相は協力が深まるとの期待を表明した。",
            ["鈴木外相 | announce indirect | 協力が深まる"],
        ),
        (
            "大使は次のように語った。「橋は来年完成する。」",
            ["大使 | say direct | 橋は来年完成する。"],
        ),
        (
            "鈴木外相は両国関係は「かつてなく良い」状態にあると述べた。",
            ["鈴木外相 | say mixed | 両国関係は「かつてなく良い」状態にある"],
        ),
        (
            "政府は各国に制裁を強めるよう求めた。",
            ["政府 | ask indirect | 各国に制裁を強める"],
        ),
        (
            "報道官は「交渉は終わった」と述べ、合意は近いと語った。",
            ["報道官 | say direct | 交渉は終わった", "報道官 | say indirect | 合意は近い"],
        ),
        (
            "大使は「扉は開いている」と述べた。「急ぐ理由はない。」",
            ["大使 | say direct | 扉は開いている", "大使 | say direct | 急ぐ理由はない。"],
        ),
    ],
    "ru": [
        (
            "Министр сообщил, что переговоры пройдут в марте.",
            ["Министр | report indirect | переговоры пройдут в марте"],
        ),
        (
            "«Мы готовы к диалогу», — заявил посол Петров.",
            ["посол Петров | say direct | Мы готовы к диалогу"],
        ),
        (
            "По словам посла, мост откроют весной.",
            ["посла | report indirect | мост откроют весной"],
        ),
        (
            "Как сообщил представитель ведомства, мост откроют весной.",
            ["представитель ведомства | report indirect | мост откроют весной"],
        ),
        (
            "Президент призвал стороны прекратить огонь.",
            ["Президент | urge indirect | стороны прекратить огонь"],
        ),
        (
            "Мост откроют весной, отметил он.",
            ["он | say indirect | Мост откроют весной"],
        ),
    ],
    "vi": [
        (
            "Bộ trưởng cho biết hai bên sẽ họp vào tháng 3.",
            ["Bộ trưởng | say indirect | hai bên sẽ họp vào tháng 3"],
        ),
        (
            "“Chúng tôi sẵn sàng đối thoại”, đại sứ nói.",
            ["đại sứ | say direct | Chúng tôi sẵn sàng đối thoại"],
        ),
        (
            "Theo đại sứ, cây cầu sẽ mở vào mùa xuân.",
            ["đại sứ | report indirect | cây cầu sẽ mở vào mùa xuân"],
        ),
        (
            "Tổng thống nhấn mạnh rằng hiệp định vẫn có hiệu lực.",
            ["Tổng thống | stress indirect | hiệp định vẫn có hiệu lực"],
        ),
        (
            "Tổng thống kêu gọi các bên ngừng bắn.",
            ["Tổng thống | urge indirect | các bên ngừng bắn"],
        ),
    ],
}

NOTHING = {
    "en": [
        "The “iron road” runs north to the border.",
        "Her novel “The Long Winter” won a prize.",
        "The minister did not say when talks would resume.",
        "The embassy declined to comment.",
        "The demand for steel fell in May.",
        "The new state was founded in 1991.",
        "The hall was filled with claims and counter-claims.",
        "Ships were asked to wait outside the port.",
    ],
    "ja": [
        "政府は「新幹線」の延伸を決めた。",
        "昔の人は「急がば回れ」と言った。",
        "橋は来年完成する。",
    ],
    "ru": ["Компания «Северный путь» построила мост.", "Он не сказал, когда откроют мост."],
    "vi": ["Cuốn sách “Mùa đông dài” được trao giải.", "Cây cầu sẽ mở vào mùa xuân."],
}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_who_said_what(language: str, text: str, wanted: list[str]) -> None:
    assert told(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in NOTHING.items() for text in texts]
)
def test_what_is_no_statement(language: str, text: str) -> None:
    assert told(language, text) == []


def test_a_quotation_goes_on_over_paragraphs_that_open_it_again() -> None:
    text = "Berg said: “First, the ports stay shut.\n“Second, the fleet goes home.”\n"
    assert told("en", text) == [
        "Berg | say direct | First, the ports stay shut.",
        "Berg | say direct | Second, the fleet goes home.",
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "Berg said: “The ports stay shut.\nThe fleet went home.\n"
    assert told("en", text) == ["Berg | say direct | The ports stay shut."]


def test_what_is_said_within_a_statement_points_to_it() -> None:
    outer, inner = read("en", "“The envoy said that talks were over,” Berg told reporters.")
    assert (outer.speaker.name, outer.within) == ("Berg", None)
    assert (inner.speaker.name, inner.within) == ("The envoy", outer.id)


@pytest.mark.parametrize(
    ("language", "text", "hearers"),
    [
        ("en", "Berg told reporters that the ports would stay shut.", "reporters"),
        ("en", "“The ports stay shut,” Berg said in an interview with Reuters.", "Reuters"),
        ("ja", "田中首相は記者団に対し、「協議を続ける」と述べた。", "記者団"),
        ("vi", "“Cảng vẫn đóng cửa”, đại sứ nói với Reuters.", "Reuters"),
    ],
)
def test_to_whom_it_was_said(language: str, text: str, hearers: str) -> None:
    (one,) = read(language, text)
    assert one.audience is not None
    assert one.audience.name == hearers


def mention(text: str, words: str, party: Party) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), (party,), party.via)


def test_speaker_and_subjects_come_from_the_mentions() -> None:
    text = "Latvian Foreign Minister Anna Berg said that Norway would join."
    minister = Party("LVA", "Latvia", "GOV", Person(None, "Anna Berg", "foreign minister"), "title")
    known = (
        mention(text, "Latvian Foreign Minister Anna Berg", minister),
        mention(text, "Norway", Party("NOR", "Norway")),
    )
    (one,) = read_statements(document("en", text, mentions=known), rules("en"))
    assert one.speaker == minister
    assert one.about == ("NOR",)


def test_a_pronoun_takes_the_last_speaker() -> None:
    text = "Latvia said that the ports were shut. It added that ships would wait."
    known = (mention(text, "Latvia", Party("LVA", "Latvia")),)
    first, second = read_statements(document("en", text, mentions=known), rules("en"))
    assert (first.speaker.id, second.speaker.id) == ("LVA", "LVA")
    assert second.speaker.via == "pronoun"


def test_an_official_without_a_name_speaks_for_his_state() -> None:
    text = "An official of the government of Latvia said that the ports were shut."
    known = (mention(text, "Latvia", Party("LVA", "Latvia")),)
    (one,) = read_statements(document("en", text, mentions=known), rules("en"))
    assert (one.speaker.id, one.speaker.role) == ("LVA", "GOV")


def test_the_date_stands_beside_the_verb_and_not_in_the_content() -> None:
    text = "Berg said on 20 November that the ports would open on 1 December."
    spans = [Span(text.index(d), text.index(d) + len(d), d) for d in ("20 November", "1 December")]
    dates = (
        Interval("2024-11-20", "2024-11-20", "day", spans[0], "stated"),
        Interval("2024-12-01", "2024-12-01", "day", spans[1], "stated"),
    )
    (one,) = read_statements(document("en", text, dates=dates), rules("en"))
    assert one.date == dates[0]


def test_without_a_date_the_article_gives_it() -> None:
    (one,) = read("en", "Berg said that the ports were shut.")
    assert (one.date.start, one.date.basis) == ("2024-11-28", "reference")


def test_a_pattern_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="pattern source"):
        StatementRules.of({"patterns": {"source": "("}})


def test_an_empty_line_of_words_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty line"):
        StatementRules.of({"cues": [{"act": "say", "words": [" "]}]})
