"""Write the tables of people, tenures and roles from the hand-written lists in ``scripts/people``.

Usage: ``python scripts/generate_people.py`` writes the tables;
``python scripts/generate_people.py --check`` exits with 1 where a written table differs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from people.english import english_roles
from people.names import japanese_forms, latin_forms, slug, vietnamese_forms, with_late_tone
from people.russian import russian_forms, russian_roles

HERE = Path(__file__).parent / "people"
SOURCE = Path(__file__).parent.parent / "src" / "dragoman"
CAPITALISED = re.split(
    r"\|",
    "tổng thống|thủ tướng|chủ tịch|bộ trưởng|ngoại trưởng|ngoại giao|quốc phòng|công an|nội vụ|"
    "tài chính|thương mại|công thương|tư pháp|y tế|năng lượng|giáo dục|giao thông|nông nghiệp|"
    "bộ|quốc hội|chính phủ|tổng bí thư|tổng thư ký|đại sứ|nhà nước|điện kremlin|nhà trắng|"
    "lầu năm góc|hội đồng|thượng viện|hạ viện|liên hợp quốc|châu âu|an ninh|thường trực|đảng",
)
AS_OF = "2026-11"
OFFICES = {
    "hs": "head-of-state",
    "hg": "head-of-government",
    "slead": "supreme-leader",
    "fm": "foreign-minister",
    "dm": "defence-minister",
    "fin": "finance-minister",
    "int": "interior-minister",
    "tr": "trade-minister",
    "min": "minister",
    "dfm": "deputy-foreign-minister",
    "dhg": "deputy-head-of-government",
    "vp": "vice-president",
    "dsc": "deputy-security-head",
    "sp": "spokesperson",
    "amb": "ambassador",
    "env": "envoy",
    "sg": "secretary-general",
    "dg": "director-general",
    "hr": "high-representative",
    "cp": "commission-president",
    "ep": "council-president",
    "bp": "bank-president",
    "par": "parliament-president",
    "pl": "party-leader",
    "cpr": "crown-prince",
    "gov": "governor",
    "cb": "central-bank-governor",
    "sec": "security-adviser",
    "adv": "adviser",
    "leg": "legislator",
    "mil": "commander",
    "jud": "judge",
    "spy": "spy-chief",
    "rel": "cleric",
    "chr": "chair",
    "bus": "businessperson",
    "fl": "first-lady",
    "reb": "rebel-leader",
    "opp": "opposition-leader",
    "prm": "paramilitary-leader",
    "act": "activist",
}


@dataclass
class Listed:
    """A person of the lists: names with ``*`` before the surname, per language."""

    names: list[str]
    entity: str
    gender: str
    japanese: list[str]
    russian: list[str]
    vietnamese: list[str]
    tenures: list[tuple[str, str, str, str]] = field(default_factory=list)
    origin: str = "own knowledge"

    @property
    def name(self) -> str:
        """The English name without marks."""
        return self.names[0].replace("*", "")

    @property
    def is_spouse(self) -> bool:
        """Tell whether only the full name is used, since the surname means the office holder."""
        return bool(self.tenures) and all(t[1] == "first-lady" for t in self.tenures)


def read_lists() -> list[Listed]:
    """Return the people of all lists, in their order."""
    found = []
    for path in sorted(HERE.glob("people-*.txt")):
        origin = "own knowledge"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("#origin "):
                origin = line[8:]
            elif line and not line.startswith("#"):
                try:
                    found.append(person_of(line, origin))
                except (ValueError, KeyError) as problem:
                    raise SystemExit(f"{path}:{number}: {problem!r}") from None
    return found


def person_of(line: str, origin: str) -> Listed:
    """Return the person of one line: names | entity | ja | ru | vi | offices."""
    cells = [cell.strip() for cell in line.split("|")]
    cells += [""] * (6 - len(cells))
    names, entity, japanese, russian, vietnamese, offices = cells
    state, _, gender = entity.partition(" ")
    return Listed(
        with_surname_marks(names.split("=")),
        state,
        gender,
        split(japanese, ";"),
        split(russian, ";"),
        split(vietnamese, ";"),
        [tenure_of(part, state) for part in split(offices, ";")],
        origin,
    )


def with_surname_marks(names: list[str]) -> list[str]:
    """Return the names; where one has no ``*`` its last word is the surname."""
    first = names[0]
    marked = []
    for name in names:
        if "*" in name:
            marked.append(name)
        elif first.startswith("*"):
            marked.append("*" + name)
        else:
            given, _, last = name.rpartition(" ")
            marked.append(f"{given} *{last}".strip())
    return marked


def split(text: str, sign: str) -> list[str]:
    """Return the parts of a cell."""
    return [part.strip() for part in text.split(sign) if part.strip()]


def tenure_of(text: str, state: str) -> tuple[str, str, str, str]:
    """Return entity, office, start and stop of ``UN:sg 2007-01-01..2016-12-31``."""
    office, dates = text.split(" ")
    entity, _, code = office.rpartition(":")
    start, stop = dates.split("..")
    return entity or state, OFFICES[code], start, stop


def tables(people: list[Listed]) -> Iterator[tuple[Path, str]]:
    """Yield each table's path and content."""
    head = f"# Written by scripts/generate_people.py from scripts/people; as of {AS_OF}.\n"
    rows = sorted({(slug(p.name), p.name, p.entity, p.gender) for p in people})
    yield SOURCE / "world" / "people.tsv", head + table(rows, "id name entity gender")
    yield (
        SOURCE / "world" / "tenures.tsv",
        head + table(tenure_rows(people), "person entity office from to origin"),
    )
    forms: dict[str, Callable[[Listed], Iterable[tuple[str, str]]]] = {
        "en": lambda p: latin_forms(p.names, p.entity == "VNM"),
        "ja": lambda p: japanese_forms(p.japanese),
        "ru": lambda p: russian_forms(p.russian, p.gender, p.names[0].startswith("*")),
        "vi": lambda p: vietnamese_forms(p.vietnamese, p.names),
    }
    for code, of in forms.items():
        rows = sorted(
            {
                (form, slug(person.name), kind)
                for person in people
                for form, kind in of(person)
                if form and (kind == "person" or not person.is_spouse)
            }
        )
        yield SOURCE / "languages" / code / "people.tsv", head + table(rows, "form person kind")
    expand = {"en": english_roles, "ja": as_listed, "ru": russian_roles, "vi": vietnamese_roles}
    for code, roles in expand.items():
        rows = sorted({*role_rows(code, roles), *body_rows(code)})
        yield SOURCE / "languages" / code / "roles.tsv", head + table(rows, "form code kind")


