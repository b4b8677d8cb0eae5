"""Articles taken into a store: each once, a bad one costs itself, and a run can be repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from dragoman import __version__
from dragoman.core.records import Reading
from dragoman.core.rules import RuleError
from dragoman.intake import IntakeError
from dragoman.library.items import Fault, Item, arrival_of
from dragoman.reader import Reader
from dragoman.store import Store
from dragoman.store.appearances import Arrival
from dragoman.store.fetched import Fetched, remember_fetched
from dragoman.store.keeping import Change
from dragoman.world import TableError

BATCH = 50  # articles that are written together
PAUSE = 10.0  # seconds after which what has been read is written anyway
OUTCOMES = ("new", "update", "copy", "known", "failed")


@dataclass
class Intake:
    """A run that takes items into a store; ``counts`` tells what became of them."""

    store: Store
    complain: Callable[[str], None] = lambda _: None
    reader: Reader = field(default_factory=Reader)
    counts: Counter[str] = field(default_factory=Counter)
    _fetched: list[Fetched] = field(default_factory=list)
    _waiting: list[tuple[Arrival, Reading | None]] = field(default_factory=list)
    _begun: float = 0.0

    def take(self, items: Iterable[Item | Fault | Fetched]) -> Iterator[Item | Fault]:
        """Take items in, yielding each when it has been read; write what is left at the end."""
        for item in items:
            if isinstance(item, Fetched):
                self._fetched.append(item)
                continue
            self._read(item)
            if self._waiting and self._due():
                self.write()
            yield item
        self.write()

    def _due(self) -> bool:
        return len(self._waiting) >= BATCH or monotonic() - self._begun > PAUSE

    def _read(self, item: Item | Fault) -> None:
        """Read an item unless it is known already or a copy of what is kept."""
        if isinstance(item, Fault):
            self._failed(f"{item.name}: {item.reason}")
            return
        try:
            arrival = arrival_of(item)
            outlook = self.store.outlook(arrival)
            if outlook.known:
                self.counts["known"] += 1
                self._remember(item)
                return
            reading = self.reader.read(arrival.article) if outlook.stands else None
        except IntakeError as problem:
            self._failed(str(problem))
        except (RuleError, TableError):  # a table that cannot be read is no fault of the article
            self.write()
            raise
        except Exception as problem:  # a fault in one article must not cost the others
            self._failed(f"{item.name}: not read because of a fault ({_told(problem)})")
        else:
            self._begun = self._begun if self._waiting else monotonic()
            self._waiting.append((arrival, reading))
            self._remember(item)

    def _remember(self, item: Item) -> None:
        """Note which version of a page was fetched, to be written together with its article."""
        if item.fetched:
            self._fetched.append(item.fetched)

    def _failed(self, message: str) -> None:
        self.counts["failed"] += 1
        self.complain(message)

    def write(self) -> None:
        """Write what has been read, all of it or nothing."""
        if not self._waiting and not self._fetched:
            return
        counts: Counter[str] = Counter()
        with self.store.writing():
            change = Change("batch")
            for arrival, reading in self._waiting:
                done = self._put(arrival, reading)
                counts[done.outcome] += 1
                change += done
            self.store.gather(change)
            for fetched in self._fetched:
                remember_fetched(self.store, fetched)
        self._waiting.clear()
        self._fetched.clear()
        self.counts += counts

    def _put(self, arrival: Arrival, reading: Reading | None) -> Change:
        """Put one article; read it now where another process took away what it was a copy of."""
        done = self.store.put(arrival, reading, __version__)
        if done.outcome == "unread":
            done = self.store.put(arrival, self.reader.read(arrival.article), __version__)
        return done

    def summary(self) -> str:
        """Return how many articles came to what, in words."""
        words = {"update": "updated", "copy": "copies", "known": "known already"}
        return ", ".join(f"{self.counts[name]} {words.get(name, name)}" for name in OUTCOMES)


def _told(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}"
