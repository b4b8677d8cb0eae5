"""How a language prints states, titles and names, with the printed names of the people known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.core.mentions import MentionRules
from dragoman.languages.tables import language_table
from dragoman.world.tables import read_cells

FOLDER = Path(__file__).parent


def load_mention_rules(code: str, extra: Sequence[Path] = ()) -> MentionRules:
    """Return the mention rules of a language; folders of ``extra`` may add people's names."""
    forms = [
        (cells[0], cells[1])
        for folder in (FOLDER, *extra)
        if (folder / code / "people.tsv").exists()
        for _, cells in read_cells(folder / code / "people.tsv")
    ]
    return MentionRules.of(language_table(code, "mentions"), forms)
