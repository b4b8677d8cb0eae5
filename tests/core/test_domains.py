import pytest

from dragoman.core.domains import DomainWords, is_official
from tests.core.trees import mention, tree

WORDS = DomainWords.of({"sport": ["striker", "world cup"], "fiction": ["novel"]})
MATCH = "Iran/PROPN/nsubj/2 met:meet/VERB/root/0 Iraq/PROPN/obj/2 at/ADP/case/5 "


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        (f"{MATCH}novels:novel/NOUN/obl/2", "fiction"),
        (f"{MATCH}World:world/NOUN/obl/2 Cup:cup/NOUN/obl/2", "sport"),
        (f"{MATCH}Cup:cup/NOUN/obl/2 world/NOUN/obl/2", None),
        (f"{MATCH}Minsk/PROPN/obl/2", None),
    ],
)
def test_a_sentence_belongs_to_the_domain_of_its_telltale_words(words, domain):
    assert WORDS.domain(tree(words), frozenset()) == domain


def test_words_inside_names_tell_nothing():
    assert WORDS.domain(tree(f"{MATCH}novels:novel/NOUN/obl/2"), frozenset([4])) is None


@pytest.mark.parametrize(("role", "official"), [(None, False), ("BUS", False), ("GOV", True)])
def test_authorities_are_official(role, official):
    assert is_official([mention(tree(MATCH + "x/NOUN/obl/2"), "Iran", "IRN", role)]) == official
