"""What bytes name other pages: feeds, sitemaps, lists of feeds; told by how they open, not by a name."""

from __future__ import annotations

import gzip
import re
import zlib
from io import BytesIO
from pathlib import Path

from lxml import etree

from .failure import IntakeError

FEED, JSON_FEED, OPML, SITEMAP, SITEMAPS = "feed", "json-feed", "opml", "sitemap", "sitemaps"
# The outermost element of each kind: RSS 2.0, RSS 1.0, Atom; OPML; https://www.sitemaps.org/protocol.html
ROOTS = {"rss": FEED, "rdf": FEED, "feed": FEED, "opml": OPML, "urlset": SITEMAP, "sitemapindex": SITEMAPS}
_JSON_FEED = re.compile(rb'\s*\{.*"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version', re.DOTALL)
_GZIP = b"\x1f\x8b"
_BEFORE_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
SAMPLE = 1 << 16


def is_address(name: str) -> bool:
    """Return whether a name is an address rather than a path.

    >>> is_address("https://news.example/feed"), is_address("news/a.txt")
    (True, False)
    """
    return "://" in name


def kind_of_file(path: Path) -> str:
    """Return which kind of list a file is, packed or not, or nothing."""
    try:
        with path.open("rb") as file:
            is_packed = file.read(len(_GZIP)) == _GZIP
        with gzip.open(path) if is_packed else path.open("rb") as opened:
            return kind_of(opened.read(SAMPLE))
    except (OSError, EOFError, zlib.error):
        return ""


def kind_of(body: bytes) -> str:
    """Return which kind of list bytes are, or nothing.

    >>> kind_of(b"<?xml version='1.0'?><!-- all --><urlset/>"), kind_of(b"<!DOCTYPE html><p>rss</p>")
    ('sitemap', '')
    """
    start = body[:SAMPLE]
    if _JSON_FEED.match(start):
        return JSON_FEED
    return ROOTS.get(_root(start.lstrip(b" \t\r\n")), "") if start.lstrip(_BEFORE_MARKS)[:1] == b"<" else ""


def _root(start: bytes) -> str:
    """The name of the outermost element."""
    parser = etree.XMLPullParser(events=("start",), recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        parser.feed(start)
    except etree.XMLSyntaxError:
        return ""
    element = next((found for _, found in parser.read_events()), None)
    return etree.QName(element).localname.lower() if element is not None else ""


def unpacked(body: bytes, where: str, most: int) -> bytes:
    """Return what a gzip file holds, and other bytes as they are. Raises `IntakeError` for a damaged or too large one."""
    if not body.startswith(_GZIP):
        return body
    try:
        with gzip.open(BytesIO(body)) as file:
            found = file.read(most + 1)
    except (OSError, EOFError, zlib.error):
        raise IntakeError(f"{where}: this gzip file is damaged; get it anew") from None
    if len(found) > most:
        raise IntakeError(f"{where}: unpacked, this is more than {most / 1e6:g} MB; give a smaller one")
    return found
