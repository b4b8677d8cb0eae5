import pytest

from dragoman.core.contexts import ContextWords
from dragoman.languages.tables import language_codes, language_table
from dragoman.world.ontology import load_vocabulary
from tests.core.trees import tree

WORDS = ContextWords.of({"economic": ["trade"], "diplomatic": ["foreign minister", "trade"]})


@pytest.mark.parametrize(
    ("words", "usual", "expected"),
    [
        ("Iran/PROPN/nsubj/2 traded:trade/VERB/root/0", (), ("economic", "diplomatic")),
        ("foreign/ADJ/amod/2 ministers:minister/NOUN/root/0", ("legal",), ("legal", "diplomatic")),
        ("minister/NOUN/root/0 foreign/ADJ/amod/1", (), ()),
        ("trade/NOUN/root/0", ("economic",), ("economic", "diplomatic")),
    ],
)
def test_contexts_are_the_usual_ones_and_those_of_topic_words(words, usual, expected):
    assert WORDS.contexts(tree(words), usual) == expected


@pytest.mark.parametrize("code", language_codes())
def test_every_language_names_known_contexts(code):
    vocabulary = load_vocabulary()
    table = language_table(code, "contexts")
    assert table
    for context in table:
        assert vocabulary.context(context) == context
