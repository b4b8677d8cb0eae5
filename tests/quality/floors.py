"""The floors that are held, and what is measured beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from tests.quality.agreement import agreement
from tests.quality.gold import FOLDER
from tests.quality.measures import CODES, measured

FILE = FOLDER / "floors.toml"
SLACK = 2.0  # points a floor is set below what is measured
RISE = 4.0  # points above a floor from which it can be raised
HEAD = """\
# Floors in per cent, set a little below what is measured; a floor goes down only with a decision
# record. What each measures stands in README.md; `python -m tests.quality --raise` raises them.
"""


def floors() -> Mapping[str, Mapping[str, float]]:
    """Return the floors by language, and those of ``agreement``."""
    return tomllib.loads(FILE.read_text("utf-8"))


def values(section: str) -> dict[str, float]:
    """Return what is measured in a language, or of agreement, by the names of the floors."""
    if section == "agreement":
        return agreement()
    return {name: measure.value for name, measure in measured(section).items()}


def sections() -> tuple[str, ...]:
    """Return the sections of the floors."""
    return (*CODES, "agreement")


def raisable(section: str) -> list[str]:
    """Return a line for each floor that can be raised."""
    held = floors().get(section, {})
    return [
        f"floor can be raised: {section} {name}: {held.get(name, 0)} to {value - SLACK:.0f}"
        for name, value in values(section).items()
        if value >= held.get(name, 0) + RISE
    ]


def raise_floors() -> None:
    """Write floors a little below what is measured; none goes down."""
    held = floors() if FILE.exists() else {}
    lines = [HEAD]
    for section in sections():
        lines.append(f"[{section}]")
        for name, value in values(section).items():
            floor = max(held.get(section, {}).get(name, 0), int(value - SLACK), 0)
            lines.append(f'"{name}" = {floor}')
        lines.append("")
    FILE.write_text("\n".join(lines), "utf-8")
