"""Russian: the cases of names, and of adjectives and nouns for peoples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pymorphy3

from scripts.forms import traps

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
VOWELS = "аеёиоуыэюя"
# Endings of names unknown to the dictionary, by their last letters: the five oblique cases.
ENDINGS = (
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ья", ("ьи", "ье", "ью", "ьей", "ье")),
    ("ка", ("ки", "ке", "ку", "кой", "ке")),
    ("га", ("ги", "ге", "гу", "гой", "ге")),
    ("ха", ("хи", "хе", "ху", "хой", "хе")),
    ("жа", ("жи", "же", "жу", "жей", "же")),
    ("ша", ("ши", "ше", "шу", "шей", "ше")),
    ("ча", ("чи", "че", "чу", "чей", "че")),
    ("я", ("и", "е", "ю", "ей", "е")),
    ("а", ("ы", "е", "у", "ой", "е")),
    ("й", ("я", "ю", "й", "ем", "е")),
)
# Cities of the former Union are named from this many people on, those abroad from five times it.
SMALLEST = 100_000
NEAR = frozenset(
    ("RU", "UA", "BY", "KZ", "UZ", "KG", "TJ", "TM", "AM", "AZ", "GE", "MD", "EE", "LV", "LT")
)
TRAPS = traps(__name__)
ADJECTIVES = ("ADJF", "PRTF")


@cache
def analyser() -> pymorphy3.MorphAnalyzer:
    """Return the dictionary of Russian words."""
    return pymorphy3.MorphAnalyzer()


def cleaned(name: str) -> str | None:
    """Return a CLDR name as the press prints it, or ``None`` where it does not."""
    if "(" in name:
        return None
    return name.replace("о-ва", "острова").replace("о-в", "остров").replace("’", "'")


def derive(form: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield all inflected forms of a name, each with its kind, and those with е for ё."""
    if kind == "none" or "[" in form or form.endswith("-"):
        return
    found = dict.fromkeys([form, *_inflected(form, kind)])
    for item in found:
        yield item, kind
        if "ё" in item.lower():
            yield item.replace("ё", "е").replace("Ё", "Е"), kind


def _inflected(form: str, kind: str) -> Iterator[str]:
    """Yield the forms of an abbreviation (none), an adjective, a people's name or a name."""
    if kind == "abbr":
        return
    if kind == "demonym" and form.islower():
        yield from _of_people(form)
        return
    yield from _of_name(form)


def _of_people(word: str) -> Iterator[str]:
    """Yield all forms of an adjective or of a noun for people, the first part of pairs too."""
    wanted = "ADJF" if word.endswith(("ий", "ый", "ой")) else "NOUN"
    prefix, hyphen, last = word.rpartition("-")
    for parse in analyser().parse(last):
        if wanted == parse.tag.POS and _plain(parse.normal_form) == _plain(last):
            for other in parse.lexeme:
                if not {"Supr", "Cmp2", "COMP", "ADJS", "Qual=never"} & set(
                    str(other.tag).split(",")
                ):
                    yield prefix + hyphen + other.word
            break
    if wanted == "ADJF":
        yield word.removesuffix("ий").removesuffix("ый") + "о-"


def _plain(word: str) -> str:
    """Return a word with е for ё."""
    return word.replace("ё", "е")


def _of_name(form: str) -> Iterator[str]:
    """Yield the oblique cases of a name of one word or several."""
    words = form.split(" ")
    changing = _heads(words)
    if not changing:
        return
    plural = words[changing[-1]]
    for case in CASES[1:]:
        changed = list(words)
        for place in changing:
            changed[place] = _in_case(words[place], case)
        yield " ".join(changed)
    if len(words) == 1 and plural:
        yield from _second_locative(form)


def _second_locative(word: str) -> Iterator[str]:
    """Yield the locative in -у of the few nouns that have one (в Крыму)."""
    for parse in analyser().parse(word):
        if "NOUN" in parse.tag and parse.tag.case == "nomn" and analyser().word_is_known(word):
            other = parse.inflect({"loc2"})
            if other and "loc2" in other.tag:
                yield other.word.capitalize()
            return


