"""Dates: the words of a text that name a time, read to intervals."""

from dragoman.core.dates.notices import unresolved
from dragoman.core.dates.reading import days_from, read_dates
from dragoman.core.dates.reference import infer_reference
from dragoman.core.dates.rules import DateRules

__all__ = ["DateRules", "days_from", "infer_reference", "read_dates", "unresolved"]
