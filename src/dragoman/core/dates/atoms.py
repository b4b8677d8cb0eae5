"""The smallest dates of a text: each written form found, with what its parts say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.core.dates.forms import Form
from dragoman.core.dates.lexicon import Lexicon
from dragoman.core.dates.moments import Moment


@dataclass(frozen=True, slots=True)
class Atom:
    """One date form in the text; ``until`` is the second end where the form is a range."""

    start: int
    stop: int
    moment: Moment
    until: Moment | None = None
    weak: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where forms may begin in a text, and which forms to try there, by their first letter."""

    lexicon: Lexicon
    anchor: re.Pattern[str]
    quick: Mapping[str, re.Pattern[str]]
    forms: Mapping[str, tuple[Form, ...]]
    doubtful: frozenset[str]
    excluded: re.Pattern[str] | None

    def atoms(self, text: str, low: str) -> Iterator[Atom]:
        """Yield the longest form at each place, in text order and without overlap."""
        place = 0
        while found := self.anchor.search(low, place):
            place = found.start()
            atom = self._longest(text, low, place)
            skipped = self.excluded.match(low, place) if self.excluded else None
            if skipped and (atom is None or skipped.end() >= atom.stop):
                place = skipped.end()
            elif atom is not None:
                yield atom
                place = atom.stop
            else:
                place = found.end()

    def _longest(self, text: str, low: str, place: int) -> Atom | None:
        """Return the longest form that begins at a place and makes sense."""
        key = "0" if low[place].isdecimal() else low[place]
        quick = self.quick.get(key)
        if quick is None or not quick.match(low, place):
            return None
        hits = [(m, f) for f in self.forms[key] if (m := f.pattern.match(low, place))]
        hits.sort(key=lambda hit: -hit[0].end())
        made = (self._atom(text, match, form) for match, form in hits)
        return next((atom for atom in made if atom is not None), None)

    def _atom(self, text: str, match: re.Match[str], form: Form) -> Atom | None:
        """Return the date that a form says, or ``None`` where its parts cannot be."""
        groups = {name: word for name, word in match.groupdict().items() if word is not None}
        first = {k: v for k, v in groups.items() if not k.endswith("_2")}
        second = first | {k[:-2]: v for k, v in groups.items() if k.endswith("_2")}
        moment = moment_of(first, form.constants, self.lexicon)
        until = None
        if len(first) < len(groups):
            until = moment_of(second, form.constants, self.lexicon)
            if until is None:
                return None
        if moment is None or not self._cased(text, match, groups):
            return None
        weak = form.weak or self._is_doubtful(groups)
        role = form.constants.get("role")
        return Atom(match.start(), match.end(), moment, until, weak, role)

    def _cased(self, text: str, match: re.Match[str], groups: Mapping[str, str]) -> bool:
        """Tell whether words that are also common words ("may") are written as names."""
        return all(
            text[match.start(name)].isupper() for name, w in groups.items() if w in self.doubtful
        )

    def _is_doubtful(self, groups: Mapping[str, str]) -> bool:
        """Tell whether a form holds nothing but a word with another common meaning."""
        return len(groups) == 1 and all(word in self.doubtful for word in groups.values())


def moment_of(
    groups: Mapping[str, str], constants: Mapping[str, str], lexicon: Lexicon
) -> Moment | None:
    """Return what the placeholders of a form say together, or ``None`` where a number cannot be."""
    moment = Moment()
    for group, word in groups.items():
        name = lexicon.kinds.get(group, group)
        setter = SETTERS.get(name)
        made = setter(moment, word, lexicon) if setter else _from_lexicon(moment, name, word, lexicon)
        if made is None:
            return None
        moment = made
    for name, value in constants.items():
        if name != "role":
            moment = _constant(moment, name, value)
    return moment if moment != Moment() else None


def _constant(moment: Moment, name: str, value: str) -> Moment:
    """Return the moment with a constant of the form set; ``sign`` turns a count back in time."""
    if name == "sign":
        return replace(moment, shift=int(value))
    if name in TEXTS:
        return replace(moment, **{name: value})
    return replace(moment, **{name: int(value)})


TEXTS = frozenset({"unit", "way", "part", "season", "holiday", "same"})


def _from_lexicon(moment: Moment, name: str, word: str, lexicon: Lexicon) -> Moment | None:
    """Return the moment with the value that the lexicon gives a word of a class."""
    value = lexicon.value(name, word)
    if value is None:
        return None
    if name in TEXTS:
        return replace(moment, **{name: value})
    return replace(moment, **{name: int(value)})


def _year(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = lexicon.number(word)
    return replace(moment, year=number) if number is not None and 1000 <= number < 2200 else None


def _short_year(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = int(word)
    return replace(moment, year=number + (2000 if number < 70 else 1900))


def _era(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    base = lexicon.value("era", word)
    return None if base is None else replace(moment, year=int(base) + (moment.year or 0))


def _era_year(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = lexicon.number(word) or _table(lexicon, "era_year", word)
    if not number:
        return None
    return replace(moment, year=(moment.year or 0) + number)


def _table(lexicon: Lexicon, name: str, word: str) -> int | None:
    value = lexicon.value(name, word)
    return None if value is None else int(value)


def _month(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = lexicon.number(word) or _table(lexicon, "month_no", word)
    return replace(moment, month=number) if number and 1 <= number <= 12 else None


def _day(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = _table(lexicon, "day", word) or lexicon.number(word)
    return replace(moment, day=number) if number and 1 <= number <= 31 else None


def _count(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = lexicon.number(word)
    return None if number is None else replace(moment, count=number)


def _quarter(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = lexicon.number(word) or _table(lexicon, "quarter", word)
    if not number or not 1 <= number <= 4:
        return None
    return replace(moment, ordinal=number, unit="quarter")


def _week_no(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    return replace(moment, ordinal=int(word), unit="week") if 1 <= int(word) <= 53 else None


def _decade(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = _table(lexicon, "decade", word) or lexicon.number(word)
    if number is None or number % 10:
        return None
    if number >= 100:
        return replace(moment, decade=number) if 1000 <= number < 2200 else None
    return replace(moment, decade=1900 + number if number >= 30 else 2000 + number)


def _century(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    number = _table(lexicon, "century", word) or lexicon.number(word)
    return replace(moment, century=number) if number and 1 <= number <= 22 else None


def _relative(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    value = lexicon.value("relative", word)
    if value is None:
        return None
    unit, shift = value.split(" ")
    return replace(moment, unit=unit, shift=int(shift))


def _sign(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    """Set the direction of a count: "ago" is -1, "from now" 1."""
    sign = _table(lexicon, "ago", word)
    return None if sign is None else replace(moment, shift=sign, way="point")


def _stretch(moment: Moment, word: str, lexicon: Lexicon) -> Moment | None:
    """Set the side on which a counted stretch lies: "past" is -1, "coming" 1."""
    sign = _table(lexicon, "stretch", word)
    return None if sign is None else replace(moment, shift=sign, way="span")


SETTERS = {
    "year": _year,
    "yy": _short_year,
    "era": _era,
    "era_year": _era_year,
    "month_no": _month,
    "day": _day,
    "n": _count,
    "quarter": _quarter,
    "week_no": _week_no,
    "decade": _decade,
    "century": _century,
    "relative": _relative,
    "ago": _sign,
    "stretch": _stretch,
}
