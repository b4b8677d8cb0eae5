"""Several articles read one after the other: a bad one costs itself only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.commands.screen import complain
from dragoman.core.records import Reading
from dragoman.intake import IntakeError, IntakeOptions
from dragoman.reader import Reader
from dragoman.world import load_world


@dataclass
class Run:
    """Readings of several files, as they come, and which files could not be read."""

    files: Sequence[str]
    options: IntakeOptions = field(default_factory=IntakeOptions)
    failed: list[str] = field(default_factory=list)

    def named(self) -> Iterator[tuple[str, Reading]]:
        """Yield each file that can be read with its reading; complain of the others."""
        load_world()  # a table that cannot be read is no fault of the first article
        reader = Reader()
        for file in self.progress():
            reading = self.reading(reader, file)
            if reading is not None:
                yield file, reading

    def readings(self) -> Iterator[Reading]:
        """Yield the readings alone."""
        return (reading for _, reading in self.named())

    def reading(self, reader: Reader, file: str) -> Reading | None:
        """Return the reading of a file, or ``None`` after one line that says why not."""
        try:
            return reader.read_file(file, self.options)
        except IntakeError as problem:
            complain(problem)
        except Exception as problem:  # a fault in one article must not cost the others
            complain(f"{file}: {_reason(problem)}")
        self.failed.append(file)
        return None

    def progress(self) -> Iterable[str]:
        """Return the files, with a bar on the terminal where there are several."""
        if len(self.files) < 2 or not sys.stderr.isatty():
            return self.files
        from rich.console import Console
        from rich.progress import track

        console = Console(stderr=True)
        return track(self.files, "Reading", console=console, transient=True)

    def finish(self) -> int:
        """Say how many of several files failed, and return the exit status."""
        if len(self.files) > 1:
            read = len(self.files) - len(self.failed)
            complain(f"{read} of {len(self.files)} read, {len(self.failed)} failed")
        return 1 if self.failed else 0


def _reason(problem: Exception) -> str:
    """Return why an article could not be read: an unknown language, else a fault of ours."""
    if type(problem) is LookupError:  # its children, such as KeyError, are faults
        return str(problem.args[0])
    return f"not read because of a fault ({type(problem).__name__}: {problem})"
