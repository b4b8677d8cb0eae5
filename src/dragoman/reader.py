"""The public way in: from a text or file in any language that is known to its reading."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from dragoman.core.dates import infer_reference
from dragoman.core.reading import ArticleReader
from dragoman.core.records import Article, Interval, Reading
from dragoman.intake import IntakeOptions, article_of, read_article
from dragoman.languages.loading import date_rules, load_language
from dragoman.parsers import load_parser
from dragoman.world import load_world


@cache
def article_reader(code: str) -> ArticleReader:
    """Return the reader of a language, loaded once.

    Raises ``LookupError`` where the language is not one that can be read.
    """
    language = load_language(code)
    parser = load_parser(language.grammar.parser, language.grammar.options)
    return ArticleReader(language, load_world(), parser)


def inferred_reference(text: str, code: str) -> Interval | None:
    """Return when a text was written, as far as its own dates tell."""
    return infer_reference(text, date_rules(code))


class Reader:
    """Reads articles of every language that has a folder; each language loads when first met."""

    def read(self, article: Article) -> Reading:
        """Return the reading of an article in the language that it says it is in."""
        return article_reader(article.language).read(article)

    def read_text(
        self, text: str, options: IntakeOptions | None = None, *, title: str | None = None
    ) -> Reading:
        """Return the reading of a plain text. Raises ``IntakeError`` where it cannot be read."""
        return self.read(article_of(text, _inferring(options), title=title))

    def read_file(self, path: Path | str, options: IntakeOptions | None = None) -> Reading:
        """Return the reading of a file, or of standard input for ``-``.

        Raises ``IntakeError``, one line naming the file and the reason, where it cannot be read.
        """
        return self.read(read_article(path, _inferring(options)))


def _inferring(options: IntakeOptions | None) -> IntakeOptions:
    """Return the options, with the reference inferred from the text where no date is given."""
    return replace(options or IntakeOptions(), infer=inferred_reference)
