"""The arithmetic of number words: how "two hundred and five thousand" adds up."""

from __future__ import annotations

from collections.abc import Callable


class Tally:
    """A number being put together word by word.

    ``pending`` waits for a multiplier, ``section`` is what stands below the next thousand,
    ``total`` what the larger scales have gathered. Each ``_take`` tells whether the word fits.
    """

    __slots__ = (
        "base",
        "complete",
        "fraction",
        "glued",
        "last",
        "loose",
        "part",
        "pending",
        "point",
        "positional",
        "previous",
        "scale",
        "section",
        "size",
        "teens",
        "times",
        "total",
        "vague",
    )

    def __init__(self, positional: bool, teens: bool) -> None:
        self.positional = self.loose = positional
        self.teens = teens
        self.base: float | None = None
        self.total = self.section = 0.0
        self.pending: float | None = None
        self.scale = self.last = self.size = 1.0
        self.point = 0.0
        self.fraction: tuple[str, float] | None = None
        self.previous = ""
        self.vague = self.complete = self.glued = self.part = self.times = False

    @property
    def value(self) -> float:
        """The number so far."""
        found = self.total + self.section + (self.pending or 0.0)
        if self.fraction is None:
            return found
        order, other = self.fraction
        above, below = (found, other) if order == "over" else (other, found)
        return (self.base or 0.0) + (above / below if below else float("inf"))

    @property
    def is_part(self) -> bool:
        """Tell whether this is a fraction or a half."""
        return self.fraction is not None or (self.part and self.size == 1.0)

    def take(self, kind: str, value: float, *, glued: bool) -> bool:
        """Add one word or group of digits; tell whether it belongs to this number."""
        if self.previous == "among" and not self._is_crowd(value):
            return False
        self.glued = glued
        fits = _TAKE[kind](self, value)
        if fits:
            self.previous = kind
            if self.base is not None and self.fraction is None:
                self.complete = False
        return fits

    def _number(self, value: float) -> bool:
        """Take digits: first, or right behind a scale ("2兆5000億")."""
        if self.previous and not self._may_follow():
            return False
        if self.previous == "points":
            while value >= 1:
                value /= 10
            value += self.pending or 0.0
        self.complete = self.glued or self.loose or self.previous in _OPEN
        self.pending = value
        return True

    def _may_follow(self) -> bool:
        """Tell whether digits may stand behind the word before."""
        return self.previous in _BEFORE_DIGITS

    def _ones(self, value: float) -> bool:
        """Take a word such as "twenty", "five" or "триста"."""
        if self.previous == "points":
            return self._decimal(value)
        if self.point:
            return value < 10 and self._decimal(value)
        if self.previous == "links" and not self._after_link():
            return False
        if self.pending is None:
            self.pending = value
        elif not self._room(value):
            return False
        self.complete = True
        return True

    def _after_link(self) -> bool:
        """Tell whether "and" may join what follows: after hundreds, thousands, not millions."""
        return self.pending is None and self.last <= 1000

    def _room(self, value: float) -> bool:
        """Put a smaller word into the noughts of the one before."""
        before = self.pending or 0.0
        if self.positional and self.glued and self.previous == "ones" and value < 10:
            self.pending = before * 10 + value
            return True
        for step in (10.0, 100.0, 1000.0):
            if (
                value < step
                and before >= max(step, 10.0 if self.teens else 20.0)
                and before % step == 0
            ):
                self.pending = before + value
                return True
        return False

    def _decimal(self, value: float) -> bool:
        """Take a digit, or at first a number of two, behind a spoken point."""
        self.point = (self.point or 1.0) / 10
        self.pending = (self.pending or 0.0) + value * self.point / (10 if value >= 10 else 1)
        self.complete = True
        return True

    def _multiplier(self, value: float) -> bool:
        """Take "hundred", 十, mươi."""
        if self.previous == "links" and self.pending is not None:
            return False
        self.section += (1.0 if self.pending is None else self.pending) * value
        self.pending = None
        self.point = 0.0
        self.size = value
        self.complete = True
        return True

    def _scale(self, value: float) -> bool:
        """Take "thousand", "million", 万, tỷ; a larger one multiplies what stands before."""
        if not self.complete and self.previous == "number" and value >= self.last:
            return False
        group = self.section + (self.pending or 0.0)
        bare = self.section == 0.0 and self.pending is None
        if self.total and value > self.last:
            self.total = (self.total + group) * value
        elif self.total and bare:
            return False
        else:
            self.total += (1.0 if bare else group) * value
        self.section, self.pending, self.point = 0.0, None, 0.0
        self.last = self.size = value
        self.scale = self.scale * value if self.previous in ("scales", "vague") else value
        self.complete = True
        return True

    def _vague(self, value: float) -> bool:
        """Take "dozens", "thousands": a scale after a number, an order of magnitude alone."""
        if self.previous == "links" and not self.vague:
            return False
        if self.previous and (self.pending is not None or self.section or self.total):
            return self._scale(value) if value >= 1000 else self._multiplier(value)
        self.vague = True
        return self._scale(value) if value >= 1000 else self._multiplier(value)

    def _several(self, _value: float) -> bool:
        """Take 数, "several", hàng: some number of the hundreds or thousands that follow."""
        if self.previous in ("multipliers", "scales") and self.glued and self.positional:
            self.vague = True
            return True
        if self.previous:
            return False
        self.vague = True
        return True

    def _half(self, value: float) -> bool:
        """Take "half": of the last scale behind one, else of one."""
        if self.size > 1 and self.pending is None:
            self.total += value * self.size
        elif self.pending is not None or not self.previous:
            self.part = self.pending is None
            self.pending = (self.pending or 0.0) + value
        else:
            return False
        self.complete = True
        return True

    def _bonus(self, value: float) -> bool:
        """Take rưỡi: half of the last word of size."""
        if not self.complete:
            return False
        self.total += value * self.size
        return True

    def _part(self, value: float) -> bool:
        """Take "thirds", "quarter": a fraction of the number before."""
        if self.previous != "ones" or self.pending is None:
            return False
        self.fraction = ("under", self.value)
        self.total = self.section = 0.0
        self.pending = value
        self.complete = True
        return True

    def _link(self, _value: float) -> bool:
        """Take "and", "of" between number words."""
        fits = self.complete and not self.point
        self.complete = False
        return fits

    def _point(self, _value: float) -> bool:
        """Take a spoken decimal point."""
        self.complete = False
        return self.previous in ("ones", "multipliers", "number") and not self.point

    def _over(self, _value: float) -> bool:
        """Take 分の: what stands before is the denominator, what follows the numerator."""
        return self._fraction("over")

    def _under(self, _value: float) -> bool:
        """Take phần: what stands before is the numerator, what follows the denominator."""
        return self._fraction("under")

    def _among(self, _value: float) -> bool:
        """Take "in" of "one in five", "nine in ten"."""
        few = self.previous in ("ones", "number") and self.value in range(1, 10)
        return few and self._fraction("under")

    def _is_crowd(self, value: float) -> bool:
        """Tell whether this can be the crowd of which so many are told ("one in five")."""
        above = self.fraction[1] if self.fraction else 0.0
        return above < value <= 1000 and (above == 1 or value in (5, 10, 100))

    def _times(self, value: float) -> bool:
        """Take "doubled", вдвое: a word that stands alone."""
        if self.previous:
            return False
        self.pending = value
        self.complete = self.times = True
        return True

    def _plus(self, _value: float) -> bool:
        """Take と in "2と4分の1": a fraction must follow."""
        if self.base is not None or self.fraction is not None or not self.complete:
            return False
        self.base = self.value
        self.total = self.section = 0.0
        self.pending, self.complete, self.size = None, False, 1.0
        return True

    def _stop(self, _value: float) -> bool:
        """Refuse a phrase that only begins like a number word (phần trăm)."""
        return False

    def _fraction(self, order: str) -> bool:
        """Set the first half of a fraction aside."""
        if self.fraction is not None or (self.base is None and not self.complete):
            return False
        self.fraction = (order, self.value)
        self.total = self.section = 0.0
        self.pending, self.complete = None, False
        return True


_BEFORE_DIGITS = frozenset(
    {"scales", "multipliers", "over", "under", "among", "points", "plus", "links"}
)

_OPEN = frozenset({"", "points", "among"})

_TAKE: dict[str, Callable[[Tally, float], bool]] = {
    "number": Tally._number,
    "ones": Tally._ones,
    "multipliers": Tally._multiplier,
    "scales": Tally._scale,
    "vague": Tally._vague,
    "several": Tally._several,
    "halves": Tally._half,
    "bonus": Tally._bonus,
    "parts": Tally._part,
    "links": Tally._link,
    "points": Tally._point,
    "over": Tally._over,
    "under": Tally._under,
    "among": Tally._among,
    "plus": Tally._plus,
    "stops": Tally._stop,
    "times": Tally._times,
}
