"""States, organisations, memberships and places hold what the issue of the tables promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.core.knowledge import World
from dragoman.world import TableError, load_world
from dragoman.world.entities import load_entities, load_memberships


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def standing(world: World, entity: str, organisation: str, day: str) -> list[str]:
    return [
        m.status
        for m in world.memberships
        if (m.entity, m.organisation) == (entity, organisation)
        and (m.start or "") <= day
        and (m.stop is None or day <= m.stop)
    ]


def test_counts(world: World) -> None:
    kinds = [entity.kind for entity in world.entities.values()]
    organisations = kinds.count("organisation") + kinds.count("armed-group")
    assert kinds.count("state") == 197  # 193 members of the UN, Vatican, Palestine, Taiwan, Kosovo
    assert organisations >= 150
    assert len({m.organisation for m in world.memberships}) >= 60
    assert all(m.origin and m.as_of for m in world.memberships)


@pytest.mark.parametrize(
    ("identifier", "kind", "code", "role"),
    [
        ("JPN", "state", None, None),
        ("XKX", "state", None, None),
        ("HKG", "territory", None, None),
        ("MDA-TR", "territory", "MDA", "PRE"),
        ("ESH", "territory", "MAR", "PRE"),
        ("HAMAS", "armed-group", "PSE", "REB"),
        ("CSTO", "organisation", None, "IGO"),
        ("WEST", "group", None, None),
    ],
)
def test_entities(
    world: World, identifier: str, kind: str, code: str | None, role: str | None
) -> None:
    entity = world.entities[identifier]
    assert (entity.kind, entity.code, entity.role) == (kind, code, role)


def test_former_states_have_an_end(world: World) -> None:
    former = [entity for entity in world.entities.values() if entity.kind == "former-state"]
    assert {entity.id for entity in former} == {"SUN", "YUG", "CSK", "DDR", "SCG"}
    assert all(entity.stop for entity in former)


@pytest.mark.parametrize(
    ("entity", "organisation", "day", "expected"),
    [
        ("GBR", "EU", "2019-06-01", ["member"]),
        ("GBR", "EU", "2021-06-01", ["left"]),
        ("FIN", "NATO", "2023-04-03", []),
        ("FIN", "NATO", "2023-04-04", ["member"]),
        ("BLR", "SCO", "2024-06-01", ["observer"]),
        ("BLR", "SCO", "2024-08-01", ["member"]),
        ("UZB", "CSTO", "2010-01-01", ["member"]),
        ("KAZ", "BRICS", "2025-02-01", ["partner"]),
        ("ARM", "CSTO", "2024-11-28", ["suspended"]),
        ("KAZ", "CSTO", "2024-11-28", ["member", "chair"]),
        ("TUR", "EU", "2024-01-01", ["candidate"]),
        ("RUS", "COE", "2023-01-01", ["left"]),
        ("JPN", "UNSC", "2023-05-01", ["member"]),
        ("JPN", "UNSC", "2025-05-01", []),
    ],
)
def test_memberships_on_a_day(
    world: World, entity: str, organisation: str, day: str, expected: list[str]
) -> None:
    assert standing(world, entity, organisation, day) == expected


@pytest.mark.parametrize("organisation", ["CSTO", "SCO", "ASEAN", "G7", "G20", "EU", "OSCE", "CIS"])
def test_one_chair_at_a_time(world: World, organisation: str) -> None:
    chairs = [
        m for m in world.memberships if m.status == "chair" and m.organisation == organisation
    ]
    on_a_day = [m for m in chairs if (m.start or "") <= "2024-10-01" <= (m.stop or "9999")]
    assert len(on_a_day) == 1


def test_groups_have_members(world: World) -> None:
    assert {m.entity for m in world.memberships if m.organisation == "BALTICS"} == {
        "EST", "LVA", "LTU"
    }  # fmt: skip


def test_places(world: World) -> None:
    crimea = world.places["crimea"]
    assert (crimea.country, crimea.precision) == ("UKR", "region")
    tokyo = world.places["g1850147"]
    assert (tokyo.name, tokyo.country, tokyo.precision) == ("Tokyo", "JPN", "city")
    assert tokyo.lat == pytest.approx(35.7, abs=0.1)


def test_towns_are_looked_up_when_asked_for(world: World) -> None:
    assert "g3040051" not in list(world.places)
    assert world.places["g3040051"].country == "AND"
    assert "g1" not in world.places


@pytest.mark.parametrize(
    ("name", "rows", "reason"),
    [
        ("states.tsv", "XAA\t\tplanet\t\t\tMars\n", "states.tsv:1: unknown kind 'planet'"),
        ("states.tsv", "#\nXAA\t\tstate\t\t\tMars\t2001\t2000\n", "states.tsv:2: ends (2000)"),
        (
            "states.tsv",
            "XAA\t\tstate\t\t\tMars\nXAA\t\tstate\t\t\tMars\n",
            "states.tsv:2: 'XAA' is",
        ),
        ("memberships.tsv", "XQX\tUN\tmember\n", "memberships.tsv:1: unknown code 'XQX'"),
        ("memberships.tsv", "FRA\tUN\tguest\n", "memberships.tsv:1: unknown status 'guest'"),
        ("memberships.tsv", "FRA\tUN\tmember\tsoon\n", "memberships.tsv:1: 'soon' is no date"),
        (
            "memberships.tsv",
            "FRA\tAU\tmember\t2001\t2005\nFRA\tAU\tobserver\t2004\n",
            "memberships.tsv:2: FRA in AU: overlaps",
        ),
        ("places.tsv", "zenda\tZenda\tFRA\tnorth\t1\n", "places.tsv:1: 'north' is no number"),
        ("places.tsv", "zenda\tZenda\tFRA\t1\t1\tcastle\n", "places.tsv:1: unknown precision"),
    ],
)
def test_refuses_with_file_and_line(tmp_path: Path, name: str, rows: str, reason: str) -> None:
    (tmp_path / name).write_text(rows, encoding="utf-8")
    with pytest.raises(TableError) as refused:
        load_world(tmp_path)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_readers_own_tables_add_and_override(tmp_path: Path) -> None:
    (tmp_path / "states.tsv").write_text("RUR\t\tstate\t\t\tRuritania\nFRA\t\tstate\t\t\tGaul\n")
    (tmp_path / "memberships.tsv").write_text("RUR\tUN\tmember\t1990\n")
    entities = load_entities(tmp_path)
    assert (entities["RUR"].name, entities["FRA"].name) == ("Ruritania", "Gaul")
    assert load_memberships(entities, tmp_path)[-1].start == "1990"
