"""Dates of publication, as ISO days, from the forms that pages and people write them in."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_IN_URL = re.compile(r"[/-]((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/\-_.T]|$|\d{4,6}\b)")
_WRITTEN = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")


def iso_day(text: str | None) -> str | None:
    """Return the day that a text states as ``YYYY-MM-DD``, or ``None`` where it is no date."""
    if not text:
        return None
    for form in (_DAY, _COMPACT):
        found = form.match(text)
        if found:
            return _day(found[1], found[2], found[3])
    found = _DAY_FIRST.match(text)
    return _day(found[3], found[2], found[1]) if found else _written(text.strip())


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _written(text: str) -> str | None:
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def day_in_url(url: str | None) -> str | None:
    """Return the day that the path of an address holds (``/2024/11/27/``), if any."""
    found = _IN_URL.search(url or "")
    day = _day(found[1], found[2], found[3]) if found else None
    return day if day and "1990" < day < "2100" else None
