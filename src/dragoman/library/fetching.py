"""Pages fetched politely: robots heard, hosts given time, redirects and sizes bounded."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from dataclasses import dataclass, field
from time import monotonic, sleep
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from dragoman import __version__
from dragoman.intake.source import LARGEST
from dragoman.library.addresses import FetchError, Place, place_of
from dragoman.store.fetched import Fetched
from dragoman.store.keeping import now

NAME = "dragoman"
AGENT = f"{NAME}/{__version__} (reads news for research)"
REDIRECTS = 5
TIMEOUT = 20.0  # seconds without an answer
LONGEST = 60.0  # seconds for a whole page
PACE = 1.0  # seconds between two requests to a host
LONGEST_PACE = 30.0
_MOVED = (301, 302, 303, 307, 308)
_PART = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it was sent: where it was in the end, its bytes and kind, and its version.

    ``data`` is null where the server says that nothing has changed.
    """

    address: str
    data: bytes | None
    kind: str
    version: Fetched


@dataclass
class Fetcher:
    """Fetches pages one after the other; ``private`` allows hosts that are not public."""

    private: bool = False
    pace: float = PACE
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, before: Fetched | None = None) -> Answer:
        """Return the page at an address, following a few redirects.

        Raises ``FetchError`` with the reason where it cannot or must not be had.
        """
        begun, first = monotonic(), address
        for _ in range(REDIRECTS + 1):
            place = place_of(address, private=self.private)
            rules = self._rules_of(place)
            if not rules.can_fetch(NAME, address):
                raise FetchError("not allowed by the site's robots.txt")
            self._wait(place, rules)
            status, headers, data = _asked(place, _headers(before), begun)
            if status in _MOVED and headers.get("location"):
                address = urljoin(address, headers["location"])
                continue
            if status == http.HTTPStatus.NOT_MODIFIED and before:
                return Answer(address, None, "", before)
            if status != http.HTTPStatus.OK:
                raise FetchError(f"the server answers {status}")
            version = Fetched(first, headers.get("etag"), headers.get("last-modified"), now())
            return Answer(address, data, headers.get("content-type", ""), version)
        raise FetchError(f"more than {REDIRECTS} redirects")

    def _wait(self, place: Place, rules: RobotFileParser) -> None:
        """Wait until the host may be asked again."""
        asked = float(rules.crawl_delay(NAME) or 0) if self.pace else 0.0
        pause = min(max(self.pace, asked), LONGEST_PACE)
        left = self._asked.get(place.site, -LONGEST_PACE) + pause - monotonic()
        if left > 0:
            sleep(left)
        self._asked[place.site] = monotonic()

    def _rules_of(self, place: Place) -> RobotFileParser:
        """Return what a site allows: nothing where it refuses to say or is out of order."""
        if place.site not in self._rules:
            rules = RobotFileParser()
            try:
                status, data = self._robots(f"{place.site}/robots.txt")
            except FetchError as problem:
                raise FetchError(f"its robots.txt cannot be had ({problem})") from None
            if status == http.HTTPStatus.OK:
                rules.parse(data.decode("utf-8", "replace").splitlines())
            else:
                refused = status in (401, 403) or status >= 500
                rules.parse(("User-agent: *", "Disallow: /") if refused else ())
            self._rules[place.site] = rules
        return self._rules[place.site]

    def _robots(self, address: str) -> tuple[int, bytes]:
        """Return status and content of a site's robots.txt, following redirects."""
        begun = monotonic()
        for _ in range(REDIRECTS + 1):
            place = place_of(address, private=self.private)
            status, headers, data = _asked(place, {}, begun)
            if status not in _MOVED or not headers.get("location"):
                return status, data[: 512 * 1024]
            address = urljoin(address, headers["location"])
        return http.HTTPStatus.NOT_FOUND, b""


def _headers(before: Fetched | None) -> dict[str, str]:
    """Return the conditions under which a page is wanted again."""
    found = {}
    if before and before.etag:
        found["If-None-Match"] = before.etag
    if before and before.modified:
        found["If-Modified-Since"] = before.modified
    return found


def _asked(
    place: Place, conditions: dict[str, str], begun: float
) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers (small letters) and content that a host sends."""
    headers = {
        "Host": place.parts.netloc.rpartition("@")[2],
        "User-Agent": AGENT,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **conditions,
    }
    connection = http.client.HTTPConnection(place.host, place.port, timeout=TIMEOUT)
    try:
        wire = socket.create_connection((place.number, place.port), TIMEOUT)
        if place.secure:
            context = ssl.create_default_context()
            wire = context.wrap_socket(wire, server_hostname=place.host)
        connection.sock = wire
        connection.request("GET", place.request, headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, found, _content(answer, found, begun)
    except (OSError, http.client.HTTPException, zlib.error) as problem:
        reason = str(problem) or type(problem).__name__
        raise FetchError(f"cannot be fetched ({reason})") from None
    finally:
        connection.close()


def _content(answer: http.client.HTTPResponse, headers: dict[str, str], begun: float) -> bytes:
    """Return what is sent, unpacked. Raises ``FetchError`` where it is too much or too slow."""
    packed = headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    parts: list[bytes] = []
    size = 0
    while part := answer.read(_PART):
        if unpacker:
            part = unpacker.decompress(part, LARGEST + 1 - size)
        size += len(part)
        if size > LARGEST or (unpacker and unpacker.unconsumed_tail):
            raise FetchError(f"larger than {LARGEST // 1024 // 1024} MB")
        if monotonic() - begun > LONGEST:
            raise FetchError("takes too long")
        parts.append(part)
    return b"".join(parts)
