"""How a language prints names: links, order of title and name, pronouns; made from a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Self

NEVER = re.compile(r"(?!)")
PLAIN, POSSESSIVE, EITHER = "[_fm]", "[sfm]", "[_sfm]"
ELEMENTS = {
    "state": "[SDCK]",
    "demonym": "D",
    "place": "L",
    "name": "[PNU]",
    "full": "[PU]",
    "title": "T",
    "titles": "T(?:aT)*",
    "role": "R",
    "institution": "I",
    "unit": "[RI]",
}
LINKS = {
    "possessive": POSSESSIVE,
    "possessive?": EITHER,
    "of": "o",
    "of?": "[_fmo]",
    "to": "t",
    "comma": "c",
    "comma?": "[_fmc]",
    "and": "a",
}
SYMBOLS = {
    "former": "f",
    "modifier": "m",
    "possessive": "s",
    "of": "o",
    "to": "t",
    "comma": "c",
    "and": "a",
    "plain": "_",
}
NO_NAME_NEXT = "(?![_fm][PNU])"


@dataclass(frozen=True)
class MentionRules:
    """The surface grammar of names in one language, compiled once.

    ``phrases`` matches a string in which every known form is one capital letter and every gap
    between two forms one small sign; ``forms`` lists the printed names of each person.
    """

    phrases: re.Pattern[str]
    links: re.Pattern[str]
    words: re.Pattern[str]
    pronouns: Mapping[str, str]
    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]
    name: Mapping[str, re.Pattern[str]]
    sport: re.Pattern[str]
    sides: frozenset[str]
    weak: frozenset[str]
    weak_length: int
    nameless: frozenset[str]
    vague: frozenset[str]
    abbreviations: Mapping[str, str]
    joins: str
    endings: re.Pattern[str]
    family_first: bool = False
    spelling: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Mapping[str, Any], forms: Iterable[tuple[str, str]] = ()) -> Self:
        """Return the rules of a table shaped like ``mentions.toml``, with (form, person) pairs."""
        given = table.get("pronouns", {}).items()
        listed = {word: str(kind) for words, kind in given for word in spelt_out(words)}
        pronouns = {w[:1].upper() + w[1:]: k for w, k in listed.items()} | listed
        names = table.get("name", {})
        weak = table.get("weak", {})
        joins = table.get("joins", " ")
        printed = forms_by_person(forms)
        return cls(
            phrases=phrase_pattern(table["patterns"]),
            links=link_pattern(table["links"]),
            words=word_pattern(pronouns, table.get("word", r"\b(?:{words})\b")),
            pronouns=pronouns,
            before=compiled(table.get("before", {}), r"(?:{})$"),
            after=compiled(table.get("after", {}), "(?:{})"),
            name=compiled(names, "{}"),
            sport=compiled(table.get("text", {}), "{}").get("sport", NEVER),
            sides=frozenset(table.get("sides", ())),
            weak=frozenset(weak.get("surnames", ())) | given_names(printed, joins),
            weak_length=int(weak.get("shorter_than", 0)),
            vague=frozenset(table.get("vague", ())),
            nameless=frozenset(table.get("nameless", ())),
            abbreviations=dict(table.get("abbreviations", {})),
            joins=joins,
            endings=re.compile(table.get("endings", "")),
            family_first=bool(table.get("family_first", False)),
            spelling=dict(table.get("spelling", {})),
            forms=printed,
        )


def forms_by_person(forms: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the printed forms of each person."""
    found: dict[str, list[str]] = {}
    for form, person in forms:
        found.setdefault(person, []).append(form)
    return {person: tuple(printed) for person, printed in found.items()}


def given_names(forms: Mapping[str, tuple[str, ...]], joins: str) -> frozenset[str]:
    """Return the surnames that are also somebody else's given name: Michel, Martin, Abdullah."""
    surnames: set[str] = set()
    given: set[str] = set()
    for printed in forms.values():
        single = {form for form in printed if not any(sign in form for sign in joins)}
        surnames |= single
        given |= {re.split(f"[{re.escape(joins)}]", form)[0] for form in printed} - single
    return frozenset(surnames & given)


def compiled(table: Mapping[str, str], frame: str) -> dict[str, re.Pattern[str]]:
    """Return the expressions of a table, each set in a frame; an empty one never matches."""
    return {
        key: re.compile(frame.replace("{}", source)) if source else NEVER
        for key, source in table.items()
    }


def phrase_pattern(orders: Iterable[str]) -> re.Pattern[str]:
    """Return one expression for all orders of state, title and name, tried as listed.

    >>> phrase_pattern(["state possessive? title name?"]).pattern
    '[SDCK][_sfm]T(?:[_fm][PNU])?|[A-Z]'
    """
    return re.compile("|".join([*map(order_source, orders), "[A-Z]"]))


def order_source(order: str) -> str:
    """Return the expression of one order such as ``title of state name?``."""
    source, link = "", ""
    for word in order.split():
        if word == "!name":
            source += NO_NAME_NEXT
        elif word in LINKS:
            link = LINKS[word]
        else:
            optional = word.endswith("?")
            piece = (link or (PLAIN if source else "")) + ELEMENTS[word.rstrip("?")]
            source += f"(?:{piece})?" if optional else piece
            link = ""
    return source


def link_pattern(links: Mapping[str, str]) -> re.Pattern[str]:
    """Return one expression whose last group names the kind of link between two forms."""
    return re.compile("|".join(f"(?P<{k}>{links[k]})" for k in SYMBOLS if links.get(k)))


def word_pattern(words: Iterable[str], frame: str) -> re.Pattern[str]:
    """Return an expression that finds the pronouns, longest first."""
    listed = tuple(sorted(set(words)))
    return re.compile(frame.replace("{words}", branches(listed))) if listed else NEVER


def branches(words: Sequence[str]) -> str:
    """Return an expression for words in alphabetical order that reads each beginning once.

    >>> branches(("both", "bothsides", "he"))
    '(?:both(?:sides)?|he)'
    """
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word)
    ends_here = groups.pop("", None) is not None
    parts = []
    for group in groups.values():
        shared = beginning(group[0], group[-1])
        rest = [word[len(shared) :] for word in group]
        parts.append(re.escape(shared) + (branches(rest) if rest != [""] else ""))
    source = parts[0] if len(parts) == 1 and not ends_here else f"(?:{'|'.join(parts)})"
    return source + "?" if ends_here else source


def beginning(first: str, last: str) -> str:
    """Return what two words begin with alike.

    >>> beginning("both", "bother")
    'both'
    """
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]


def spelt_out(words: str) -> list[str]:
    """Return the expressions that one with alternatives stands for, a space between its parts.

    >>> spelt_out("[the two|both] sides")
    ['the two sides', 'both sides']
    """
    parts = re.split(r"\[([^\]]*)\]", words)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]
