"""Written forms of dates: patterns of placeholders, compiled, and what their parts say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.core.dates.lexicon import SPACE, Lexicon, any_of
from dragoman.core.dates.meanings import MEANINGS

DIGITS = {
    "year": r"[12１２]\d{3}",
    "yy": r"\d{2}",
    "era_year": r"\d{1,2}",
    "month_no": r"(?:[1１][0-2０-２]|[0０]?[1-9１-９])",
    "day": r"(?:[3３][01０１]|[12１２]\d|[0０]?[1-9１-９])",
    "big_day": r"(?:3[01]|2\d|1[3-9]|0[1-9])",
    "n": r"\d{1,3}",
    "quarter": r"[1-4１-４]",
    "decade_year": r"[12１２]\d\d[0０]",
    "decade": r"(?:[12１２]\d\d[0０]|[1-9]0)",
    "century": r"\d{1,2}",
    "week_no": r"[1-5]?\d",
}
NUMERALS = {"year": "{4}", "day": "{1,3}", "month_no": "{1,2}", "era_year": "{1,3}"}
NUMERALS |= {"n": "{1,4}", "quarter": "{1}", "century": "{1,3}", "decade": "{1,2}"}
_PLACE = re.compile(r"\{([a-z_]+?)(_2)?\}")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form: its expression, the constants it sets, and whether it stands alone.

    ``follows`` are the letters one of which must stand after the number a form begins with.
    A weak form counts only beside another part of a date or after a word such as "in". ``near``
    and ``far`` are the constants of the first and of the second end of a range.
    """

    pattern: re.Pattern[str]
    constants: Mapping[str, str]
    weak: bool
    heads: tuple[str, ...]
    follows: frozenset[str] | None

    @classmethod
    def of(cls, line: str, weak: bool, lexicon: Lexicon) -> Form:
        """Compile ``pattern => name=value …``; ``{month}`` stands for any word of that class."""
        pattern, _, constants = line.partition(" => ")
        body = _PLACE.sub(lambda m: _placed(m[1], m[2] or "", lexicon), pattern.replace(" ", SPACE))
        pairs = dict(pair.split("=", 1) for pair in constants.split())
        compiled = re.compile(body + after(pattern, lexicon))
        return cls(compiled, pairs, weak, heads(pattern, lexicon), follows(pattern, lexicon))


def _placed(name: str, second: str, lexicon: Lexicon) -> str:
    """Return the named group for a placeholder."""
    return f"(?P<{name}{second}>{_content(name, lexicon)})"


def _content(name: str, lexicon: Lexicon) -> str:
    """Return the expression of what may fill a placeholder."""
    choices = []
    if lexicon.kinds.get(name, name) not in MEANINGS:
        raise ValueError(f"no meaning for {{{name}}}")
    if name in DIGITS:
        choices.append(DIGITS[name] + (lexicon.day_ending if name == "day" else ""))
    if lexicon.numerals and name in NUMERALS:
        choices.append(_numerals(lexicon) + NUMERALS[name])
    words = lexicon.words.get("number" if name == "n" else name)
    if words:
        choices.append(any_of(words))
    if not choices:
        raise ValueError(f"no words for {{{name}}}")
    return "(?:" + "|".join(choices) + ")"


def _numerals(lexicon: Lexicon) -> str:
    """Return the class of letters that write numbers."""
    return "[" + "".join(lexicon.numerals) + "]"


def after(pattern: str, lexicon: Lexicon) -> str:
    """Return what must not stand after a form."""
    last = re.search(r"\{(\w+?)(?:_2)?\}$", pattern)
    digits = r"(?!\d|[.,/:]\d|[%％])" if last and last[1] in DIGITS else ""
    if lexicon.spaced and not re.search(r"\(\?[=!][^()]*\)$", pattern):
        return r"(?!\w)" + digits
    return digits


def heads(pattern: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the first words a form can begin with; ``0`` stands for any digit."""
    found = re.match(r"\{(\w+?)(?:_2)?\}|\\?[(（]|[^\W_]+", pattern)
    if found is None:
        raise ValueError(f"form begins with neither word nor placeholder: {pattern}")
    name = found[1]
    if name is None:
        return (found[0].removeprefix("\\"),)
    words = lexicon.words.get("number" if name == "n" else name, {})
    opening = [word.split(" ")[0] for word in words]
    if name in DIGITS:
        opening.append("0")
    if name in NUMERALS:
        opening.extend(lexicon.numerals)
    return tuple(dict.fromkeys(opening))


def follows(pattern: str, lexicon: Lexicon) -> frozenset[str] | None:
    """Return the letters one of which must follow the first number, or ``None`` for any."""
    letters = _next_letters(pattern, lexicon)
    ending = lexicon.day_ending if pattern.startswith("{day}") else ""
    return letters and letters | set(re.findall(r"[^\W\d_]|-", ending))


def _next_letters(pattern: str, lexicon: Lexicon) -> frozenset[str] | None:
    """Return the letters that may follow the first placeholder itself, or ``None`` for any."""
    found = re.match(
        r"\{\w+?\}(?: \??)?(?:\{([a-z_]+?)(_2)?\}|\[([^]^\\]+)\]|([^\W\d_]))(?![?*|])", pattern
    )
    if found is None:
        return None
    if found[4]:
        return frozenset(found[4])
    if found[3]:
        return None if re.search(r"\w-\w", found[3]) else frozenset(found[3])
    name = found[1]
    if name in DIGITS or name in NUMERALS or not lexicon.words.get(name):
        return None
    return frozenset(word[0] for word in lexicon.words[name])
