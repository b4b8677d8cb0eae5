"""The public way in: from a text or file in any language that is known to its reading."""

from __future__ import annotations

from functools import cache

from dragoman.core.grammar import Grammar
from dragoman.core.reading import ArticleReader
from dragoman.core.records import Article, Reading
from dragoman.core.tokens import Parser
from dragoman.languages.loading import load_language
from dragoman.parsers import load_parser
from dragoman.world import load_world


@cache
def article_reader(code: str) -> ArticleReader:
    """Return the reader of a language, loaded once.

    Raises ``LookupError`` where the language is not one that can be read.
    """
    language = load_language(code)
    return ArticleReader(language, load_world(), _parser(language.grammar))


def _parser(grammar: Grammar) -> Parser:
    """Return the parser that a language's grammar names."""
    return load_parser(grammar.parser, grammar.options)


class Reader:
    """Reads articles of every language that has a folder; each language loads when first met."""

    def read(self, article: Article) -> Reading:
        """Return the reading of an article in the language that it says it is in."""
        return article_reader(article.language).read(article)
