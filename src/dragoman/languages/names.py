"""The names that a language uses for states, organisations, people and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from dragoman.core.knowledge import NameIndex, World
from dragoman.languages.name_forms import Meanings, read_meanings, read_plain, search_patterns
from dragoman.languages.name_index import BLOCK, FormIndex, Neighbours
from dragoman.world import load_world
from dragoman.world.tables import TableError, read_cells

FOLDER = Path(__file__).parent
PERSON_KINDS = frozenset(("person", "surname"))
ROLE_KINDS = frozenset(("title", "role", "institution"))


def load_names(code: str, extra: Sequence[Path] = (), world: World | None = None) -> NameIndex:
    """Return the index of all names of a language, with those of the reader's own folders.

    A folder of ``extra`` holds a folder ``code`` with tables as shipped; what it says of a form
    replaces what was known of it. Raises ``TableError`` with file and line for a bad table.
    """
    world = world or load_world()
    folders = [FOLDER / code, *(folder / code for folder in extra if (folder / code).is_dir())]
    meanings: Meanings = {}
    neighbours = Neighbours()
    common = _common_words(folders)
    for folder in folders:
        found, beside = _names_of(folder, world.entities, common)
        meanings = _more(_without(meanings, found), found)
        meanings = _more(meanings, _others_of(folder, world))
        neighbours = neighbours.joined(beside)
    if not meanings:
        raise TableError(f"{FOLDER / code}: no table of names")
    return FormIndex.of(search_patterns(meanings), neighbours)


def _common_words(folders: Iterable[Path]) -> frozenset[str]:
    """Return the words that may not stand alone for a party, from all folders."""
    paths = [folder / "common.tsv" for folder in folders]
    return frozenset(cells[0] for path in paths if path.exists() for _, cells in read_cells(path))


def _names_of(
    folder: Path, entities: Collection[str], common: Collection[str]
) -> tuple[Meanings, Neighbours]:
    """Return the names of states and organisations; those by hand replace the generated ones."""
    found: Meanings = {}
    beside = Neighbours()
    for name in ("names.generated.tsv", "names.tsv"):
        if (folder / name).exists():
            more, beside = read_meanings(folder / name, entities, common)
            found |= more
    return found, beside


def _others_of(folder: Path, world: World) -> Meanings:
    """Return places, people and roles, where the folder has tables of them."""
    found: Meanings = {}
    tables: Iterable[tuple[str, Collection[str], Collection[str] | None]] = (
        ("places.generated.tsv", ("place",), None),
        ("places.tsv", ("place",), world.places),
        ("people.tsv", PERSON_KINDS, world.people),
        ("people.generated.tsv", PERSON_KINDS, world.people),
        ("roles.tsv", ROLE_KINDS, None),
        ("roles.generated.tsv", ROLE_KINDS, None),
    )
    for name, kinds, known in tables:
        if (folder / name).exists():
            found = _more(found, read_plain(folder / name, kinds, known))
    return found


def _without(meanings: Meanings, replaced: Collection[str]) -> Meanings:
    """Return the meanings without the forms that another table defines anew."""
    return {form: rows for form, rows in meanings.items() if form not in replaced}


def _more(meanings: Meanings, added: Mapping[str, tuple[tuple[str, ...], ...]]) -> Meanings:
    """Return the meanings of both; a longer word that blocks a name stays one."""
    for form, rows in added.items():
        earlier = meanings.get(form)
        if earlier is None:
            meanings[form] = rows
        elif earlier[0][2] != BLOCK:
            meanings[form] = (*earlier, *(row for row in rows if row not in earlier))
    return meanings
