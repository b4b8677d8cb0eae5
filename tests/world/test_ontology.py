"""The ontology holds what PLOVER and CAMEO ask for, and refuses entries that it cannot read."""

import pickle
import re
from collections import Counter

import pytest

from dragoman.world.ontology import (
    acts_of,
    load_acts,
    load_measures,
    load_relations,
    load_statement_acts,
    load_vocabulary,
    measures_of,
    relations_of,
    statement_acts_of,
)
from dragoman.world.vocabulary import OntologyError

MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation"
    " cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives"
    " suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
TYPE_OF_CODE = {
    **{"02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE"},
    **{"07": "AID", "08": "RETREAT", "080": "CONCEDE", "081": "CONCEDE", "082": "CONCEDE"},
    **{"083": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT"},
    **{"13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE"},
    **{"1712": "ASSAULT", "175": "ASSAULT", "18": "ASSAULT", "19": "ASSAULT", "191": "COERCE"},
    **{"192": "COERCE", "20": "ASSAULT", "0813": "RETREAT", "0814": "RETREAT"},
}
SETTLED_OTHERWISE = {
    "condole",
    "commemorate",
    "express-accord",
    "apologise",
    "declare-ceasefire",
    "extend-ceasefire",
    "announce-withdrawal",
    "lift-emergency",
    "resign",
    "convict",
    "rule-against",
}
LOADERS = (load_acts, load_statement_acts, load_relations, load_measures)
TIES_OF_THE_CONTRACT = (
    "member observer candidate chair host leaving left suspended declines ally strategic-partner"
    " guarantor recognises holds-office supplies transits-for joins-sanctions abstains"
)
MEASURES_OF_THE_CONTRACT = "trade-turnover exports agreements investment students troops casualties"


def codes_of(entries):
    return {code for entry in entries for code in (entry.cameo, *entry.also)}


def type_of_code(code):
    prefixes = (code[:length] for length in (4, 3, 2))
    return next((TYPE_OF_CODE[prefix] for prefix in prefixes if prefix in TYPE_OF_CODE), None)


def test_types_and_modes_are_those_of_the_manual():
    types = load_vocabulary().types
    assert {name: set(kind.modes) for name, kind in types.items()} == {
        name: set(modes.split()) for name, modes in MODES.items()
    }


def test_every_type_and_every_mode_has_an_act():
    used = {(act.type, act.mode) for act in load_acts().values()}
    assert {kind for kind, _ in used} == set(MODES)
    wanted = {(kind, mode) for kind, modes in MODES.items() for mode in modes.split()}
    assert wanted <= used


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_quad_class_follows_the_type(quad, types):
    acts = [act for act in load_acts().values() if act.type in types.split()]
    assert {act.quad for act in acts} == {quad}


def test_every_cameo_code_of_three_or_four_digits_is_covered():
    codes = {code for code in load_vocabulary().codes if len(code) > 2}
    covered = codes_of(load_acts().values()) | codes_of(load_statement_acts().values())
    assert codes - covered == set()


def test_codes_without_a_type_belong_to_statements_alone():
    statements = {code for code in load_vocabulary().codes if re.match(r"01[0-6]|0110", code)}
    assert statements <= codes_of(load_statement_acts().values())
    assert not statements & codes_of(load_acts().values())


def test_code_and_type_agree_but_where_the_decision_record_settles_otherwise():
    differing = {
        act.id
        for act in load_acts().values()
        if any(type_of_code(code) != act.type for code in (act.cameo, *act.also))
    }
    assert differing == SETTLED_OTHERWISE


@pytest.mark.parametrize("load", LOADERS)
def test_ids_are_well_formed_and_are_the_keys(load):
    for key, entry in load().items():
        assert key == entry.id
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)


@pytest.mark.parametrize("load", LOADERS)
def test_definitions_are_distinct_sentences(load):
    definitions = Counter(entry.definition.lower() for entry in load().values())
    assert [text for text, count in definitions.items() if count > 1] == []
    assert all(re.fullmatch(r"[A-Z].{5,}\.", entry.definition) for entry in load().values())


@pytest.mark.parametrize(
    ("act", "score", "goldstein"),
    [
        ("visit", 4.0, 1.9),
        ("hold-talks", 2.5, 1.0),
        ("recall-ambassador", -6.0, -4.0),
        ("impose-sanctions", -6.0, -6.5),
        ("missile-strike", -9.5, -10.0),
        ("criticise", -2.0, -2.0),
        ("deface", -5.0, -6.5),
        ("agree-military-cooperation", 2.5, 5.2),
    ],
)
def test_scores_come_from_mode_and_code(act, score, goldstein):
    assert (load_acts()[act].score, load_acts()[act].goldstein) == (score, goldstein)


