"""The bytes of an article, from a file, standard input or memory."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from dragoman.intake.options import IntakeError

LARGEST = 64 * 1024 * 1024
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one article and the name under which errors speak of it."""

    name: str
    data: bytes
    suffix: str = ""


def source_of(source: Path | str | bytes) -> Source:
    """Return the bytes of a path, of standard input (``-``), or those given."""
    if isinstance(source, bytes):
        found = Source("bytes", source)
    elif str(source) == "-":
        found = Source("standard input", sys.stdin.buffer.read(LARGEST + 1))
    else:
        found = _of_file(Path(source))
    _refuse(found)
    return found


def _of_file(path: Path) -> Source:
    try:
        if path.stat().st_size > LARGEST:
            raise IntakeError(str(path), f"larger than {LARGEST // 1024 // 1024} MB")
        return Source(str(path), path.read_bytes(), path.suffix.lower())
    except FileNotFoundError:
        raise IntakeError(str(path), "no such file") from None
    except IsADirectoryError:
        raise IntakeError(str(path), "a folder, not a file") from None
    except PermissionError:
        raise IntakeError(str(path), "may not be read (permission denied)") from None
    except (OSError, ValueError) as problem:
        raise IntakeError(str(path), f"cannot be read ({_reason(problem)})") from None


def _reason(problem: OSError | ValueError) -> str:
    text = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
    return " ".join(text.split())


def _refuse(source: Source) -> None:
    if len(source.data) > LARGEST:
        raise IntakeError(source.name, f"larger than {LARGEST // 1024 // 1024} MB")
    if not source.data.strip():
        raise IntakeError(source.name, "empty")
    for signature, what in SIGNATURES.items():
        if source.data.startswith(signature):
            raise IntakeError(source.name, f"{what}, not text")
