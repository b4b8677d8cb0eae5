"""Printed forms of people's names, from names with ``*`` before the surname."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

TONES = re.split(
    " ",
    "òa oà óa oá ỏa oả õa oã ọa oạ òe oè óe oé ỏe oẻ õe oẽ ọe oẹ ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ "
    "Ủy Uỷ Úy Uý Ùy Uỳ Ụy Uỵ",
)
LETTERS = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "ı": "i",
        "ß": "s",
        "æ": "ae",
        "ə": "a",
    }
)


def ascii_of(name: str) -> str:
    """Return a Latin name without diacritics."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slug(name: str) -> str:
    """Return the identifier of a person."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_of(name).lower()).strip("-")


def surname(name: str, given_last: bool = False) -> str:
    """Return the part of a marked name that stands for the surname.

    A name that begins with the mark has the family name first; where people are called by
    their given name it is the last word.
    """
    if name.startswith("*"):
        return name[1:].partition(" ")[0] if not given_last else name.rpartition(" ")[2]
    last = name.partition("*")[2]
    return "" if re.fullmatch("[IVX]+", last) else last


def latin_forms(names: Iterable[str], given_last: bool = False) -> Iterator[tuple[str, str]]:
    """Yield (form, kind) of Latin names, with and without diacritics."""
    for name in names:
        full = name.replace("*", "")
        for form in {full, ascii_of(full)}:
            yield form, "person" if " " in form or "." in form else "surname"
        for last in surnames(name, given_last):
            for form in {last, ascii_of(last)}:
                yield form, "surname"


def surnames(name: str, given_last: bool) -> Iterator[str]:
    """Yield the surname of a marked name, and the same without its Arabic article."""
    last = surname(name, given_last)
    if len(last) > 1:
        yield last
        short = re.sub(r"^(?:[ae][l]|as|ad)-(?=[A-Z])", "", last)
        if len(short) > 3:
            yield short


def with_late_tone(text: str) -> str:
    """Return Vietnamese with the tone on the last vowel of oa, oe and uy, as papers print it."""
    for early, late in zip(TONES[::2], TONES[1::2], strict=True):
        text = re.sub(rf"{early}(?!\w)", late, text)
    return text


def vietnamese_forms(own: list[str], names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (form, kind) as Vietnamese prints a name: its own spelling, else the Latin one."""
    for name in {spelt for given in own for spelt in (given, with_late_tone(given))}:
        full = name.replace("*", "")
        yield full, "person"
        if "*" in name:
            yield surname(name), "surname"
    if not any("*" in name for name in own):
        yield from latin_forms(names)


def japanese_forms(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (form, kind) of Japanese names: a space or the last ``・`` parts off the surname."""
    for name in names:
        if " " in name:
            family, given = name.split(" ", 1)
            yield family + given, "person"
            yield family + " " + given, "person"
            if len(family) > 1:
                yield family, "surname"
        elif "・" in name:
            yield name, "person"
            yield name.replace("・", "＝"), "person"
            last = name.rpartition("・")[2]
            if len(last) > 2:
                yield last, "surname"
        else:
            yield name, "person"
