"""Records as Arrow tables, with the flat columns of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.exports.kinds import Line, kind_of
from dragoman.exports.shapes import Shape, shapes_of
from dragoman.exports.table import Column, columns, row_of

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_schema(kind: str) -> pa.Schema:
    """Return the Arrow schema of a kind of record; lists of parties are lists of structs."""
    import pyarrow as pa

    return pa.schema([_field(column) for column in columns(kind)])


def _field(column: Column) -> pa.Field:
    """Return the Arrow field of a flat column."""
    import pyarrow as pa

    shape = Shape(column.of, column.many, column.optional)
    return pa.field(column.name, _type(shape), nullable=column.optional)


def _type(shape: Shape) -> pa.DataType:
    """Return the Arrow type of a shape, nested classes as structs."""
    import pyarrow as pa

    plain: dict[type[Any], pa.DataType] = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
    }
    if shape.nested:
        inner = shapes_of(shape.of).items()
        found: pa.DataType = pa.struct(
            [pa.field(name, _type(part), nullable=part.optional) for name, part in inner]
        )
    else:
        found = plain[shape.of]
    return pa.list_(found) if shape.many else found


def struct_of(record: type[Any]) -> pa.DataType:
    """Return a record class as an Arrow struct, nested just as the class is."""
    return _type(Shape(record, many=False, optional=False))


def arrow_table(kind: str, lines: Iterable[Line]) -> pa.Table:
    """Return the records of one kind among these as an Arrow table, in their order."""
    import pyarrow as pa

    rows = [row_of(line) for line in lines if kind_of(line) == kind]
    return pa.Table.from_pylist(rows, schema=arrow_schema(kind))
