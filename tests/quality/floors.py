"""The floors that are held, and what is measured beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from tests.quality.agreement import agreement, happenings
from tests.quality.gold import FOLDER
from tests.quality.measures import CODES, Measure, measured

FILE = FOLDER / "floors.toml"
SLACK = 2.0  # points that a floor is set below what is measured, at least
FACTS = 1.5  # facts that it is set below, where a fact is more than a point
HEAD = """\
# Floors in per cent, set a little below what is measured; a floor goes down only with a decision
# record. What each measures stands in README.md; `python -m tests.quality --raise` raises them.
"""


def floors() -> Mapping[str, Mapping[str, float]]:
    """Return the floors by language, and those of ``agreement``."""
    return tomllib.loads(FILE.read_text("utf-8"))


def values(section: str) -> dict[str, Measure]:
    """Return what is measured in a language, or of agreement, by the names of the floors."""
    if section != "agreement":
        return measured(section)
    return {name: Measure(value, len(happenings())) for name, value in agreement().items()}


def floor_of(measure: Measure) -> int:
    """Return the floor to set for what is measured."""
    slack = max(SLACK, 100 * FACTS / max(measure.of, 1))
    return max(0, int(measure.value - slack))


def sections() -> tuple[str, ...]:
    """Return the sections of the floors."""
    return (*CODES, "agreement")


def raisable(section: str) -> list[str]:
    """Return a line for each floor that can be raised by more than a fact's worth."""
    held = floors().get(section, {})
    return [
        f"floor can be raised: {section}, {name}: from {held.get(name, 0)} to {floor_of(measure)}"
        for name, measure in values(section).items()
        if floor_of(measure) >= held.get(name, 0) + SLACK
    ]


def raise_floors() -> None:
    """Write floors a little below what is measured; none goes down."""
    held = floors() if FILE.exists() else {}
    lines = [HEAD]
    for section in sections():
        lines.append(f"[{section}]")
        for name, measure in values(section).items():
            floor = max(held.get(section, {}).get(name, 0), floor_of(measure))
            lines.append(f'"{name}" = {floor}')
        lines.append("")
    FILE.write_text("\n".join(lines), "utf-8")
