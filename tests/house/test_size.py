"""Files, functions and decision records stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("scripts/**/*.py")])
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_file_is_at_most_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_functions_are_at_most_40_lines(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions}
    assert {f: lines for f, lines in long.items() if lines > 40} == {}


@pytest.mark.parametrize("path", DECISIONS, ids=name)
def test_decision_record_is_at_most_60_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 60


def test_there_is_something_to_measure():
    assert len(SOURCES) > 50
    assert DECISIONS
