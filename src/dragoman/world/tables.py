"""Rows of the tab-separated tables of facts, with the line each stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class TableError(ValueError):
    """A table that cannot be used: the message names the file, the line and the reason."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line of a table; missing cells at the end are empty."""

    path: Path
    line: int
    cells: tuple[str, ...]

    def error(self, reason: str) -> TableError:
        """Return the error that says why this line is refused."""
        return TableError(f"{self.path}:{self.line}: {reason}")


def read_rows(path: Path, columns: int, needed: int = 1) -> Iterator[Row]:
    """Yield the rows of a table; lines that begin with ``#`` and empty lines are left out.

    Raises ``TableError`` for more than ``columns`` cells, for fewer than ``needed`` and for text
    that is not UTF-8.
    """
    for line, cells in read_cells(path):
        row = Row(path, line, (*cells, *([""] * (columns - len(cells)))))
        if not needed <= len(cells) <= columns:
            raise row.error(f"{len(cells)} columns, {needed} to {columns} expected")
        if not all(row.cells[:needed]):
            raise row.error("an empty cell")
        yield row


def read_cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the cells of each line that is neither empty nor a comment."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise TableError(f"{path}: cannot be read: {problem}") from None
    for line, content in enumerate(text.split("\n"), 1):
        if content and content[0] != "#" and content != "\r":
            yield line, content.rstrip("\r").split("\t")


def is_date(text: str) -> bool:
    """Tell whether a cell is empty or an ISO date of a day, a month or a year.

    >>> is_date("1991-12-26"), is_date("1991"), is_date("26.12.1991")
    (True, True, False)
    """
    if not text:
        return True
    parts = text.split("-")
    widths = [len(part) for part in parts]
    return widths in ([4], [4, 2], [4, 2, 2]) and all(part.isdigit() for part in parts)