def _heads(words: list[str]) -> list[int]:
    """Return the places of the words that change: those up to the first noun in the nominative.

    A word joined by ``и`` to that noun changes too; what follows stands in the genitive.
    """
    found: list[int] = []
    for place, word in enumerate(words):
        sort = _sort(word)
        if sort == "fixed":
            return found if found else []
        found.append(place)
        if sort == "noun":
            if words[place + 1 : place + 2] in (["и"], ["-"], ["—"]) and place + 2 < len(words):
                rest = _heads(words[place + 2 :])
                found += [place + 2 + item for item in rest]
            return found
    return found


def _sort(word: str) -> str:
    """Tell an adjective from a noun and from a word that does not change."""
    bare = word.strip('«»"')
    if not re.search("^.[а-яё']+$|-|'", bare) or bare.lower() in ("и", "в", "по", "за", "без"):
        return "fixed"
    if re.search("(ый|ий|ой|ая|яя|ое|ее|ые|ие)$", bare) and any(
        item.tag.POS in ADJECTIVES and item.tag.case == "nomn" for item in analyser().parse(bare)
    ):
        return "adjective"
    return "noun"


def _in_case(word: str, case: str) -> str:
    """Return a word in a case, its capitals and quotation marks kept."""
    bare = word.strip('«»"')
    left, right = word[: word.index(bare)], word[word.index(bare) + len(bare) :]
    first, hyphen, last = bare.rpartition("-")
    if hyphen and first.lower() in ("народно", "южно", "северо", "нагорно", "юго", "азиатско"):
        return left + first + hyphen + _one(last, case) + right
    if hyphen and not analyser().word_is_known(bare):
        return left + first + hyphen + _one(last, case) + right
    return left + _one(bare, case) + right


def _one(word: str, case: str) -> str:
    """Return a single word in a case: from the dictionary, else by its ending."""
    if _sort(word) == "adjective":
        return _adjective(word, case)
    for parse in analyser().parse(word) if analyser().word_is_known(word) else ():
        if (
            parse.tag.POS == "NOUN"
            and parse.tag.case == "nomn"
            and not {"Surn", "Name", "Patr"} & parse.tag.grammemes
        ):
            other = parse.inflect({case})
            return _like(word, other.word) if other else word
    return _by_ending(word, case)


def _adjective(word: str, case: str) -> str:
    """Return an adjective in a case; the accusative of things is as the nominative."""
    for parse in analyser().parse(word):
        if parse.tag.POS in ADJECTIVES and parse.tag.case == "nomn":
            if case == "accs" and parse.tag.gender != "femn":
                return word
            wanted = {case, parse.tag.number} | ({parse.tag.gender} if parse.tag.gender else set())
            other = parse.inflect(wanted)
            if other:
                return _like(word, other.word)
    return word


def _by_ending(word: str, case: str) -> str:
    """Return a name that the dictionary lacks in a case: -а, -я, consonants; others stay."""
    number = CASES.index(case) - 1
    for ending, forms in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            if ending == "й" and word.endswith("ий"):
                return word[:-1] + ("я", "ю", "й", "ем", "и")[number]
            return word.removesuffix(ending) + forms[number]
    if word[-1].lower() in VOWELS or not word[-1].isalpha() or word[-1] == "ь":
        return word
    hushing = word[-1] in "жшчщц"
    return word + ("а", "у", "", "ем" if hushing else "ом", "е")[number]


def _like(word: str, other: str) -> str:
    """Return the other form with the capitals of the word."""
    if word.isupper():
        return other.upper()
    return other[0].upper() + other[1:] if word[0].isupper() else other


def city_forms(city: dict[str, Any]) -> Iterator[str]:
    """Yield all cases of the one or two Russian names of a city."""
    smallest = SMALLEST if city["countrycode"] in NEAR else 5 * SMALLEST
    if city["population"] < smallest:
        return
    names = [name for name in city["alternatenames"] if re.fullmatch("[А-ЯЁ][А-яЁё -]{3,}", name)]
    dictionary = [name for name in names if _is_place(name)]
    for name in (dictionary or names)[: 2 if dictionary else 3]:
        if name not in TRAPS and not (_is_word(name) and name not in dictionary):
            for form, _ in derive(name, "name"):
                yield form


def _is_place(name: str) -> bool:
    """Tell whether the dictionary knows a name as that of a place first of all."""
    parses = analyser().parse(name)
    return analyser().word_is_known(name) and "Geox" in parses[0].tag


def _is_word(name: str) -> bool:
    """Tell whether the dictionary knows a name, as a word or as a person's."""
    return analyser().word_is_known(name)
