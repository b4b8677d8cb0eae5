"""Russian trees: offsets, lemmas, mended relations, and the same tree in any company."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.tokens import Sentence, Unit
from dragoman.parsers import load_parser

DEPONENT = {"deponent": ["встречаться"]}


def tree(text, options=None, units=()):
    (parse,) = load_parser("slovnet", options).parse([Sentence(10, 10 + len(text), text, units)])
    return parse


def word(parse, text):
    return next(token for token in parse.tokens if token.text == text)


def test_words_have_the_offsets_of_the_article():
    text = "Сербия подписала договор."
    for token in tree(text).tokens:
        assert text[token.start - 10 : token.stop - 10] == token.text


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Армия провёла учения.", "учения", "учение"),
        ("Президент провёл переговоры.", "провёл", "провести"),
        ("Израиль отпустил заключённых.", "заключённых", "заключённый"),
        ("Санкции вводятся Евросоюзом.", "вводятся", "вводить"),
        ("Министры встречаются в Риме.", "встречаются", "встречаться"),
    ],
)
def test_lemmas(text, form, lemma):
    assert word(tree(text, DEPONENT), form).lemma == lemma


def test_a_short_adjective_is_a_predicate():
    assert word(tree("Китай готов помочь Лаосу."), "готов").pos == "VERB"


def test_both_names_hang_on_the_noun_of_action():
    parse = tree("Ракетный обстрел Израиля Ираном длился час.")
    assert parse.head_of(word(parse, "Ираном")).text == "обстрел"
    assert parse.head_of(word(parse, "Израиля")).text == "обстрел"


def test_an_infinitive_below_a_noun_is_its_clause():
    assert word(tree("Решение ввести санкции удивило послов."), "ввести").dep == "acl"


def test_a_unit_is_one_word():
    text = "Вчера «Рога и копыта» закрыли завод."
    unit = Unit(16, 31, "фирма")
    shown = [token.text for token in tree(text, units=(unit,)).tokens]
    assert "«Рога и копыта»" in shown


SENTENCES = [
    "Сербия ввела санкции.",
    "Посол Перу прибыл в Чили.",
    "Да.",
    "Иран обвинил Ирак во лжи.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
@settings(max_examples=20, deadline=None)
def test_a_tree_does_not_depend_on_its_neighbours(texts):
    def told(parse):
        return [(t.text, t.lemma, t.pos, t.dep, t.head) for t in parse.tokens]

    parser = load_parser("slovnet")
    together = parser.parse(Sentence(0, len(text), text) for text in texts)
    for text, parse in zip(texts, together, strict=True):
        assert told(parse) == told(next(parser.parse([Sentence(0, len(text), text)])))


@given(st.text(max_size=60))
@settings(max_examples=30, deadline=None)
def test_any_text_gives_a_tree_within_bounds(text):
    for parse in load_parser("slovnet").parse([Sentence(0, len(text), text)]):
        for token in parse.tokens if parse else ():
            assert 0 <= token.start <= token.stop <= len(text)
            assert 0 <= token.head < len(parse.tokens)
