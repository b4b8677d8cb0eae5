"""Writes ``languages/<code>/names.generated.tsv`` and ``world/names/<code>.tsv`` from CLDR.

Run ``python -m scripts.generate_names`` in the checkout; a test compares its output.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import babel
from babel import Locale

from dragoman.world.tables import read_cells

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
BESIDE = ("not-after", "not-before", "given-name", "may-follow")
HEAD = (
    "# Names from Unicode CLDR (Babel {version}, Unicode-3.0) and forms made from them and from "
    "names.tsv.\n# Written by scripts/generate_names.py: do not edit.\n"
    "# form\tentity\tkind\n"
)


def main() -> None:
    """Write all tables of names that are generated."""
    for path, text in tables():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def tables() -> Iterator[tuple[Path, str]]:
    """Yield the path and the content of each generated table."""
    head = HEAD.format(version=babel.__version__.split(".")[0])
    for folder in sorted(SOURCE.glob("languages/*/")):
        if (folder / "names.tsv").exists():
            rows = _lines(_all_forms(folder))
            yield folder / "names.generated.tsv", head + rows
    for path in sorted(SOURCE.glob("world/names/*.tsv")):
        code = path.stem
        rows = _lines({name: (entity, "name") for name, entity in territories(code)})
        yield path, head + rows


def _lines(forms: dict[str, tuple[str, str]]) -> str:
    """Return rows of forms in the order of their entities."""
    rows = sorted((entity, kind, form) for form, (entity, kind) in forms.items())
    return "".join(f"{form}\t{entity}\t{kind}\n" for entity, kind, form in rows)


def _all_forms(folder: Path) -> dict[str, tuple[str, str]]:
    """Return all forms of a language that ``names.tsv`` does not hold itself."""
    by_hand = [tuple(cells) for _, cells in read_cells(folder / "names.tsv")]
    taken = {cells[0] for cells in by_hand if cells[2] not in BESIDE}
    states = {cells[0] for _, cells in read_cells(SOURCE / "world" / "states.tsv")}
    rules = forms_of(folder.name)
    found: dict[str, tuple[str, str]] = {}
    undated = [cells for cells in by_hand if len(cells) == 3 and cells[2] not in (*BESIDE, "none")]
    cldr = [(name, entity, "name") for name, entity in territories(folder.name, rules)]
    for form, entity, kind in [*undated, *(row for row in cldr if row[0] not in taken)]:
        found.setdefault(form, (entity, kind))
        for other, sort in rules.derive(form, kind) if hasattr(rules, "derive") else ():
            if sort == kind or entity in states:
                found.setdefault(other, ("" if sort == "none" else entity, sort))
    for form, entity in rules.pairs() if hasattr(rules, "pairs") else ():
        found.setdefault(form, (entity, "name"))
    return {form: meaning for form, meaning in found.items() if form not in taken}


def forms_of(code: str) -> ModuleType | None:
    """Return the module of a language's forms, where it needs one."""
    path = Path(__file__).parent / "forms" / f"{code}.py"
    return importlib.import_module(f"scripts.forms.{code}") if path.exists() else None


def territories(code: str, rules: ModuleType | None = None) -> Iterator[tuple[str, str]]:
    """Yield the CLDR names of states and territories of a language with their identifiers."""
    names = Locale.parse(code).territories
    for _, cells in read_cells(SOURCE / "world" / "states.tsv"):
        name = names.get(cells[1])
        if cells[1] and name:
            for form in _cleaned(name, rules):
                yield form, cells[0]


def _cleaned(name: str, rules: ModuleType | None) -> Iterator[str]:
    """Yield the forms in which the press prints a CLDR name."""
    if hasattr(rules, "cleaned"):
        name = rules.cleaned(name) or ""
    if not name or "(" in name or "（" in name or " - " in name:
        return
    yield name.replace("’", "'")
    if "&" in name:
        yield name.replace("’", "'").replace("&", "and")
    if "St. " in name:
        yield name.replace("St. ", "Saint ")
        yield name.replace("St. ", "St ")


if __name__ == "__main__":
    main()
