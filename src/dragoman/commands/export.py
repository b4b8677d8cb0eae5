"""``dragoman export``: a store in a format of others."""

from __future__ import annotations

from pathlib import Path

from dragoman.commands.screen import complain, write, written_aside
from dragoman.exports.formats import FILES, FOLDERS, lines_in, write_folder
from dragoman.store import Store


def export_store(path: Path, name: str, out: Path | None, *, full_text: bool) -> int:
    """Write all that a store shows in a format, and return the exit status."""
    if name not in FILES and name not in FOLDERS:
        complain(f"no format is called {name!r}: choose one of {', '.join((*FILES, *FOLDERS))}")
        return 2
    if name in FOLDERS and out is None:
        complain(f"the format {name} is a folder: name it with --out")
        return 2
    with Store(path, readonly=True) as store, store.reading():
        readings = store.readings()
        try:
            if name in FOLDERS and out:
                write_folder(name, readings, out, full_text=full_text)
            elif out:
                with written_aside(out) as target:
                    write(lines_in(name, readings, full_text=full_text), target)
            else:
                write(lines_in(name, readings, full_text=full_text))
        except BrokenPipeError:
            raise
        except OSError as problem:
            complain(f"{out}: cannot be written ({problem.strerror})")
            return 1
    return 0
