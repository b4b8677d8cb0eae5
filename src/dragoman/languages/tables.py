"""The tables of the language folders, as plain values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages that can be read: the folders with a ``language.toml``."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/language.toml")))


def language_table(code: str, name: str) -> dict[str, Any]:
    """Return ``languages/<code>/<name>.toml``; empty where the language has no such file."""
    path = FOLDER / code / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def language_text(code: str, name: str) -> str:
    """Return ``languages/<code>/<name>`` as text; empty where the language has no such file."""
    path = FOLDER / code / name
    return path.read_text("utf-8") if path.exists() else ""


def language_rows(code: str, name: str) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each line of ``languages/<code>/<name>.tsv``, without comments."""
    path = FOLDER / code / f"{name}.tsv"
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))
