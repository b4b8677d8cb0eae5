"""From files and pages to articles."""

from dragoman.intake.article import article_of, read_article
from dragoman.intake.options import Inference, IntakeError, IntakeOptions

__all__ = ["Inference", "IntakeError", "IntakeOptions", "article_of", "read_article"]