def tenure_rows(people: list[Listed]) -> list[tuple[str, ...]]:
    """Return the rows of tenures, by entity, office and date."""
    rows = {
        (slug(p.name), entity, office, start, stop, p.origin)
        for p in people
        for entity, office, start, stop in p.tenures
    }
    return sorted(rows, key=lambda row: (row[1], row[2], row[3], row[0]))


def table(rows: Iterable[tuple[str, ...]], columns: str) -> str:
    """Return rows as lines of tab-separated cells under a line that names the columns."""
    lines = ["# " + " ".join(columns.split())]
    lines += ["\t".join(row).rstrip("\t") if not row[-1] else "\t".join(row) for row in rows]
    return "\n".join(lines) + "\n"


def role_rows(
    code: str, expand: Callable[[str, str], Iterable[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield form, code and kind of each title, role and institution of a language."""
    for line in (HERE / f"roles-{code}.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, forms = line.partition(":")
        kind, meaning = head.split(" ")
        for form in split(forms, ","):
            for printed in expand(form, kind):
                yield printed, meaning, kind


def body_rows(code: str) -> Iterator[tuple[str, str, str]]:
    """Yield form, code and kind of the parties, agencies, companies and bands of the lists."""
    for line in (HERE / "bodies.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        home, *cells = (cell.strip() for cell in line.split("|"))
        forms = dict(zip(("en", "ja", "ru", "vi"), cells, strict=True))
        listed = split(forms[code], ";")
        if code == "ru":
            listed = [made for form in listed for made in russian_roles(form, "institution")]
        elif code == "vi":
            listed += [form for form in split(forms["en"], ";") if len(form) > 3]
        for form in listed:
            yield form, home, "institution"


def as_listed(form: str, kind: str) -> Iterator[str]:
    """Yield a form as it is."""
    del kind
    yield form


def vietnamese_roles(form: str, kind: str) -> Iterator[str]:
    """Yield a Vietnamese form in small letters, and as titles of people and offices are printed."""
    late = with_late_tone(form)
    if late != form:
        yield from vietnamese_roles(late, kind)
    plain = form.rstrip("=")
    yield plain
    inner = plain
    for name in CAPITALISED:
        inner = re.sub(rf"(?<!\w){name}(?!\w)", name[0].upper() + name[1:], inner)
    if kind != "role":
        yield inner
        for one in (plain, inner):
            yield one[0].upper() + one[1:]


def main() -> int:
    """Write the tables, or with ``--check`` compare them."""
    differing = []
    for path, content in tables(read_lists()):
        if "--check" in sys.argv:
            if not path.exists() or path.read_text("utf-8") != content:
                differing.append(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    for path in differing:
        print(f"differs: {path}")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
