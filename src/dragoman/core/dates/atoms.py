"""The smallest dates of a text: each written form found, with what its parts say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.core.dates.forms import Form
from dragoman.core.dates.lexicon import Lexicon
from dragoman.core.dates.meanings import moment_of
from dragoman.core.dates.moments import Moment

NUMBER = re.compile(r"\d{1,8}\s?")


@dataclass(frozen=True, slots=True)
class Atom:
    """One date form in the text; ``until`` is the second end where the form is a range."""

    start: int
    stop: int
    moment: Moment
    until: Moment | None = None
    weak: bool = False
    role: str | None = None


def _is_in_name(text: str, start: int) -> bool:
    """Tell whether a word begins with a capital right after another word ("Russia Today")."""
    return text[start].isupper() and text[max(0, start - 2) : start - 1].isalpha()


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where forms may begin in a text, and which to try there, by the word they begin with.

    ``quick`` tells at once whether any form of a word stands at a place.
    """

    lexicon: Lexicon
    anchor: re.Pattern[str]
    quick: Mapping[str, re.Pattern[str]]
    forms: Mapping[str, tuple[Form, ...]]
    doubtful: frozenset[str]
    titled: frozenset[str]
    excluded: re.Pattern[str]

    def atoms(self, text: str, low: str) -> Iterator[Atom]:
        """Yield the longest form at each place, in text order and without overlap."""
        place = 0
        while found := self.anchor.search(low, place):
            place = found.start()
            atom = self._longest(text, low, found)
            skipped = self.excluded.match(low, place)
            if skipped and (atom is None or skipped.end() >= atom.stop):
                place = skipped.end()
            elif atom is not None:
                yield atom
                place = atom.stop
            else:
                place = found.end()

    def _longest(self, text: str, low: str, found: re.Match[str]) -> Atom | None:
        """Return the longest form that begins at a place and makes sense."""
        head, place = found[0], found.start()
        key = self._after_number(low, place) if head.isdecimal() else head
        forms, quick = self.forms.get(key, ()), self.quick.get(key)
        if not forms or (quick is not None and not quick.match(low, place)):
            return None
        hits = [(m, f) for f in forms if (m := f.pattern.match(low, place))]
        if len(hits) > 1:
            hits.sort(key=lambda hit: -hit[0].end())
        made = (self._atom(text, match, form) for match, form in hits)
        return next((atom for atom in made if atom is not None), None)

    def _after_number(self, low: str, place: int) -> str:
        """Return the key of the forms that fit what follows a number."""
        number = NUMBER.match(low, place)
        letter = low[number.end() : number.end() + 1] if number else ""
        return "0" + letter if "0" + letter in self.forms else "0"

    def _atom(self, text: str, match: re.Match[str], form: Form) -> Atom | None:
        """Return the date that a form says, or ``None`` where its parts cannot be."""
        groups = {name: word for name, word in match.groupdict().items() if word is not None}
        first = {k: v for k, v in groups.items() if k[-2:] != "_2"}
        moment = moment_of(first, form.constants, self.lexicon)
        until = None
        if len(first) < len(groups):
            second = first | {k[:-2]: v for k, v in groups.items() if k[-2:] == "_2"}
            until = moment_of(second, form.constants, self.lexicon)
            if until is None:
                return None
        if moment is None or not self._cased(text, match, groups):
            return None
        weak = form.weak or self._is_doubtful(groups)
        role = form.constants.get("role")
        return Atom(match.start(), match.end(), moment, until, weak, role)

    def _cased(self, text: str, match: re.Match[str], groups: Mapping[str, str]) -> bool:
        """Tell whether words that are also common words ("may") are written as dates are."""
        if self.titled and any(word in self.titled for word in groups.values()):
            return not _is_in_name(text, match.start())
        if "year" in groups or ("day" in groups and match.start("day") == match.start()):
            return True
        return all(
            text[match.start(name)].isupper() for name, w in groups.items() if w in self.doubtful
        )

    def _is_doubtful(self, groups: Mapping[str, str]) -> bool:
        """Tell whether a form holds nothing but a word with another common meaning."""
        return len(groups) == 1 and all(word in self.doubtful for word in groups.values())
