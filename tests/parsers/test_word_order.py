"""Vietnamese words and tags in, who hangs on whom out: word/TAG, an underscore for a space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.grammar import Grammar
from dragoman.core.slots import own_slots, slots_of
from dragoman.core.tokens import Parse, Sentence, Token
from dragoman.languages.tables import language_table
from dragoman.parsers.regrouping import Regrouping
from dragoman.parsers.small_words import Words
from dragoman.parsers.word_order import WordOrder

GRAMMAR = Grammar.of(language_table("vi", "grammar"))
WORDS = Words.of(GRAMMAR.options)
UPOS = {
    "N": "NOUN",
    "Np": "PROPN",
    "V": "VERB",
    "A": "ADJ",
    "R": "ADV",
    "E": "ADP",
    "C": "CCONJ",
    "L": "DET",
    "M": "NUM",
    "P": "PRON",
    "CH": "PUNCT",
    "T": "ADV",
}


def tokens_of(words: str) -> list[Token]:
    """Return the words of the notation above, not yet arranged."""
    tokens = []
    start = 0
    for index, word in enumerate(words.split()):
        form, _, tag = word.rpartition("/")
        text = form.replace("_", " ")
        lemma = text if tag == "Np" else text.lower()
        feats = "Unit=Yes" if tag in ("Np", "T") else ""
        token = Token(index, start, start + len(text), text, lemma, UPOS[tag], "dep", index, feats)
        tokens.append(token)
        start += len(text) + 1
    return tokens


def parse_of(words: str) -> Parse:
    """Return the parse of the words of the notation above."""
    tokens = WordOrder(tokens_of(words), WORDS).arranged()
    text = " ".join(token.text for token in tokens)
    return Parse(Sentence(0, len(text), text), tokens)


def word(parse: Parse, form: str) -> Token:
    """Return the first word of this form."""
    return next(token for token in parse.tokens if token.text == form)


def slots(words: str, verb: str) -> dict[str, list[str]]:
    """Return who stands in which slot of a verb."""
    parse = parse_of(words)
    found = slots_of(parse, word(parse, verb), GRAMMAR)
    return {slot: [token.text for token in tokens] for slot, tokens in found.items()}


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("Nga/Np chỉ_trích/V Mỹ/Np", "chỉ trích", {"subject": ["Nga"], "object": ["Mỹ"]}),
        ("Nga/Np và/C Mỹ/Np hội_đàm/V", "hội đàm", {"subject": ["Nga"]}),
        ("Nga/Np hội_đàm/V với/E Mỹ/Np", "hội đàm", {"subject": ["Nga"], "với": ["Mỹ"]}),
        ("Nga/Np hôm_qua/T gặp/V Mỹ/Np", "gặp", {"subject": ["Nga"], "object": ["Mỹ"]}),
    ],
)
def test_subject_verb_object(words, verb, expected):
    found = slots(words, verb)
    assert {slot: found.get(slot) for slot in expected} == expected


@pytest.mark.parametrize(
    ("words", "verb", "agent", "patient"),
    [
        ("Nga/Np bị/V Mỹ/Np trừng_phạt/V", "trừng phạt", "Mỹ", "Nga"),
        ("Tàu/N được/V Nga/Np bàn_giao/V", "bàn giao", "Nga", "Tàu"),
        ("Nga/Np bị/V trừng_phạt/V bởi/E Mỹ/Np", "trừng phạt", "Mỹ", "Nga"),
    ],
)
def test_passives_are_turned_round(words, verb, agent, patient):
    found = slots(words, verb)
    assert (found["subject"], found["object"]) == ([agent], [patient])


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Cuộc/N không_kích/V của/E Nga/Np diễn_ra/V", "không kích"),
        ("Nga/Np tiến_hành/V không_kích/V", "không kích"),
        ("Mỹ/Np bác_bỏ/V đề_nghị/V của/E Nga/Np", "đề nghị"),
        ("Trong/E đàm_phán/V với/E Nga/Np", "đàm phán"),
        ("Các/L cáo_buộc/V của/E Mỹ/Np", "cáo buộc"),
    ],
)
def test_small_words_make_nouns_of_verbs(words, noun):
    assert word(parse_of(words), noun).pos == "NOUN"


def test_a_noun_of_action_keeps_its_phrases():
    parse = parse_of("Chuyến/N thăm/V Lào/Np của/E Putin/Np tới/E Mỹ/Np bắt_đầu/V")
    visit = word(parse, "thăm")
    below = {token.text: token.dep for token in parse.children[visit.index]}
    assert below == {"Chuyến": "det", "Lào": "obj", "Putin": "nmod", "Mỹ": "nmod"}


def test_the_object_of_an_appeal_does_what_the_next_verb_says():
    found = slots("Nga/Np kêu_gọi/V Mỹ/Np rút_quân/V", "rút quân")
    assert found["subject"] == ["Mỹ"]


def test_the_noun_behind_a_verb_of_saying_is_the_subject_of_its_clause():
    found = slots("Nga/Np cho_biết/V Mỹ/Np đã/R tấn_công/V Syria/Np", "tấn công")
    assert (found["subject"], found["object"]) == (["Mỹ"], ["Syria"])


def test_verbs_in_a_row_share_their_subject():
    found = slots("Putin/Np thăm/V Lào/Np ,/CH gặp/V Mỹ/Np", "gặp")
    assert (found["subject"], found["object"]) == (["Putin"], ["Mỹ"])


def test_a_new_subject_behind_a_comma_has_its_own_verb():
    words = "Nga/Np rút_quân/V ,/CH Mỹ/Np hoan_nghênh/V quyết_định/N"
    assert slots(words, "hoan nghênh")["subject"] == ["Mỹ"]


def test_a_leading_clause_hangs_on_the_verb_behind_it():
    parse = parse_of("Sau_khi/C gặp/V Putin/Np ,/CH Trump/Np thăm/V Lào/Np")
    assert word(parse, "thăm").dep == "root"
    assert word(parse, "gặp").dep == "advcl"
    assert slots_of(parse, word(parse, "thăm"), GRAMMAR)["subject"][0].text == "Trump"


def test_a_leading_phrase_is_not_the_subject():
    found = slots("Tại/E Paris/Np ,/CH Nga/Np gặp/V Mỹ/Np", "gặp")
    assert found["subject"] == ["Nga"]


def test_whoever_stands_between_by_and_verb_acts():
    words = "Cuộc/N chiến/N do/E Nga/Np hậu_thuẫn/V kết_thúc/V"
    assert slots(words, "hậu thuẫn")["subject"] == ["Nga"]


def test_whoever_carries_out_an_action_stands_with_its_noun():
    parse = parse_of("Cuộc/N tấn_công/V do/E Nga/Np tiến_hành/V kết_thúc/V")
    attack = word(parse, "tấn công")
    assert [token.text for token in own_slots(parse, attack, GRAMMAR)["possessive"]] == ["Nga"]


def test_a_clause_about_the_fact_has_its_own_subject():
    words = "Mỹ/Np lên_án/V việc/N Nga/Np tấn_công/V Syria/Np"
    found = slots(words, "tấn công")
    assert (found["subject"], found["object"]) == (["Nga"], ["Syria"])


def test_a_verb_that_describes_people_is_not_the_main_one():
    parse = parse_of("Những/L người/N ủng_hộ/V Navalny/Np đã/R biểu_tình/V")
    assert word(parse, "biểu tình").dep == "root"
    assert word(parse, "ủng hộ").dep == "acl"


def test_what_something_is_governs_its_subject():
    parse = parse_of("Nga/Np là/V đồng_minh/N của/E Syria/Np")
    ally = word(parse, "đồng minh")
    below = {token.text: token.dep for token in parse.children[ally.index]}
    assert below == {"Nga": "nsubj", "là": "cop", "Syria": "nmod"}


def test_brackets_change_nothing_around_them():
    found = slots("Putin/Np (/CH Nga/Np )/CH gặp/V Trump/Np", "gặp")
    assert (found["subject"], found["object"]) == (["Putin"], ["Trump"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("áp/V đặt/V", ["áp đặt"]),
        ("cho/E biết/V", ["cho biết"]),
        ("cuộc_gặp/N", ["cuộc", "gặp"]),
        ("nới/V lỏng_lệnh/N", ["nới lỏng", "lệnh"]),
        ("Nga/Np gặp/V", ["Nga", "gặp"]),
    ],
)
def test_words_are_grouped_as_the_rules_know_them(words, expected):
    lemmas = [token.lemma for token in Regrouping(tokens_of(words), WORDS).regrouped()]
    assert lemmas == expected


SOME = st.sampled_from(
    [
        "Nga/Np",
        "Mỹ/Np",
        "bị/V",
        "được/V",
        "đã/R",
        "không/R",
        "cuộc/N",
        "việc/N",
        "tấn_công/V",
        "gặp/V",
        "cho_biết/V",
        "kêu_gọi/V",
        "với/E",
        "của/E",
        "do/E",
        "đến/E",
        "và/C",
        ",/CH",
        ":/CH",
        "(/CH",
        ")/CH",
        "là/V",
        "rằng/C",
        "mà/C",
        "để/E",
        "khi/C",
        "hai/M",
        "các/L",
        "mới/A",
        "hôm_qua/T",
        "người/N",
        "quan_hệ/N",
    ]
)


@given(st.lists(SOME, max_size=25))
def test_any_words_make_a_tree(words):
    tokens = WordOrder(tokens_of(" ".join(words)), WORDS).arranged()
    for token in tokens:
        seen = {token.index}
        above = token
        while above.head != above.index:
            above = tokens[above.head]
            assert above.index not in seen
            seen.add(above.index)


@given(st.lists(SOME, max_size=25))
def test_regrouping_loses_no_letter(words):
    tokens = tokens_of(" ".join(words))
    before = "".join(token.text for token in tokens).replace(" ", "")
    after = "".join(token.text for token in Regrouping(tokens, WORDS).regrouped())
    assert after.replace(" ", "") == before
