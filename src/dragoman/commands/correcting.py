"""``dragoman correct``, ``recode`` and ``release``: a store put right, read anew, and pinned."""

from __future__ import annotations

import getpass
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.commands.screen import complain, write
from dragoman.exports.kinds import kind_of
from dragoman.exports.terminal import clipped, shown
from dragoman.library.recoding import Difference, recode
from dragoman.library.releasing import faults_of, release
from dragoman.reader import Reader
from dragoman.store import Store, StoreError
from dragoman.store.correcting import accept, add, edit, reject
from dragoman.store.corrections import By, all_corrections
from dragoman.store.indexing import act_of

LONGEST = 160


def correct(path: Path, verb: str, words: Sequence[str], by: By) -> int:
    """Accept, reject, edit or add a record, or list what was corrected; return the status."""
    by = By(by.author or _user(), by.reason)
    with Store(path) as store:
        if verb == "list":
            return _list(store)
        if verb == "add":
            write([add(store, _object(words[0] if words else "-"), by)])
            return 0
        if not words:
            complain(f"which record? dragoman correct {verb} ID")
            return 2
        if verb == "edit":
            edit(store, words[0], _fields(words[1:]), by)
        elif verb in ("accept", "reject"):
            (accept if verb == "accept" else reject)(store, words[0], by)
        else:
            complain(f"{verb!r} is none of accept, reject, edit, add, list")
            return 2
    return 0


def _user() -> str:
    """Return who is at the keyboard, as far as the system knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _object(source: str) -> dict[str, Any]:
    """Return the JSON object in a file, or on standard input."""
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
        found = json.loads(text)
    except (OSError, ValueError) as problem:
        raise StoreError(f"{source}: not a JSON object ({problem})") from None
    if not isinstance(found, dict):
        raise StoreError(f"{source}: not a JSON object")
    return found


def _fields(words: Sequence[str]) -> dict[str, Any]:
    """Return the values of ``field=value`` words; a value is JSON where it can be read so."""
    found: dict[str, Any] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if not mark:
            raise StoreError(f"{word!r}: expected field=value")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    if not found:
        raise StoreError("nothing to edit: expected field=value")
    return found


def _list(store: Store) -> int:
    for c in all_corrections(store.connection):
        told = f"{c.state}  {c.verb} {c.kind} {c.record}  {json.dumps(dict(c.value))}"
        write([f"{c.made_at[:19]}  {shown(c.author)}  {clipped(shown(told), LONGEST)}"])
    return 0


def recode_store(path: Path) -> int:
    """Read a corpus anew, print what differs, and return the exit status."""
    counts: Counter[str] = Counter()
    with Store(path) as store:
        write(_line(difference) for difference in recode(store, Reader(), counts))
        conflicts = list(all_corrections(store.connection, "conflict"))
    for c in conflicts:
        complain(
            f"conflict: {c.verb} of {c.kind} {c.record} by {c.author} finds no such record now"
        )
    write([", ".join(f"{count:,} {name}" for name, count in counts.items()) or "nothing to read"])
    return 1 if conflicts or any(name.startswith("failed") for name in counts) else 0


def _line(difference: Difference) -> str:
    record = difference.record
    told = f"{difference.mark} {kind_of(record)} {record.id} {act_of(record)}: {difference.words}"
    return clipped(shown(told), LONGEST)


def release_store(path: Path, name: str, out: Path | None, *, check: bool, full_text: bool) -> int:
    """Pin a snapshot, or check one that was pinned; return the exit status."""
    folder = out or path.with_name(f"{path.stem}-{name}")
    with Store(path) as store:
        if not check:
            write([f"{folder}  sha256:{release(store, name, folder, full_text=full_text)}"])
            return 0
        faults = list(faults_of(store, name, folder))
    write(faults or [f"{folder}: as it was released"])
    return 1 if faults else 0
