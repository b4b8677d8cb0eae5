"""Mentions on sentences of our own, with the shipped tables."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.mentions import MentionRules, find_mentions, party_of
from dragoman.core.records import Article, Interval
from dragoman.core.tokens import Sentence
from dragoman.languages.mentions import load_mention_rules
from dragoman.languages.names import load_names
from dragoman.world import load_world


@cache
def tables(code: str):
    return load_mention_rules(code), load_names(code), load_world()


def document(text: str, day: str | None, code: str = "en") -> Document:
    article = Article("a", None, None, None, None, code, None, day, Interval(day, day), (), text)
    sentences, start = [], 0
    for stop, sign in enumerate(text, 1):
        if sign in ".。\n" and (stop == len(text) or text[stop] in " \n" or sign == "。"):
            sentences.append(Sentence(start, stop, text[start:stop]))
            start = stop
    if start < len(text):
        sentences.append(Sentence(start, len(text), text[start:]))
    return Document(article, sentences=tuple(sentences))


def mentions(code: str, text: str, day: str | None) -> tuple[Mention, ...]:
    rules, names, world = tables(code)
    return find_mentions(document(text, day, code), rules, names, world)


def brief(code: str, text: str, day: str | None = "2024-11-28") -> list[str]:
    """Return each mention as ``words = ID:ROLE person``; places as ``words @ID``."""
    found = []
    for mention in mentions(code, text, day):
        words = text[mention.start : mention.stop]
        if mention.kind == "place" and mention.place:
            found.append(f"{words} @{mention.place.country}")
            continue
        parties = [
            f"{p.id or '-'}:{p.role or '-'}" + (f" {p.person.id or '?'}" if p.person else "")
            for p in mention.parties
        ]
        found.append(f"{words} = {' + '.join(parties)}")
    return found


CASES = {
    "en": [
        ("Russian troops left the town.", ["Russian troops = RUS:MIL"]),
        ("Police and rebels clashed.", ["Police = -:COP", "rebels = -:REB"]),
        ("Senior U.S. officials arrived.", ["U.S. officials = USA:GOV"]),
        (
            "Russian Foreign Minister Sergei Lavrov spoke.",
            ["Russian Foreign Minister Sergei Lavrov = RUS:GOV sergei-lavrov"],
        ),
        (
            "Vladimir Putin, the president of Russia, agreed.",
            ["Vladimir Putin, the president of Russia = RUS:GOV vladimir-putin"],
        ),
        (
            "France's president, Emmanuel Macron, agreed.",
            ["France's president, Emmanuel Macron = FRA:GOV emmanuel-macron"],
        ),
        ("The French president agreed.", ["French president = FRA:GOV emmanuel-macron"]),
        (
            "The presidents of Russia and Kazakhstan met.",
            ["presidents of Russia = RUS:GOV", "Kazakhstan = KAZ:GOV"],
        ),
        (
            "Russian and Ukrainian soldiers met.",
            ["Russian = RUS:MIL", "Ukrainian soldiers = UKR:MIL"],
        ),
        (
            "Former President Barack Obama spoke.",
            ["Former President Barack Obama = USA:ELI barack-obama"],
        ),
        (
            "Putin's spokesman Dmitry Peskov spoke.",
            ["Putin's spokesman Dmitry Peskov = RUS:GOV dmitry-peskov"],
        ),
        ("Michelle Obama wrote a book.", ["Michelle Obama = USA:ELI michelle-obama"]),
        ("Marjorie Obama wrote a book.", []),
        ("Astana and Moscow agreed.", ["Astana = KAZ:GOV", "Moscow = RUS:GOV"]),
        ("They met in Moscow.", ["Moscow @RUS"]),
        ("In May it may rain.", []),
        (
            "Russia's ambassador to Poland left.",
            ["Russia's ambassador to Poland = RUS:GOV"],
        ),
        ("Russia, China and Iran agreed.", ["Russia = RUS:-", "China = CHN:-", "Iran = IRN:-"]),
        ("The Trump administration agreed.", ["Trump administration = USA:GOV"]),
        ("V. Putin agreed.", ["V. Putin = RUS:GOV vladimir-putin"]),
    ],
    "ja": [
        ("ロシアのプーチン大統領が訪問した。", ["ロシアのプーチン大統領 = RUS:GOV vladimir-putin"]),
        ("プーチン露大統領が訪問した。", ["プーチン露大統領 = RUS:GOV vladimir-putin"]),
        ("ロシア大統領が訪問した。", ["ロシア大統領 = RUS:GOV vladimir-putin"]),
        ("ロシア軍が撤退した。", ["ロシア軍 = RUS:MIL"]),
        ("米国務長官が述べた。", ["米国務長官 = USA:GOV antony-blinken"]),
        ("カザフスタン外務省が発表した。", ["カザフスタン外務省 = KAZ:GOV"]),
        ("カザフスタンの駐ロシア大使が述べた。", ["カザフスタンの駐ロシア大使 = KAZ:GOV"]),
        ("トランプ前大統領が述べた。", ["トランプ前大統領 = USA:ELI donald-trump"]),
        ("ロシア語を学ぶ。", []),
        ("モスクワで会談した。", ["モスクワ @RUS"]),
        ("安倍内閣が発足した。", ["安倍内閣 = JPN:GOV"]),
    ],
    "ru": [
        (
            "Президент России Владимир Путин прибыл.",
            ["Президент России Владимир Путин = RUS:GOV vladimir-putin"],
        ),
        (
            "Встреча с президентом Франции прошла.",
            ["президентом Франции = FRA:GOV emmanuel-macron"],
        ),
        ("Российские военные ушли.", ["Российские военные = RUS:MIL"]),
        ("МИД Казахстана ответил.", ["МИД Казахстана = KAZ:GOV"]),
        ("В. Путин ответил.", ["В. Путин = RUS:GOV vladimir-putin"]),
        (
            "Экс-президент США Барак Обама ответил.",
            ["Экс-президент США Барак Обама = USA:ELI barack-obama"],
        ),
        ("Они встретились в Москве.", ["Москве @RUS"]),
        ("После этого он ушёл.", []),
    ],
    "vi": [
        (
            "Tổng thống Nga Vladimir Putin đã đến.",
            ["Tổng thống Nga Vladimir Putin = RUS:GOV vladimir-putin"],
        ),
        ("Tổng thống Pháp đồng ý.", ["Tổng thống Pháp = FRA:GOV emmanuel-macron"]),
        ("Bộ Ngoại giao Nga phản đối.", ["Bộ Ngoại giao Nga = RUS:GOV"]),
        ("Quân đội Nga rút lui.", ["Quân đội Nga = RUS:MIL"]),
        (
            "Cựu Tổng thống Mỹ Barack Obama phát biểu.",
            ["Cựu Tổng thống Mỹ Barack Obama = USA:ELI barack-obama"],
        ),
        (
            "Thủ tướng Phạm Minh Chính phát biểu.",
            ["Thủ tướng Phạm Minh Chính = VNM:GOV pham-minh-chinh"],
        ),
        ("Họ gặp nhau tại Moscow.", ["Moscow @RUS"]),
    ],
}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, text, expected) for code, rows in CASES.items() for text, expected in rows],
)
def test_a_sentence(code, text, expected):
    assert brief(code, text) == expected


def test_the_day_decides_who_holds_an_office():
    text = "The French president agreed."
    assert brief("en", text, "2010-05-05") == ["French president = FRA:GOV nicolas-sarkozy"]
    assert brief("en", text, "2013-05-05") == ["French president = FRA:GOV francois-hollande"]


def test_a_namesake_is_told_by_the_day():
    text = "President Bush agreed."
    assert brief("en", text, "1991-03-01") == ["President Bush = USA:GOV george-h-w-bush"]
    assert brief("en", text, "2003-03-01") == ["President Bush = USA:GOV george-w-bush"]


def test_a_common_word_is_a_name_beside_a_title_or_after_the_full_name():
    assert brief("en", "Prime Minister May agreed. May spoke.", "2018-01-01") == [
        "Prime Minister May = GBR:GOV theresa-may",
        "May = GBR:GOV theresa-may",
    ]


def test_an_unknown_person_is_kept_as_printed_and_known_again_by_surname():
    text = "Kazakh Deputy Foreign Minister Arman Testbekov spoke. Later Testbekov left."
    assert brief("en", text) == [
        "Kazakh Deputy Foreign Minister Arman Testbekov = KAZ:GOV ?",
        "Testbekov = KAZ:GOV ?",
    ]
    first, second = mentions("en", text, "2024-11-28")
    assert first.parties[0].person.name == "Arman Testbekov"
    assert second.parties[0].person == first.parties[0].person


def test_an_unknown_japanese_name_is_not_split():
    text = "カザフスタンのアルマン・テストベコフ外務次官が述べた。テストベコフ氏は帰国した。"
    assert brief("ja", text) == [
        "カザフスタンのアルマン・テストベコフ外務次官 = KAZ:GOV ?",
        "テストベコフ氏 = KAZ:GOV ?",
    ]


def test_a_garbled_long_name_is_linked_with_less_certainty():
    found = mentions("ja", "カザフスタンのムラト・ヌルトレ外相が述べた。", "2024-11-28")
    assert found[0].parties[0].person.id == "murat-nurtleu"
    assert found[0].sure < 1


def test_a_garbled_name_without_a_state_stays_unresolved():
    found = mentions("ja", "ムラト・ヌルトレ外相が述べた。", "2024-11-28")
    assert found[0].parties[0].person.id is None


@pytest.mark.parametrize(
    "text",
    [
        "On the Seine Emmanuel Macron met Vladimir Putin. He spoke.",
        "Chris Baker met Emmanuel Macron. He spoke.",
        "He spoke.",
        "Emmanuel Macron arrived. “He is late,” the baker said.",
        "Emmanuel Macron arrived. Baker Jean Dupuis waited. He spoke.",
    ],
)
def test_a_doubtful_pronoun_is_left_out(text):
    assert not [m for m in mentions("en", text, "2024-11-28") if m.kind == "pronoun"]


def test_a_title_nobody_bears_yet_is_kept_as_printed():
    (mention,) = mentions("en", "The president spoke.", "2024-11-28")
    party = mention.parties[0]
    assert (party.id, party.name, party.role, party.via) == (None, "The president", "GOV", "title")


@pytest.mark.parametrize(
    ("phrase", "identifier", "role"),
    [
        ("a Syrian rebel commander", "SYR", "REB"),
        ("the Pakistani Army", "PAK", "MIL"),
        ("heavily armed police", None, "COP"),
        ("a former minister", None, "ELI"),
        ("two young Japanese fishermen", "JPN", "AGR"),
        ("nothing at all", None, None),
    ],
)
def test_the_party_of_a_phrase(phrase, identifier, role):
    rules, names, world = tables("en")
    party = party_of(phrase, rules, names, world, "2022-03-01")
    assert (party.id, party.role) == (identifier, role) if party else identifier is None


def check_promises(code: str, text: str) -> None:
    found = mentions(code, text, "2020-01-01")
    stop = 0
    for mention in found:
        assert stop <= mention.start < mention.stop <= len(text)
        stop = mention.stop
        for party in mention.parties:
            assert text[party.span.start : party.span.stop] == party.span.text
            assert (party.span.start, party.span.stop) == (mention.start, mention.stop)


WORDS = (
    "Russia|'s| |President|Putin|Xi|,|the|.|同|氏|の|・|ロシア|プーチン|大統領|президент|Путин|"
    "России|Tổng thống|Nga|\n|he|両国|former|前|and|of|外相|オバマ|米|Smith|\ud800|𝒜"
)


@pytest.mark.parametrize("code", ["en", "ja", "ru", "vi"])
@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(
        st.lists(st.sampled_from(re.split(r"\|", WORDS)), max_size=14).map("".join),
        st.text(max_size=60),
    )
)
def test_any_text_gives_mentions_in_order_that_slice_it(code, text):
    check_promises(code, text)


def test_rules_may_be_small():
    rules = MentionRules.of({"patterns": ["state titles"], "links": {"plain": " "}})
    assert rules.phrases.fullmatch("S_T")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Brit Baker spoke."),
        ("en", "Jordan Baker met Jack London."),
        ("en", "The Boston Gazetteer and the Moscow Times wrote."),
        ("en", "The USS Ronald Reagan sailed."),
        ("en", "FC Moscow lost to Dynamo Kyiv."),
        ("en", "Russia beat Spain 2-1 in the World Cup."),
        ("ru", "Канал «Россия» показал крейсер «Москва»."),
        ("ru", "Россия обыграла Испанию со счётом 2:1."),
        ("ja", "巡洋艦モスクワが沈没した。"),
        ("ja", "日本はブラジルに2-1で勝利した。"),
        ("vi", "Bà Lê Thị Nga và anh Trần Bình Nhưỡng đi."),
        ("vi", "CLB Hà Nội thắng."),
    ],
)
def test_names_of_people_papers_ships_and_teams_are_no_states(code, text):
    assert brief(code, text) == []


def test_a_day_or_a_title_may_follow_a_place():
    assert brief("en", "Talks in Kharkiv Tuesday failed.") == ["Kharkiv @UKR"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Boston police left.", ["Boston police = USA:COP"]),
        ("en", "The mayor of Kharkiv left.", ["mayor of Kharkiv = UKR:GOV"]),
        ("en", "Students of Glasgow University ate.", ["Students of Glasgow University = GBR:EDU"]),
        (
            "en",
            "Gazprom and the Awami League left.",
            ["Gazprom = RUS:BUS", "Awami League = BGD:PTY"],
        ),
        ("ja", "ボストン警察が発表した。", ["ボストン警察 = USA:COP"]),
        ("ja", "ガスプロムが発表した。", ["ガスプロム = RUS:BUS"]),
        ("ru", "Полиция Бостона ушла.", ["Полиция Бостона = USA:COP"]),
        ("ru", "«Газпром» ответил.", ["Газпром = RUS:BUS"]),
        ("vi", "Cảnh sát Boston rút lui.", ["Cảnh sát Boston = USA:COP"]),
    ],
)
def test_institutions_are_of_the_state_of_their_place_or_of_their_own(code, text, expected):
    assert brief(code, text) == expected


def test_without_a_day_the_last_office_counts():
    (mention,) = mentions("en", "Joe Biden spoke.", None)
    assert mention.parties[0].person.office == "head-of-state"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ja", "日本水泳連盟が発表した。", []),
        ("ja", "カバーを外した。", []),
        ("ru", "Он играл в Нью-Джерси.", []),
        ("ru", "XIV конкурс открылся.", []),
        ("vi", "Theo Nghị định này, ông chủ Nhà Trắng sai.", ["Nhà Trắng = USA:GOV"]),
        ("ru", "Директор Большого театра ушёл.", []),
        ("en", "The U.S. Department of Justice agreed.", ["U.S. Department of Justice = USA:GOV"]),
        ("en", "The National Theatre opened.", []),
        ("vi", "Bà Yingluck phát biểu.", ["Bà Yingluck = THA:ELI yingluck-shinawatra"]),
    ],
)
def test_traps_of_common_words(code, text, expected):
    assert brief(code, text) == expected


def test_a_bare_title_without_a_day_names_nobody():
    assert brief("en", "The French president agreed.", None) == ["French president = FRA:GOV"]
