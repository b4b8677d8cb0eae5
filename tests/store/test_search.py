"""Search: Japanese words of two letters, Vietnamese in any spelling, Russian in any case."""

import pytest
from tests.store.conftest import article, event, put

from dragoman.store import Query
from dragoman.store.words import match_of, split

TEXTS = {
    "ja": "日本の首相は北京で中国の国家主席と会談した。",
    "vi": "Chủ tịch nước thăm chính thức Đà Nẵng và Hà Nội.",
    "ru": "Президент России обсудил газ с правительством Казахстана.",
    "en": "The foreign ministers of Japan and Vietnam met in Hanoi, the minister said.",
}


@pytest.fixture
def full(store):
    for language, text in TEXTS.items():
        found = article(text, language=language)
        put(store, found, event(found))
    return store


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("日本", "ja"),
        ("首相", "ja"),
        ("国家主席", "ja"),
        ("席", "ja"),
        ("Đà Nẵng", "vi"),
        ("da nang", "vi"),
        ("đà", "vi"),
        ("THĂM", "vi"),
        ("tham chinh", "vi"),
        ("Россия", "ru"),
        ("президента", "ru"),
        ("Казахстан", "ru"),
        ("прав*", "ru"),
        ("Japan met", "en"),
        ('"foreign ministers"', "en"),
        ("viet*", "en"),
    ],
)
def test_words_are_found(full, words, language):
    assert [a.language for a in full.find_articles(words)] == [language]
    assert [r.evidence.text for r in full.find(Query(words=words))] == [TEXTS[language]]


@pytest.mark.parametrize("words", ["本首", "dá", '"ministers foreign"', "ủ", "...", "", "газета"])
def test_other_words_are_not(full, words):
    assert full.find_articles(words) == []
    assert full.find(Query(words=words or ".")) == []


def test_words_that_the_search_would_obey_are_words(full):
    for words in ('"', "a AND", "NEAR(", "written : x", "*", "a*b", "-a", 'x" OR "日本'):
        full.find_articles(words)
    assert match_of("NOT") == 'folded : "not"'


def test_pairs_of_letters_overlap():
    assert split("日本の首相") == ("日本 本の の首 首相", ".")


def test_the_filters_hold(full):
    assert len(full.find(Query(parties=("RUS", "KAZ")))) == 4
    assert full.find(Query(parties=("RUS", "JPN"))) == []
    assert len(full.find(Query(language="ja"))) == 1
    assert full.find(Query(since="2024-11-28")) == []
    assert len(full.find(Query(until="2024-11-27", act="visit", kind="event", limit=3))) == 3
    assert full.find(Query(type="ASSAULT")) == []
    assert len(full.find(Query(parties=("KAZ",), words="日本", realis="actual"))) == 1
