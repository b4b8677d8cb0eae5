"""Intervals in words, as a reader expects to see them."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.core.records import Interval

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def interval_words(interval: Interval) -> str:
    """Return an interval in a few words; in brackets where the text itself names no date.

    >>> interval_words(Interval("2024-11-27", "2024-11-28", "day", None, "stated"))
    '27–28 Nov 2024'
    >>> interval_words(Interval(None, "2025-12-31", "year", None, "stated"))
    'by 31 Dec 2025'
    """
    if interval.start is None and interval.stop is None:
        return "undated"
    if interval.basis == "reference" and interval.stop is None:
        return "(ahead)"
    words = _words(interval.start, interval.stop)
    return words if interval.basis == "stated" or interval.span else f"({words})"


def _words(start: str | None, stop: str | None) -> str:
    """Return the words for two ends, of which one may be open."""
    if start is None:
        return f"by {_day(stop or '')}"
    if stop is None:
        return f"since {_day(start)}"
    try:
        return _closed(date.fromisoformat(start), date.fromisoformat(stop))
    except ValueError:
        return f"{start}–{stop}"


def _day(text: str) -> str:
    """Return a day as ``27 Nov 2024``, or as it stands where it is not an ISO date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _closed(start: date, stop: date) -> str:
    """Return the shortest words for two days: a day, month, quarter, year, or from and to."""
    if start == stop:
        return f"{start.day} {_month(start)}"
    if start.day == 1 and (stop + timedelta(days=1)).day == 1:
        return _months(start, stop)
    if (start.year, start.month) == (stop.year, stop.month):
        return f"{start.day}–{stop.day} {_month(start)}"
    if start.year == stop.year:
        return f"{start.day} {MONTHS[start.month - 1]}–{stop.day} {_month(stop)}"
    return f"{start.day} {_month(start)}–{stop.day} {_month(stop)}"


def _months(start: date, stop: date) -> str:
    """Return the words for whole months."""
    if start.month == 1 and stop.month == 12:
        return str(start.year) if start.year == stop.year else f"{start.year}–{stop.year}"
    if (start.year, start.month) == (stop.year, stop.month):
        return _month(start)
    if start.year == stop.year:
        if start.month % 3 == 1 and stop.month == start.month + 2:
            return f"Q{stop.month // 3} {start.year}"
        return f"{MONTHS[start.month - 1]}–{_month(stop)}"
    return f"{_month(start)}–{_month(stop)}"
