"""Who said what: direct, indirect and mixed statements with their speakers."""

from dragoman.core.statements.readings import read_statements
from dragoman.core.statements.rules import StatementRules

__all__ = ["StatementRules", "read_statements"]
