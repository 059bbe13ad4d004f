"""How addresses answered is remembered, on both databases, and forgotten with what is removed."""

from __future__ import annotations

from collections.abc import Callable

from detente.records import FailedReading
from detente.store import Fetch, Store

from .conftest import source_of

PAGE = Fetch("https://news.example/old", "https://news.example/1", 200, etag='"1"', last_modified="Tue, 04 Mar 2031 09:30:00 GMT", sha256="00", listed="1")
FEED = Fetch("https://news.example/feed", "https://news.example/feed", 200, is_list=True)


def test_the_last_answer_is_remembered(store: Store) -> None:
    assert store.fetched(PAGE.address) is None
    for fetch in (PAGE, PAGE._replace(status=404, etag=None)):
        store.remember(fetch)
        assert store.fetched(PAGE.address) == fetch


def test_marks_become_conditions() -> None:
    assert PAGE.conditions() == {"If-None-Match": '"1"', "If-Modified-Since": "Tue, 04 Mar 2031 09:30:00 GMT"}
    assert FEED.conditions() == {}


def test_a_page_that_is_removed_is_forgotten_and_lists_name_it_again(store: Store, keep: Callable[..., list[str]]) -> None:
    other = PAGE._replace(address="https://other.example/", source="https://other.example/")
    for fetch in (PAGE, FEED, other):
        store.remember(fetch)
    assert store.remove([PAGE.source]) == 0
    assert [store.fetched(fetch.address) for fetch in (PAGE, FEED, other)] == [None, None, other]


def test_a_failure_of_a_list_is_forgotten_when_it_can_be_read(store: Store, failed: FailedReading) -> None:
    for name in (FEED.address, "https://news.example/2"):
        store.fail(failed, source_of(name))
    store.remember(FEED)
    assert [found.document.path for found in store.failures()] == ["https://news.example/2"]
