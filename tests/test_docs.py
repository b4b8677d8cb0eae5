"""The pages say what is so: README's output, and an entry for every command, act and field."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli import app
from dragoman.exports.kinds import KINDS
from dragoman.exports.shapes import shapes_of
from dragoman.languages.tables import language_codes
from dragoman.world import load_world

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
VERBS = [command.callback.__name__ for command in app.registered_commands]


def page(name):
    return (REFERENCE / name).read_text("utf-8")


@pytest.mark.parametrize("script", ["refresh_readme.py", "generate_reference.py"])
def test_what_is_generated_is_fresh(script):
    command = [sys.executable, ROOT / "scripts" / script, "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_its_entry(verb):
    assert f"## dragoman {verb}\n" in page("commands.md")
    assert f"dragoman {verb}" in (ROOT / "README.md").read_text("utf-8")


def test_every_act_has_its_entry():
    text = page("acts.md")
    assert [act for act in load_world().acts if f"| `{act}` |" not in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_entry(kind):
    section = page("records.md").split(f"\n## {kind}\n")[1].split("\n## ")[0]
    assert [name for name in shapes_of(KINDS[kind]) if f"| `{name}` |" not in section] == []


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_its_entry(code):
    assert f"| `{code}` |" in page("languages.md")


@pytest.mark.parametrize(
    "path", [*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        if target != "docs/quality.md":
            assert (path.parent / target).exists(), target


def test_python_in_readme_runs_and_finds_its_event(capsys):
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    exec(code, {})
    assert capsys.readouterr().out == "visit FRA DEU 2024-11-26\n"
