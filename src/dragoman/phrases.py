"""What a phrase alone stands for: its dates, amounts, party or names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.core.dates import read_dates
from dragoman.core.document import Document
from dragoman.core.figures import read_amounts
from dragoman.core.knowledge import Mention
from dragoman.core.language import Language
from dragoman.core.mentions import find_mentions
from dragoman.core.mentions.finding import party_of
from dragoman.core.records import Article, Interval, Span
from dragoman.intake import IntakeOptions, article_of
from dragoman.languages.loading import load_language
from dragoman.world import load_world

STATE = 3
Objects = Sequence[Any]


def phrase_article(text: str, options: IntakeOptions) -> Article:
    """Return a phrase as an article, its language found out where it is not given."""
    code = options.language or article_of(text, options).language
    day = options.published
    reference = Interval(day, day, "day" if day else "unknown", None, "given" if day else "unknown")
    return Article("", None, None, None, None, code, None, day, reference, (), text)


def dates_of(article: Article, language: Language) -> Mapping[str, Objects]:
    """Return the dates of a phrase."""
    return {"dates": read_dates(article.text, article.reference, language.dates)}


def amounts_of(article: Article, language: Language) -> Mapping[str, Objects]:
    """Return the amounts of a phrase."""
    dates = read_dates(article.text, article.reference, language.dates)
    return {"figures": read_amounts(article.text, language.numbers, dates)}


def single_party(article: Article, language: Language) -> Mapping[str, Any]:
    """Return the party that a phrase as a whole stands for, null where there is none."""
    names = language.names
    return {
        "party": party_of(article.text, language.mentions, names, load_world(), article.published)
    }


def names_of(article: Article, language: Language) -> Mapping[str, Objects]:
    """Return the names of people, organisations and places in a phrase."""
    found = find_mentions(Document(article), language.mentions, language.names, load_world())
    named = (part for mention in found for part in _named(mention))
    return {"names": [{"start": s.start, "stop": s.stop, "type": t} for s, t in named]}


def _named(mention: Mention) -> Iterator[tuple[Span, str]]:
    """Yield the passage and type of each name in a mention; pronouns and groups are none."""
    if mention.place and mention.place.span:
        yield mention.place.span, "PLACE"
    for party in mention.parties:
        if party.via in ("pronoun", "inherited") or party.span is None:
            continue
        if party.person:
            yield party.span, "PERSON"
        else:
            yield party.span, "PLACE" if party.id and len(party.id) == STATE else "ORG"


KINDS: Mapping[str, Callable[[Article, Language], Mapping[str, Any]]] = {
    "dates": dates_of,
    "amounts": amounts_of,
    "party": single_party,
    "names": names_of,
}


def read_phrase(text: str, kind: str, options: IntakeOptions) -> Mapping[str, Any]:
    """Return the ``dates``, ``amounts`` (as ``figures``), ``party`` or ``names`` of a phrase.

    Raises ``LookupError`` for another kind or an unknown language.
    """
    if kind not in KINDS:
        raise LookupError(f"no kind of phrase is called {kind!r}: choose one of {', '.join(KINDS)}")
    article = phrase_article(text, options)
    return KINDS[kind](article, load_language(article.language))
