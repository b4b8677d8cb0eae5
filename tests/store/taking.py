"""Takes made-up articles into a store, as a process of its own that may be killed."""

import sys

from tests.store.conftest import Reading, event

from dragoman.intake import IntakeOptions
from dragoman.library import ingest
from dragoman.library.ingest import Intake
from dragoman.library.items import Item, arrival_of
from dragoman.store import Store

STATES = ("RUS", "KAZ", "JPN", "VNM", "USA")


class PlainReader:
    """Reads one event in every article: who did what stands in its number."""

    def read(self, article):
        number = int(article.url.rsplit("/", 1)[1])
        one, other = STATES[number % 5], STATES[(number + 1 + number % 3) % 5]
        day = f"2024-11-{1 + number % 28:02}"
        return Reading(article, (event(article, "visit", (one,), (other,), day),))


def items(first, last):
    """Articles with numbers from first to last; every tenth is a copy of the one before."""
    for number in range(first, last):
        told = number - 1 if number % 10 == 9 else number
        words = " ".join(f"report{told}x{n}" for n in range(60))
        url = f"https://x{number % 4}.example/{number}"
        options = IntakeOptions(url=url, language="en", published="2024-11-27")
        yield Item(str(number), f"The ministers met for talks. {words}", options=options)


def take(path, first, last):
    with Store(path) as store:
        intake = Intake(store, print, PlainReader())
        for _ in intake.take(items(first, last)):
            pass


if __name__ == "__main__":
    ingest.BATCH = 10  # (so that there is much to be killed in)
    arrival_of(next(items(0, 1)))  # (what is slow to load is loaded)
    print("ready", flush=True)
    take(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
