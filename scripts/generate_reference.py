"""Write docs/reference from code and tables: python scripts/generate_reference.py [--check].

With --check nothing is written: the exit status is 1 where a page differs from what it should be.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman.core import records
from dragoman.core.knowledge import Measure, Relation, StatementAct
from dragoman.exports.kinds import KINDS
from dragoman.exports.shapes import Shape, shapes_of
from dragoman.exports.table import columns
from dragoman.languages.tables import language_codes, language_table
from dragoman.world import load_world
from dragoman.world.ontology import load_measures, load_relations, load_statement_acts

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def commands() -> Iterator[str]:
    """Yield the page of the command line: the help of every verb."""
    from typer.testing import CliRunner

    from dragoman.cli import app

    yield "# Commands\n"
    runner = CliRunner()
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    for name in (None, *names):
        words = [name, "--help"] if name else ["--help"]
        shown = runner.invoke(app, words, prog_name="dragoman", terminal_width=100).output
        yield f"## dragoman{f' {name}' if name else ''}\n"
        yield f"```\n{shown.strip()}\n```\n"


def record_fields() -> Iterator[str]:
    """Yield the page of the records: every field of every kind, and every flat column."""
    yield "# Records\n"
    yield f"Contract {records.CONTRACT}. Every line also carries `kind` and `contract`.\n"
    shared = (records.Span, records.Interval, records.Party, records.Person, records.Place)
    others = (records.Count, records.Change, records.Notice)
    shapes = {shape.__name__: shape for shape in (*shared, *others)}
    for name, record in {**KINDS, **shapes}.items():
        yield f"## {name}\n"
        yield f"{inspect.getdoc(record)}\n"
        yield "| field | holds | |\n| --- | --- | --- |"
        yield from (_field(field, shape) for field, shape in shapes_of(record).items())
        yield ""
    yield "# Flat columns\n"
    for kind in KINDS:
        yield f"## {kind} columns\n"
        yield ", ".join(f"`{column.name}`" for column in columns(kind)) + "\n"


def _field(name: str, shape: Shape) -> str:
    """Return a row about one field."""
    kind = PLAIN.get(shape.of, shape.of.__name__)
    held = f"list of {kind}" if shape.many else kind
    return f"| `{name}` | {held} | {'or null' if shape.optional else ''} |"


def acts() -> Iterator[str]:
    """Yield the page of the ontology: acts, statement acts, relations and measures."""
    found = load_world().acts
    yield "# Acts\n"
    yield f"{len(found)} acts, the same in every language.\n"
    for kind in dict.fromkeys(act.type for act in found.values()):
        yield f"## {kind}\n"
        yield "| act | meaning | mode | CAMEO | score | Goldstein |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for act in found.values():
            if act.type == kind:
                value = "" if act.goldstein is None else f"{act.goldstein:g}"
                yield (
                    f"| `{act.id}` | {act.definition} | {act.mode or ''} | {act.cameo} "
                    f"| {act.score:g} | {value} |"
                )
        yield ""
    yield from _defined("Acts of speaking", load_statement_acts())
    yield from _defined("Relations", load_relations())
    yield from _defined("Measures", load_measures())


def _defined(title: str, entries: Mapping[str, StatementAct | Relation | Measure]) -> Iterator[str]:
    """Yield a table of entries with their definitions."""
    yield f"# {title}\n"
    yield "| name | meaning |\n| --- | --- |"
    for entry in entries.values():
        yield f"| `{entry.id}` | {entry.definition} |"
    yield ""


def languages() -> Iterator[str]:
    """Yield the page of the languages: what each folder says of itself."""
    yield "# Languages\n"
    yield "How many acts each can say: `dragoman doctor` and `dragoman acts NAME`.\n"
    yield "| code | language | script | parser |\n| --- | --- | --- | --- |"
    for code in language_codes():
        table = language_table(code, "language")
        parser = language_table(code, "grammar").get("parser", "")
        yield f"| `{code}` | {table['name']} | {table.get('script', '')} | {parser} |"


PAGES = {
    "commands.md": commands,
    "records.md": record_fields,
    "acts.md": acts,
    "languages.md": languages,
}


@dataclasses.dataclass(frozen=True)
class Page:
    """A page and what it should hold."""

    path: Path
    text: str

    @property
    def fresh(self) -> bool:
        """Whether the file holds what it should."""
        return self.path.exists() and self.path.read_text("utf-8") == self.text


def pages() -> Iterator[Page]:
    """Yield every page of the reference."""
    note = "<!-- Written by scripts/generate_reference.py: `make reference` -->\n"
    for name, lines in PAGES.items():
        yield Page(FOLDER / name, "\n".join([note, *lines()]).rstrip() + "\n")


def main() -> int:
    """Write the pages, or compare them."""
    stale = [page for page in pages() if not page.fresh]
    if "--check" in sys.argv:
        for page in stale:
            print(f"{page.path.name} is out of date: run `make reference`", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page in stale:
        page.path.write_text(page.text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
