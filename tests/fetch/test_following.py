"""Addresses and lists are followed to articles; what is known and unchanged is not fetched again, and nothing is lost on the way."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from hashlib import sha256

import pytest

from detente.fetch import Fetcher, Follower
from detente.fetch.follow import DEEPEST
from detente.intake import Article
from detente.store import Fetch

from .site import PAGE, Asked, Reply, Site, Time

Make = Callable[..., Fetcher]
Walk = Callable[..., list[Article]]


class Shelf:
    """What was kept: sources with hashes, how addresses answered, and what the last walk counted."""

    def __init__(self) -> None:
        self.fetches: dict[str, Fetch] = {}
        self.kept: dict[str, str] = {}
        self.last: Follower | None = None

    def fetched(self, address: str) -> Fetch | None:
        """Return how an address answered last."""
        return self.fetches.get(address)

    def remember(self, fetch: Fetch) -> None:
        """Keep how an address answered."""
        self.fetches[fetch.address] = fetch


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty shelf."""
    return Shelf()


@pytest.fixture
def walk(shelf: Shelf, fetcher: Make) -> Walk:
    """Return a function that follows addresses and keeps what it finds."""
    fetching = fetcher()

    def follow(*addresses: str, most: int = 0, read_as: str = "this", keep: bool = True) -> list[Article]:
        follower = shelf.last = Follower(
            fetching, shelf, lambda source, hashed: shelf.kept.get(source) == hashed, read_as=read_as, most=most
        )
        for address in addresses:
            follower.add(address)
        found = list(follower.articles())
        if keep:
            shelf.kept.update({article.source: article.sha256 for article in found})
            shelf.fetches.update({fetch.address: fetch for fetch in follower.followed})
        return found

    return follow


