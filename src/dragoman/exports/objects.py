"""Records as the JSON objects of the contract, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.core.records import CONTRACT, Reading
from dragoman.exports.kinds import KINDS, Line, kind_of, lines_of
from dragoman.exports.shapes import Shape, shapes_of

# JSON may hold these, but a terminal would obey them and UTF-8 has no place for surrogates.
UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class ContractError(ValueError):
    """An object that is not a line of this contract; the message says what is wrong with it."""


def object_of(line: Line) -> dict[str, Any]:
    """Return an article or record as nested plain values, ``kind`` and ``contract`` first."""
    return {"kind": kind_of(line), "contract": CONTRACT, **plain(line)}


def plain(value: Any) -> Any:
    """Return a value with every record class in it as a mapping and every tuple as a list."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in shapes_of(type(value))}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def from_object(found: Mapping[str, Any]) -> Line:
    """Return the article or record that an object stands for; unknown fields are passed over.

    Raises ``ContractError`` for another contract, an unknown kind or a field that is missing.
    """
    if found.get("contract") != CONTRACT:
        raise ContractError(f"contract {found.get('contract')!r}, not {CONTRACT}")
    shape = KINDS.get(str(found.get("kind")))
    if shape is None:
        raise ContractError(f"unknown kind {found.get('kind')!r}")
    line: Line = build(shape, found)
    return line


def build(record: type[Any], found: Mapping[str, Any]) -> Any:
    """Return an instance of a record class from its fields as plain values."""
    given = {}
    for name, shape in shapes_of(record).items():
        if name not in found:
            raise ContractError(f"{record.__name__.lower()} without {name!r}")
        given[name] = _rich(shape, found[name])
    return record(**given)


def _rich(shape: Shape, value: Any) -> Any:
    """Return a plain value in the shape of its field."""
    if value is None:
        return None
    if shape.many:
        return tuple(build(shape.of, part) if shape.nested else part for part in value)
    if shape.nested:
        return build(shape.of, value)
    return float(value) if shape.of is float else value


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON in the scripts of the text, with what a terminal would obey escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def from_json(text: str) -> Line:
    """Return the article or record on one line of JSONL. Raises ``ContractError``."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as problem:
        raise ContractError(f"not JSON: {problem}") from None
    if not isinstance(found, dict):
        raise ContractError("not an object")
    return from_object(found)


def jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield one line of JSON for each article and, after it, for each of its records."""
    for reading in readings:
        for line in lines_of(reading):
            yield to_json(object_of(line))


def json_document(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the lines of one JSON list that holds the same objects."""
    opening = "["
    for line in jsonl(readings):
        yield opening
        yield line
        opening = ","
    yield "]" if opening == "," else "[]"
