"""Signs that a text was garbled, or translated by a machine: each a notice with its span."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.core.document import Document
from dragoman.core.knowledge import Mention
from dragoman.core.records import Notice, Span, Statement

LONG_NAME = 9
LONGEST_NAME = 60
_NAME_GAPS = re.compile(r"[\s・.\-‐=＝’'ー]+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class GarblingRules:
    """What a language writes agencies, names and quotations with, and which agencies there are.

    The group ``name`` of ``agency`` is the name that stands at a word for an agency; ``names``
    catches personal names of several parts; ``wishes`` the words by which a party says its will.
    """

    agency: re.Pattern[str] | None
    known: frozenset[str]
    names: re.Pattern[str] | None
    joined: re.Pattern[str] | None
    pairs: tuple[tuple[str, str], ...]
    wishes: re.Pattern[str] | None

    @classmethod
    def of(cls, table: Mapping[str, Any], agencies: Iterable[str] = ()) -> GarblingRules:
        """Return the rules that ``garbling.toml`` lays down, with the agencies that are known."""

        def pattern(key: str) -> re.Pattern[str] | None:
            return re.compile(table[key]) if table.get(key) else None

        return cls(
            agency=pattern("agency"),
            known=frozenset(form.casefold() for form in agencies)
            | frozenset(form.casefold() for form in table.get("agencies", ())),
            names=pattern("names"),
            joined=pattern("joined"),
            pairs=tuple((pair[0], pair[1]) for pair in table.get("pairs", ())),
            wishes=pattern("wishes"),
        )


def notices_of(
    document: Document, rules: GarblingRules, statements: Sequence[Statement] = ()
) -> tuple[Notice, ...]:
    """Return the signs of garbling in text order, after those that the intake gave."""
    text = document.text
    found = [
        *_unknown_agencies(document, rules),
        *_joined_organisations(document, rules),
        *_two_spellings(text, rules),
        *_unbalanced(text, rules),
        *_contradictions(document, statements, rules),
    ]
    return tuple(sorted(found, key=lambda notice: notice.span.start if notice.span else 0))


def _notice(code: str, message: str, text: str, bounds: tuple[int, int]) -> Notice:
    start, stop = bounds
    return Notice(code, message, Span(start, stop, text[start:stop]))


def _unknown_agencies(document: Document, rules: GarblingRules) -> Iterator[Notice]:
    """Yield a notice for each agency named that is none of those known, nor called by a state."""
    text = document.text
    seen: set[str] = set()
    for found in rules.agency.finditer(text) if rules.agency else ():
        name = found["name"]
        folded = name.casefold()
        if folded in rules.known or found.group().casefold() in rules.known or folded in seen:
            continue
        if _party_at(document, *found.span("name")):
            continue
        seen.add(folded)
        near = sorted(form.upper() for form in rules.known if _is_near(folded, form))
        hint = f": perhaps {' or '.join(near[:2])}" if near else ""
        message = f"no news agency is known as {name}{hint}"
        yield _notice("unknown-agency", message, text, found.span())


def _is_near(name: str, form: str) -> bool:
    """Tell whether two short abbreviations begin alike and differ in one letter, in any order."""
    alike = len(name) == len(form) and len(name) in (3, 4) and name[0] == form[0]
    return alike and (Counter(name) - Counter(form)).total() == 1


def _joined_organisations(document: Document, rules: GarblingRules) -> Iterator[Notice]:
    """Yield a notice where a name that is no party is joined to an organisation's abbreviation."""
    text = document.text
    for found in rules.joined.finditer(text) if rules.joined else ():
        first, second = found.span("first"), found.span("second")
        if _party_at(document, *second) and not _party_at(document, *first):
            words = found.group()
            message = f"{words}: an organisation's name joined to another word"
            yield _notice("joined-name", message, text, found.span())


def _party_at(document: Document, start: int, stop: int) -> Mention | None:
    near = document.mentions_in(max(0, start - 40), stop)
    return next((m for m in near if m.parties and m.stop > start and m.start < stop), None)


def _two_spellings(text: str, rules: GarblingRules) -> Iterator[Notice]:
    """Yield a notice where a long name of several parts is written in two ways."""
    places: dict[str, tuple[int, int]] = {}
    for found in rules.names.finditer(text) if rules.names else ():
        places.setdefault(found.group(), found.span())
    alike: dict[str, list[str]] = defaultdict(list)
    for name in places:
        if LONG_NAME <= len(name) <= LONGEST_NAME:
            squeezed = _NAME_GAPS.sub("", name).casefold()
            for key in {squeezed, *_shortened(squeezed)}:
                alike[key].append(name)
    told: set[str] = set()
    for names in alike.values():
        first, *others = sorted(names, key=places.__getitem__)
        for other in others:
            if other not in told and _is_other_spelling(first, other):
                told.add(other)
                message = f"{other}: written {first} elsewhere"
                yield _notice("two-spellings", message, text, places[other])


def _shortened(name: str) -> set[str]:
    """Return the forms of a name with one letter left out: two names that share one are near."""
    return {name[:place] + name[place + 1 :] for place in range(1, len(name))}


def _is_other_spelling(first: str, other: str) -> bool:
    """Tell a misspelling from another person: the parts may differ by a letter, not by a word."""
    one, two = _NAME_GAPS.split(first), _NAME_GAPS.split(other)
    if len(one) != len(two):
        return "".join(one).casefold() == "".join(two).casefold()
    changed = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    before, after = changed[0] if len(changed) == 1 else ("", "")
    inflected = before.startswith(after) or after.startswith(before)
    return not inflected and min(len(before), len(after)) >= 4


def _unbalanced(text: str, rules: GarblingRules) -> Iterator[Notice]:
    """Yield a notice for a quotation mark that lacks its partner in its line."""
    marks = {mark: pair for pair in rules.pairs for mark in pair}
    if not marks:
        return
    pattern = re.compile("[" + re.escape("".join(marks)) + "]")
    for line in _LINE.finditer(text):
        opened: list[tuple[str, int]] = []
        for found in pattern.finditer(text, line.start(), line.end()):
            mark, place = found.group(), found.start()
            if mark == marks[mark][0]:
                opened.append((mark, place))
            elif opened and opened[-1][0] == marks[mark][0]:
                opened.pop()
            else:
                yield _notice(
                    "unbalanced-quotation", f"{mark} closes nothing", text, (place, place + 1)
                )
        for mark, place in opened:
            yield _notice("unbalanced-quotation", f"{mark} is not closed", text, (place, place + 1))


def _contradictions(
    document: Document, statements: Sequence[Statement], rules: GarblingRules
) -> Iterator[Notice]:
    """Yield a notice where a speaker of one state tells the will of another, named nowhere else."""
    if not rules.wishes:
        return
    count: dict[str, int] = defaultdict(int)
    for mention in document.mentions:
        for party in mention.parties:
            count[party.id or party.name] += 1
    for statement in statements:
        speaker, content = statement.speaker.id, statement.content
        first = next(iter(document.mentions_in(content.start, content.start + 20)), None)
        if (
            not speaker
            or not first
            or len(first.parties) != 1
            or first.kind not in ("name", "capital")
        ):
            continue
        subject = first.parties[0]
        own = subject.id in (None, speaker)
        if not own and count[subject.id or ""] == 1 and rules.wishes.search(content.text):
            message = (
                f"a speaker of {speaker} tells the will of {subject.name}, which is named nowhere "
                "else: perhaps mistranslated"
            )
            yield _notice("speaker-contradicted", message, document.text, (first.start, first.stop))
