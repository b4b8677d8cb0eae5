"""``dragoman acts``: the ontology, and how each language says an act."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from rich.text import Text

from dragoman.commands.screen import complain, page_width, print_page
from dragoman.core.knowledge import Act
from dragoman.core.rules import RuleBook
from dragoman.exports.layout import Lines, row, wrapped
from dragoman.languages.loading import load_language
from dragoman.languages.tables import language_codes
from dragoman.world import load_world


def print_acts(name: str | None) -> int:
    """Print all acts, or one with its words and examples, and return the exit status."""
    acts = load_world().acts
    if name is None:
        print_page(_list(list(acts.values())))
        return 0
    ident = "-".join(name.lower().split())
    if ident not in acts:
        near = get_close_matches(ident, acts, n=3)
        complain(f"no act is called {name!r}" + (f"; near: {', '.join(near)}" if near else ""))
        return 1
    print_page(_one(acts[ident]))
    return 0


def _list(acts: list[Act]) -> Lines:
    """Yield the acts under their PLOVER types."""
    width = page_width()
    for kind in dict.fromkeys(act.type for act in acts):
        yield Text(kind, "bold")
        for act in (act for act in acts if act.type == kind):
            head = Text.assemble((act.id, "cyan"), (f"  {act.cameo}", "dim"))
            yield from row("", [head, Text(act.definition)], width)


def _one(act: Act) -> Lines:
    """Yield what is known of an act."""
    width = page_width()
    yield Text(act.id, "bold")
    yield from wrapped(Text(act.definition), width)
    goldstein = "none" if act.goldstein is None else f"{act.goldstein:g}"
    codes = f"{act.type}{f' ({act.mode})' if act.mode else ''} · CAMEO {act.cameo}"
    yield Text(f"{codes} · quad {act.quad} · score {act.score:g} · Goldstein {goldstein}", "dim")
    for code in language_codes():
        language = load_language(code)
        yield Text()
        yield Text(f"{language.name} ({code})", "bold")
        yield from _words(language.acts, act.id, width)


def _words(book: RuleBook, act: str, width: int) -> Lines:
    """Yield the patterns of an act in one language, and the examples beside them."""
    patterns = list(dict.fromkeys(_patterns(book, act)))
    yield from row("words", [Text(", ".join(patterns) or "none yet")], width)
    rules = [rule for rule in book.rules if rule.act == act]
    for text in dict.fromkeys(example.text for rule in rules for example in rule.examples):
        yield from row("reads", [Text(text)], width)
    for text in dict.fromkeys(sentence for rule in rules for sentence in rule.counters):
        yield from row("does not read", [Text(text)], width)


def _patterns(book: RuleBook, act: str) -> Iterator[str]:
    """Yield the patterns of an act as the rules write them."""
    for index in (book.verbs, book.nouns):
        for patterns in index.values():
            yield from (pattern.text for pattern in patterns if pattern.rule.act == act)
