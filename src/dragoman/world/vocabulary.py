"""The types, modes, contexts and codes that the ontology's entries may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from dragoman.core.knowledge import EventType

ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


class OntologyError(ValueError):
    """An entry that cannot be read: one line with the file, the entry and the reason."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """PLOVER types and contexts, and CAMEO codes with the Goldstein values they have."""

    types: Mapping[str, EventType]
    codes: Mapping[str, float | None]
    contexts: frozenset[str]

    @classmethod
    def of(
        cls, types: Mapping[str, EventType], codes: Mapping[str, str], contexts: Iterable[str]
    ) -> Vocabulary:
        """Return the vocabulary of plain tables; a code's value is empty where it has none."""
        values = {code: float(value) if value else None for code, value in codes.items()}
        return cls(types, values, frozenset(contexts))

    def type_named(self, name: str) -> EventType:
        """Return the PLOVER type of that name; raises ``OntologyError`` if there is none."""
        if name not in self.types:
            raise entry_error("type", name, self.types)
        return self.types[name]

    def score(self, kind: EventType, mode: str | None) -> float:
        """Return the score of the mode, or of the type where no mode is given."""
        if mode is None:
            return kind.score
        if mode not in kind.modes:
            raise entry_error(f"mode of {kind.id}", mode, kind.modes)
        return kind.modes[mode]

    def code(self, code: str) -> str:
        """Return the CAMEO code itself; raises ``OntologyError`` for one that is not listed."""
        if code not in self.codes:
            raise entry_error("cameo code", code, self.codes)
        return code

    def context(self, name: str) -> str:
        """Return the context itself; raises ``OntologyError`` for one that is not listed."""
        if name not in self.contexts:
            raise entry_error("context", name, self.contexts)
        return name

    def goldstein(self, code: str) -> float | None:
        """Return the Goldstein value of a CAMEO code, or that of the nearest shorter code."""
        prefixes = (code[:length] for length in range(len(code), 1, -1))
        values = (self.codes.get(prefix) for prefix in prefixes)
        return next((value for value in values if value is not None), None)


def entry_error(what: str, word: object, known: Iterable[str]) -> OntologyError:
    """Return the error for an unknown word, with the nearest known one."""
    near = get_close_matches(str(word), known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return OntologyError(f"unknown {what} {word!r}{hint}")


def checked(
    id_: str, entry: Any, fields: Mapping[str, type], options: Mapping[str, type]
) -> Mapping[str, Any]:
    """Return the entry if its id and its fields are well formed; raises ``OntologyError``."""
    if not ID.fullmatch(id_):
        raise OntologyError("an id is lower-case words joined by hyphens")
    if not isinstance(entry, Mapping):
        raise OntologyError("an entry is a table")
    lacking = [name for name in fields if not entry.get(name)]
    if lacking:
        raise OntologyError(f"lacks {' and '.join(map(repr, lacking))}")
    _check_kinds(entry, {**fields, **options})
    return entry


def _check_kinds(entry: Mapping[str, Any], kinds: Mapping[str, type]) -> None:
    for name, value in entry.items():
        if name not in kinds:
            raise entry_error("field", name, kinds)
        if not _fits(value, kinds[name]):
            raise OntologyError(f"{name!r} should be {_NAMES[kinds[name]]}, not {value!r}")


_NAMES: Mapping[type, str] = {str: "text", list: "a list of texts", bool: "true or false"}


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(item, str) for item in value)
    return isinstance(value, kind)
