"""The printed forms of a language, read from its tables and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from pathlib import Path

from dragoman.languages.name_index import BLOCK, Neighbours, Pattern
from dragoman.world.tables import TableError, is_date, read_cells

KINDS = frozenset(("name", "formal", "abbr", "demonym", "capital", "seat", "group", BLOCK))
NEIGHBOUR_KINDS = ("not-after", "not-before", "given-name", "may-follow")
LONG_ENOUGH_FOR_CAPITALS = 4
SMALL_KINDS = frozenset(("person", "surname", "title", "role", "institution", "place"))
CONTEXT = re.compile(r"(?:\[([^][]+)\])?([^][]+)(?:\[([^][]+)\])?")
ONE_KANA_OR_KANJI = re.compile(r"[\u3040-\u30ff\u3400-\u9fff!-~]")

Cells = tuple[str, ...]
Meanings = dict[str, tuple[Cells, ...]]


def read_meanings(
    path: Path, entities: Collection[str], common: Collection[str] = ()
) -> tuple[Meanings, Neighbours]:
    """Return what each form of a table of names means, and the words that may not stand beside.

    Raises ``TableError`` for unknown kinds and codes, dates that are none, common words, and two
    entities of one form in one time.
    """
    found: Meanings = {}
    beside: dict[str, set[str]] = {kind: set() for kind in NEIGHBOUR_KINDS}
    for line, cells in read_cells(path):
        row = tuple(cells) + ("",) * (5 - len(cells))
        if row[2] in NEIGHBOUR_KINDS:
            beside[row[2]].add(row[0])
            continue
        reason = _fault(row, entities, common) or _clash(row, found.get(row[0], ()))
        if reason:
            raise TableError(f"{path}:{line}: {reason}")
        found[row[0]] = (*found.get(row[0], ()), row)
    return found, Neighbours(*(frozenset(beside[kind]) for kind in NEIGHBOUR_KINDS))


def read_plain(path: Path, kinds: Collection[str], known: Collection[str] | None) -> Meanings:
    """Return what each form of a table ``form, code, kind, from, to`` means; forms may be shared.

    ``known`` are the codes that may stand in it; ``None`` leaves them unchecked.
    """
    found: Meanings = {}
    for line, cells in read_cells(path):
        row = tuple(cells) + ("",) * (5 - len(cells))
        if len(row) != 5 or row[2] not in kinds or not row[0]:
            raise TableError(f"{path}:{line}: not a form, a code and one of {sorted(kinds)}")
        if known is not None and row[1] not in known:
            raise TableError(f"{path}:{line}: unknown code {row[1]!r}")
        earlier = found.get(row[0])
        found[row[0]] = (*earlier, row) if earlier else (row,)
    return found


def _fault(row: Cells, entities: Collection[str], common: Collection[str]) -> str | None:
    """Return why a row of names cannot be used, or ``None``."""
    form, entity, kind, start, stop = row[:5]
    if len(row) > 5 or not form or not CONTEXT.fullmatch(form):
        return f"not a form, a code, a kind and two dates: {form!r}"
    if kind not in KINDS:
        return f"unknown kind {kind!r}"
    if kind == BLOCK:
        return None
    if any(code not in entities for code in entity.split("+")):
        return f"unknown code {entity!r}"
    if not is_date(start) or not is_date(stop):
        return f"no date: {start or stop!r}"
    if form in common:
        return f"{form!r} is a common word"
    return _common_word(form, kind)


def _common_word(form: str, kind: str) -> str | None:
    """Return why a form is too common to be a name, or ``None``."""
    if "[" not in form and len(form) == 1 and ONE_KANA_OR_KANJI.match(form):
        return f"{form!r} alone is too short for a name"
    if (
        kind not in ("demonym", "group")
        and form.isalpha()
        and form.islower()
        and form[0].upper() != form[0]
    ):
        return f"{form!r} is written like a common word"
    return None


def _clash(row: Cells, earlier: Iterable[Cells]) -> str | None:
    """Return why a form that already has a meaning cannot have this one too, or ``None``."""
    for other in earlier:
        if other[1] == row[1] and other[2] == row[2]:
            return f"{row[0]!r} stands here twice"
        if other[2] == BLOCK or row[2] == BLOCK or (other[1] != row[1] and not _apart(row, other)):
            return f"{row[0]!r} stands for {other[1]} and {row[1]} at one time"
    return None


def _apart(one: Cells, other: Cells) -> bool:
    """Tell whether the times of two rows have no day in common."""
    if one[4] and other[3] and one[4] <= other[3]:
        return True
    return bool(other[4] and one[3] and other[4] <= one[3])


def search_patterns(meanings: Meanings) -> dict[str, Pattern]:
    """Return the strings to search for: contexts written out, capitals and apostrophes varied."""
    found: dict[str, Pattern] = {}
    for form, rows in meanings.items():
        for text, left, right in _written_out(form):
            found[text] = Pattern(left, right, rows)
    for text, pattern in list(found.items()):
        for variant in _variants(text, pattern.entries[0][2]):
            found.setdefault(variant, pattern)
    return found


def _written_out(form: str) -> Iterator[tuple[str, int, int]]:
    """Yield the strings that ``[対|訪]米[大統領]`` stands for, with the lengths of the contexts."""
    if "[" not in form:
        yield form, 0, 0
        return
    match = CONTEXT.fullmatch(form)
    left, core, right = match.groups() if match else (None, form, None)
    for before, after in product((left or "").split("|"), (right or "").split("|")):
        yield before + core + after, len(before), len(after)


def _variants(text: str, kind: str) -> Iterator[str]:
    """Yield how a form is also printed: at the start of a sentence, in capitals, with ``’``."""
    if "'" in text:
        yield text.replace("'", "’")
    first = text[0]
    if first.islower() and first.upper() != first:
        yield first.upper() + text[1:]
    elif len(text) >= LONG_ENOUGH_FOR_CAPITALS and kind not in SMALL_KINDS and text.upper() != text:
        yield text.upper()
