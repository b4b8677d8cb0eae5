"""Addresses that may be asked: of the web, and in public, unless private ones are allowed."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urlsplit


class FetchError(ValueError):
    """A page that cannot be had; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: its host as named, and the numbers that were checked."""

    parts: SplitResult
    host: str
    port: int
    number: str

    @property
    def secure(self) -> bool:
        """Whether the connection is to be encrypted."""
        return self.parts.scheme == "https"

    @property
    def site(self) -> str:
        """The host with its port, as the pace and the rules for robots are kept."""
        return f"{self.parts.scheme}://{self.parts.netloc.lower()}"

    @property
    def request(self) -> str:
        """What is asked of the host: path and query, in letters that a request may hold."""
        path = quote(self.parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(self.parts.query, safe="/%:@!$&'()*+,;=~-._?")
        return f"{path}?{query}" if query else path


def place_of(address: str, *, private: bool = False) -> Place:
    """Return where an address leads. Raises ``FetchError`` for one that must not be asked.

    All numbers of a host must be public, and the connection goes to the one that was checked.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FetchError("not an address") from None
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("not an address of the web (http or https)")
    if parts.username is not None:
        raise FetchError("an address with a user name in it")
    port = port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError("no such host") from None
    numbers = [str(entry[4][0]) for entry in found]
    if not private and not all(map(is_public, numbers)):
        raise FetchError("a private or local address (see --allow-private)")
    return Place(parts, host, port, numbers[0])


def is_public(number: str) -> bool:
    """Tell whether a number is one of the public network.

    >>> [is_public(n) for n in ("127.0.0.1", "10.0.0.1", "::ffff:10.0.0.1", "93.184.216.34")]
    [False, False, False, True]
    """
    address = ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    return address.is_global and not address.is_multicast
