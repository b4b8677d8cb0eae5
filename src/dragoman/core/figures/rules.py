"""What a language says about amounts, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.core.figures.forms import Cues, Lexicon, any_of, reverse_any_of
from dragoman.core.figures.numerals import Numerals

_ISO = re.compile(r"[A-Z]{3}")


class NumberRules:
    """The tables of ``numbers.toml`` as patterns; all forms are written in small letters."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.spaced = bool(table.get("spaced", True))
        self.numerals = Numerals(table.get("numerals", {}), spaced=self.spaced)
        self._units(table)
        self._bounds(table)
        self._context(table)

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> NumberRules:
        """Return the rules that a parsed ``numbers.toml`` lays down."""
        return cls(table)

    def _units(self, table: Mapping[str, Any]) -> None:
        """Compile units behind a number and currencies before it."""
        units = {unit: list(forms) for unit, forms in table.get("units", {}).items()}
        before = {unit: list(forms) for unit, forms in table.get("before", {}).items()}
        for unit in set(units) | set(before):
            if _ISO.fullmatch(unit):
                units.setdefault(unit, []).append(unit.lower())
                before.setdefault(unit, []).append(unit.lower())
        self.units, self.before = Lexicon(units), Lexicon(before)
        gap = r"(?: |-(?=[^\W\d_]))?" if self.spaced else " ?"
        of = rf"(?: {self._list(table.get('of', ()))})?" if table.get("of") else ""
        self.unit = re.compile(rf"{gap}{of} ?[({{]?({self._list(self.units.names)})")
        scales = table.get("numerals", {}).get("scales", {})
        self.scales = {form: float(value) for form, value in scales.items()}
        self.scale = re.compile(rf" ({self._list(self.scales)})" if self.spaced else "(?!)")
        self.factors = {form: float(value) for form, value in table.get("factors", {}).items()}
        self.large = dict(table.get("large", {}))
        shared = table.get("shared", {})
        self.bare = {unit: frozenset(entry["forms"]) for unit, entry in shared.items()}
        self.sharing = frozenset(unit for entry in shared.values() for unit in entry["others"])
        self.cents = {
            unit: {form: float(value) for form, value in forms.items()}
            for unit, forms in table.get("cents", {}).items()
        }
        listed = self._list({form for forms in self.cents.values() for form in forms})
        self.cent = re.compile(rf" ?({listed})")
        self.cents_link = re.compile(rf" ?(?:{self._list(table.get('cents_link', ()))})? ?")

    def _bounds(self, table: Mapping[str, Any]) -> None:
        """Compile the words of bounds, on both sides, and of ranges."""
        bounds = table.get("bounds", {})
        self.bound_before = Lexicon(bounds.get("before", {}))
        self.bound_after = Lexicon(bounds.get("after", {}))
        money = reverse_any_of(self.before.names, spaced=self.spaced)
        bound = reverse_any_of(self.bound_before.names, spaced=self.spaced)
        minus = reverse_any_of(table.get("minus", ()), spaced=self.spaced)
        filler = reverse_any_of(table.get("articles", ()), spaced=self.spaced)
        label = reverse_any_of(table.get("labels", ()), spaced=self.spaced)
        opening = reverse_any_of(table.get("range", {}).get("before", ()), spaced=self.spaced)
        edge = r"(?![^\W_])" if self.spaced else ""
        sign = r"(?![^\W_])" if self.spaced else r"(?![0-9a-z\u30a0-\u30ff\u4e00-\u9fff])"
        self.left = re.compile(
            rf"(?: ?({money}))?((?:-{sign}| ?(?:{minus})){edge})?"
            rf"(?: {{0,3}}({label}))?(?: {{0,3}}(?:{filler}))?"
            rf"(?: {{0,3}}({bound}))?(?: {{0,3}}({opening}))?"
        )
        tails = self._list(table.get("tails", ()))
        self.tail = re.compile(rf"{tails}|[:/][0-9]")
        self.money = re.compile(rf"({any_of(self.before.names, spaced=False)}) ?")
        self.after = re.compile(rf" ?({self._list(self.bound_after.names)})")
        ranges = table.get("range", {})
        self.between = re.compile(rf" ?(?:{self._list(ranges.get('between', ()))}) ?")
        self.both = re.compile(rf" ?(?:{self._list(ranges.get('both', ()))})? ?")
        self.forward = re.compile(rf"({self._list(self.bound_before.names)}) ?")
        self.closed = re.compile(rf" ?(?:{self._list(ranges.get('closed', ()))}) ?")
        self.closing = re.compile(rf" ?(?:{self._list(ranges.get('closing', ()))})")
        self.opened = re.compile(
            rf" ?(?:{self._list([*ranges.get('between', ()), *ranges.get('opened', ())])}) ?"
        )

    def _context(self, table: Mapping[str, Any]) -> None:
        """Compile the nouns that are counted and the words that tell what an amount is."""
        self._nouns(table)
        self._told(table)
        self._levels(table)
        self._periods(table.get("period", {}))
        self.keep = {name: frozenset(values) for name, values in table.get("keep", {}).items()}
        self.counters = dict(table.get("counters", {}))

    def _nouns(self, table: Mapping[str, Any]) -> None:
        """Compile what is counted or shared, and the words that may stand before it."""
        self.counted = Lexicon(
            {
                f"{unit}:{measure}": forms
                for unit, m in table.get("counted", {}).items()
                for measure, forms in m.items()
            }
        )
        self.share_of = re.compile(rf" ?{self._list(table.get('share_of', ()))}")
        owner = reverse_any_of(table.get("share_before", ()), spaced=self.spaced)
        self.share_before = re.compile(rf" ?{owner}")
        skip = table.get("skip", {})
        stops, most = self._list(skip.get("stop", ())), int(skip.get("most", 3))
        noun = self._list(self.counted.names)
        if self.spaced:
            step = rf"[ -]{{1,2}}(?!{stops})[^\W\d_][\w'’-]*"
            of = rf"(?: {self._list(table.get('of', ()))})?" if table.get("of") else ""
            self.noun = re.compile(rf"{of}(?:{step}){{0,{most}}}?[ -]{{1,2}}({noun})(?![^\W_]*-\w)")
        else:
            self.noun = re.compile(rf" ?(?:[^\W\d_]{{0,{most}}}?(?:{stops}))?({noun})")
        idle = stops if self.spaced else "[をにがはでとのへも]"
        self.idle = re.compile(rf" {{0,3}}(?:$|[^\w ]|{idle})")

    def _told(self, table: Mapping[str, Any]) -> None:
        """Compile the cues, and what a rise or fall is measured against."""
        self.cues = Cues(table)
        edge = r"(?<![^\W_])" if self.spaced else ""
        self.cue = re.compile(edge + self._list(self.cues.senses))
        opened = self._list(table.get("against_open", ()))
        fixed = self._list(table.get("against", ()))
        self.against = re.compile(rf"{edge}(?:{fixed}|{opened}[^,.;:()\n]{{0,40}})")

    def _levels(self, table: Mapping[str, Any]) -> None:
        """Compile the words that make an amount a level ("to 5 percent"), not a change."""
        levels = table.get("levels", {})
        before = reverse_any_of(levels.get("before", ()), spaced=self.spaced)
        self.level_before = re.compile(rf" {{0,3}}{before}")
        self.level_after = re.compile(self._list(levels.get("after", ())))
        behind = "directions_after" in table
        self.directions_after = "directions_after" if behind else "directions"

    def _periods(self, period: Mapping[str, Any]) -> None:
        """Compile how far dates stand from their amounts, and what only compares with a date."""
        self.before_costs = int(period.get("before", 0))
        self.after_costs = int(period.get("after", 0))
        self.fate_before = int(period.get("fate_before", 0))
        since = reverse_any_of(period.get("compared_before", ()), spaced=self.spaced)
        self.compared_before = re.compile(rf" {{0,3}}({since})")
        until = self._list(period.get("compared_after", ()))
        self.compared_after = re.compile(rf" {{0,3}}({until})")

    def _list(self, forms: Iterable[str]) -> str:
        """Return a pattern for a list of forms of this language."""
        return any_of(forms, spaced=self.spaced)
