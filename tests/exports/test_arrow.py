"""Arrow: the schema has the flat columns, and a table gives the rows back."""

import subprocess
import sys

import pytest

from dragoman.exports.arrow import arrow_schema, arrow_table
from dragoman.exports.kinds import KINDS, kind_of, lines_of
from dragoman.exports.table import columns, from_row


@pytest.mark.parametrize("kind", KINDS)
def test_schema_has_the_flat_columns(kind):
    schema = arrow_schema(kind)
    assert schema.names == [column.name for column in columns(kind)]
    assert [f.nullable for f in schema] == [column.optional for column in columns(kind)]


def test_lists_of_parties_are_lists_of_structs():
    field = arrow_schema("event").field("actors")
    assert field.type.value_type.field("person").type.field("office").name == "office"


@pytest.mark.parametrize("kind", KINDS)
def test_table_gives_back_the_records(reading, kind):
    wanted = [line for line in lines_of(reading) if kind_of(line) == kind]
    table = arrow_table(kind, lines_of(reading))
    table.validate(full=True)
    assert [from_row(row) for row in table.to_pylist()] == wanted


def test_arrow_loads_only_when_asked_for():
    code = "import sys, dragoman.exports.arrow, dragoman.cli; print('pyarrow' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
