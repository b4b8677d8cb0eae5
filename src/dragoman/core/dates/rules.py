"""The date rules of one language, compiled from its table of words, forms and connecting words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.core.dates.atoms import Scanner
from dragoman.core.dates.forms import Form
from dragoman.core.dates.lexicon import SPACE, Lexicon, anchor

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateRules:
    """What a language says of dates: written forms, and the words around and between them."""

    scanner: Scanner
    inner_first: Pattern
    outer_first: Pattern
    part_first: Pattern
    part_last: Pattern
    ranges: Pattern
    paired: tuple[tuple[Pattern, Pattern], ...]
    leads: tuple[tuple[str, Pattern], ...]
    trails: tuple[tuple[str, Pattern], ...]
    series: Pattern
    promote: Pattern
    promote_years: Pattern
    behind: Pattern
    future: Pattern
    past: Pattern
    sentence_end: Pattern
    verb_last: bool
    fiscal_start: int

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> DateRules:
        """Compile a language's ``dates.toml``; a ``ValueError`` names the form that fails."""
        lexicon = Lexicon.of(table)
        spaced = lexicon.spaced
        around = table["around"]
        return cls(
            scanner=_scanner(table, lexicon),
            inner_first=_whole(around["inner_first"]),
            outer_first=_whole(around["outer_first"]),
            part_first=_whole(around["part_first"]),
            part_last=_whole(around["part_last"]),
            ranges=_whole(around["ranges"]),
            paired=tuple((_lead([a], spaced), _whole([b])) for a, b in around["paired"]),
            leads=tuple((role, _lead(words, spaced)) for role, words in table["before"].items()),
            trails=tuple((role, _trail(words, spaced)) for role, words in table["after"].items()),
            promote=_lead(around["promote"], spaced),
            promote_years=_lead(around.get("promote_years", ()), spaced),
            series=_whole(around.get("series", ())),
            behind=_lead(around.get("behind", ()), spaced),
            future=_cue(around["future"], spaced),
            past=_cue(around["past"], spaced),
            sentence_end=re.compile("[" + re.escape(around.get("sentence_end", ".!?。\n")) + "]"),
            verb_last=bool(around.get("verb_last", False)),
            fiscal_start=int(table.get("fiscal_start", 1)),
        )


def _scanner(table: Mapping[str, Any], lexicon: Lexicon) -> Scanner:
    """Return the scanner for a language's strong and weak forms."""
    written = table["forms"]
    forms = [Form.of(line, False, lexicon) for line in written.get("strong", [])]
    forms += [Form.of(line, True, lexicon) for line in written.get("weak", [])]
    excluded = written.get("excluded", [])
    heads = {head for form in forms for head in form.heads}
    heads |= {head for line in excluded for head in re.findall(r"^\w+", line)}
    by_head = {head: _beginning(head, forms, lexicon) for head in sorted(heads)}
    numbered = _after_numbers(by_head.get("0", ()))
    by_head |= numbered
    follows = "" if numbered["0"] else "".join(sorted(key[1:] for key in numbered))
    return Scanner(
        lexicon=lexicon,
        anchor=anchor(heads, lexicon, follows),
        quick=_quick(by_head, lexicon),
        forms=by_head,
        doubtful=frozenset(table.get("doubtful", ())),
        titled=frozenset(table.get("titled", ())),
        excluded=re.compile("|".join(_spaced_out(line) for line in excluded) or "(?!)"),
    )


def _beginning(head: str, forms: Iterable[Form], lexicon: Lexicon) -> tuple[Form, ...]:
    """Return the forms that can begin with a head, or with a shorter head that it begins with."""
    fitting = {head[:size] for size in range(1, len(head) + 1) if _ends(head, size, lexicon)}
    if head[0].isdecimal():
        fitting.add("0")
    return tuple(form for form in forms if not fitting.isdisjoint(form.heads))


def _ends(head: str, size: int, lexicon: Lexicon) -> bool:
    """Tell whether a word may end after so many letters of a head."""
    return size == len(head) or not lexicon.spaced or not head[size].isalpha()


def _after_numbers(forms: tuple[Form, ...]) -> dict[str, tuple[Form, ...]]:
    """Return the forms that begin with a number by "0" and the letter that follows it."""
    letters = {letter for form in forms for letter in form.follows or ()}
    fitting = {
        "0" + letter: tuple(f for f in forms if f.follows is None or letter in f.follows)
        for letter in letters
    }
    return fitting | {"0": tuple(form for form in forms if form.follows is None)}


def _quick(by_head: Mapping[str, tuple[Form, ...]], lexicon: Lexicon) -> dict[str, Pattern]:
    """Return by head one expression that tells whether any of its forms stands at a place.

    In a spaced script, where heads are whole words and forms long, only plain numbers are worth
    the time that it takes to compile one.
    """
    made: dict[tuple[str, ...], Pattern] = {}
    found = {}
    for head, forms in by_head.items():
        if lexicon.spaced and head != "0":
            continue
        bodies = tuple(re.sub(r"\(\?P<\w+>", "(?:", form.pattern.pattern) for form in forms)
        if bodies not in made:
            made[bodies] = re.compile("|".join(bodies))
        found[head] = made[bodies]
    return found


def _either(expressions: Iterable[str]) -> str:
    """Return one expression for any of several; of none, one that never matches."""
    return "|".join(_spaced_out(expression) for expression in expressions) or "(?!)"


def _spaced_out(expression: str) -> str:
    """Return an expression whose single spaces match any space."""
    return expression.replace(" ", SPACE)


def _whole(expressions: Iterable[str]) -> Pattern:
    """Return what a gap between two dates must match as a whole."""
    return re.compile(f"(?:{_either(expressions)})" + r"\Z")


def _lead(expressions: Iterable[str], spaced: bool) -> Pattern:
    """Return what must stand right before a date, to its first letter."""
    start = r"(?<!\w)" if spaced else ""
    gap = SPACE if spaced else ""
    body = _either(expressions)
    return re.compile(start + "(?:" + body + ")" + (f"(?:{gap}|(?<=\\W))" if gap else "") + r"\Z")


def _trail(expressions: Iterable[str], spaced: bool) -> Pattern:
    """Return what may stand right after a date."""
    end = r"(?!\w)" if spaced else ""
    return re.compile(f"(?:{_either(expressions)})" + end)


def _cue(expressions: Iterable[str], spaced: bool) -> Pattern:
    """Return the words that place a sentence in the past or the future."""
    edge = r"\b" if spaced else ""
    return re.compile(f"{edge}(?:{_either(expressions)}){edge}")
