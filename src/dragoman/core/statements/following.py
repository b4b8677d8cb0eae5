"""What was said, where it follows the reporting verb."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.core.statements.clauses import Clause
from dragoman.core.statements.drafts import Range, quotation_from


def content_after(clause: Clause) -> Range | None:
    """Return what is said right of the verb: quoted, in a clause, an infinitive or an object."""
    readers = (
        _quoted_after,
        that_after,
        _infinitive,
        _bare_after,
        _quoted_next,
    )
    for read in readers:
        found = read(clause)
        if found:
            return found
    return None


def _quoted_after(clause: Clause) -> Range | None:
    match = clause.rules.pattern("before_quotation").match(clause.right)
    if not match or not clause.is_clear(match.end()):
        return None
    one = quotation_from(clause.frame, clause.hit.stop + match.end())
    return (one.open, one.close) if one and clause.quote_ends(one) else None


def _quoted_next(clause: Clause) -> Range | None:
    """Return the quotation that opens the next sentence, where this one only says who spoke."""
    if not clause.rules.pattern("announces_quotation").fullmatch(clause.right):
        return None
    index = bisect_left(clause.page.opens, clause.frame.stop)
    if index == len(clause.page.opens) or clause.frame.inside:
        return None
    one = clause.page.quotations[index]
    gap = clause.page.text[clause.frame.stop : one.open]
    within = "\n" not in gap or clause.right.rstrip().endswith(":")
    return (one.open, one.close) if within and not gap.strip() else None


def that_after(clause: Clause) -> Range | None:
    """Return the clause that a complementiser opens."""
    if not clause.hit.cue.takes & {"clause", "that", "noun"}:
        return None
    match = clause.rules.pattern("complementiser").match(clause.right)
    return _to_end(clause, match.end()) if match and clause.is_clear(match.end()) else None


def _infinitive(clause: Clause) -> Range | None:
    takes = clause.hit.cue.takes
    name = "person_infinitive" if "person" in takes else "infinitive"
    if "infinitive" not in takes:
        return None
    match = clause.rules.pattern(name).match(clause.right)
    return _to_end(clause, match.start("content")) if match else None


def _bare_after(clause: Clause) -> Range | None:
    takes = clause.hit.cue.takes
    told = "audience" if "audience" in takes else "clause"
    names = [n for n in (told, "object") if n in takes]
    for name in names:
        match = clause.rules.pattern(f"bare_{name}").match(clause.right)
        if match and _may_be_bare(clause, name):
            return _to_end(clause, match.start("content"))
    return None


def _may_be_bare(clause: Clause, name: str) -> bool:
    """Tell whether content may follow with no word between: no purpose, no plain object."""
    if name == "object":
        return not clause.rules.pattern("purpose").search(clause.near)
    if clause.tree:
        return clause.tree.has_clause
    return bool(clause.rules.pattern("finite").search(clause.right[:160]))


def _to_end(clause: Clause, offset: int) -> Range | None:
    """Return the content from ``offset`` right of the verb to where its clause ends."""
    start = clause.hit.stop + offset
    stop = clause.frame.stop
    for later in clause.later:
        gap = clause.frame.text[start - clause.frame.start : later.start - clause.frame.start]
        match = clause.rules.pattern("new_clause").search(gap)
        if match:
            stop = start + match.start()
            break
    if clause.rules.pattern("relative").search(clause.near):
        comma = clause.frame.text.find(",", start - clause.frame.start)
        stop = min(stop, clause.frame.start + comma) if comma > 0 else stop
    shown = clause.tree.content_stop(start) if clause.tree else None
    return clause.trim(start, min(stop, shown) if shown else stop)
