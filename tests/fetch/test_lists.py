"""Lists of pages are known by their content and read, whole or in part, and what is wrong with them is told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from detente.fetch import FetchError
from detente.fetch.lists import Entry, read_list
from detente.intake import IntakeError
from detente.intake.kinds import kind_of, kind_of_file, unpacked

BASE = "https://news.example/feeds/all"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>All</description>
<item><title>Older</title><link>https://news.example/1?utm_source=rss</link><pubDate>Tue, 04 Mar 2031 09:30:00 GMT</pubDate></item>
<item><title>Newer</title><link>/2</link><pubDate>Wed, 05 Mar 2031 09:30:00 +0300</pubDate></item>
<item><title>Undated</title><guid>https://news.example/3</guid></item>
<item><title>Nowhere</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id><updated>2031-03-05T00:00:00Z</updated>
<entry><title>One</title><id>urn:1</id><link href="https://news.example/1"/><updated>2031-03-04T09:30:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://news.example/"><title>News</title></channel>
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [
{"id": "1", "url": "https://news.example/1", "title": "Older", "date_published": "2031-03-04T09:30:00Z"},
{"id": "2", "url": "/2", "date_modified": "2031-03-05T09:30:00Z"}, {"id": "3", "content_text": "no page"}]}"""
OPML = """<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Asia"><outline text="Deeper">
<outline type="rss" text="News" xmlUrl="https://news.example/feed"/></outline></outline>
<outline type="rss" text="Others" xmlUrl="https://others.example/feed"/><outline text="A note"/></body></opml>"""
SITEMAP = """<?xml version="1.0"?><!-- made daily --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://news.example/1 </loc>
<image:image><image:loc>https://news.example/1.png</image:loc></image:image><lastmod>2031-03-04</lastmod></url>
<url><loc>https://news.example/2</loc><lastmod>2031-03-05</lastmod></url><url><loc>https://news.example/3</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/s1.xml.gz</loc></sitemap></sitemapindex>"""
BOMB = "<!DOCTYPE {0} [<!ENTITY a '" + "x" * 1000 + "'>" + "".join(
    f"<!ENTITY {name} '{f'&{inner};' * 100}'>" for inner, name in zip("abcd", "bcde", strict=True)
) + "]>{1}"


def addresses(text: str) -> list[str]:
    """Return the addresses that a list names."""
    return [entry.address for entry in read_list(text.encode(), kind_of(text.encode()), BASE).entries]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RSS, "feed"), (ATOM, "feed"), (RDF, "feed"), (JSON, "json-feed"), (OPML, "opml"), (SITEMAP, "sitemap"), (INDEX, "sitemaps"),
        ("\n \n" + RSS, "feed"), ("<rss", ""), ("", ""), ("<", ""), ("<html><body><rss></rss></body></html>", ""), ("外长说<rss>", ""),
        ('{"version": "2"}', ""), ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", ""), ("<urlset><url>", "sitemap"),
    ],
)  # fmt: skip
def test_kinds_are_known_by_their_content(text: str, kind: str) -> None:
    assert kind_of(text.encode()) == kind


def test_kinds_are_known_in_any_encoding() -> None:
    assert kind_of(b"\xef\xbb\xbf" + RSS.encode()) == "feed"
    assert kind_of(SITEMAP.replace('<?xml version="1.0"?>', "").encode("utf-16")) == "sitemap"


def test_kinds_of_files(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(gzip.compress(SITEMAP.encode()))
    assert kind_of_file(file) == "sitemap"
    file.write_bytes(gzip.compress(SITEMAP.encode())[:20])
    assert kind_of_file(file) == ""
    assert kind_of_file(tmp_path / "none") == ""


def test_pages_come_the_latest_first_with_whole_addresses() -> None:
    assert addresses(RSS) == ["https://news.example/2", "https://news.example/1?utm_source=rss", "https://news.example/3"]
    assert addresses(JSON) == ["https://news.example/2", "https://news.example/1"]
    assert addresses(SITEMAP) == ["https://news.example/2", "https://news.example/1", "https://news.example/3"]
    assert addresses(ATOM) == addresses(RDF) == ["https://news.example/1"]


def test_lists_of_lists_name_lists() -> None:
    for text, named in ((OPML, ["https://news.example/feed", "https://others.example/feed"]), (INDEX, ["https://news.example/s1.xml.gz"])):
        assert read_list(text.encode(), kind_of(text.encode()), BASE).of_lists
        assert addresses(text) == named


def test_what_a_list_says_of_a_page_changes_with_it() -> None:
    def said(text: str) -> Entry:
        return read_list(text.encode(), "feed", BASE).entries[0]

    assert said(ATOM) == said(ATOM)
    assert len({said(text) for text in (ATOM, ATOM.replace("One", "Two"), ATOM.replace("09:30", "09:31"))}) == 3


def test_the_charset_of_the_header_is_used() -> None:
    body = RSS.replace("Newer", "Министры").replace(' encoding="utf-8"', "").encode("cp1251")
    plain = read_list(RSS.replace("Newer", "Министры").encode(), "feed", BASE)
    assert read_list(body, "feed", BASE, "application/xml; charset=windows-1251") == plain


def test_a_damaged_feed_still_gives_what_can_be_read() -> None:
    assert addresses(RSS.replace("</channel></rss>", "<item><title>&nbsp;Talks & more</title><link>https://news.example/4"))[:1] == ["https://news.example/2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<rss><channel><item><li", "this feed is broken"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"url": 7}]}', r"this JSON feed is broken \(Expected `str \| null`"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "this JSON feed is broken"),
        ("<opml><body><outline xmlUrl='http://a.example'></opml>", "this OPML file is broken .*; tell its publisher"),
        ("<urlset><url><loc>http://a.example</loc>", "this sitemap is broken"),
    ],
)
def test_a_broken_list_is_told(text: str, told: str) -> None:
    with pytest.raises(FetchError, match=f"{BASE}: {told}"):
        addresses(text)


@pytest.mark.parametrize(
    ("root", "body"),
    [("rss", "<rss><channel><title>&e;</title><item><link>http://a.example/&e;</link></item></channel></rss>"), ("urlset", "<urlset><url><loc>http://a.example/&e;</loc></url></urlset>")],
)
def test_entities_do_not_grow(root: str, body: str) -> None:
    try:
        found = addresses(BOMB.format(root, body))
    except FetchError:
        return
    assert sum(map(len, found)) < 10_000


def test_entities_do_not_read_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("words")
    head = f"<!DOCTYPE urlset [<!ENTITY e SYSTEM '{secret.as_uri()}'>]>"
    assert "words" not in str(addresses(head + "<urlset><url><loc>http://a.example/&e;</loc></url></urlset>"))


def test_packed_lists_are_unpacked_within_a_limit() -> None:
    assert unpacked(gzip.compress(RSS.encode()), BASE, 10_000) == RSS.encode()
    with pytest.raises(IntakeError, match=r"unpacked, this is more than 0.01 MB"):
        unpacked(gzip.compress(bytes(10**6)), BASE, 10_000)
    with pytest.raises(IntakeError, match="this gzip file is damaged"):
        unpacked(gzip.compress(RSS.encode())[:50], BASE, 10_000)
