"""The shape of each field of a record, read from its class: nothing is written down twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

_SHAPES: dict[type[Any], Mapping[str, Shape]] = {}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: ``of`` is a plain type or a record class, ``many`` says it is a list."""

    of: type[Any]
    many: bool
    optional: bool

    @property
    def nested(self) -> bool:
        """Whether the field holds a record class rather than a plain value."""
        return hasattr(self.of, "__dataclass_fields__")


def shapes_of(record: type[Any]) -> Mapping[str, Shape]:
    """Return the shape of every field of a record class, in the order of the contract."""
    if record not in _SHAPES:
        hints = get_type_hints(record)
        _SHAPES[record] = {field.name: _shape(hints[field.name]) for field in fields(record)}
    return _SHAPES[record]


def _shape(hint: Any) -> Shape:
    """Return the shape that a type hint states."""
    optional = False
    if get_origin(hint) is UnionType:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
        optional = True
    if get_origin(hint) is tuple:
        return Shape(get_args(hint)[0], many=True, optional=optional)
    return Shape(hint, many=False, optional=optional)
