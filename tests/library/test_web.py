"""Pages and feeds from a real server on this machine: polite, bounded, and each article once."""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.intake import IntakeOptions
from dragoman.library.addresses import FetchError, is_public, place_of
from dragoman.library.feeds import entries_of
from dragoman.library.fetching import Fetcher
from dragoman.library.ingest import Intake
from dragoman.library.web import Web
from dragoman.store import Store
from dragoman.store.fetched import fetched_before

PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><p>{title}. Russian
President Vladimir Putin visited Kazakhstan on 27 November 2024 and met his host in the capital.
They spoke of trade, of transit and of work in the Caspian region, the ministry said on {title}.
</p></article></body></html>"""


class Site:
    """What the server has: answers by path, and the requests it got."""

    def __init__(self):
        self.pages = {"/robots.txt": (404, {}, b"")}
        self.asked = []

    def put(self, path, body, status=200, **headers):
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, data)

    def answer(self, path, headers):
        self.asked.append(path)
        status, found, data = self.pages.get(path, (404, {}, b"nothing"))
        if found.get("ETag") and headers.get("If-None-Match") == found["ETag"]:
            return 304, {}, b""
        return status, found, data


@pytest.fixture
def site():
    found = Site()

    class Served(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, data = found.answer(self.path, self.headers)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Served)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def take(tmp_path):
    """Take an address in; return what became of its items, and the complaints."""

    def go(address):
        said = []
        with Store(tmp_path / "test.db") as store:
            intake = Intake(store, said.append)
            web = Web(Fetcher(private=True, pace=0), lambda a: fetched_before(store, a))
            for _ in intake.take(web.items(address, IntakeOptions())):
                pass
            return {name: n for name, n in intake.counts.items() if n}, said

    return go


def fetch(site, path, **options):
    return Fetcher(private=True, pace=0, **options).fetch(f"{site.address}{path}")


def page(title):
    return PAGE.format(title=title)


HTML = {"Content_Type": "text/html; charset=utf-8"}


def rss(site, *paths):
    items = "".join(
        f"<item><title>T{p}</title><link>{site.address}{p}</link>"
        f"<pubDate>Thu, 28 Nov 2024 08:00:00 GMT</pubDate></item>"
        for p in paths
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>"


def test_a_feed_comes_in_once_and_asks_for_changes_only(site, take):
    site.put("/feed", rss(site, "/one", "/two"), ETag='"f1"', Content_Type="application/rss+xml")
    site.put("/one", page("One"), ETag='"1"', **HTML)
    site.put(
        "/two",
        page("Two")
        .replace("Vladimir Putin visited", "and guests spoke in")
        .replace("trade", "oil"),
        ETag='"2"',
        **HTML,
    )
    assert take(f"{site.address}/feed") == ({"new": 2}, [])
    site.asked.clear()
    assert take(f"{site.address}/feed") == ({}, [])
    assert site.asked == ["/robots.txt", "/feed"]
    site.put("/feed", rss(site, "/one", "/two", "/gone"), ETag='"f2"')
    site.put("/one", page("One, and now more of it"), ETag='"1b"', **HTML)
    counts, said = take(f"{site.address}/feed")
    assert counts == {"update": 1, "failed": 1}
    assert said == [f"{site.address}/gone: the server answers 404"]


def test_a_list_of_feeds_leads_to_articles(site, take):
    outlines = f'<outline xmlUrl="{site.address}/feed"/><outline xmlUrl="{site.address}/list"/>'
    site.put("/opml", f"<opml><body>{outlines}</body></opml>")
    site.put("/feed", rss(site, "/one"))
    site.put("/list", f"<opml><body><outline xmlUrl='{site.address}/opml'/></body></opml>")
    site.put("/one", page("One"), **HTML)
    counts, _ = take(f"{site.address}/opml")
    assert counts["new"] == 1  # (and lists that lead to each other come to an end)


def test_robots_are_heard(site, take):
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.put("/private/one", page("One"), **HTML)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site, "/private/one")
    site.put("/robots.txt", "", status=503)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site, "/one")
    assert site.asked == ["/robots.txt", "/robots.txt"]


def test_a_host_is_given_time(site):
    from time import monotonic

    site.put("/one", page("One"), **HTML)
    fetcher = Fetcher(private=True, pace=0.15)
    begun = monotonic()
    for _ in range(3):
        fetcher.fetch(f"{site.address}/one")
    assert monotonic() - begun >= 0.3


def test_redirects_are_followed_five_times_and_checked_each_time(site):
    for number in range(8):
        site.put(f"/r{number}", "", status=302, Location=f"/r{number + 1}")
    site.put("/r5", page("End"), **HTML)
    assert fetch(site, "/r0").address.endswith("/r5")
    site.put("/r5", "", status=302, Location="/r6")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(site, "/r0")
    site.put("/out", "", status=302, Location="file:///etc/passwd")
    with pytest.raises(FetchError, match="not an address of the web"):
        fetch(site, "/out")


def test_a_redirect_into_the_private_network_is_refused(site, monkeypatch):
    from dragoman.library import addresses

    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    site.put("/in", "", status=302, Location="http://10.0.0.1/secret")
    with pytest.raises(FetchError, match="private or local"):
        Fetcher(pace=0).fetch(f"{site.address}/in")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost:80/", "http://[::1]/", "http://10.1.2.3/",
        "http://169.254.169.254/latest", "http://192.168.0.1/", "http://0.0.0.0/",
        "http://2130706433/", "http://[::ffff:127.0.0.1]/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_unless_allowed(address):
    with pytest.raises(FetchError, match=r"private or local|no such host"):
        place_of(address)


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///x", "http://", "x", "http://u:p@a.example/", "http://a:99999/"],
)
def test_what_is_no_address_of_the_web_is_refused(address):
    with pytest.raises(FetchError):
        place_of(address, private=True)


def test_a_page_that_unfolds_to_too_much_is_refused(site, monkeypatch):
    monkeypatch.setattr("dragoman.library.fetching.LARGEST", 100_000)
    site.put("/bomb", gzip.compress(b"\x00" * 5_000_000), Content_Encoding="gzip")
    site.put("/long", b"x" * 200_000)
    for path in ("/bomb", "/long"):
        with pytest.raises(FetchError, match="larger than"):
            fetch(site, path)
    site.put("/fine", gzip.compress(page("Fine").encode()), Content_Encoding="gzip", **HTML)
    assert b"Fine" in fetch(site, "/fine").data
    site.put("/broken", b"\x1f\x8bnothing", Content_Encoding="gzip")
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(site, "/broken")


def test_a_dead_host_is_one_line(take):
    counts, said = take("http://127.0.0.1:9/feed")
    assert counts == {"failed": 1}
    assert len(said) == 1
    assert "cannot be fetched" in said[0]


def test_a_feed_that_lies_about_its_encoding(site):
    feed = rss(site, "/one").replace(
        "<?xml version='1.0'?>", "<?xml version='1.0' encoding='cp1251'?>"
    )
    (entry,) = entries_of(feed.replace("T/one", "Визит").encode(), "", site.address)
    assert entry.title == "Визит"


def test_lists_of_every_kind(site):
    at = "https://a.example/x/"
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>'
        '<link rel="self" href="no"/><link href="../one"/><published>2024-11-28</published>'
        "</entry></feed>"
    )
    sitemap = (
        '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url>'
        "<loc>https://a.example/one</loc><n:news><n:title>A</n:title>"
        "<n:publication_date>2024-11-28</n:publication_date></n:news></url></urlset>"
    )
    listed = json.dumps({"items": [{"url": "/one", "title": "A", "date_published": "2024-11-28"}]})
    gdelt = json.dumps(
        {"articles": [{"url": "https://a.example/one", "title": "A", "seendate": "2024-11-28"}]}
    )
    for text in (atom, sitemap, listed, gdelt):
        (entry,) = entries_of(text.encode(), "", at)
        assert (entry.address, entry.title) == ("https://a.example/one", "A")
        assert entry.published == "2024-11-28"
    index = "<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"
    assert entries_of(index.encode(), "", at)[0].is_list


@pytest.mark.parametrize(
    "text", ["<!doctype html><html></html>", "", "plain", "<a>", "{}", "[1", "<x/>", "{" * 9000]
)
def test_what_is_no_list(text):
    assert entries_of(text.encode(), "", "https://a.example/") is None


def test_entities_are_not_unfolded():
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    bomb += "<rss><item><link>&b;</link></item></rss>"
    assert not entries_of(bomb.encode(), "", "https://a.example/")
    file = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    file += "<rss><item><link>x</link><title>&a;</title></item></rss>"
    assert "root" not in str(entries_of(file.encode(), "", "https://a.example/"))


def test_public_numbers():
    assert is_public("8.8.8.8")
    assert not is_public("fe80::1%eth0")
    assert not is_public("224.0.0.1")


def test_a_list_in_a_file_leads_to_its_pages(site, tmp_path):
    from dragoman.commands.ingest import ingest_sources

    site.put("/one", page("One"), **HTML)
    site.put("/two", page("Two").replace("Vladimir Putin visited", "and guests spoke in"), **HTML)
    (tmp_path / "feed.xml").write_text(rss(site, "/one"))
    (tmp_path / "gdelt.csv").write_text(f"URL,Date,Title\n{site.address}/two,2024-11-28,Two\n")
    path = tmp_path / "store" / "test.db"
    sources = [str(tmp_path / name) for name in ("feed.xml", "gdelt.csv")]
    assert ingest_sources(sources, IntakeOptions(), path) == 1  # (private hosts are refused)
    assert ingest_sources(sources, IntakeOptions(), path, private=True) == 0
    with Store(path, readonly=True) as store:
        assert store.counts()["appearances"] == 2
