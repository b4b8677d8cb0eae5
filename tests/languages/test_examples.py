"""The examples and counterexamples that stand beside the rules of every language."""

import pytest

from dragoman.examples import failures
from dragoman.languages.tables import language_codes
from dragoman.reader import article_reader
from dragoman.world.ontology import load_acts, load_relations

# Each language in parts, so that they can run side by side.
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("code", language_codes())
def test_examples_of_acts_read_as_promised(code, part):
    reader = article_reader(code)
    acts = {rule.act for rule in reader.language.acts.blocks}
    wanted = sorted(acts)[part::PARTS]
    wrong = list(failures(reader, reader.language.acts, wanted))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("code", language_codes())
def test_examples_of_ties_read_as_promised(code):
    reader = article_reader(code)
    wrong = list(failures(reader, reader.language.ties))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("code", language_codes())
def test_rules_tell_acts_and_relations_of_the_ontology(code):
    language = article_reader(code).language
    assert {rule.act for rule in language.acts.rules} <= set(load_acts())
    assert {rule.act for rule in language.ties.rules} <= set(load_relations())


@pytest.mark.parametrize("code", language_codes())
def test_every_block_has_an_example_and_a_counterexample(code):
    language = article_reader(code).language
    blocks = (*language.acts.blocks, *language.ties.blocks)
    assert [rule.id for rule in blocks if not rule.examples] == []
    assert len({rule.act for rule in language.acts.blocks}) >= 220
