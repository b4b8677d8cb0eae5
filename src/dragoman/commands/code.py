"""``dragoman code``: an archive read to Parquet, shard by shard."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dragoman.commands.screen import complain
from dragoman.scale.coding import Engine, Run, code_archive
from dragoman.scale.local import code_locally


@dataclass(frozen=True)
class Carrier:
    """Which engine is to carry the reading, with how many processes at least and at most."""

    engine: str
    least: int
    most: int
    address: str | None = None

    def run(self) -> Engine:
        """Return the engine, ready to be given shards and a folder."""
        if self.engine == "local":
            return partial(code_locally, workers=self.most)
        from dragoman.scale.ray_data import code_on_ray

        return partial(code_on_ray, workers=(self.least, self.most), address=self.address)


def code(addresses: Sequence[str], out: str, carrier: Carrier) -> int:
    """Code an archive, print what came of it, and return the exit status."""
    began = time.monotonic()
    try:
        run = code_archive(addresses, out, carrier.run(), partial(_show, began))
    except ImportError:
        complain("Ray is not installed: pip install 'dragoman[ray]'")
        return 1
    except OSError as problem:
        complain(f"{out}: {problem.strerror or problem}")
        return 1
    if sys.stderr.isatty():
        print(file=sys.stderr)
    for told in run.problems:
        complain(told)
    for source, reason in run.failures:
        complain(f"{source}: {reason}")
    seconds = max(time.monotonic() - began, 1e-9)
    print(
        f"{run.rows} articles in {len(run.coded)} of {run.total} shards coded"
        f" ({run.before} were there), {len(run.failures)} not readable,"
        f" {len(run.problems)} shards or files failed, {run.rows / seconds:.1f} articles/s"
    )
    return 1 if run.problems or run.failures else 0


def _show(began: float, run: Run) -> None:
    """Show on a terminal how far a run is, how fast, and how long it will take."""
    if not sys.stderr.isatty():
        return
    done = len(run.coded) + len(run.problems)
    todo = run.total - run.before
    seconds = max(time.monotonic() - began, 1e-9)
    left = seconds / done * (todo - done) if done else 0.0
    rate = run.rows / seconds
    told = f"{done} of {todo} shards, {run.rows} articles, {rate:.1f}/s, {left / 60:.0f} min left"
    print(f"\r{told}\x1b[K", end="", file=sys.stderr, flush=True)
