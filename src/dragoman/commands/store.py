"""``dragoman backup`` and ``dragoman doctor --store``: a store copied and examined."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from dragoman.commands.screen import write
from dragoman.store import Store
from dragoman.store.health import back_up, complaints

MOST = 50


def print_backup(path: Path, target: Path) -> int:
    """Copy a store and say how large the copy is; return the exit status."""
    size = back_up(path, target)
    write([f"{target}: {size:,} bytes"])
    return 0


def print_health(path: Path) -> int:
    """Print what a store holds and what is wrong with it; return 1 where anything is."""
    with Store(path, readonly=True) as store:
        counts = store.counts()
        faults = list(islice(complaints(store.connection), MOST))
    write([", ".join(f"{count:,} {name}" for name, count in counts.items())])
    write(faults or ["sound: file, links, texts and spans"])
    return 1 if faults else 0
