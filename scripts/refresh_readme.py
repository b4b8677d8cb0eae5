"""Run the commands shown in README.md and put their output there: [--check] only compares."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (dragoman [^\n]*)\n(.*?)```", re.S)


def output_of(command: str) -> str:
    """Return what a command prints, run in the project's folder by this interpreter."""
    words = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    words += shlex.split(command)[1:]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def refreshed(text: str) -> str:
    """Return the page with the output of each command as it is today."""
    return BLOCK.sub(lambda m: f"```console\n$ {m[1]}\n{output_of(m[1])}```", text)


def main() -> int:
    """Refresh the page, or compare it."""
    before = README.read_text("utf-8")
    after = refreshed(before)
    if "--check" in sys.argv and before != after:
        print("README.md is out of date: run `make reference`", file=sys.stderr)
        return 1
    README.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
