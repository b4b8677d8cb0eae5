from dataclasses import replace

import pytest

from dragoman.core.document import Document
from dragoman.core.events import EventRules, Told, read_events
from dragoman.core.realis import RealisCues
from dragoman.core.records import Interval
from dragoman.core.rules import RuleBook, RuleError
from dragoman.examples import plain_article
from tests.core.trees import GRAMMAR, act, mention, tree

RULES = {
    "classes": {"penalty": ["sanction", "embargo"]},
    "attack": [{"verbs": ["attack"], "nouns": ["strike"], "examples": ["x => A > B"]}],
    "impose-sanctions": [{"verbs": ["impose @penalty"], "nouns": ["sanction"]}],
    "hold-talks": [{"nouns": ["talks"]}],
    "visit": [{"verbs": ["visit !museum"], "needs": ["recipient"]}],
}
CUES = RealisCues.of(
    {
        "negated": {"below": ["not"], "governors": ["deny"]},
        "hypothetical": {"below": ["may"], "governors": ["urge"]},
        "planned": {"below": ["to", "will"], "governors": ["plan"]},
        "actual": {"governors": ["begin"]},
    }
)
ACTS = {name: act(name, name == "hold-talks") for name in RULES if name != "classes"}
BOOK = RuleBook.of(RULES, GRAMMAR.frames, "xx/acts")
NAMES = {"Iran": "IRN", "Iraq": "IRQ", "France": "FRA", "Iranian": "IRN"}


def events_of(words, names=NAMES):
    parse = tree(words)
    article = plain_article(parse.sentence.text, "xx")
    mentions = tuple(mention(parse, t.text, names[t.text]) for t in parse.tokens if t.text in names)
    document = Document(article, (parse.sentence,), (), mentions, (parse,))
    found = read_events(document, EventRules(BOOK, GRAMMAR, CUES, ACTS), Told())
    return [
        (e.act, [p.id for p in e.actors], [p.id for p in e.recipients], e.realis) for e in found
    ]


ATTACK = "Iran/PROPN/nsubj/2 attacked:attack/VERB/root/0 Iraq/PROPN/obj/2"
NOT = "Iran/PROPN/nsubj/3 not/PART/advmod/3 attack/VERB/root/0 Iraq/PROPN/obj/3"
MAY = "Iran/PROPN/nsubj/3 may/AUX/aux/3 attack/VERB/root/0 Iraq/PROPN/obj/3"
PLANS = (
    "Iran/PROPN/nsubj/2 plans:plan/VERB/root/0 to/PART/aux/4 attack/VERB/xcomp/2 Iraq/PROPN/obj/4"
)
BEGAN = (
    "Iran/PROPN/nsubj/2 began:begin/VERB/root/0 to/PART/aux/4 attack/VERB/xcomp/2 Iraq/PROPN/obj/4"
)
DENIES = "Iran/PROPN/nsubj/2 denies:deny/VERB/root/0 attacking:attack/VERB/xcomp/2 Iraq/PROPN/obj/3"
SANCTIONS = (
    "France/PROPN/nsubj/2 imposed:impose/VERB/root/0 an/DET/det/4 embargo/NOUN/obj/2 "
    "on/ADP/case/6 Iran/PROPN/nmod/4"
)
STRIKE = "Iranian/ADJ/amod/2 strike/NOUN/nsubj/5 on/ADP/case/4 Iraq/PROPN/nmod/2 failed/VERB/root/0"
TALKS = "Iran/PROPN/nsubj/4 and/CCONJ/cc/3 Iraq/PROPN/conj/1 held:hold/VERB/root/0 talks/NOUN/obj/4"
MUSEUM = "Iran/PROPN/nsubj/2 visited:visit/VERB/root/0 a/DET/det/4 museum/NOUN/obj/2"
NOWHERE = "Iran/PROPN/nsubj/2 visited:visit/VERB/root/0"
STORM = "storm/NOUN/nsubj/2 attacked:attack/VERB/root/0 Iraq/PROPN/obj/2"
STRANGER = "Guard/PROPN/nsubj/2 attacked:attack/VERB/root/0 Iraq/PROPN/obj/2"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ATTACK, [("attack", ["IRN"], ["IRQ"], "actual")]),
        (NOT, [("attack", ["IRN"], ["IRQ"], "negated")]),
        (MAY, [("attack", ["IRN"], ["IRQ"], "hypothetical")]),
        (PLANS, [("attack", ["IRN"], ["IRQ"], "planned")]),
        (BEGAN, [("attack", ["IRN"], ["IRQ"], "actual")]),
        (DENIES, [("attack", ["IRN"], ["IRQ"], "negated")]),
        (SANCTIONS, [("impose-sanctions", ["FRA"], ["IRN"], "actual")]),
        (STRIKE, [("attack", ["IRN"], ["IRQ"], "actual")]),
        (TALKS, [("hold-talks", ["IRN", "IRQ"], [], "actual")]),
        (MUSEUM, []),
        (NOWHERE, []),
        (STORM, []),
        (STRANGER, [("attack", [None], ["IRQ"], "actual")]),
    ],
)
def test_events(words, expected):
    assert events_of(words) == expected, tree(words).sentence.text


def test_no_party_no_event():
    assert events_of(ATTACK, {}) == []


def test_a_date_ahead_makes_a_plan_and_one_long_gone_makes_background():
    parse = tree(f"{ATTACK} Monday/NOUN/obl/2")
    article = plain_article(parse.sentence.text, "xx", "2024-11-28")
    mentions = tuple(mention(parse, name, NAMES[name]) for name in ("Iran", "Iraq"))
    span = mention(parse, "Monday", None).parties[0].span
    for day, realis in (
        ("2025-01-01", "planned"),
        ("2024-11-01", "actual"),
        ("2019-01-01", "past"),
    ):
        date = Interval(day, day, "day", span, "stated")
        document = Document(article, (parse.sentence,), (date,), mentions, (parse,))
        (event,) = read_events(document, EventRules(BOOK, GRAMMAR, CUES, ACTS), Told())
        assert (event.date, event.realis) == (date, realis)


def test_reading_twice_gives_the_same_ids():
    parse = tree(ATTACK)
    mentions = tuple(mention(parse, name, NAMES[name]) for name in ("Iran", "Iraq"))
    document = Document(plain_article("x", "xx"), (parse.sentence,), (), mentions, (parse,))
    rules = EventRules(BOOK, GRAMMAR, CUES, ACTS)
    assert read_events(document, rules, Told()) == read_events(replace(document), rules, Told())


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"visit": [{}]}, "no verbs and no nouns"),
        ({"visit": [{"verbs": ["go"], "colour": 1}]}, "unknown key 'colour'"),
        ({"visit": [{"verbs": ["go @where"]}]}, "no class is called '@where'"),
        ({"visit": [{"verbs": [""]}]}, "an empty pattern"),
        ({"visit": [{"verbs": ["go"], "examples": ["They went."]}]}, "an example needs"),
    ],
)
def test_a_rule_that_cannot_be_read_says_why(table, reason):
    with pytest.raises(RuleError, match=reason):
        RuleBook.of(table, {}, "xx/acts")
