"""What is asked of a store, answered as a table that prints, exports and opens elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.exports.table import csv_lines

if TYPE_CHECKING:
    import pyarrow as pa

MOST_SHOWN = 200


@dataclass(frozen=True)
class Answer:
    """A table of plain values: one name for each column, one tuple for each row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def objects(self) -> list[dict[str, Any]]:
        """Return the rows as mappings."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def csv(self) -> Iterator[str]:
        """Yield the lines of a CSV table."""
        return csv_lines(self.objects(), self.columns)

    def to_arrow(self) -> pa.Table:
        """Return the table as Arrow has it."""
        import pyarrow as pa

        return pa.Table.from_pylist(self.objects()) if self.rows else self._empty()

    def _empty(self) -> pa.Table:
        import pyarrow as pa

        return pa.table({name: pa.array([], pa.string()) for name in self.columns})

    def to_pandas(self) -> Any:
        """Return the table as a data frame of pandas, which has to be installed."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """Return the table as a data frame of polars, which has to be installed."""
        return import_module("polars").from_arrow(self.to_arrow())

    def _repr_html_(self) -> str:
        """Return the table as a notebook shows it."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(value))}</td>' for value in row)}</tr>"
            for row in self.rows[:MOST_SHOWN]
        )
        left = len(self.rows) - MOST_SHOWN
        more = f"<caption>and {left} more</caption>" if left > 0 else ""
        return f"<table>{more}<tr>{head}</tr>{body}</table>"


def _cell(value: Any) -> str:
    """Return a value as a page shows it."""
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
