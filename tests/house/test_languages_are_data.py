"""No module outside ``languages`` compares with, lists or looks up a language's code."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dragoman"
CODES = {path.parent.name for path in SOURCE.glob("languages/*/language.toml")}
MODULES = sorted(p for p in SOURCE.rglob("*.py") if p.parent != SOURCE / "languages")
PLACES = ast.Compare | ast.List | ast.Tuple | ast.Set | ast.Dict | ast.MatchValue | ast.Subscript


def language_codes_in(source):
    """Return the line and code of each language code that the source compares or lists."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, PLACES):
            continue
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.Constant) and part.value in CODES:
                found.add((part.lineno, part.value))
    return sorted(found)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_module_names_no_language(path):
    assert language_codes_in(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'if code == "ja": pass',
        'CODES = ["en", "fr"]',
        'NAMES = {"ru": "Russian"}',
        'if code in ("vi", "zh"): pass',
        'match code:\n    case "en": pass',
        'RULES["ja"]',
    ],
)
def test_the_search_finds_such_places(source):
    assert language_codes_in(source)


def test_the_search_passes_over_other_words():
    assert language_codes_in('if word == "enter": print("en")') == []


def test_languages_are_known():
    assert len(CODES) >= 4