def feed(*items: tuple[str, str]) -> Reply:
    """Return a feed of addresses with dates."""
    entries = "".join(f"<entry><link href='{link}'/><updated>{date}T00:00:00Z</updated></entry>" for link, date in items)
    return Reply(200, f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>".encode(), {"Content-Type": "application/atom+xml"})


def sitemap(*links: str, root: str = "urlset", item: str = "url") -> bytes:
    """Return a sitemap, or an index of some."""
    return f"<{root}>{''.join(f'<{item}><loc>{link}</loc></{item}>' for link in links)}</{root}>".encode()


def page(number: int) -> Reply:
    """Return a page of its own."""
    return Reply(200, PAGE.replace("quota", f"quota {number}").encode())


def sources(found: list[Article]) -> list[str]:
    """Return the paths of what was found."""
    return ["/" + article.source.split("/", 3)[3] for article in found]


def test_an_article_has_its_final_address_and_its_charset(site: Site, walk: Walk) -> None:
    site.pages["/a"] = Reply(301, b"", {"Location": "/b?id=1&utm_source=feed"})
    site.pages["/b?id=1&utm_source=feed"] = Reply(200, PAGE.encode("cp1251"), {"Content-Type": "text/html; charset=windows-1251"})
    (article,) = walk(site.at("/a?utm_medium=x"))
    assert (article.source, article.url) == (site.at("/b?id=1"), site.at("/b?id=1"))
    assert article.content_type == "text/html; charset=windows-1251"
    assert article.load().text.startswith("Norway and Iceland meet\n")
    assert site.paths[0] == "/a"


def test_a_feed_is_followed_and_its_known_pages_are_left_alone(site: Site, walk: Walk, shelf: Shelf) -> None:
    site.pages.update({"/feed": feed(("/1", "2031-03-04"), ("/2", "2031-03-05")), "/1": page(1), "/2": page(2), "/3": page(3)})
    assert sources(walk(site.at("/feed"))) == ["/2", "/1"]
    site.pages["/feed"] = feed(("/1", "2031-03-06"), ("/2", "2031-03-05"), ("/3", "2031-03-07"))
    site.asked.clear()
    assert sources(walk(site.at("/feed"))) == ["/3", "/1"]
    assert site.paths == ["/feed", "/3", "/1"]
    assert shelf.last and len(shelf.last.unchanged) == 1


def test_a_page_that_was_removed_or_would_be_read_otherwise_comes_again(site: Site, walk: Walk, shelf: Shelf) -> None:
    site.pages.update({"/feed": feed(("/1", "2031-03-04")), "/1": Reply(200, PAGE.encode(), {"ETag": '"1"'})})
    walk(site.at("/feed"))
    shelf.kept.clear()
    assert sources(walk(site.at("/feed"))) == ["/1"]
    assert "if-none-match" not in site.asked[-1].headers


def test_what_was_fetched_and_not_kept_comes_again(site: Site, walk: Walk) -> None:
    site.pages.update({"/feed": feed(("/1", "2031-03-04")), "/1": Reply(200, PAGE.encode(), {"ETag": '"1"'})})
    assert sources(walk(site.at("/feed"), keep=False)) == sources(walk(site.at("/feed"))) == ["/1"]


def _marked(body: Reply) -> Callable[[Asked], Reply]:
    return lambda asked: Reply(304, b"", {}) if asked.headers.get("if-none-match") == '"1"' else body._replace(headers={"ETag": '"1"'})


def test_unchanged_feeds_and_pages_are_asked_for_by_their_marks(site: Site, walk: Walk, shelf: Shelf) -> None:
    site.pages.update({"/feed": _marked(feed(("/1", "2031-03-04"))), "/1": _marked(page(1))})
    assert sources(walk(site.at("/feed"))) == ["/1"]
    assert walk(site.at("/feed")) == walk(site.at("/1")) == []
    assert site.paths == ["/feed", "/1", "/feed", "/1"]
    assert shelf.last and len(shelf.last.unchanged) == 1
    assert sources(walk(site.at("/feed"), read_as="other")) == []
    assert site.paths[4:] == ["/feed"]


def test_a_feed_of_which_a_page_is_left_for_later_is_read_whole_next_time(site: Site, walk: Walk) -> None:
    site.pages.update({"/feed": _marked(feed(("/1", "2031-03-04"), ("/2", "2031-03-03"))), "/1": page(1), "/2": Reply(500, b"")})
    first = walk(site.at("/feed"))
    assert [bool(article.failure) for article in first] == [False, True]
    site.pages["/2"] = page(2)
    assert sources(walk(site.at("/feed"))) == ["/2"]
    assert walk(site.at("/feed")) == []
    assert site.asked[-1].headers["if-none-match"] == '"1"'


def test_a_page_that_is_gone_is_not_asked_for_again_until_its_list_says_so(site: Site, walk: Walk) -> None:
    site.pages["/feed"] = feed(("/1", "2031-03-04"))
    (article,) = walk(site.at("/feed"))
    assert article.failure == f"{site.at('/1')}: there is no such page; check the address (status 404)"
    assert walk(site.at("/feed")) == []
    site.pages.update({"/feed": feed(("/1", "2031-03-05")), "/1": page(1)})
    assert sources(walk(site.at("/feed"))) == ["/1"]


def test_what_was_kept_of_a_page_that_is_gone_stays_known(site: Site, walk: Walk, shelf: Shelf) -> None:
    site.pages.update({"/feed": feed(("/1", "2031-03-04")), "/1": page(1)})
    walk(site.at("/feed"))
    site.pages.update({"/feed": feed(("/1", "2031-03-05")), "/1": Reply(410, b"")})
    assert "was taken down" in walk(site.at("/feed"), keep=False)[0].failure
    assert shelf.fetches[site.at("/1")].status == 410
    assert walk(site.at("/feed")) == []


def test_lists_of_all_kinds_lead_to_pages(site: Site, walk: Walk) -> None:
    opml = f"<opml><body><outline xmlUrl='{site.at('/feed')}'/><outline xmlUrl='{site.at('/index')}'/></body></opml>"
    site.pages.update(
        {
            "/list": Reply(200, opml.encode()), "/feed": feed(("/1", "2031-03-04")), "/1": page(1), "/2": page(2), "/3": page(3),
            "/index": Reply(200, sitemap("/s.xml.gz", "/t", root="sitemapindex", item="sitemap")),
            "/s.xml.gz": Reply(200, gzip.compress(sitemap("/2", "/1")), {"Content-Type": "application/gzip"}),
            "/t": Reply(200, b'{"version": "https://jsonfeed.org/version/1", "items": [{"url": "/3"}]}'),
        }
    )  # fmt: skip
    assert sources(walk(site.at("/list"))) == ["/1", "/2", "/3"]
    assert walk(site.at("/list")) == []


def test_the_feeds_of_an_unchanged_list_of_feeds_are_asked_all_the_same(site: Site, walk: Walk) -> None:
    opml = Reply(200, f"<opml><body><outline xmlUrl='{site.at('/feed')}'/></body></opml>".encode())
    site.pages.update({"/list": _marked(opml), "/feed": feed(("/1", "2031-03-04")), "/1": page(1), "/2": page(2)})
    walk(site.at("/list"))
    site.pages["/feed"] = feed(("/2", "2031-03-05"))
    assert sources(walk(site.at("/list"))) == ["/2"]


def test_at_most_so_many_pages_of_a_feed_the_latest_first(site: Site, walk: Walk, shelf: Shelf) -> None:
    site.pages["/feed"] = _marked(feed(*((f"/{day}", f"2031-03-0{day}") for day in range(1, 6))))
    site.pages["/index"] = Reply(200, sitemap("/s", "/t", root="sitemapindex", item="sitemap"))
    site.pages["/s"] = Reply(200, sitemap("/6", "/7"))
    site.pages.update({f"/{number}": page(number) for number in range(1, 8)})
    assert sources(walk(site.at("/feed"), site.at("/index"), most=2)) == ["/5", "/4", "/6", "/7"]
    assert shelf.last and shelf.last.left_out == 3
    assert "/t" not in site.paths
    assert sources(walk(site.at("/feed"))) == ["/3", "/2", "/1"]


def test_lists_without_end_come_to_one(site: Site, walk: Walk) -> None:
    for number in range(20):
        site.pages[f"/{number}"] = Reply(200, sitemap(f"/{number + 1}", "/0", root="sitemapindex", item="sitemap"))
    (article,) = walk(site.at("/0"))
    assert "lists of lists of lists are not followed" in article.failure
    assert len(site.paths) == DEEPEST + 1


def test_hosts_take_turns(site: Site, walk: Walk, time: Time) -> None:
    hosts = ("one.example", "two.example", "three.example")
    site.pages.update({f"/{number}": page(number) for number in range(3)})
    found = walk(*(site.at(f"/{number}", host) for host in hosts for number in range(3)))
    assert len(found) == 9
    assert [asked.headers["host"].partition(":")[0] for asked in site.asked[::2]][:3] == list(hosts)
    assert sum(time.slept) <= 3 * 3 * 2


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("http://10.0.0.1/a", "is a machine of a private network"),
        ("mailto:editor@news.example", "only http and https addresses"),
        ("http://news.example:x/", "this is no address of a page"),
        ("/closed", "closes this page to programs"),
    ],
)
def test_what_a_feed_names_and_must_not_be_fetched_is_told_once(site: Site, walk: Walk, link: str, told: str) -> None:
    site.pages["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /closed")
    site.pages.update({"/feed": feed((link, "2031-03-04"), ("/1", "2031-03-03")), "/1": page(1)})
    found = {bool(article.failure): article for article in walk(site.at("/feed"))}
    assert told in found[True].failure
    assert found[True].sha256 == sha256(b"").hexdigest()
    assert found[False].source == site.at("/1")
    assert walk(site.at("/feed")) == []


