"""What the placeholders and constants of a written form say: month names, counts, directions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from dragoman.core.dates.lexicon import Lexicon
from dragoman.core.dates.moments import Moment

LEADING_DIGITS = re.compile(r"\d+")
Parts = dict[str, int | str | None]


class Word(NamedTuple):
    """A word in a placeholder, the class it is of, and the year read before it, if any."""

    text: str
    group: str
    lexicon: Lexicon
    year: int


TEXTS = frozenset({"unit", "way", "part", "season", "holiday", "same"})


def moment_of(
    groups: Mapping[str, str], constants: Mapping[str, str], lexicon: Lexicon
) -> Moment | None:
    """Return what the placeholders of a form say together, or ``None`` where a number cannot be."""
    parts: Parts = {}
    for group, word in groups.items():
        name = lexicon.kinds.get(group, group)
        reading = READINGS.get(name)
        there = Word(word, group, lexicon, int(parts.get("year") or 0))
        made = reading(there) if reading else _listed(name, there)
        if made is None:
            return None
        parts.update(made)
    for name, value in constants.items():
        if name != "role":
            parts[name] = value if name in TEXTS else int(value)
    return Moment(**parts) if parts else None  # type: ignore[arg-type]


def _listed(name: str, word: Word) -> Parts | None:
    """Return the value that the lexicon gives a word of a class."""
    value = _value(word)
    if value is None:
        return None
    return {name: value if name in TEXTS else int(value)}


def _value(word: Word) -> str | None:
    """Return the value that the lexicon gives a word in its class."""
    return word.lexicon.value(word.group, word.text)


def _number(word: Word) -> int | None:
    """Return the number of digits, numerals, or a word of the class."""
    digits = LEADING_DIGITS.match(word.text)
    if digits:
        return int(digits[0])
    value = _value(word)
    return word.lexicon.number(word.text) if value is None else int(value)


def _year(word: Word) -> Parts | None:
    number = word.lexicon.number(word.text)
    return {"year": number} if number is not None and 1000 <= number < 2200 else None


def _short_year(word: Word) -> Parts | None:
    number = int(word.text)
    return {"year": number + (2000 if number < 70 else 1900)}


def _era(word: Word) -> Parts | None:
    base = _value(word)
    return None if base is None else {"year": int(base) + word.year}


def _era_year(word: Word) -> Parts | None:
    number = _number(word)
    return {"year": word.year + number} if number else None


def _month(word: Word) -> Parts | None:
    number = _number(word)
    return {"month": number} if number and 1 <= number <= 12 else None


def _day(word: Word) -> Parts | None:
    number = _number(word)
    return {"day": number} if number and 1 <= number <= 31 else None


def _count(word: Word) -> Parts | None:
    number = word.lexicon.number(word.text)
    return None if number is None else {"number": number}


def _quarter(word: Word) -> Parts | None:
    number = _number(word)
    if not number or not 1 <= number <= 4:
        return None
    return {"ordinal": number, "unit": "quarter"}


def _week_no(word: Word) -> Parts | None:
    return {"ordinal": int(word.text), "unit": "week"} if 1 <= int(word.text) <= 53 else None


def _decade(word: Word) -> Parts | None:
    number = _number(word)
    if number is None or number % 10:
        return None
    if number >= 100:
        return {"decade": number} if 1000 <= number < 2200 else None
    return {"decade": 1900 + number if number >= 30 else 2000 + number}


def _century(word: Word) -> Parts | None:
    number = _number(word)
    return {"century": number} if number and 1 <= number <= 22 else None


def _relative(word: Word) -> Parts | None:
    value = _value(word)
    if value is None:
        return None
    unit, shift = value.split(" ")
    return {"unit": unit, "shift": int(shift)}


def _ago(word: Word) -> Parts | None:
    """Return the direction of a count: "ago" is -1, "from now" 1."""
    sign = _value(word)
    return None if sign is None else {"shift": int(sign), "way": "point"}


def _stretch(word: Word) -> Parts | None:
    """Return the side on which a counted stretch lies: "past" is -1, "coming" 1."""
    sign = _value(word)
    return None if sign is None else {"shift": int(sign), "way": "span"}


Reading = Callable[[Word], Parts | None]

READINGS: dict[str, Reading] = {
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
    "ago": _ago,
    "stretch": _stretch,
}
MEANINGS = READINGS.keys() | set(Moment._fields)
