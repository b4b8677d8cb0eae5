"""The core imports the standard library and itself, and of that nothing that touches the world."""

import ast
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "src" / "dragoman" / "core"
MODULES = sorted(CORE.rglob("*.py"))
WORLDLY = {"io", "logging", "os", "pathlib", "random", "shutil", "socket", "sqlite3", "subprocess"}
WORLDLY |= {"tempfile", "threading", "time", "tomllib", "urllib"}
ACTIONS = {"open", "print", "input", "exec", "eval"}


def imported(tree):
    """Yield the full name of everything that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CORE)))
def test_module_is_pure(path):
    tree = ast.parse(path.read_text("utf-8"))
    for name in imported(tree):
        first = name.split(".")[0]
        assert name.startswith("dragoman.core") or first in sys.stdlib_module_names, name
        assert first not in WORLDLY, name
    calls = (n.func for n in ast.walk(tree) if isinstance(n, ast.Call))
    assert not ACTIONS & {f.id for f in calls if isinstance(f, ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CORE)))
def test_module_keeps_no_changing_state(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Global)]