def test_a_broken_feed_is_a_failure_and_the_rest_goes_on(site: Site, walk: Walk) -> None:
    site.pages.update({"/feed": Reply(200, b"<rss><channel><item><li"), "/1": page(1)})
    broken, article = walk(site.at("/feed"), site.at("/1"))
    assert broken.failure.startswith(f"{site.at('/feed')}: this feed is broken")
    assert sources([article]) == ["/1"]


def test_a_surprise_is_one_failure(site: Site, walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/1"] = page(1)
    monkeypatch.setattr("detente.fetch.follow.kind_of", lambda body: 1 / 0)
    (article,) = walk(site.at("/1"))
    assert article.failure.endswith("a fault in Détente (ZeroDivisionError); please report it with this line")


def test_a_host_that_asks_to_wait_holds_up_no_other(site: Site, walk: Walk, time: Time) -> None:
    site.pages["/a"] = [Reply(429, b"", {"Retry-After": "120"}), Reply()]
    site.pages["/b"] = site.pages["/c"] = Reply()
    found = walk(site.at("/a", "one.example"), site.at("/b", "two.example"), site.at("/c", "two.example"))
    assert [article.source.rpartition("/")[2] for article in found] == ["b", "c", "a"]
    assert not any(article.failure for article in found)
    assert time.now == 1_000_000 + 2 + 120
    assert site.paths == ["/a", "/b", "/c", "/a"]


def test_rules_that_are_waited_for_hold_up_no_other_host(site: Site, walk: Walk, time: Time) -> None:
    def rules(asked: Asked) -> Reply:
        return Reply(503, b"", {"Retry-After": "60"}) if asked.headers["host"].startswith("one") else Reply(404, b"")

    site.pages.update({"/robots.txt": rules, "/a": Reply(), "/b": Reply()})
    found = walk(site.at("/a", "one.example"), site.at("/b", "two.example"))
    assert [bool(article.failure) for article in found] == [False, True]
    assert "cannot say now what it allows programs" in found[1].failure
    assert time.now == 1_000_000 + 2 * 60


def test_where_a_page_leads_on_to_a_host_that_asks_to_wait(site: Site, walk: Walk) -> None:
    site.pages["/old"] = Reply(301, b"", {"Location": site.at("/a", "two.example")})
    site.pages["/a"] = [Reply(503, b"", {"Retry-After": "90"}), Reply()]
    site.pages["/b"] = Reply()
    found = walk(site.at("/old", "one.example"), site.at("/b", "one.example"))
    assert [article.source for article in found] == [site.at("/b", "one.example"), site.at("/a", "two.example")]
    assert site.paths == ["/old", "/a", "/b", "/a"]


def test_what_stays_away_is_told_after_three_tries(site: Site, walk: Walk) -> None:
    site.pages["/a"] = Reply(500, b"")
    assert [article.failure[-12:] for article in walk(site.at("/a"))] == ["(status 500)"]
    assert site.paths == ["/a"] * 3
