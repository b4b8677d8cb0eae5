"""Articles and records made by hand, and a store to keep them in."""

import pytest

from dragoman.core.identity import digest
from dragoman.core.records import Article, Count, Event, Interval, Party, Place, Reading, Span
from dragoman.store import Store
from dragoman.store.appearances import Arrival
from dragoman.store.keeping import Change

LONG = " ".join(f"word{n} of the agency's report on the talks" for n in range(40))


def article(text, url=None, published="2024-11-27", outlet=None, language="en"):
    day = Interval(published, published, "day", None, "metadata")
    return Article(
        digest(url or "", text), url, outlet, None, text[:20], language, None, published, day, (),
        text,
    )  # fmt: skip


def party(ident):
    return Party(ident, ident.title())


def event(of, act="visit", actors=("RUS",), recipients=("KAZ",), day="2024-11-27", **more):
    """An event of an article; its evidence is the article's whole text."""
    kinds = {
        "visit": ("CONSULT", 1),
        "meet": ("CONSULT", 1),
        "host-visit": ("CONSULT", 1),
        "strike": ("ASSAULT", 4),
        "accuse": ("ACCUSE", 3),
        "sign-agreement": ("SUPPORT", 1),
    }
    type_, quad = kinds[act]
    site, count = more.get("site"), more.get("count")
    words = Span(0, len(of.text), of.text)
    trigger = Span(0, 3, of.text[:3])
    rule = more.get("rule", f"test/{act}/{more.get('key', 0)}")
    sides = (*actors, ">", *recipients, day, site or "")
    return Event(
        digest(of.id, rule, *map(str, sides)), of.id, act, type_, None, (), quad, 1.0, "042", None,
        tuple(map(party, actors)), tuple(map(party, recipients)),
        Interval(day, more.get("stop", day), "day", None, more.get("basis", "stated")),
        Place(site, None, precision="city") if site else None,
        Count(count, "killed") if count else None,
        more.get("realis", "actual"), None, words, trigger, rule, 0.9,
    )  # fmt: skip


def put(store, found, *records, series=None):
    """Put one article with its records, in a transaction of its own."""
    with store.writing():
        change = Change("test")
        done = store.put(Arrival(found, series), Reading(found, records), "test")
        change += done
        store.gather(change)
    return done.outcome


@pytest.fixture
def path(tmp_path):
    return tmp_path / "test.db"


@pytest.fixture
def store(path):
    with Store(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def reading():
    from tests.exports.conftest import ARTICLE, BLAST, EVENT, FIGURE, STATEMENT, TIE

    return Reading(ARTICLE, (EVENT, STATEMENT, FIGURE, TIE, BLAST))
