"""Stories: reports of one happening gather, others stay apart, in whatever order they come."""

import random

import pytest
from tests.store.conftest import article, event, put

from dragoman.store import Store
from dragoman.store.health import complaints


def gathered(store):
    """The stories as sets of event ids, by name."""
    rows = store.connection.execute("SELECT story, id FROM reports JOIN records USING (number)")
    found = {}
    for story, ident in rows:
        found.setdefault(story, set()).add(ident)
    return found


def told(store, *reports):
    """Put reports (keywords of an event), each in an article of its own; return the stories."""
    for number, report in enumerate(reports):
        found = article(f"Report {number}", published=report.pop("published", "2024-11-27"))
        put(store, found, event(found, **report))
    return sorted(map(len, gathered(store).values()))


VISIT = {"act": "visit"}
MEETING = {"act": "meet"}
SITED = {**VISIT, "site": "Astana"}
STRIKE = {"act": "strike", "actors": ("RUS",), "recipients": ("UKR",)}


@pytest.mark.parametrize(
    "reports",
    [
        [VISIT, VISIT],
        [VISIT, {**VISIT, "day": "2024-11-26", "stop": "2024-11-28"}],
        [VISIT, {"act": "meet", "actors": ("RUS", "KAZ"), "recipients": ()}],
        [{**SITED}, {**SITED, "day": "2024-11-28", "basis": "reference"}],
        [VISIT, {**VISIT, "act": "host-visit", "actors": ("KAZ",), "recipients": ("RUS",)}],
        [MEETING, {**MEETING, "actors": ("KAZ",), "recipients": ("RUS",)}],
        [STRIKE, {**STRIKE, "realis": "negated"}],
        [STRIKE, {**STRIKE, "recipients": ()}],
        [{**STRIKE, "site": "Kyiv", "count": 3.0}, {**STRIKE, "site": "Kyiv", "count": 4.0}],
        [{**STRIKE, "site": "Kyiv"}, {**STRIKE, "actors": (), "site": "Kyiv"}],
    ],
)  # fmt: skip
def test_reports_of_one_happening_are_one_story(store, reports):
    assert told(store, *map(dict, reports)) == [2]
    assert list(complaints(store.connection)) == []


@pytest.mark.parametrize(
    "reports",
    [
        [VISIT, {**VISIT, "day": "2024-12-05"}],
        [VISIT, {**VISIT, "recipients": ("UZB",)}],
        [VISIT, {**VISIT, "actors": ("KAZ",), "recipients": ("RUS",)}],
        [VISIT, {**STRIKE, "recipients": ("KAZ",)}],
        [STRIKE, {**STRIKE, "day": "2024-11-28"}],
        [STRIKE, {**STRIKE, "actors": ("UKR",), "recipients": ("RUS",)}],
        [{**STRIKE, "site": "Kyiv"}, {**STRIKE, "site": "Odesa"}],
        [VISIT, {**VISIT, "day": "2024-11-01", "stop": "2024-11-30"}],
        [{**STRIKE, "actors": ()}, {**STRIKE, "actors": ()}],
        [{**VISIT, "day": "2024-11-01", "stop": "2024-11-30"}] * 2,
        [{**VISIT, "day": None}, {**VISIT, "day": "2024-11-28", "published": "2024-11-28"}],
    ],
)
def test_other_happenings_are_other_stories(store, reports):
    assert told(store, *map(dict, reports)) == [1, 1]


def test_a_story_counts_outlets_and_days(store):
    for number, outlet in enumerate(("A", "B", "A")):
        found = article(
            f"Report {number}", f"https://x.example/{number}", f"2024-11-2{7 + number}", outlet
        )
        put(store, found, event(found))
    (row,) = store.connection.execute(
        "SELECT reports, articles, outlets, first_seen, last_seen, parties FROM stories"
    )
    assert row == (3, 3, 2, "2024-11-27", "2024-11-29", '["KAZ", "RUS"]')


def test_a_report_that_connects_two_stories_makes_them_one_under_the_lesser_name(store):
    first, last = article("First"), article("Last")
    ends = [event(first, day="2024-11-25"), event(last, day="2024-11-28")]
    put(store, first, ends[0])
    put(store, last, ends[1])
    assert len(gathered(store)) == 2
    bridge = article("Bridge")
    long = event(bridge, day="2024-11-25", stop="2024-11-28")
    put(store, bridge, long)
    names = sorted(e.id for e in (*ends, long))
    assert list(gathered(store)) == names[:1]
    led = dict(store.connection.execute("SELECT was, is_now FROM story_names"))
    assert set(led.values()) <= {names[0]}


def many(seed):
    """Reports of about forty happenings, each told several times with small differences."""
    chance = random.Random(seed)
    states = ("RUS", "KAZ", "JPN")
    for number in range(120):
        act = chance.choice(("visit", "meet", "strike", "accuse", "sign-agreement"))
        one, other = chance.sample(states, 2)
        day = chance.randint(1, 9)
        stop = f"2024-11-{day + chance.choice((0, 0, 0, 1, 3)):02}"
        more = {"site": chance.choice((None, None, "Kyiv", "Astana")), "stop": stop}
        sides = chance.choice(((one,), (one, other))), chance.choice(((other,), ()))
        found = article(f"Report {number}", published=f"2024-11-{day:02}")
        yield found, event(found, act, *sides, f"2024-11-{day:02}", **more)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_changes_nothing(tmp_path, seed):
    reports = list(many(seed))
    results = []
    for turn in range(4):
        random.Random(turn).shuffle(reports)
        with Store(tmp_path / f"{turn}.db") as store:
            for found, record in reports:
                put(store, found, record)
            rows = store.connection.execute(
                "SELECT id, type, act, start, stop, parties, reports, articles FROM stories"
            )
            results.append((gathered(store), sorted(rows)))
    assert all(result == results[0] for result in results)
    assert 10 < len(results[0][0]) < 100


def test_a_story_that_lost_its_bridge_falls_apart(store):
    url = "https://x.example/1"
    texts = [article("First"), article("Bridge", url), article("Last"), article("New", url)]
    put(store, texts[0], event(texts[0], day="2024-11-25"))
    put(store, texts[1], event(texts[1], day="2024-11-25", stop="2024-11-28"), series=url)
    put(store, texts[2], event(texts[2], day="2024-11-28"))
    assert len(gathered(store)) == 1
    put(store, texts[3], series=url)
    assert sorted(map(len, gathered(store).values())) == [1, 1]
    assert list(complaints(store.connection)) == []
