"""The tables of people and offices, and what they say of a day."""

import pytest

from dragoman.core.offices import bearer, office_on, offices_of
from dragoman.world import load_world
from dragoman.world.people import load_offices, load_people, load_tenures
from dragoman.world.tables import TableError


@pytest.mark.parametrize(
    ("day", "entity", "office", "person"),
    [
        ("1995-06-01", "RUS", "head-of-state", "Boris Yeltsin"),
        ("2010-06-01", "RUS", "head-of-state", "Dmitry Medvedev"),
        ("2010-06-01", "RUS", "head-of-government", "Vladimir Putin"),
        ("2024-11-28", "KAZ", "head-of-state", "Kassym-Jomart Tokayev"),
        ("2024-11-28", "KAZ", "foreign-minister", "Murat Nurtleu"),
        ("2017-01-20", "USA", "head-of-state", "Donald Trump"),
        ("2017-01-19", "USA", "head-of-state", "Barack Obama"),
        ("2022-02-24", "DEU", "foreign-minister", "Annalena Baerbock"),
        ("2005-06-01", "UN", "secretary-general", "Kofi Annan"),
        ("2024-10-15", "NATO", "secretary-general", "Mark Rutte"),
        ("2019-12-15", "EU", "commission-president", "Ursula von der Leyen"),
        ("1900-01-01", "RUS", "head-of-state", None),
    ],
)
def test_office_on_a_day(day, entity, office, person):
    found = office_on(load_world(), entity, office, day)
    assert (found.name if found else None) == person


def test_offices_of_a_person():
    held = offices_of(load_world(), "taro-aso", "2018-01-01")
    assert {t.office for t in held} == {"finance-minister", "deputy-head-of-government"}


def test_a_loose_title_means_one_person_or_none():
    world = load_world()
    assert bearer(world, "PRK", "leader", "2020-01-01").name == "Kim Jong Un"
    assert bearer(world, "RUS", "leader", "2020-01-01") is None
    assert bearer(world, "RUS", "president", "2020-01-01").name == "Vladimir Putin"


def test_every_tenure_names_an_entity_of_the_tables():
    world = load_world()
    assert {t.entity for t in world.tenures} - set(world.entities) == set()
    assert {p.entity for p in world.people.values()} - set(world.entities) == set()


def write(folder, name, text):
    (folder / name).write_text(text, "utf-8")


def test_a_folder_of_the_reader_adds_people(tmp_path):
    write(tmp_path, "people.tsv", "ada-test\tAda Test\tISL\tf\n")
    write(tmp_path, "tenures.tsv", "ada-test\tISL\tambassador\t2020\t2021\tour own\n")
    assert load_people(tmp_path)["ada-test"].gender == "f"
    assert load_tenures(tmp_path)[-1].person == "ada-test"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("nobody\tISL\tambassador\t2020\t2021\tx", "unknown person 'nobody'"),
        ("kofi-annan\tISL\tjester\t2020\t2021\tx", "unknown office 'jester'"),
        ("kofi-annan\tISL\tambassador\tsoon\t2021\tx", "'soon' is no date"),
        ("kofi-annan\tISL\tambassador\t2022\t2021\tx", r"ends \(2021\) before it begins"),
        ("kofi-annan\tUN\tsecretary-general\t2018\t2019\tx", "are both secretary-general"),
    ],
)
def test_a_bad_tenure_is_refused_with_file_and_line(tmp_path, row, reason):
    write(tmp_path, "tenures.tsv", f"# a comment\n{row}\n")
    with pytest.raises(TableError, match=rf"tenures\.tsv:2: .*{reason}"):
        load_tenures(tmp_path)


def test_a_person_twice_is_refused(tmp_path):
    write(tmp_path, "people.tsv", "a\tA\tISL\na\tA\tISL\n")
    with pytest.raises(TableError, match=r"people\.tsv:2: 'a' is defined twice"):
        load_people(tmp_path)


def test_an_unknown_gender_is_refused(tmp_path):
    write(tmp_path, "people.tsv", "a\tA\tISL\tx\n")
    with pytest.raises(TableError, match=r"people\.tsv:1: unknown gender 'x'"):
        load_people(tmp_path)


def test_offices_have_a_sector_or_none():
    offices = load_offices()
    assert offices["foreign-minister"].role == "GOV"
    assert offices["secretary-general"].role is None
    assert "head-of-state" in offices["president"].means
