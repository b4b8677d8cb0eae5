"""What the placeholders and constants of a written form say: month names, counts, directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields

from dragoman.core.dates.lexicon import Lexicon
from dragoman.core.dates.moments import Moment

Parts = dict[str, int | str | None]
TEXTS = frozenset({"unit", "way", "part", "season", "holiday", "same"})


def moment_of(
    groups: Mapping[str, str], constants: Mapping[str, str], lexicon: Lexicon
) -> Moment | None:
    """Return what the placeholders of a form say together, or ``None`` where a number cannot be."""
    parts: Parts = {}
    for group, word in groups.items():
        name = lexicon.kinds.get(group, group)
        reading = READINGS.get(name)
        made = reading(parts, word, lexicon) if reading else _listed(name, word, lexicon)
        if made is None:
            return None
        parts.update(made)
    for name, value in constants.items():
        if name != "role":
            parts[name] = value if name in TEXTS else int(value)
    return Moment(**parts) if parts else None  # type: ignore[arg-type]


def _listed(name: str, word: str, lexicon: Lexicon) -> Parts | None:
    """Return the value that the lexicon gives a word of a class."""
    value = lexicon.value(name, word)
    if value is None:
        return None
    return {name: value if name in TEXTS else int(value)}


def _number(name: str, word: str, lexicon: Lexicon) -> int | None:
    """Return the number of digits, numerals, or a word of the class."""
    if word.isdecimal():
        return int(word)
    value = lexicon.value(name, word)
    return lexicon.number(word) if value is None else int(value)


def _year(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = lexicon.number(word)
    return {"year": number} if number is not None and 1000 <= number < 2200 else None


def _short_year(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = int(word)
    return {"year": number + (2000 if number < 70 else 1900)}


def _era(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    base = lexicon.value("era", word)
    return None if base is None else {"year": int(base) + int(parts.get("year") or 0)}


def _era_year(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("era_year", word, lexicon)
    return {"year": int(parts.get("year") or 0) + number} if number else None


def _month(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("month_no", word, lexicon)
    return {"month": number} if number and 1 <= number <= 12 else None


def _day(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("day", word, lexicon)
    return {"day": number} if number and 1 <= number <= 31 else None


def _count(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = lexicon.number(word)
    return None if number is None else {"count": number}


def _quarter(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("quarter", word, lexicon)
    if not number or not 1 <= number <= 4:
        return None
    return {"ordinal": number, "unit": "quarter"}


def _week_no(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    return {"ordinal": int(word), "unit": "week"} if 1 <= int(word) <= 53 else None


def _decade(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("decade", word, lexicon)
    if number is None or number % 10:
        return None
    if number >= 100:
        return {"decade": number} if 1000 <= number < 2200 else None
    return {"decade": 1900 + number if number >= 30 else 2000 + number}


def _century(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    number = _number("century", word, lexicon)
    return {"century": number} if number and 1 <= number <= 22 else None


def _relative(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    value = lexicon.value("relative", word)
    if value is None:
        return None
    unit, shift = value.split(" ")
    return {"unit": unit, "shift": int(shift)}


def _ago(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    """Return the direction of a count: "ago" is -1, "from now" 1."""
    sign = lexicon.value("ago", word)
    return None if sign is None else {"shift": int(sign), "way": "point"}


def _stretch(parts: Parts, word: str, lexicon: Lexicon) -> Parts | None:
    """Return the side on which a counted stretch lies: "past" is -1, "coming" 1."""
    sign = lexicon.value("stretch", word)
    return None if sign is None else {"shift": int(sign), "way": "span"}


Reading = Callable[[Parts, str, Lexicon], Parts | None]

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
MEANINGS = READINGS.keys() | {field.name for field in fields(Moment)}
