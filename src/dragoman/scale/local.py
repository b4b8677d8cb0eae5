"""The local engine: a few processes, each with its models loaded once, a shard at a time."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from dragoman.scale.output import Coded, Target, code_shard
from dragoman.scale.shards import Shard

# Shards waiting beside those being read, for each process: enough to keep it busy, and no more.
AHEAD = 1
# After this many shards a process makes way for a fresh one, which bounds its memory.
SHARDS_PER_PROCESS = 200


def code_locally(
    shards: Iterable[Shard], to: Target, workers: int
) -> Iterator[tuple[Shard, Coded | str]]:
    """Yield each shard as it is done: what was written, or why it could not be.

    When a process dies, the shards that were with it are read again, each in a process of its
    own; one that kills this too is given up, and the others go on.
    """
    waiting = deque(shards)
    while waiting:
        lost: list[Shard] = []
        yield from _with_pool(waiting, lost, to, workers)
        for shard in lost:
            guilty: list[Shard] = []
            yield from _with_pool(deque([shard]), guilty, to, 1)
            yield from ((shard, "the process reading it died") for shard in guilty)


def _with_pool(
    waiting: deque[Shard], lost: list[Shard], to: Target, workers: int
) -> Iterator[tuple[Shard, Coded | str]]:
    """Yield shards done by one pool of processes until none waits or a process has died."""
    context = multiprocessing.get_context("spawn")
    running: dict[Future[Coded], Shard] = {}
    with ProcessPoolExecutor(
        workers,
        mp_context=context,
        initializer=_settle,
        max_tasks_per_child=SHARDS_PER_PROCESS,
    ) as pool:
        while (waiting or running) and not lost:
            while waiting and len(running) < workers * (1 + AHEAD):
                shard = waiting.popleft()
                running[pool.submit(code_shard, shard, to)] = shard
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield from _outcome(future, running.pop(future), lost)
        for future, shard in running.items():
            yield from _outcome(future, shard, lost)


def _outcome(
    future: Future[Coded], shard: Shard, lost: list[Shard]
) -> Iterator[tuple[Shard, Coded | str]]:
    """Yield what came of a shard; one whose process died is noted as lost."""
    try:
        yield shard, future.result()
    except BrokenProcessPool:
        lost.append(shard)
    except Exception as problem:
        told = str(problem).splitlines() or [""]
        yield shard, f"{type(problem).__name__}: {told[0]}"


def _settle() -> None:
    """Keep each process to one core, and let it end when the one that began it has ended."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """Wait for the parent process to end, however it ends, and end with it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
