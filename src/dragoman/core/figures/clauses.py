"""The words around an amount that tell what it is: topic, nature, record, rise or fall."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dragoman.core.figures.folding import Source
from dragoman.core.figures.rules import NumberRules

_END = re.compile(r"[。！？!?\n]|(?<![A-ZА-Я])\.(?=[\"'”»)\]]{0,2}\s)")
_BREAK = re.compile(r"[,;、，；:：()（）「」“”«»]")
_BACK, _AHEAD = 400, 300


class Cue(NamedTuple):
    """A word of a known kind (``topics.money``, ``fates``, ``natures``…) at a place."""

    start: int
    stop: int
    kind: str
    name: str


class Clauses:
    """Finds the sentence of a place and the cues in it, each sentence read once."""

    def __init__(self, source: Source, rules: NumberRules) -> None:
        self.source, self.rules = source, rules
        self._ends = [m.end() for m in _END.finditer(source.text)]
        self._read = (0, 0)
        self._cues: list[Cue] = []
        self._starts: list[int] = []

    def sentence(self, start: int, stop: int) -> tuple[int, int]:
        """Return where the sentence of this passage begins and ends (never far away)."""
        left = bisect_right(self._ends, start)
        low = self._ends[left - 1] if left else 0
        right = bisect_left(self._ends, stop)
        high = self._ends[right] if right < len(self._ends) else len(self.source.text)
        return max(low, start - _BACK), min(high, stop + _AHEAD)

    def cues(self, low: int, high: int) -> list[Cue]:
        """Return the cues from ``low`` to ``high``, in text order."""
        known, until = self._read
        if not (known <= low and high <= until):
            self._read_cues(low, high)
        first = bisect_left(self._starts, low)
        return self._cues[first : bisect_left(self._starts, high)]

    def _read_cues(self, low: int, high: int) -> None:
        """Find the cues of a passage."""
        of = self.rules.cues.of
        found = [
            Cue(match.start(), match.end(), kind, name)
            for match in self.rules.cue.finditer(self.source.small, low, high)
            for kind, name in of(match.group())
        ]
        self._cues, self._read = found, (low, high)
        self._starts = [cue.start for cue in found]

    def breaks(self, low: int, high: int) -> int:
        """Return how many marks that part clauses stand between two places."""
        return len(_BREAK.findall(self.source.text, low, high)) if low < high else 0
