"""Addresses and feeds given in the browser: fetched with the same guards, told in the reader's language, watched over a restart."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient

from detente.engine import Reader
from detente.fetch import Clock, Fetcher
from detente.fetch.connect import Limits
from detente.fetch.guard import is_public
from detente.store import Store, open_store
from detente.web import create_app
from detente.web.jobs import Jobs
from detente.web.jobs.watching import Watching

from .site import HERE, PAGE, Names, Reply, Site, Time

OTHER = PAGE.replace("21 May", "22 May").replace("Iceland wants", "Iceland would like")
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>A</title><link>{site}/a.html</link></item><item><title>B</title><link>{site}/b.html</link></item></channel></rss>"""
ENTITIES = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghiz", strict=True))
LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha ha ha">{ENTITIES}]>
<rss version="2.0"><channel><title>&z;</title><item><title>&z;</title><link>http://news.example/a</link></item></channel></rss>"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as opened:
        yield opened


@pytest.fixture
def jobs(store: Store, names: Names, time: Time) -> Jobs:
    """Return jobs that take the site for one of the public network."""

    def make(_: Clock) -> Fetcher:
        return Fetcher(
            limits=Limits(size=200_000, silence=0.5, whole=1), resolver=names, clock=time.clock, delay=0,
            is_allowed=lambda number: number == HERE or is_public(number),
        )  # fmt: skip

    return Jobs(store, Reader(), make)


@pytest.fixture
def client(store: Store, jobs: Jobs) -> Iterator[TestClient]:
    """Return a client of an application."""
    with TestClient(create_app(store, jobs=jobs), base_url="http://127.0.0.1") as made:
        yield made


def _done(client: TestClient, path: str, ui: str = "en", **form: str) -> dict[str, Any]:
    answer = client.post(f"{path}?ui={ui}", data=form)
    assert answer.status_code == 202, answer.text
    key = answer.json()["id"]
    assert client.get(f"/jobs/{key}/events").status_code == 200
    told: dict[str, Any] = client.get(f"/jobs/{key}.json?ui={ui}").json()
    return told | {"steps": list(csv.DictReader(client.get(f"/jobs/{key}.csv?ui={ui}").text.splitlines()))}


def test_the_article_at_an_address_is_added(client: TestClient, site: Site) -> None:
    site.pages["/a.html"] = Reply()
    told = _done(client, "/add.json", text=f"  {site.at('/a.html')}\n")
    assert told["kind"] == "address" and told["outcomes"] == {"new": 1} and told["maps"][0]["parties"] == ["IS", "NO"]


@pytest.mark.parametrize(
    ("address", "ui", "words"),
    [
        ("http://127.0.0.2:1/a", "en", "is a machine of a private network, from which nothing is fetched here"),
        ("http://10.0.0.1/a", "ru", "машина частной сети"),
        ("http://[::1]/a", "zh-Hans", "属于内部网络"),
        ("http://user:secret@news.example/a", "zh-Hant", "帶使用者名稱的網址不取"),
        ("http://{site}/none", "ru", "такой страницы нет"),
        ("http://{site}/closed", "ru", "robots.txt"),
        ("http://{site}/bomb", "ru", "больше 0.2 MB"),
        ("http://{site}/endless", "en", "took more than 1 s"),
    ],
)
def test_what_is_not_fetched_is_told_in_the_readers_language(client: TestClient, site: Site, address: str, ui: str, words: str) -> None:
    site.pages["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /closed\n", headers={"Content-Type": "text/plain"})
    site.pages["/bomb"] = Reply(body=gzip.compress(b"x" * 20_000_000), headers={"Content-Encoding": "gzip"})
    site.pages["/endless"] = lambda _: Reply(body=_drops())
    told = _done(client, "/add.json", ui, text=address.format(site=f"{HERE}:{site.port}"))
    assert told["outcomes"] == {"failed": 1} and words in told["steps"][0]["sentence"]
    assert "secret" not in told["steps"][0]["sentence"]


def _drops() -> Iterator[bytes]:
    for _ in range(100):
        yield b"<p>"
        sleep(0.1)


def test_a_feed_is_read_and_followed(client: TestClient, site: Site) -> None:
    site.pages |= {"/feed": Reply(body=RSS.format(site=site.at("")).encode()), "/a.html": Reply(), "/b.html": Reply(body=OTHER.encode())}
    told = _done(client, "/feeds.json", address=site.at("/feed"))
    assert told["kind"] == "feed" and told["outcomes"] == {"new": 2} and told["state"] == "done"
    (feed,) = client.get("/feeds.json").json()
    assert feed["address"] == site.at("/feed") and feed["since"] and feed["asked"]
    assert site.at("/feed") in client.get("/add").text


def test_what_is_no_feed_is_not_followed(client: TestClient, site: Site) -> None:
    site.pages["/a.html"] = Reply()
    told = _done(client, "/feeds.json", "ru", address=site.at("/a.html"))
    assert told["state"] == "failed" and told["outcomes"] == {"new": 1} and "не отслеживается" in told["failure"]
    assert client.get("/feeds.json").json() == []


def test_an_address_that_is_none_is_told(client: TestClient) -> None:
    answer = client.post("/feeds.json?ui=ru", data={"address": "ftp://news.example/feed"})
    assert answer.status_code == 400 and "http и https" in answer.json()["error"]


@pytest.mark.parametrize("body", [LAUGHS, LAUGHS.replace("rss", "opml"), LAUGHS.replace("rss", "urlset")])
def test_a_feed_of_a_billion_laughs_is_no_laughing_matter(client: TestClient, site: Site, body: str) -> None:
    site.pages["/feed"] = Reply(body=body.encode(), headers={"Content-Type": "application/xml"})
    told = _done(client, "/add.json", text=site.at("/feed"))
    assert told["state"] == "done"
    assert all(len(step["sentence"]) < 500 for step in told["steps"])


def test_following_ends_when_the_reader_says_so(client: TestClient, site: Site) -> None:
    site.pages |= {"/feed": Reply(body=RSS.format(site=site.at("")).encode()), "/a.html": Reply(), "/b.html": Reply(body=OTHER.encode())}
    _done(client, "/feeds.json", address=site.at("/feed"))
    assert client.post("/feeds/stop.json", data={"address": site.at("/feed")}).json() == []
    answer = client.post("/feeds/stop", data={"address": site.at("/feed")})
    assert answer.status_code == 404 and site.at("/feed") in answer.text


def test_feeds_are_asked_again_at_intervals_and_after_a_restart(store: Store, jobs: Jobs, site: Site) -> None:
    feed, today = site.at("/feed"), datetime(2031, 5, 1, 9, tzinfo=UTC)
    clock: Callable[[], datetime] = lambda: today  # noqa: E731
    site.pages |= {"/feed": Reply(body=RSS.format(site=site.at("")).encode()), "/a.html": Reply(), "/b.html": Reply(body=OTHER.encode())}
    first = Watching(store, jobs, 15, clock)
    first.follow(feed)
    _wait(jobs)
    today += timedelta(minutes=14)
    assert first.ask_due() == []
    jobs.close()
    anew = Jobs(store, Reader(), jobs._make_fetcher)
    again = Watching(store, anew, 15, clock)
    today += timedelta(minutes=1)
    assert again.ask_due() == [feed] and again.ask_due() == []
    _wait(anew)
    assert anew.all()[0].shown().outcomes == {"known": 2}
    anew.close()


def _wait(jobs: Jobs) -> None:
    while not all(work.shown().is_over for work in jobs.all()):
        Event().wait(0.01)
