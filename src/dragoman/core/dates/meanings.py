"""What the placeholders and constants of a written form say: month names, counts, directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace

from dragoman.core.dates.lexicon import Lexicon
from dragoman.core.dates.moments import Moment

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


SETTERS: dict[str, Callable[[Moment, str, Lexicon], Moment | None]] = {
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

MEANINGS = SETTERS.keys() | {field.name for field in fields(Moment)}
