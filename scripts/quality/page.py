"""The page docs/quality.md: figures with their intervals, and what is read wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tests.quality.agreement import agreement, happenings
from tests.quality.floors import floors
from tests.quality.gold import passages
from tests.quality.measures import CODES, Measure, measured
from tests.quality.pairs import Pair, type_of

from scripts.quality.parallel import Agreement
from scripts.quality.sets import Missed, Score

HEAD = ("set", "language", "measure", "value", "95 %", "n", "others")
INTRODUCTION = """\
# Measured quality

Written by `make eval` on {day}. Figures are per cent. Three things are measured: development sets
of third parties, parallel documents, and a corpus of our own writing. None of them shows what will
be reached on news that nobody has seen: the sets are public and rules were written with them in
view, and our corpus is ours."""
OWN = """\
## Our own corpus

`tests/quality` holds {sizes} passages of our own writing with the facts that a careful analyst
would record. They were written before the rules were tried on them; no sentence is changed because
it is read wrongly, but annotations were revised where a first reading showed them to be wrong or
incomplete. The authors of the rules could read them. `n` is what each share is taken of (some are
small: with 20 facts, one is five points); `floor` is what the tests hold. `no event` is 100 less
the events invented per 100 sentences that hold none. `of found` is a share of the facts that were
found at all."""
SETS = """\
## Development sets of third parties

Scored by the scorer that lies beside the sets, with 95 % bootstrap intervals over documents;
`others` is what a named peer reaches on the same rows with the same scorer."""
LACKING = """\
## What is missed in the sets

The five kinds that cost most in each set: of how many, how many are missed, and how often the kind
is read where it is not (events and names; of other sets only what is missed is told by kind)."""
PARALLEL = """\
## Documents and their translations

News and its human translation, read apart. The share is of the records that either side holds,
those that both hold; a document is matched as a whole, and what the translator changed counts as
disagreement. Most of the documents are not about states, so few events are met."""
FAILURES = """\
## What is read wrongly in our own corpus

By type of event: annotated, missed, and read where it is not (at most the eight worst)."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return an aligned Markdown table."""
    cells = [tuple(head), *map(tuple, rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return lines


def score_table(found: Iterable[Score | Missed]) -> list[str]:
    """Return the scores as a table."""
    return table(HEAD, (score.cells() for score in found if isinstance(score, Score)))


def agreement_table(found: Iterable[Agreement]) -> list[str]:
    """Return how far parallel documents agree, as a table."""
    rows = (
        (a.languages, a.what, f"{a.share:.1f}", str(a.records), str(a.pairs)) for a in found
    )  # fmt: skip
    return table(("languages", "what", "agree", "records", "documents"), rows)


def page(day: str, found: Sequence[Score | Missed], parallel: Sequence[Agreement]) -> str:
    """Return the page."""
    sizes = ", ".join(f"{len(list(passages(code)))} {code}" for code in CODES)
    parts = [
        [INTRODUCTION.format(day=day)],
        [OWN.format(sizes=sizes), "", *own_table()],
        ["## One happening in four languages", "", *told_table()],
        [SETS, "", *score_table(found)],
        [LACKING, "", *lacking_table(found)],
        [PARALLEL, "", *agreement_table(parallel)],
        [FAILURES, "", *wrong_table()],
        ["Events invented in sentences that hold none:", "", *invented()],
        ["Happenings on which the languages do not agree:", "", *apart()],
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def own_table() -> list[str]:
    """Return what is measured on our own corpus, a row for each language and measure."""
    held = floors()
    rows = [
        (code, name, f"{one.value:.1f}", str(one.of), f"{held[code].get(name, 0)}")
        for code in CODES
        for name, one in measured(code).items()
    ]
    return table(("language", "measure", "value", "n", "floor"), rows)


def told_table() -> list[str]:
    """Return the shares of happenings that are right in each language, and agree in all."""
    names = {"agree": "the same act, parties, realis and date in all languages"}
    rows = [
        (names.get(name, f"as written, {name}"), f"{value:.1f}", str(len(happenings())))
        for name, value in agreement().items()
    ]
    return table(("measure", "value", "n"), rows)


def lacking_table(found: Iterable[Score | Missed]) -> list[str]:
    """Return what is missed in each set, as a table."""
    rows = [
        (
            miss.gold,
            miss.language,
            kind.replace("|", " or "),
            *("–" if number is None else str(number) for number in numbers),
        )
        for miss in found
        if isinstance(miss, Missed)
        for kind, *numbers in miss.kinds
    ]
    return table(("set", "language", "kind", "of", "missed", "too much"), rows)


def wrong_table() -> list[str]:
    """Return which types of events are missed and invented in our own corpus, as a table."""
    rows = []
    for code in CODES:
        whole = measured(code)
        kinds = wrong_types(whole["event type: F1"])
        for kind, (missed, extra) in sorted(kinds.items(), key=lambda k: -sum(k[1]))[:8]:
            rows.append((code, kind, str(annotated(code, kind)), str(missed), str(extra)))
    return table(("language", "type", "of", "missed", "too much"), rows)


def wrong_types(measure: Measure) -> dict[str, tuple[int, int]]:
    """Return how often each type is missed, and read where it is not."""
    kinds: dict[str, tuple[int, int]] = {}
    for pair in measure.wrong:
        kind = type_of(pair.fact.what) if pair.fact else pair.record.type
        missed, extra = kinds.get(kind, (0, 0))
        kinds[kind] = (missed + bool(pair.fact), extra + (not pair.fact))
    return kinds


def annotated(code: str, kind: str) -> int:
    """Return how many events of a type the corpus of a language holds."""
    return sum(type_of(f.what) == kind for p in passages(code) for f in p.facts["event"])


def invented() -> Iterator[str]:
    """Yield a line for each event that is read where none is."""
    for code in CODES:
        pairs: tuple[Pair, ...] = measured(code)["no event"].wrong
        yield from (f"- {code}: {p.passage.text} (`{p.record.act}`)" for p in pairs)


def apart() -> Iterator[str]:
    """Yield a line for each happening that is not the same in all languages."""
    for told in happenings():
        if not told.agrees:
            right = [code for code in CODES if told.is_right(code)]
            yield f"- {told.title}: as written in {', '.join(right) or 'none'}"