@pytest.mark.parametrize(
    ("code", "value"), [("042", 1.9), ("1951", -10.0), ("0313", 5.2), ("176", -7.0), ("99", None)]
)
def test_a_code_without_a_value_takes_that_of_the_shorter_code(code, value):
    assert load_vocabulary().goldstein(code) == value


def test_scores_have_the_sign_of_their_quad_class():
    for act in load_acts().values():
        assert act.score > 0 if act.quad < 3 else act.score <= 0.5
        assert act.goldstein is not None


def test_modes_that_are_contexts_too_carry_the_context():
    for act in load_acts().values():
        if act.mode in ("cyber", "misinformation"):
            assert act.mode in act.contexts


def test_acts_with_a_giver_and_a_taker_are_not_reciprocal():
    one_sided = {"AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE"}
    assert [a.id for a in load_acts().values() if a.reciprocal and a.type in one_sided] == []


@pytest.mark.parametrize("relation", TIES_OF_THE_CONTRACT.split())
def test_relations_of_the_contract_are_there(relation):
    assert relation in load_relations()


@pytest.mark.parametrize("measure", MEASURES_OF_THE_CONTRACT.split())
def test_measures_of_the_contract_are_there(measure):
    assert measure in load_measures()


@pytest.mark.parametrize(
    ("relation", "symmetric"), [("ally", True), ("at-war", True), ("member", False)]
)
def test_relations_tell_whether_they_hold_both_ways(relation, symmetric):
    assert load_relations()[relation].symmetric is symmetric


@pytest.mark.parametrize("load", LOADERS)
def test_the_tables_can_be_sent_to_another_process(load):
    assert pickle.loads(pickle.dumps(load())) == load()


GOOD = {"definition": "Come.", "type": "CONSULT", "mode": "visit", "cameo": "042"}


@pytest.mark.parametrize(
    ("id_", "entry", "reason"),
    [
        ("come", {**GOOD, "type": "CONSULTS"}, "unknown type 'CONSULTS'; did you mean 'CONSULT'?"),
        ("come", {**GOOD, "mode": "vist"}, "unknown mode of CONSULT 'vist'; did you mean 'visit'?"),
        ("come", {**GOOD, "cameo": "9"}, "unknown cameo code '9'"),
        ("come", {**GOOD, "also": ["x"]}, "unknown cameo code 'x'"),
        ("come", {**GOOD, "contexts": ["wine"]}, "unknown context 'wine'"),
        ("come", {**GOOD, "family": "x"}, "unknown field 'family'"),
        ("come", {**GOOD, "cameo": 42}, "'cameo' should be text, not 42"),
        ("come", {**GOOD, "contexts": "legal"}, "'contexts' should be a list of texts"),
        ("come", {**GOOD, "reciprocal": "no"}, "'reciprocal' should be true or false, not 'no'"),
        ("come", {"type": "CONSULT"}, "lacks 'definition' and 'cameo'"),
        ("come", "CONSULT", "an entry is a table"),
        ("Come Here", GOOD, "an id is lower-case words joined by hyphens"),
    ],
)
def test_an_act_that_cannot_be_read_is_named_with_the_reason(id_, entry, reason):
    with pytest.raises(OntologyError) as caught:
        acts_of({id_: entry}, load_vocabulary())
    assert str(caught.value).startswith(f"acts.toml: {id_}: {reason}")
    assert "\n" not in str(caught.value)


def test_the_same_act_without_a_fault_is_read():
    assert acts_of({"come": GOOD}, load_vocabulary())["come"].score == 4.0


@pytest.mark.parametrize(
    ("read", "entry", "reason"),
    [
        (measures_of, {"definition": "X.", "unit": "pounds"}, "measures.toml: x: unknown unit"),
        (relations_of, {"definition": "X.", "symmetric": 1}, "relations.toml: x: 'symmetric'"),
        (
            lambda table: statement_acts_of(table, load_vocabulary()),
            {"definition": "X.", "cameo": "7777"},
            "statements.toml: x: unknown cameo code '7777'",
        ),
    ],
)
def test_other_entries_are_refused_in_the_same_way(read, entry, reason):
    with pytest.raises(OntologyError, match=f"^{re.escape(reason)}"):
        read({"x": entry})
