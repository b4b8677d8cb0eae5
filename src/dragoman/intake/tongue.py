"""The language of a text, among those that can be read."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dragoman.languages.tables import language_codes, language_table

SAMPLE = 4_000
SURE = 0.8
ENOUGH = 120
# A sentence or two is refused only where the classifier leaves next to no doubt.
FEW = 40
CERTAIN = 0.97
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _telltales() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    """Return the letters that only one of the languages writes, and how often it does."""
    tables = ((code, language_table(code, "language")) for code in language_codes())
    return tuple(
        (code, re.compile(table["telltale"]["letters"]), float(table["telltale"]["share"]))
        for code, table in tables
        if "telltale" in table
    )


def base_of(tag: str | None) -> str | None:
    """Return the primary part of a language tag: ``en`` of ``en-GB`` or ``en_GB``."""
    return re.split(r"[-_;,]", tag.strip().lower())[0] or None if tag else None


def language_of(text: str, prior: str | None = None) -> tuple[str | None, str]:
    """Return the language's code, or ``None`` where it is none that can be read, and its likeliest.

    The prior is what the page declares; it decides where the text is too short to tell.
    """
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample))
    for code, pattern, share in _telltales():
        if letters and len(pattern.findall(sample)) >= share * letters:
            return code, code
    prior = base_of(prior)
    if prior in language_codes() and letters < ENOUGH:
        return prior, str(prior)
    ranks = [(str(label), float(share)) for label, share in _identifier().rank(sample)]
    known = [(label, share) for label, share in ranks if label in language_codes()]
    others = 1 - sum(share for _, share in known)
    doubt = SURE if letters >= ENOUGH else CERTAIN
    if not letters or (others > doubt and letters >= FEW):
        return None, ranks[0][0]
    return known[0][0], ranks[0][0]
