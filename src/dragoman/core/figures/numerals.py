"""Numbers in digits and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from dragoman.core.figures.folding import Source
from dragoman.core.figures.forms import any_of
from dragoman.core.figures.tally import Tally

_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅙": 1 / 6}
_MARKS = ("links", "points", "over", "under", "among", "plus", "stops")
_KINDS = ("ones", "multipliers", "scales", "vague", "several", "halves", "parts", "bonus", "times")


@dataclass(slots=True)
class Numeral:
    """A number from ``start`` to ``stop``; ``scale`` is the thousand or million that it names.

    It is not frozen for speed only: nobody alters it.
    """

    start: int
    stop: int
    value: float
    vague: bool = False
    scale: float = 1.0
    worded: bool = False
    weak: bool = False
    part: bool = False
    times: bool = False


class Numerals:
    """The number words of a language, compiled from the table ``numerals``."""

    def __init__(self, table: Mapping[str, Any], *, spaced: bool) -> None:
        self.words: dict[str, tuple[str, float]] = {}
        for kind in reversed(_KINDS):
            for form, value in table.get(kind, {}).items():
                self.words[form] = (kind, float(value))
        self.words.update((sign, ("halves", value)) for sign, value in _SIGNS.items())
        for kind in _MARKS:
            self.words.update((form, (kind, 0.0)) for form in table.get(kind, ()))
        letters, money = table.get("glued", {}), table.get("money", {})
        self.glued = {form: float(value) for form, value in (letters | money).items()}
        self.weak = frozenset(table.get("weak", ()))
        self.habits = bool(table.get("positional", False)), bool(table.get("teens", False))
        self.digits = _Digits(table)
        never = _NEVER_FIRST | frozenset(table.get("never_first", ()))
        starts = [w for w, (kind, _) in self.words.items() if not {kind, w} & never]
        refused = any_of(table.get("refused", ()), spaced=spaced)
        words, number = any_of(self.words, spaced=spaced), self.digits.pattern
        gap = r"(?:[ -]{1,3}|)" if spaced else " ?"
        edge = r"(?<![^\W_])" if spaced else ""
        first = rf"(?<![\w.,])[{self.digits.decimal}][0-9]|[0-9]"
        named = any_of(starts, spaced=spaced)
        self.start = re.compile(rf"{first}|{edge}(?!{refused}){named}")
        self.token = re.compile(rf"{gap}(?:({number})|({words}))")
        more = rf"(?:[0-9.,/^]|[ -]{{0,2}}[0-9e]|{gap}(?:{words}))"
        self.plain = re.compile(rf"[0-9]{{1,12}}(?!{more})")
        self.suffix = _letters(letters, spaced)
        self.money = _letters(letters | money, spaced)

    def read(self, source: Source, start: int, *, money: bool = False) -> Numeral | None:
        """Return the number that begins at ``start``; ``money`` where a currency stands before."""
        text = source.small
        plain = self.plain.match(text, start)
        if plain is not None:
            found = Numeral(start, plain.end(), float(plain.group()))
            return self._with_letters(source, found, money)
        token = self.token.match(text, start)
        if token is None or start not in (token.start(1), token.start(2)):
            return None
        tally = Tally(*self.habits)
        worded = token.group(1) is None
        stop, value = start, 0.0
        while token is not None:
            number, word = token.groups()
            kind, size = ("number", self.digits.value(number)) if number else self.words[_one(word)]
            glued = token.end() - token.start() == len(number or word)
            if not tally.take(kind, size, glued=glued):
                break
            if tally.complete:
                stop, value = token.end(), tally.value
            token = self.token.match(text, token.end())
        if stop == start or not isfinite(value):
            return None
        weak = worded and text[start:stop] in self.weak
        found = Numeral(start, stop, value, tally.vague, tally.scale, worded, weak, tally.is_part)
        if tally.times:
            found = replace(found, times=True)
        return found if worded or found.scale > 1 else self._with_letters(source, found, money)

    def _with_letters(self, source: Source, found: Numeral, money: bool) -> Numeral | None:
        """Return the number with letters such as "bn" that follow its digits."""
        suffix = (self.money if money else self.suffix).match(source.text, found.stop)
        if suffix is None:
            return found
        scale = self.glued[suffix.group(1)]
        value = found.value * scale
        if not isfinite(value):
            return None
        return Numeral(found.start, suffix.end(), value, scale=scale)


_ENDLESS = float("inf")
_NEVER_FIRST = frozenset({*_MARKS, "bonus"})


def _power(base: str, exponent: str) -> float:
    """Return a power as written with ^, infinite where it is beyond all use."""
    times = int(exponent.lstrip("+-")) * (-1 if exponent.count("-") % 2 else 1)
    try:
        return float(float(base) ** times)
    except (OverflowError, ZeroDivisionError):
        return _ENDLESS


def _letters(forms: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """Return a pattern for the letters that stand for a scale behind digits."""
    listed = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    border = r"[^\W_]" if spaced else "[A-Za-z0-9]"
    return re.compile(rf" ?({listed})(?!{border})")


def _one(word: str) -> str:
    """Return the words with one space between."""
    return " ".join(word.split())


class _Digits:
    """How a language writes numbers in digits: marks of decimals and of groups of three."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        decimal, group = table.get("decimal", "."), table.get("group", ",")
        zeros = table.get("zeros", "")
        rest = rf"(?!\d)(?:[{re.escape(decimal)}]\d+)?"
        groups = [rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+{rest}" for mark in group]
        if table.get("lakhs"):
            groups.append(rf"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}{rest}")
        parts = ["|".join(groups)]
        if zeros:
            parts.insert(0, rf"\d{{1,3}}(?:[{re.escape(zeros)}]000)+(?!\d)(?![.,]\d)")
        parts.append(r"(?:\d+ {1,2})?\d+/\d+(?![0-9/])")
        parts.append(r"\d+(?:\.\d+)?e[+-]?\d{1,3}(?![^\W_])")
        parts.append(r"\d+(?:\.\d+)?\^[-+]{0,2}\d{1,2}(?!\d)")
        parts.append(rf"[{re.escape(decimal)}]\d+")
        every = re.escape("".join(dict.fromkeys(decimal + ".")))
        parts.append(rf"\d+(?:[{every}]\d+(?![{every}]\d))?")
        self.pattern = "|".join(parts).replace(r"\d", "[0-9]")
        self.grouped = re.compile(
            (parts[0] + ("|" + parts[1] if zeros else "")).replace(r"\d", "[0-9]")
        )
        self.group = str.maketrans("", "", group + zeros)
        self.decimal = decimal

    def value(self, printed: str) -> float:
        """Return the value of digits as printed (infinite where it is beyond all use)."""
        if "/" in printed:
            whole, _, part = printed.rpartition(" ")
            above, below = part.split("/")
            return float(whole or 0) + (float(above) / float(below) if float(below) else _ENDLESS)
        if "^" in printed:
            return _power(*printed.split("^"))
        if self.grouped.fullmatch(printed):
            return self._grouped(printed)
        return float(printed.replace(",", "."))

    def _grouped(self, printed: str) -> float:
        """Return the value of digits in groups of three, with or without decimals."""
        for mark in self.decimal:
            whole, _, rest = printed.rpartition(mark)
            if whole and len(printed) - len(rest) and mark not in whole and len(whole) > 3:
                return float(f"{whole.translate(self.group)}.{rest}")
        return float(printed.translate(self.group))
