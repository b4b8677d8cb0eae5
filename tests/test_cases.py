import pytest

from dragoman.cases import CaseError, faults, read_cases
from dragoman.core.identity import digest
from dragoman.examples import plain_article
from dragoman.languages.tables import FOLDER, language_codes
from dragoman.reader import article_reader

CASES = [
    pytest.param(
        code,
        case,
        id=f"{code}-{case.line}",
        marks=[pytest.mark.xfail(reason="known failure", strict=True)] * case.fails_knowingly,
    )
    for code in language_codes()
    for path in [FOLDER / code / "cases.md"]
    if path.exists()
    for case in read_cases(path.read_text("utf-8"))
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_golden_case(code, case):
    reading = article_reader(code).read(plain_article(case.text, code, case.published))
    wrong = faults(case, reading)
    assert not wrong, "\n".join([case.title, case.text, *wrong])


ONE = """\
What stands before is not read.

## A visit
published: 2024-11-28
> President Macron visited Morocco on Monday.
- event visit FRA(Macron) → MAR, 2024-11-25, actual
"""


def test_a_case_is_read():
    (case,) = read_cases(ONE)
    assert (case.title, case.line, case.published) == ("A visit", 3, "2024-11-28")
    assert case.text == "President Macron visited Morocco on Monday."
    assert case.facts == ("event visit FRA(Macron) → MAR, 2024-11-25, actual",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## A\n> x\nstray\n- no event\n", "line 3: neither text nor fact: 'stray'"),
        ("## A\n> x\n", "line 1: 'A' needs a text and a fact"),
    ],
)
def test_a_case_that_cannot_be_read_says_why(text, reason):
    with pytest.raises(CaseError, match=reason):
        list(read_cases(text))


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        ("event visit FRA(Macron) → MAR, 2024-11-25, actual", ()),
        ("event visit FRA → MAR", ()),
        ("event CONSULT FRA → MAR", ()),
        ("event visit FRA → DZA", ("expected  event visit FRA → DZA", "unlisted")),
        ("event visit FRA(Sarkozy) → MAR", ("expected  event visit FRA(Sarkozy)", "unlisted")),
        ("event visit FRA → MAR, planned", ("expected  event visit FRA → MAR, pl", "unlisted")),
        ("no event", ("expected  no event",)),
        ("no figure", ()),
        ("tie ally FRA → MAR", ("expected  tie ally",)),
    ],
)
def test_faults_name_what_is_missing_and_what_is_too_much(fact, fault):
    (case,) = read_cases(ONE.replace("event visit FRA(Macron) → MAR, 2024-11-25, actual", fact))
    reading = article_reader("en").read(plain_article(case.text, "en", case.published))
    found = faults(case, reading)
    assert len(found) == len(fault)
    assert all(one.startswith(start) for one, start in zip(found, fault, strict=True)), found


def test_the_article_of_a_case_has_the_id_of_its_text():
    assert plain_article("x", "en").id == digest("", "x")
