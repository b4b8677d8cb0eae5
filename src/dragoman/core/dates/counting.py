"""Counted times: "three days ago", "the past two years", "two days after" another date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.core.dates.calendar import (
    PRECISIONS,
    Days,
    shifted,
    single,
    unit_around,
    units_on,
)
from dragoman.core.dates.context import Context
from dragoman.core.dates.moments import RANKS, Moment


def counted(moment: Moment, today: date, context: Context) -> Days | None:
    """Return "three days ago" or "the past three days"; a vague count leaves the far end open."""
    if moment.way == "ahead":
        return _ahead(moment, today, context)
    if moment.way == "later":
        return _ahead(moment, today, replace(context, tense=None))
    if moment.way == "inside":
        looks_ahead = context.tense == "future" or context.prefer == "future"
        return _stretch(moment, today, context) if looks_ahead and moment.number else None
    unit, sign = moment.unit or "day", moment.shift or 0
    if moment.way == "span":
        return _stretch(moment, today, context)
    if not moment.number:
        return _stretch(moment, today, context)
    point = units_on(today, unit, moment.number * sign)
    if point is None:
        return None
    unit = {"decade": "year", "century": "decade"}.get(unit, unit)
    if context.prefer == "future" or RANKS.get(unit, 1) < 3:
        return single(point, "day" if unit == "day" else PRECISIONS.get(unit, unit))
    return unit_around(point, unit)


def _ahead(moment: Moment, today: date, context: Context) -> Days | None:
    """Return "in two days" from today where the text looks ahead, else from the date before."""
    from_here = moment._replace(way="point")
    if context.tense == "future" or context.prefer == "future":
        return counted(from_here, today, context)
    last = context.last
    known = last is not None and last.start is not None and last.start == last.stop
    return counted(from_here, last.start, context) if known and last and last.start else None


def _stretch(moment: Moment, today: date, context: Context) -> Days | None:
    """Return the so many units up to today or from today on; without a number one end is open."""
    unit, sign = moment.unit or "day", moment.shift or 0
    precision = PRECISIONS.get(unit, unit)
    if not moment.number:
        return Days(None, today, precision) if sign < 0 else Days(today, None, precision)
    if unit == "quarter":
        return _whole_quarters(moment.number * sign, today)
    far = units_on(today, unit, moment.number * sign)
    if far is None:
        return None
    if context.prefer == "future":
        today = shifted(today, sign) or today
    return Days(far, today, precision) if sign < 0 else Days(today, far, precision)


def _whole_quarters(count: int, today: date) -> Days | None:
    """Return so many whole quarters before or after the one of a day."""
    sign = 1 if count > 0 else -1
    edges = [units_on(today, "quarter", step) for step in (sign, count)]
    ends = [unit_around(edge, "quarter") for edge in sorted(day for day in edges if day)]
    if len(ends) < 2 or ends[0] is None or ends[1] is None:
        return None
    return Days(ends[0].start, ends[1].stop, "quarter")


def offset(moment: Moment, outer: Days | None) -> Days | None:
    """Return the day so many units after or before another date."""
    shift = moment.shift or 0
    edge = (outer.stop if shift > 0 else outer.start) if outer else None
    if edge is None or not moment.number or outer is None or outer.start != outer.stop:
        return None
    return single(units_on(edge, moment.unit or "day", moment.number * shift))
