"""Print list lines for heads of state and government of the World Factbook that no list has yet.

Usage: ``python scripts/convert_factbook.py factbook.jsonl > scripts/people/people-4.txt``. Only
rows whose day of taking office is stated in full are used, for offices that nobody is listed to
hold now, by people whose surname no list has.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from generate_people import read_lists
from people.names import ascii_of

OFFICES = (
    ("head_of_state", "hs", "head-of-state"),
    ("head_of_government", "hg", "head-of-government"),
)
TITLES = re.compile(
    r"^(?:(?:Interim|Transition(?:al)?|Acting|Prime|GNU|CNSP|Federal|State|First|Chief) )*"
    r"(?:President|Minister|King|Queen|Emir|Sultan|Captain Regent|Premier|Chancellor|Grand Duke|"
    r"Prince|Amir|Taoiseach|Paramount Ruler)\b"
)
RANKS = re.compile(r"^(?:Gen\.|Col\.|Capt\.|Sir|Dr\.|Lt\. Gen\.|General|Dame|Maj\. Gen\.) ")


def held_now() -> set[tuple[str, str]]:
    """Return the offices of states that somebody is listed to hold without an end."""
    return {
        (entity, office)
        for person in read_lists()
        for entity, office, _, stop in person.tenures
        if not stop
    }


def marked(printed: str) -> str | None:
    """Return a name with ``*`` before the words printed in capitals, the surname."""
    title = TITLES.match(printed)
    if title is None:
        return None
    name = RANKS.sub("", printed[title.end() :].strip(" ,"))
    words = [w for w in name.split(" ") if w]
    large = [n for n, w in enumerate(words) if sum(c.isupper() for c in w) > 1]
    plain = all(re.fullmatch(r"[\w.'’-]+", w) for w in words)
    if len(words) < 2 or not large or large[0] == 0 or not plain or not words[0][0].isupper():
        return None
    given, last = words[: large[0]], words[large[0] : large[-1] + 1]
    family = [w if w.islower() else "-".join(p.capitalize() for p in w.split("-")) for w in last]
    return " ".join([*given, "*" + " ".join(family)])


def lines(path: Path) -> Iterator[str]:
    """Yield a list line for each holder that no list has."""
    taken = held_now()
    known = {ascii_of(word) for p in read_lists() for word in p.name.split(" ")}
    for text in path.read_text("utf-8").splitlines():
        row = json.loads(text)
        state = row["iso3"]
        seen: dict[str, list[str]] = {}
        for key, short, office in OFFICES:
            holders = row[f"{key}_parsed"] or []
            if len(holders) != 1 or (state, office) in taken or not state:
                continue
            since, printed = holders[0].get("since") or "", html.unescape(holders[0]["title_name"])
            name = marked(printed)
            last = ascii_of(name.rpartition("*")[2].split(" ")[0]) if name else ""
            if name and last not in known and len(since) == 10 and name not in seen:
                seen[name] = [f"{short} {since}.."]
        for name, offices in seen.items():
            yield f"{name} | {state} | | | | {'; '.join(offices)}"


def main() -> None:
    """Print the list."""
    print("#origin CIA World Factbook 2026, factbook/factbook.json@8662a8b17a (public domain)")
    print("# Written by scripts/convert_factbook.py; checked by eye.")
    for line in lines(Path(sys.argv[1])):
        print(line)


if __name__ == "__main__":
    main()
