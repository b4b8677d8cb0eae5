"""The features of the tagger are those of underthesea's own templates."""

import pytest

from dragoman.parsers.tagging import features, make_tagger

SENTENCES = ["Nga", "Hai nước ký hiệp định .", "Tổng thống Nga thăm Lào hôm qua , theo TTXVN ."]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_features_are_those_of_the_templates(sentence):
    model = pytest.importorskip("underthesea.pipeline.pos_tag.model_crf")
    words = sentence.split(" ")
    wanted = model.CRFPOSTagPredictor.Instance().transformer.transform([[(w, "X") for w in words]])
    assert features(words) == wanted[0][0]


def test_no_words_have_no_tags():
    pytest.importorskip("underthesea")
    assert make_tagger()("") == []
