"""The Ray engine: the same function over shards, carried by Ray Data's actors."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dragoman.scale.output import Coded, Target, code_shard, coded_from
from dragoman.scale.shards import Shard


class Worker:
    """An actor that codes shards; the models it loads stay with it."""

    def __init__(self, out: str, version: str) -> None:
        self.to = Target(out, version)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return what came of a shard: as written, or why not."""
        shard = Shard(**row)
        try:
            coded = code_shard(shard, self.to)
        except Exception as problem:
            told = str(problem).splitlines() or [""]
            return {
                "key": shard.key,
                "coded": "",
                "problem": f"{type(problem).__name__}: {told[0]}",
            }
        return {"key": shard.key, "coded": json.dumps(asdict(coded)), "problem": ""}


def code_on_ray(
    shards: Iterable[Shard], to: Target, workers: tuple[int, int], address: str | None = None
) -> Iterator[tuple[Shard, Coded | str]]:
    """Yield each shard as it is done, on a cluster at ``address`` or one started here.

    ``workers`` is the least and the most actors. The cluster's machines must have the same
    version installed. Raises ``ImportError`` where Ray is not there: it comes with
    ``pip install dragoman[ray]``.
    """
    os.environ.setdefault("RAY_AUTH_MODE", "disabled")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray
    import ray.data

    todo = list(shards)
    by_key = {shard.key: shard for shard in todo}
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=False, include_dashboard=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = ray.data.from_items([asdict(shard) for shard in todo], override_num_blocks=len(todo))
    worker: Any = Worker
    done = rows.map(
        worker,
        fn_constructor_kwargs=asdict(to),
        compute=ray.data.ActorPoolStrategy(min_size=workers[0], max_size=workers[1]),
        num_cpus=1,
    )
    for row in done.iter_rows():
        yield by_key[row["key"]], row["problem"] or coded_from(row["coded"])
