"""One reading that holds every kind of record, with null and filled fields of each shape."""

import pytest

from dragoman.core.records import (
    Article,
    Change,
    Count,
    Event,
    Figure,
    Interval,
    Notice,
    Party,
    Person,
    Place,
    Reading,
    Span,
    Statement,
    Tie,
)

TEXT = (
    "Putin visited Astana on 27 November.\n"
    "“We are allies,” Putin told reporters.\n"
    "Trade reached $28 billion in 2023.\n"
    "Armenia is leaving the CSTO. A blast killed 12 people."
)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


DAY = Interval("2024-11-27", "2024-11-27", "day", span("27 November"), "stated")
PAGE = Interval("2024-11-28", "2024-11-28", "day", None, "reference")
YEAR = Interval("2023-01-01", "2023-12-31", "year", span("2023"), "stated")
OPEN = Interval(None, None)
PUTIN = Person("vladimir-putin", "Vladimir Putin", "head-of-state")
RUSSIA = Party("RUS", "Russia", "GOV", PUTIN, "person", span("Putin"))
KAZAKHSTAN = Party("KAZ", "Kazakhstan", None, None, "capital", span("Astana"))
REPORTERS = Party(None, "reporters", "JRN", None, "name", span("reporters"))
ARMENIA = Party("ARM", "Armenia", None, None, "name", span("Armenia"))
CSTO = Party("CSTO", "CSTO", "IGO", None, "name", span("CSTO"))
VISIT = span("Putin visited Astana on 27 November.")
TRADE = span("Trade reached $28 billion in 2023.")

ARTICLE = Article(
    id="a1",
    url="https://example.org/1",
    outlet="Example",
    outlet_country="GBR",
    title="A \x1b[31mvisit",
    language="en",
    translated_from=None,
    published="2024-11-28",
    reference=Interval("2024-11-28", "2024-11-28", "day", None, "metadata"),
    credits=("TASS",),
    text=TEXT,
    notices=(Notice("cut", "something was cut"),),
)
EVENT = Event(
    "e1aaaaaa", "a1", "visit", "CONSULT", "visit", (), 1, 4.0, "042", 1.9, (RUSSIA,), (KAZAKHSTAN,),
    DAY, Place("Astana", "KAZ", 51.1, 71.4, "city", span("Astana")), None, "actual", None,
    VISIT, span("visited"), "en/acts/visit/1", 0.9,
)  # fmt: skip
BLAST = Event(
    "e2aaaaaa", "a1", "attack", "ASSAULT", None, ("military",), 4, -9.0, "190", None, (),
    (ARMENIA,), PAGE, None, Count(12.0, "killed"), "hypothetical", "s1",
    span("A blast killed 12 people."), span("blast"), "en/acts/attack/1", 0.5,
)  # fmt: skip
STATEMENT = Statement(
    "s1", "a1", "say", "direct", RUSSIA, span("We are allies,"), span("told"), REPORTERS, PAGE,
    None, ("KAZ", "RUS"), span("“We are allies,” Putin told reporters."), "en/quote", 1.0,
)  # fmt: skip
FIGURE = Figure(
    "f1", "a1", "trade-turnover", None, 28e9, None, "USD", "over", Change("up", 3.4, "percent"),
    YEAR, "target", "record-high", (RUSSIA, KAZAKHSTAN), None, TRADE, span("$28 billion"),
    "en/figure", 1.0,
)  # fmt: skip
TIE = Tie(
    "t1", "a1", "leaving", ARMENIA, CSTO, OPEN, "planned", "s1",
    span("Armenia is leaving the CSTO."), span("leaving"), "en/ties/leaving/1", 0.8,
)  # fmt: skip


@pytest.fixture(scope="session")
def reading():
    return Reading(ARTICLE, (EVENT, STATEMENT, FIGURE, TIE, BLAST))
