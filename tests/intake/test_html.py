"""Pages of HTML: their words without their furniture, and what their heads say."""

import time

import pytest

from dragoman.intake import IntakeError, IntakeOptions, read_article

WORDS = (
    "<p>Norway and Kenya signed a fisheries accord on Thursday after two years of talks.</p>"
    "<p>“It is a new start,” the Norwegian foreign minister told reporters in Nairobi.</p>"
    "<p>The two countries will patrol the coast together, according to the text of the accord.</p>"
)
PAGE = """<!doctype html><html lang="en-GB"><head><title>Accord | The Example</title>{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Accord signed in Nairobi</h1>{words}</article></main>
<footer><p>Copyright The Example</p><a href="/about">About us</a></footer>
<script>var secret = "not to be read";</script></body></html>"""


def page(head="", words=WORDS):
    return PAGE.format(head=head, words=words).encode()


def test_the_words_without_the_furniture():
    article = read_article(page())
    assert "patrol the coast together" in article.text
    assert "secret" not in article.text
    assert "About us" not in article.text
    assert article.language == "en"
    removed = [n for n in article.notices if n.code == "furniture-removed"]
    assert len(removed) == 1
    assert "About us" in removed[0].message
    assert removed[0].span is None


def test_paragraphs_stay_lines():
    assert "talks.\n“It is" in read_article(page()).text


HEADS = [
    ('<meta property="og:title" content="Accord signed">', "title", "Accord signed"),
    ('<meta property="og:url" content="https://tass.com/1">', "url", "https://tass.com/1"),
    ('<link rel="canonical" href="https://tass.com/2">', "url", "https://tass.com/2"),
    ('<meta property="og:site_name" content="Example">', "outlet", "Example"),
    (
        '<meta property="article:published_time" content="2024-10-04T09:00:00+03:00">',
        "published",
        "2024-10-04",
    ),
    ('<meta name="date" content="Fri, 04 Oct 2024 09:00:00 GMT">', "published", "2024-10-04"),
    (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": '
        '"Accord", "datePublished": "2024-10-05", "publisher": {"name": "Example"}}]}</script>',
        "published",
        "2024-10-05",
    ),
    (
        '<script type="application/ld+json">[{"@type": ["NewsArticle"], "headline": "Accord!"}]'
        "</script>",
        "title",
        "Accord!",
    ),
    ('<script type="application/ld+json">{broken</script>', "title", "Accord | The Example"),
]


@pytest.mark.parametrize(("head", "field", "value"), HEADS)
def test_what_the_head_says(head, field, value):
    assert getattr(read_article(page(head)), field) == value


def test_the_time_on_the_page_is_its_date():
    words = '<time datetime="2024-10-06T10:00">6 October</time>' + WORDS
    article = read_article(page(words=words))
    assert article.published == "2024-10-06"
    assert article.reference.basis == "metadata"


def test_a_file_is_known_by_its_ending(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(b"Norway and Kenya <b>signed</b> an accord.")
    assert read_article(path).text == "Norway and Kenya signed an accord."


def test_markup_in_a_plain_text_is_left_alone():
    text = "Norway <b>and</b> Kenya signed an accord."
    assert read_article(text.encode()).text == text


def test_a_declared_encoding_is_honoured():
    html = '<html><head><meta charset="shift_jis"></head><body><p>{}</p></body></html>'
    words = "ノルウェーの外相はナイロビを訪問し、協定に署名した。"
    assert read_article(html.format(words).encode("shift_jis")).text == words


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_a_page_nested_too_deeply_is_refused_in_time(tag):
    html = "<html><body>" + f"<{tag}>" * 200_000 + "Norway and Kenya signed an accord."
    started = time.perf_counter()
    with pytest.raises(IntakeError, match="nested too deeply"):
        read_article(html.encode())
    assert time.perf_counter() - started < 10


def test_a_page_nested_deeply_is_read():
    html = "<html><body>" + "<div>" * 1500 + "Norway and Kenya signed an accord."
    article = read_article(html.encode(), IntakeOptions(language="en"))
    assert article.text == "Norway and Kenya signed an accord."


def test_unclosed_paragraphs_are_no_depth():
    html = "<html><body>" + "<p>Norway and Kenya signed an accord.\n" * 10_000
    assert read_article(html.encode()).text.count("accord") == 10_000
