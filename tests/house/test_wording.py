"""Modules are named for what they hold, and the project speaks of its subject only."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VAGUE = {"utils", "util", "common", "base", "helpers", "helper", "misc", "manager", "engine"}
VAGUE_CLASS = re.compile(r"class \w*(?:Manager|Engine|Provider|Handler)\b")
PROSE = (".md", ".py", ".toml", ".yaml", ".tsv", ".cfg")
WORKSHOP = re.compile(r"\b(?:this issue|issue \d|next issue|sitting|sub-?agent|chatbot)\b", re.I)


def unpacked():
    """The files of the project where it is no clone but an unpacked archive."""
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [str(path) for path in paths if not path.parts[0].startswith((".", "build"))]


def files(*endings):
    """The files of the project that are kept in its history."""
    command = ["git", "ls-files"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    listed = done.stdout.splitlines() or unpacked()
    return sorted(f for f in listed if f.endswith(endings) and (ROOT / f).exists())


@pytest.mark.parametrize("path", [f for f in files(".py") if not f.startswith("tests/")])
def test_module_has_a_telling_name(path):
    assert not VAGUE & {part.lower() for part in Path(path).with_suffix("").parts}


@pytest.mark.parametrize("path", files(".py"))
def test_no_class_is_called_for_its_pattern(path):
    assert not VAGUE_CLASS.findall((ROOT / path).read_text("utf-8"))


@pytest.mark.parametrize("path", [f for f in files(*PROSE) if "tests/house" not in f])
def test_text_does_not_speak_of_how_the_project_is_made(path):
    text = (ROOT / path).read_text("utf-8")
    found = [text[max(0, m.start() - 30) : m.end() + 30] for m in WORKSHOP.finditer(text)]
    if "languages/" in path or "world/" in path or path.startswith("samples/"):
        found = []  # there the words belong to the news
    assert found == []
