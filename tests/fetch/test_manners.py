"""Politeness: what robots.txt says, pauses, second tries, redirects, pages that have not changed."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import formatdate
from importlib.metadata import version

import pytest

from detente.fetch import Fetcher, FetchError
from detente.fetch import fetcher as fetching
from detente.store import Fetch

from .site import PAGE, Asked, Reply, Site, Time

Make = Callable[..., Fetcher]


def _robots(text: str) -> Reply:
    return Reply(200, text.encode(), {"Content-Type": "text/plain"})


def test_the_program_says_who_it_is(site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = Reply()
    fetcher().get(site.at("/a"))
    assert {asked.headers["user-agent"].partition(" ")[0] for asked in site.asked} == {f"detente/{version('detente')}"}


def test_it_names_the_page_of_the_project_where_the_package_does(monkeypatch: pytest.MonkeyPatch) -> None:
    class Told:
        def get_all(self, name: str) -> list[str]:
            return ["Homepage, https://detente.example/"]

    monkeypatch.setattr(fetching, "metadata", lambda name: Told())
    assert fetching.user_agent() == f"detente/{version('detente')} (+https://detente.example/)"


def test_it_names_whom_to_ask_about_it(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply()
    fetcher(contact="https://desk.example/bot").get(site.at("/a"))
    assert {asked.headers["user-agent"] for asked in site.asked} == {f"detente/{version('detente')} (+https://desk.example/bot)"}


@pytest.mark.parametrize("contact", ["a b", "a)b", "a\r\nCookie: 1", "пример"])
def test_a_contact_that_would_break_a_header_is_refused(fetcher: Make, contact: str) -> None:
    with pytest.raises(FetchError, match="without spaces and parentheses"):
        fetcher(contact=contact)


def test_what_a_site_closes_is_not_asked_for(site: Site, fetcher: Make) -> None:
    site.pages["/robots.txt"] = _robots("User-agent: *\nDisallow: /\n\nUser-agent: detente\nDisallow: /inside/\nAllow: /inside/open\n")
    site.pages["/a"] = site.pages["/inside/open"] = Reply()
    make = fetcher()
    assert make.get(site.at("/a")).status == make.get(site.at("/inside/open")).status == 200
    with pytest.raises(FetchError, match="the site's robots.txt closes this page to programs; save it by hand"):
        make.get(site.at("/inside/b"))
    assert site.paths == ["/a", "/inside/open"]
    assert len(site.asked) == 3


def test_what_a_site_closes_is_not_reached_by_a_redirect(site: Site, fetcher: Make) -> None:
    site.pages["/robots.txt"] = _robots("User-agent: *\nDisallow: /inside")
    site.pages["/a"] = Reply(302, b"", {"Location": "/inside/b"})
    with pytest.raises(FetchError, match="/inside/b: the site's robots.txt closes this page"):
        fetcher().get(site.at("/a"))
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_is_open(site: Site, fetcher: Make, status: int) -> None:
    site.pages.update({"/robots.txt": Reply(status, b""), "/a": Reply()})
    assert fetcher().get(site.at("/a")).status == 200


def test_a_site_that_cannot_say_its_rules_is_left_alone_for_now(site: Site, fetcher: Make, time: Time) -> None:
    site.pages.update({"/robots.txt": Reply(503, b""), "/a": Reply()})
    make = fetcher()
    for _ in range(2):
        with pytest.raises(FetchError, match=r"the site cannot say now what it allows programs \(status 503\)") as told:
            make.get(site.at("/a"))
        assert told.value.again
    assert len(site.asked) == 3
    site.pages["/robots.txt"] = _robots("")
    time.now += 601
    assert make.get(site.at("/a")).status == 200


def test_rules_are_asked_for_once_a_day(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = Reply()
    make = fetcher()
    for _ in range(3):
        make.get(site.at("/a"))
    assert len(site.asked) == 4
    time.now += 24 * 3600
    make.get(site.at("/a"))
    assert len(site.asked) == 6


def test_a_host_is_left_alone_between_requests_and_others_are_not_waited_for(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = Reply()
    make = fetcher()
    make.get(site.at("/a", "one.example"))
    make.get(site.at("/a", "one.example"))
    assert time.slept == [2, 2]
    make.get(site.at("/a", "two.example"))
    assert time.slept == [2, 2, 2]
    time.now += 1.5
    make.get(site.at("/a", "one.example"))
    assert time.slept == [2, 2, 2]
    make.get(site.at("/a", "one.example"))
    assert time.slept == [2, 2, 2, 2]


@pytest.mark.parametrize(("wish", "pause"), [("Crawl-delay: 7", 7), ("Crawl-delay: 0.5", 2), ("Request-rate: 1/10", 10)])
def test_a_longer_pause_that_a_site_wishes_is_kept(site: Site, fetcher: Make, time: Time, wish: str, pause: float) -> None:
    site.pages.update({"/robots.txt": _robots(f"User-agent: *\n{wish}\n"), "/a": Reply()})
    make = fetcher()
    make.get(site.at("/a"))
    make.get(site.at("/a"))
    assert time.slept == [pause, pause]


def test_a_site_that_wishes_for_an_hour_is_not_fetched_from(site: Site, fetcher: Make) -> None:
    site.pages["/robots.txt"] = _robots("User-agent: *\nCrawl-delay: 3600\n")
    with pytest.raises(FetchError, match="wants 3600 s between two pages"):
        fetcher().get(site.at("/a"))


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_may_be_better_soon_is_tried_again(site: Site, fetcher: Make, time: Time, status: int) -> None:
    site.pages["/a"] = [Reply(status, b""), Reply(status, b""), Reply()]
    assert fetcher().get(site.at("/a")).status == 200
    assert time.slept == [2, 2, 4]
    assert len(site.paths) == 3


def test_tries_come_to_an_end(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(500, b"")
    assert fetcher().get(site.at("/a")).status == 500
    assert len(site.paths) == 3


def test_a_server_that_asks_to_wait_is_waited_for(site: Site, fetcher: Make, time: Time) -> None:
    date = formatdate(time.now + 2 + 120 + 30, usegmt=True)
    site.pages["/a"] = [Reply(429, b"", {"Retry-After": "120"}), Reply(503, b"", {"Retry-After": date}), Reply()]
    assert fetcher().get(site.at("/a")).status == 200
    assert time.slept == [2, 120, 30]


def test_a_server_that_asks_to_wait_too_long_is_left(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = Reply(429, b"", {"Retry-After": "86400"})
    assert fetcher().get(site.at("/a")).status == 429
    assert len(site.paths) == 1


def test_redirects_are_followed_some_times(site: Site, fetcher: Make) -> None:
    for number in range(9):
        site.pages[f"/{number}"] = Reply(302, b"", {"Location": f"{number + 1}?utm_source=x"})
        site.pages[f"/{number}?utm_source=x"] = site.pages[f"/{number}"]
    site.pages["/5?utm_source=x"] = Reply()
    assert fetcher().get(site.at("/0")).address == site.at("/5?utm_source=x")
    site.pages["/5?utm_source=x"] = site.pages["/5"]
    with pytest.raises(FetchError, match="it leads on more than 5 times"):
        fetcher().get(site.at("/0"))


def test_redirects_in_a_circle_are_left(site: Site, fetcher: Make) -> None:
    site.pages.update({"/a": Reply(301, b"", {"Location": "/b"}), "/b": Reply(307, b"", {"Location": "/a"})})
    with pytest.raises(FetchError, match="it leads in a circle, over .*/a"):
        fetcher().get(site.at("/a"))
    assert site.paths == ["/a", "/b"]


def _unless_known(asked: Asked) -> Reply:
    is_known = asked.headers.get("if-none-match") == '"1"' or asked.headers.get("if-modified-since") == "yesterday"
    return Reply(304, b"", {}) if is_known else Reply()


@pytest.mark.parametrize("marks", [{"etag": '"1"'}, {"last_modified": "yesterday"}])
def test_a_page_that_has_not_changed_does_not_come_again(site: Site, fetcher: Make, marks: dict[str, str]) -> None:
    site.pages.update({"/a": _unless_known, "/old": Reply(301, b"", {"Location": "/a"})})
    known = Fetch(site.at("/old"), site.at("/a"), 200, **marks)
    assert fetcher().get(site.at("/old"), known).status == 304
    assert fetcher().get(site.at("/a")).body == PAGE.encode()
    assert all("if-none-match" not in asked.headers for asked in site.asked if asked.path == "/old")
