"""Snapshots that can be cited: a data package that does not change, and its checksum."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from dragoman.exports.objects import to_json
from dragoman.exports.package import DESCRIPTION, checksum, write_package
from dragoman.store import Store, StoreError
from dragoman.store.corrections import all_corrections
from dragoman.store.keeping import now
from dragoman.store.sql import one_row

_NAME = re.compile(r"[\w][\w.-]{0,63}")
CORRECTIONS = "corrections.jsonl"


def release(store: Store, name: str, folder: Path, *, full_text: bool = False) -> str:
    """Write a snapshot of what the store shows, and return its checksum.

    The checksum is that of the package's description, which holds those of its tables. Raises
    ``StoreError`` where the name is taken or is no name.
    """
    if not _NAME.fullmatch(name):
        raise StoreError(f"{name!r} is no name of a release: letters, digits, dots and dashes")
    if _kept(store, name) or folder.exists():
        raise StoreError(f"{folder}: a release {name!r} is there already, and does not change")
    aside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    with store.reading():
        write_package(store.readings(), aside, full_text=full_text)
        lines = (to_json(_object(c)) for c in all_corrections(store.connection))
        (aside / CORRECTIONS).write_text("".join(f"{line}\n" for line in lines), "utf-8")
        counts = store.counts()
    _describe(aside, name)
    found = checksum(aside / DESCRIPTION)
    with store.writing():
        if _kept(store, name):
            raise StoreError(f"a release {name!r} is there already, and does not change")
        row = (name, found, to_json(counts), now())
        store.connection.execute("INSERT INTO releases VALUES (?, ?, ?, ?)", row)
        aside.rename(folder)
    for path in folder.iterdir():
        path.chmod(0o444)
    return found


def _object(correction: object) -> dict[str, object]:
    return {name: getattr(correction, name) for name in correction.__slots__}  # type: ignore[attr-defined]


def _describe(folder: Path, name: str) -> None:
    """Put the name of the release and the corrections into the description."""
    path = folder / DESCRIPTION
    found = json.loads(path.read_text("utf-8"))
    found["name"], found["id"] = name.lower(), name
    hashed = f"sha256:{checksum(folder / CORRECTIONS)}"
    found["dragoman:corrections"] = {"path": CORRECTIONS, "hash": hashed}
    path.write_text(to_json(found, indent=2) + "\n", "utf-8")


def faults_of(store: Store, name: str, folder: Path) -> Iterator[str]:
    """Yield what differs between a release and what was written down of it; nothing where none."""
    kept = _kept(store, name)
    if kept is None:
        yield f"no release is called {name!r}"
        return
    path = folder / DESCRIPTION
    if not path.exists():
        yield f"{path}: is missing"
        return
    if checksum(path) != kept:
        yield f"{path}: is not what was released"
    found = json.loads(path.read_text("utf-8"))
    for part in (*found["resources"], found["dragoman:corrections"]):
        table = folder / part["path"]
        if not table.exists() or f"sha256:{checksum(table)}" != part["hash"]:
            yield f"{table}: is not what was released"


def _kept(store: Store, name: str) -> str | None:
    """Return the checksum of a release, or ``None``."""
    row = one_row(store.connection, "SELECT checksum FROM releases WHERE name = ?", (name,))
    return str(row[0]) if row else None
