"""Figures: how much, of what, when, between whom."""

from dragoman.core.figures.amount import Amount
from dragoman.core.figures.amounts import read_amounts
from dragoman.core.figures.figures import figures_of
from dragoman.core.figures.rules import NumberRules

__all__ = ["Amount", "NumberRules", "figures_of", "read_amounts"]
