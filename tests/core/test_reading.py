"""What a whole reading says of its own doubts."""

from dragoman.examples import plain_article
from dragoman.reader import Reader


def uncertain_names(text: str) -> list[tuple[str, str]]:
    reading = Reader().read(plain_article(text, "ja", "2024-11-28"))
    found = [n for n in reading.article.notices if n.code == "uncertain-name"]
    return [(n.span.text, n.message) for n in found]


def test_a_name_spelt_otherwise_gets_a_notice():
    ((words, message),) = uncertain_names("カザフスタンのムラト・ヌルトレ外相が日本を訪問した。")
    assert words == "カザフスタンのムラト・ヌルトレ外相"
    assert "Murat Nurtleu" in message


def test_a_name_spelt_as_known_gets_none():
    assert uncertain_names("ロシアのプーチン大統領が日本を訪問した。") == []
