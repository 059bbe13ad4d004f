"""Lists of pages: what feeds, sitemaps and OPML files name, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from time import struct_time
from typing import Any, NamedTuple
from xml.sax import SAXException

import feedparser
import msgspec
from lxml import etree

from detente.intake.kinds import FEED, JSON_FEED, OPML, SITEMAP, SITEMAPS

from .address import joined
from .failure import FetchError

NAMES = {FEED: "feed", JSON_FEED: "JSON feed", OPML: "OPML file", SITEMAP: "sitemap", SITEMAPS: "index of sitemaps"}
OF_LISTS = (OPML, SITEMAPS)
MARK = 12  # digits of the hash of what a feed shows of a page


class Entry(NamedTuple):
    """A page or list by its address, and what is said of it: when it was changed, and a hash of what is shown of it."""

    address: str
    said: str = ""


class Listing(NamedTuple):
    """What a list of a kind names."""

    kind: str
    entries: tuple[Entry, ...]

    @property
    def of_lists(self) -> bool:
        """Whether these are lists again."""
        return self.kind in OF_LISTS


def read_list(body: bytes, kind: str, address: str, content_type: str = "") -> Listing:
    """Return what a list names. Raises `FetchError` for one that cannot be read."""
    readers = {FEED: _feed, JSON_FEED: _json_feed, OPML: _outlines, SITEMAP: _sitemap, SITEMAPS: _sitemap}
    try:
        found = tuple(readers[kind](body, content_type))
    except (etree.LxmlError, msgspec.MsgspecError, SAXException, ValueError) as error:
        raise FetchError(f"{address}: this {NAMES[kind]} is broken ({_why(error)}); tell its publisher") from None
    latest = sorted(found, key=lambda entry: entry.said.partition(" ")[0], reverse=True)
    whole = (entry._replace(address=joined(address, entry.address)) for entry in latest)
    return Listing(kind, tuple(whole))


def _why(error: Exception) -> str:
    """What a parser says is wrong, without the place, which only a program would look up."""
    said = error.getMessage() if isinstance(error, SAXException) else getattr(error, "msg", "") or str(error)
    return (said.splitlines() or [type(error).__name__])[0].strip(" .")


def _feed(body: bytes, content_type: str) -> Iterator[Entry]:
    """The entries of RSS or Atom; a feed with errors still gives those that can be read."""
    headers = {"content-type": content_type} if content_type else {}
    # In a stream, since it takes bytes that are the name of a file for that file.
    found = feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    named = [entry for entry in found.entries if entry.get("link")]
    if not named and (error := found.get("bozo_exception")):
        raise error
    for entry in named:
        # Past feedparser's own `get`, which gives one date for the other, with a warning.
        time = dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")
        yield Entry(entry.link, _said(_written(time), entry.get("title"), entry.get("summary")))


def _written(time: struct_time | None) -> str:
    return datetime(*time[:6], tzinfo=UTC).isoformat() if time else ""


def _said(when: str, *shown: str | None) -> str:
    """What a feed says of a page, short.

    >>> _said("2031-03-04T09:30:00+00:00", "Talks", None)
    '2031-03-04T09:30:00+00:00 86f9f188dff7'
    """
    return f"{when} {sha256('|'.join(part or '' for part in shown).encode()).hexdigest()[:MARK]}"


class _Item(msgspec.Struct):
    """An item of a JSON Feed: https://www.jsonfeed.org/version/1.1/"""

    url: str | None = None
    title: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None


class _JsonFeed(msgspec.Struct):
    items: list[_Item]


def _json_feed(body: bytes, _: str) -> Iterator[Entry]:
    for item in msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=_JsonFeed).items:
        if item.url:
            yield Entry(item.url, _said(item.date_modified or item.date_published or "", item.title, item.summary))


def _outlines(body: bytes, _: str) -> Iterator[Entry]:
    """The feeds that an OPML file lists, however deep in its folders."""
    for outline in _tree(body).iter("{*}outline"):
        if address := outline.get("xmlUrl") or outline.get("xmlurl"):
            yield Entry(address)


def _sitemap(body: bytes, _: str) -> Iterator[Entry]:
    """The pages of a sitemap, or the sitemaps of an index."""
    for place in _tree(body).iter("{*}loc"):
        parent = place.getparent()
        is_own = parent is not None and etree.QName(parent).localname in ("url", "sitemap")
        if is_own and place.text and place.text.strip():
            yield Entry(place.text.strip(), (parent.findtext("{*}lastmod") or "").strip())


def _tree(body: bytes) -> Any:
    """The tree of XML; entities stay unresolved, so that a few of them cannot grow into gigabytes."""
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(body.lstrip(b" \t\r\n"), parser)
