"""Russian names and titles in all cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pymorphy3

CASES = ("gent", "datv", "accs", "ablt", "loct")
STEMS = {"Павел": "Павл", "Пётр": "Петр", "Лев": "Льв", "Александр": "Александр"}
HISSING = "жшчщц"
OTHER_WORDS = {
    "после",
    "рада",
    "рады",
    "раду",
    "раде",
    "папу",
    "политика",
    "политике",
    "политики",
    "политику",
    "дум",
    "главу",
    "главе",
    "главы",
    "суде",
    "мере",
    "силе",
    "силу",
    "банке",
    "банка",
    "банку",
}


def russian_forms(
    names: Iterable[str], gender: str, family_first: bool
) -> Iterator[tuple[str, str]]:
    """Yield (form, kind) of Russian names in all cases; the last word is the surname."""
    for name in names:
        words = name.split(" ")
        last_only = family_first and len(words) > 1 and name == name.strip() and is_asian(words)
        for number in range(6):
            for form in declined_name(words, number, gender, last_only):
                yield form, "person" if " " in form else "surname"
        if len(words) > 1 and not last_only and not re.fullmatch("[IVX]+", words[-1]):
            for number in range(6):
                for form in declined(words[-1], number, gender, True):
                    yield form, "surname"
                    if re.match(r"(?:аль|эль|ас|аш|аз)-[А-Я]", form):
                        yield form.partition("-")[2], "surname"


def is_asian(words: list[str]) -> bool:
    """Tell whether a name of short words declines only at its end."""
    return all(len(word) <= 9 for word in words)


def declined_name(words: list[str], number: int, gender: str, last_only: bool) -> Iterator[str]:
    """Yield a whole name in one case."""
    firsts = [
        word if last_only else next(iter(declined(word, number, gender, False)))
        for word in words[:-1]
    ]
    for last in declined(words[-1], number, gender, not last_only):
        yield " ".join([*firsts, last])


def declined(word: str, number: int, gender: str, is_surname: bool) -> list[str]:
    """Return a name in one case (0 nominative to 5 prepositional), with its spellings."""
    forms = (
        [word]
        if number == 0
        else woman(word, number)
        if gender == "f"
        else man(word, number, is_surname)
    )
    return [*forms, *(f.replace("ё", "е") for f in forms if "ё" in f)]


def woman(word: str, number: int) -> list[str]:
    """Return a woman's name in an oblique case."""
    n = number - 1
    if re.search(r"(?:ов|ев|ёв|ин|ын)а$", word):
        return [word[:-1] + ("ой", "ой", "у", "ой", "ой")[n]]
    if word.endswith("ая"):
        return [word[:-2] + ("ой", "ой", "ую", "ой", "ой")[n]]
    return soft_or_hard(word, n)


def soft_or_hard(word: str, n: int) -> list[str]:
    """Return a name in -а or -я in an oblique case; others stay as they are."""
    stem = word[:-1]
    if word.endswith("ия"):
        return [stem + ("и", "и", "ю", "ей", "и")[n]]
    if word.endswith("я"):
        return [stem + ("и", "е", "ю", "ей", "е")[n]]
    if word.endswith("а") and not word.endswith(("уа", "оа", "иа")):
        hard = "и" if stem[-1:] in "гкхжшчщ" else "ы"
        return [stem + (hard, "е", "у", "ей" if stem[-1:] in HISSING else "ой", "е")[n]]
    return [word]


def man(word: str, number: int, is_surname: bool) -> list[str]:
    """Return a man's name in an oblique case."""
    n = number - 1
    if re.search(r"(?:[сц]кий|ный|лый|[бвзр]ой|тый)$", word) and is_surname:
        soft = "им" if word.endswith("кий") else "ым"
        return [word[:-2] + ("ого", "ому", "ого", soft, "ом")[n]]
    if is_surname and re.search(r"(?:ов|ев|ёв|ин|ын)$", word):
        forms = [word + ("а", "у", "а", "ым", "е")[n]]
        return [*forms, word + "ом"] if n == 3 else forms
    if word.endswith("ий"):
        return [word[:-1] + ("я", "ю", "я", "ем", "и")[n]]
    if word.endswith(("й", "ь")):
        return [word[:-1] + ("я", "ю", "я", "ем", "е")[n]]
    if re.search(r"[бвгджзклмнпрстфхцчшщ]$", word):
        stem = STEMS.get(word, word)
        end = "ем" if word[-1] in HISSING else "ом"
        return [stem + ("а", "у", "а", end, "е")[n]]
    return soft_or_hard(word, n)


@cache
def analyser() -> pymorphy3.MorphAnalyzer:
    """Return the morphological dictionary."""
    return pymorphy3.MorphAnalyzer(lang="ru")


def russian_roles(form: str, kind: str) -> Iterator[str]:
    """Yield a title or role in all cases; roles and institutions in the plural too."""
    yield from (made for made in all_forms(form, kind) if made not in OTHER_WORDS)


def all_forms(form: str, kind: str) -> Iterator[str]:
    """Yield the forms of a title or role, those that are other words too among them."""
    singular, sign, plural = form.partition("=")
    if sign and not plural:
        yield singular
        return
    numbers = ("sing", "plur") if kind == "role" else ("sing",)
    for number in numbers:
        for case in ("nomn", *CASES):
            yield from inflected(singular, number, case)
    if plural:
        for case in ("nomn", *CASES):
            yield from inflected(plural, "plur", case)


def inflected(phrase: str, number: str, case: str) -> Iterator[str]:
    """Yield a phrase in one case: its head noun and the adjectives before it change."""
    words = phrase.split(" ")
    head = next((n for n, w in enumerate(words) if not is_adjective(w)), len(words) - 1)
    plural = noun_parse(words[head]).tag.number == "plur"
    gender = noun_parse(words[head]).tag.gender
    changed = [
        one_word(word, "plur" if plural else number, case, gender if n < head else None)
        for n, word in enumerate(words[: head + 1])
    ]
    yield " ".join([*changed, *words[head + 1 :]])


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective or participle in the nominative."""
    return bool(re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$", word)) and not re.search(
        r"(?:ние|тие|вие|рий|лий|ствие)$", word
    )


def noun_parse(word: str) -> pymorphy3.analyzer.Parse:
    """Return the reading of a word as a noun in the nominative, where there is one."""
    parses = analyser().parse(word)
    return next((p for p in parses if {"NOUN", "nomn"} in p.tag), parses[0])


def one_word(word: str, number: str, case: str, gender: str | None) -> str:
    """Return a word in a number and case, with its capitals; abbreviations stay."""
    if word.isupper() or (len(word) > 1 and word[1:] != word[1:].lower()):
        return word
    parses = analyser().parse(word)
    if gender:
        wanted = {number, case} | ({gender} if number == "sing" else set())
        parse = next((p for p in parses if {"ADJF"} in p.tag or {"PRTF"} in p.tag), parses[0])
        animate = {"inan"} if case == "accs" and gender == "masc" else set()
        made = parse.inflect(wanted | animate) or parse.inflect(wanted)
    else:
        made = noun_parse(word).inflect({number, case})
    if made is None:
        return word
    text = made.word if "ё" in word else made.word.replace("ё", "е")
    return text[0].upper() + text[1:] if word[0].isupper() else text
