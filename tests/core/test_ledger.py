from dataclasses import replace

import pytest

from dragoman.core.ledger import ledger_of
from dragoman.core.records import Event, Figure, Interval, Party, Reading, Span
from dragoman.examples import plain_article

KAZ, RUS = Party("KAZ", "Kazakhstan"), Party("RUS", "Russia")
SPAN = Span(0, 1, "x")
NONE = Interval(None, None)


def on(start, stop=None):
    return Interval(start, stop or start, "day", SPAN, "stated")


def event(realis, date=NONE, act="visit", actors=(RUS,), recipients=(KAZ,)):
    return Event(
        "e", "a", act, "CONSULT", None, (), 1, 1.0, "042", 1.9, actors, recipients, date, None,
        None, realis, None, SPAN, SPAN, "r", 0.9,
    )  # fmt: skip


def figure(value, nature="actual", period=NONE, parties=(KAZ, RUS), unit="USD"):
    return Figure(
        "f", "a", "trade-turnover", None, value, None, unit, "exact", None, period, nature, None,
        parties, None, SPAN, SPAN, "r", 0.9,
    )  # fmt: skip


def told(day, *records):
    return Reading(plain_article(day, "en", day), records)


PLAN = event("planned", on("2024-11-27"))
TARGET = figure(30e9, "target", on("2025-01-01", "2025-12-31"))


@pytest.mark.parametrize(
    ("pledge", "later", "state", "effects"),
    [
        (PLAN, event("actual", on("2024-11-27")), "fulfilled", ["fulfils"]),
        (PLAN, event("actual", on("2024-11-20")), "open", []),
        (PLAN, event("actual", on("2024-11-27"), act="hold-talks"), "open", []),
        (PLAN, event("actual", on("2024-11-27"), actors=(KAZ,), recipients=(RUS,)), "fulfilled",
         ["fulfils"]),
        (PLAN, event("actual", on("2024-11-27"), recipients=()), "open", []),
        (PLAN, event("planned", on("2024-11-27")), "open", ["repeats"]),
        (PLAN, event("planned", on("2024-12-15")), "postponed", ["postpones"]),
        (PLAN, event("negated"), "called-off", ["calls-off"]),
        (PLAN, event("hypothetical"), "open", []),
        (TARGET, figure(31e9, "actual", on("2025-01-01", "2025-12-31")), "fulfilled", ["fulfils"]),
        (TARGET, figure(27e9, "actual", on("2025-01-01", "2025-12-31")), "missed", ["misses"]),
        (TARGET, figure(27e9, "actual", on("2024-01-01", "2024-12-31")), "open", []),
        (TARGET, figure(30e9, "target", on("2025-01-01", "2025-12-31")), "open", ["repeats"]),
        (TARGET, figure(30e9, "target", on("2026-01-01", "2026-12-31")), "postponed",
         ["postpones"]),
        (TARGET, figure(31e9, "actual", unit="EUR"), "open", []),
        (TARGET, figure(31e9, "actual", parties=(KAZ,)), "open", []),
        (TARGET, figure(31e9, "forecast"), "open", []),
    ],
)  # fmt: skip
def test_what_a_later_report_does_to_a_pledge(pledge, later, state, effects):
    (entry, *others) = ledger_of([told("2024-11-01", pledge), told("2024-12-31", later)])
    assert (entry.pledge, entry.state) == (pledge, state)
    assert [report.effect for report in entry.reports] == effects
    assert not others or not effects


def test_reports_are_taken_by_date_whatever_their_order():
    readings = [told("2024-11-28", event("actual", on("2024-11-27"))), told("2024-11-01", PLAN)]
    assert ledger_of(readings) == ledger_of(readings[::-1])
    assert ledger_of(readings)[0].state == "fulfilled"


def test_a_moved_date_is_the_one_that_counts():
    moved = event("planned", on("2024-12-15"))
    early = event("actual", on("2024-11-27"))
    (entry,) = ledger_of(
        [told("2024-11-01", PLAN), told("2024-11-10", moved), told("2024-11-28", early)]
    )
    assert (entry.state, entry.due.stop) == ("postponed", "2024-12-15")


@pytest.mark.parametrize(
    "record",
    [event("actual"), figure(1.0), replace(TARGET, parties=()), replace(PLAN, actors=())],
)
def test_only_plans_and_targets_of_known_parties_open_an_entry(record):
    assert ledger_of([told("2024-11-01", record)]) == ()
