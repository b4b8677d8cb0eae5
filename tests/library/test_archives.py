"""Pages come out of a WARC file, also out of one that is cut off."""

import gzip

from dragoman.intake import IntakeOptions
from dragoman.library.items import Fault, Item
from dragoman.library.sources import items_of


def record(number, kind="response", status="200 OK", mime="text/html"):
    body = f"<html><body><p>{f'Page {number}. ' * 40}</p></body></html>"
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        f"WARC-Date: 2024-11-28T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


RECORDS = [
    record(1),
    record(2, kind="request"),
    record(3, status="404 Not Found"),
    record(4, mime="image/png"),
    record(5),
]


def taken(path):
    found = list(items_of(str(path), IntakeOptions()))
    pages = [item.options.url for item in found if isinstance(item, Item)]
    return pages, [fault for fault in found if isinstance(fault, Fault)]


def test_pages_come_out(tmp_path):
    for name, data in (
        ("a.warc", b"".join(RECORDS)),
        ("a.warc.gz", b"".join(map(gzip.compress, RECORDS))),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert taken(path) == (["https://a.example/1", "https://a.example/5"], [])


def test_an_archive_cut_off_gives_what_comes_before(tmp_path):
    path = tmp_path / "a.warc.gz"
    whole = b"".join(map(gzip.compress, RECORDS))
    path.write_bytes(whole[:-60])
    pages, faults = taken(path)
    assert pages[0] == "https://a.example/1"
    assert len(pages) + len(faults) <= 3


def test_what_is_no_archive_is_told(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"no archive at all")
    pages, faults = taken(path)
    assert pages == []
    assert len(faults) >= 1
