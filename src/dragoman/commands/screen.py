"""Where words go: pages and tables to standard output, errors to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from dragoman.exports.terminal import shown

if TYPE_CHECKING:
    from rich.text import Text

PIPE = 100
WIDEST = 120


def page_width() -> int:
    """Return how many cells a line may have: those of the terminal, or 100 in a pipe."""
    if not sys.stdout.isatty():
        return PIPE
    return min(WIDEST, get_terminal_size().columns)


def coloured() -> bool:
    """Tell whether standard output is a terminal that may have colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def styled(lines: Iterable[Text], *, colour: bool) -> Iterator[str]:
    """Yield lines of a page as text, with terminal colours where wanted."""
    from rich.console import Console

    console = Console(force_terminal=True, width=1000, highlight=False, markup=False, emoji=False)
    for line in lines:
        if not colour:
            yield line.plain.rstrip()
            continue
        with console.capture() as captured:
            console.print(line, end="", soft_wrap=True)
        yield captured.get()


def write(lines: Iterable[str], target: TextIO | None = None) -> None:
    """Write lines to standard output, or to a file, as they come."""
    stream = target or sys.stdout
    for line in lines:
        stream.write(f"{line}\n")
    stream.flush()


def print_page(lines: Iterable[Text]) -> None:
    """Print a page, coloured on a terminal and plain in a pipe."""
    write(styled(lines, colour=coloured()))


def complain(message: object) -> None:
    """Print one line of error."""
    print(f"dragoman: {shown(str(message))}", file=sys.stderr)


@contextmanager
def written_aside(path: Path) -> Iterator[TextIO]:
    """Give a file to write to that takes its name only when all is written."""
    aside = path.with_name(f".{path.name}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
