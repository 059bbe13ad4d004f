"""Addresses: taken apart, refused where they are none of a page, and cleaned of what only tracks readers."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from detente.resources.trackers import is_tracker

from .failure import FetchError

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
# What may stand in a path or query as it is: the reserved characters of RFC 3986, and signs that are there already.
AS_IT_IS = "/%:@!$&'()*+,;=~-._[]?"


class Place(NamedTuple):
    """Where a page is: what to connect to, and what to ask for there."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """The host with brackets and port, where they are needed."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The site."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def address(self) -> str:
        """The whole address, in one form."""
        return self.origin + self.target


def place_of(address: str) -> Place:
    """Return the parts of an address; raises `FetchError` for one that cannot be of a page.

    >>> place_of("HTTPS://Пример.example:443/новость#top").address
    'https://xn--e1afmkfd.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C'
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or ""), parts.port
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except (ValueError, UnicodeError):
        raise FetchError(f"{address}: this is no address of a page; check how it is written") from None
    if parts.scheme not in PORTS:
        raise FetchError(f"{address}: only http and https addresses are fetched; save the page and add the file")
    if not ascii_host or len(address) > LONGEST or any(not char.isprintable() or char.isspace() for char in host):
        raise FetchError(f"{address[:LONGEST]}: this is no address of a page; check how it is written")
    if parts.username is not None:
        raise FetchError(f"{parts.scheme}://{host}: addresses with a user's name are not fetched; save the page and add the file")
    query = f"?{parts.query}" if parts.query else ""
    target = quote((parts.path or "/") + query, safe=AS_IT_IS)
    return Place(parts.scheme, ascii_host.lower(), port or PORTS[parts.scheme], target)


def cleaned(address: str) -> str:
    """Return an address in one form, without the parameters that only track readers.

    >>> cleaned("http://news.example/a?utm_source=rss&id=7#comments")
    'http://news.example/a?id=7'
    """
    place = place_of(address)
    path, _, query = place.target.partition("?")
    kept = "&".join(pair for pair in query.split("&") if pair and not is_tracker(pair.partition("=")[0]))
    return place._replace(target=f"{path}?{kept}" if kept else path).address


def joined(base: str, link: str) -> str:
    """Return the whole address of a link that stands on a page."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        raise FetchError(f"{base}: it leads to {link!r}, which is no address; tell its publisher") from None
