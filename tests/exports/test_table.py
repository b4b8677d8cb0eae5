"""Flat rows: their columns are pinned, and nothing is lost on the way there and back."""

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.exports.kinds import KINDS, kind_of, lines_of
from dragoman.exports.table import all_columns, columns, csv_table, from_row, row_of

GOLDEN = Path(__file__).with_name("columns.golden.txt")


def described():
    """One line a column: kind, name, type, and whether it may be null."""
    for kind in KINDS:
        for column in columns(kind):
            yield f"{kind} {column.name} {column.type}{' null' if column.optional else ''}"


def test_columns_are_those_of_the_golden_file():
    assert list(described()) == GOLDEN.read_text("utf-8").splitlines()


@pytest.mark.parametrize("kind", KINDS)
def test_column_names_are_unique(kind):
    names = [column.name for column in columns(kind)]
    assert len(set(names)) == len(names)


def test_rows_read_back_as_the_records_they_were(reading):
    for line in lines_of(reading):
        assert from_row(row_of(line)) == line


def test_rows_hold_all_columns_of_their_kind(reading):
    for line in lines_of(reading):
        assert tuple(row_of(line)) == tuple(c.name for c in columns(kind_of(line)))


def test_dates_are_flat_with_the_words_they_were_read_from(reading):
    row = row_of(reading.events[0])
    assert row["date_start"] == "2024-11-27"
    assert row["date_span_text"] == "27 November"
    assert row["place_name"] == "Astana"


def test_csv_has_one_header_and_a_row_for_each_line(reading):
    rows = list(csv.DictReader(io.StringIO("\n".join(csv_table([reading])))))
    assert len(rows) == 6
    assert tuple(rows[0]) == all_columns()
    assert rows[0]["text"] == reading.article.text
    assert json.loads(rows[1]["actors"])[0]["id"] == "RUS"
    assert rows[1]["count_value"] == ""


def test_csv_of_nothing_is_a_header():
    assert "".join(csv_table([])).startswith("kind,contract,id,")
