"""Print what is measured: python -m tests.quality [LANGUAGE | agreement] [MEASURE] [--raise]."""

import sys

from tests.quality.agreement import happenings
from tests.quality.floors import raise_floors, sections, values
from tests.quality.measures import measured, side_by_side


def main(words: list[str]) -> None:
    """Print the measures of all or one, with the sentences where one measure is named."""
    if words == ["--raise"]:
        raise_floors()
        return
    chosen = words[:1] or sections()
    for section in chosen:
        for name, measure in values(section).items():
            print(f"{section:10} {name:36} {measure.value:5.1f} {measure.of:4}")
    if words[:1] == ["agreement"]:
        print("\n".join(str(h) for h in happenings() if not h.agrees))
    for name in words[1:]:
        print(side_by_side(measured(words[0])[name].wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
