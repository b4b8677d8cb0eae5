import pytest

from dragoman.core.grammar import Grammar
from dragoman.core.slots import noun_slots, own_slots, slots_of
from tests.core.trees import GRAMMAR, tree

ACTIVE = "Iran/PROPN/nsubj/2 attacked:attack/VERB/root/0 Iraq/PROPN/obj/2"
PASSIVE = (
    "Iraq/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 attacked:attack/VERB/root/0 "
    "by/ADP/case/5 Iran/PROPN/obl:agent/3"
)
MARKED = (
    "Iran/PROPN/nsubj/2 talked:talk/VERB/root/0 with/ADP/case/4 Iraq/PROPN/obl/2 "
    "towards/ADP/case/6 peace/NOUN/obl/2"
)
CONJOINED = "Iran/PROPN/nsubj/2 came/VERB/root/0 and/CCONJ/cc/4 attacked:attack/VERB/conj/2"
CONTROLLED = (
    "Iran/PROPN/nsubj/2 urged:urge/VERB/root/0 Iraq/PROPN/obj/2 to/PART/aux/5 leave/VERB/xcomp/2"
)
WANTED = "Iran/PROPN/nsubj/2 wants:want/VERB/root/0 to/PART/aux/4 leave/VERB/xcomp/2"
RELATIVE = (
    "Iran/PROPN/nsubj/5 which/PRON/nsubj/3 attacked:attack/VERB/acl:relcl/1 Iraq/PROPN/obj/3 "
    "fell/VERB/root/0"
)
PARTICIPLE = "troops/NOUN/nsubj/3 sent:send/VERB/acl/1/VBN fled/VERB/root/0"


@pytest.mark.parametrize(
    ("words", "trigger", "expected"),
    [
        (ACTIVE, "attacked", {"subject": ["Iran"], "object": ["Iraq"]}),
        (PASSIVE, "attacked", {"subject": ["Iran"], "object": ["Iraq"]}),
        (MARKED, "talked", {"subject": ["Iran"], "with": ["Iraq"], "toward": ["peace"]}),
        (CONJOINED, "attacked", {"subject": ["Iran"]}),
        (CONTROLLED, "leave", {"subject": ["Iraq"], "aux": ["to"]}),
        (WANTED, "leave", {"subject": ["Iran"], "aux": ["to"]}),
        (RELATIVE, "attacked", {"subject": ["Iran"], "object": ["Iraq"]}),
        (PARTICIPLE, "sent", {"object": ["troops"]}),
    ],
)
def test_slots_of_verbs(words, trigger, expected):
    parse = tree(words)
    token = next(t for t in parse.tokens if t.text == trigger)
    found = {slot: [t.text for t in ts] for slot, ts in slots_of(parse, token, GRAMMAR).items()}
    assert found == expected, words


def test_a_noun_takes_the_slots_of_the_light_verb_that_carries_it():
    parse = tree(
        "Iran/PROPN/nsubj/2 held:hold/VERB/root/0 talks:talk/NOUN/obj/2 with/ADP/case/5 "
        "Iraq/PROPN/obl/2"
    )
    found = noun_slots(parse, parse.tokens[2], GRAMMAR)
    assert {slot: [t.text for t in ts] for slot, ts in found.items()} == {
        "subject": ["Iran"],
        "with": ["Iraq"],
    }


def test_markers_decide_where_the_language_says_so():
    grammar = Grammar.of(
        {
            "parser": "none",
            "slots": {
                "by_marker": True,
                "passive": ["reru"],
                "agents": ["ni"],
                "markers": {"ga": "subject", "wo": "object"},
            },
        }
    )
    words = "A/PROPN/obl/5 ga/ADP/case/1 B/PROPN/obl/5 ni/ADP/case/3 hit/VERB/root/0"
    active = tree(words)
    passive = tree(f"{words} reru/AUX/aux/5")
    found = {
        s: [t.text for t in ts] for s, ts in own_slots(active, active.tokens[4], grammar).items()
    }
    assert found == {"subject": ["A"], "ni": ["B"]}
    found = {
        s: [t.text for t in ts] for s, ts in own_slots(passive, passive.tokens[4], grammar).items()
    }
    assert found == {"object": ["A"], "subject": ["B"], "aux": ["reru"]}
