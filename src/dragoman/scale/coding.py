"""A run over an archive: only what is missing is read, and the run can be taken up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.scale.output import Coded, Target, coder_version, sweep, write_manifest, written
from dragoman.scale.shards import Shard, ShardError, shards_of

Engine = Callable[[Sequence[Shard], Target], Iterator[tuple[Shard, Coded | str]]]


@dataclass
class Run:
    """What came of a run: shards written now and before, and what could not be read."""

    total: int = 0
    before: int = 0
    coded: list[Coded] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many articles were read in this run."""
        return sum(shard.rows for shard in self.coded)

    @property
    def failures(self) -> list[tuple[str, str]]:
        """Source and reason of every article that could not be read in this run."""
        return [failure for shard in self.coded for failure in shard.failures]


def code_archive(
    addresses: Iterable[str],
    out: str,
    engine: Engine,
    watch: Callable[[Run], object] = bool,
) -> Run:
    """Code what is missing of an archive into a folder, and return what came of it.

    ``watch`` is called with the run after every shard. A file that cannot be opened is named
    among the problems and the rest goes on.
    """
    sweep(out)
    to = Target(out, coder_version())
    run = Run()
    shards = list(_shards(addresses, run))
    there = written(to)
    todo = [shard for shard in shards if shard.key not in there]
    run.total, run.before = len(shards), len(shards) - len(todo)
    watch(run)
    for shard, found in engine(todo, to) if todo else ():
        if isinstance(found, Coded):
            run.coded.append(found)
        else:
            run.problems.append(f"{shard.address}, rows {shard.start}–{shard.stop}: {found}")
        watch(run)
    write_manifest(to, written(to))
    return run


def _shards(addresses: Iterable[str], run: Run) -> Iterator[Shard]:
    """Yield the shards of all files that can be opened; the others become problems."""
    for address in addresses:
        try:
            yield from shards_of([address])
        except ShardError as problem:
            run.problems.append(str(problem))
