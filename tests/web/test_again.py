"""Answers that are kept: the same while nothing comes in, others when something has, packed, and marked so that they are sent once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.intake import Article
from detente.store import Store, open_store
from detente.web import create_app

from .conftest import HOST, TEXTS

ADDRESS = "/map?parties=RU,US"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store with one article."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store:
        _add(store, "/news/a.txt")
        yield store


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """Return a client of the application over it."""
    with TestClient(create_app(store), base_url=HOST) as asked:
        yield asked


def _add(store: Store, name: str) -> None:
    keep_all(store, [Article(name, TEXTS[name].encode())], Reader(), 1, pytest.fail)


def test_a_page_is_made_once_while_nothing_comes_in(client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(ADDRESS)
    monkeypatch.setattr(store.maps, "months", lambda asked: pytest.fail("made again"))
    again = client.get(ADDRESS)
    assert again.text == first.text and again.headers["etag"] == first.headers["etag"]
    known = client.get(ADDRESS, headers={"if-none-match": first.headers["etag"]})
    assert known.status_code == 304 and not known.content and "content-security-policy" in known.headers


def test_languages_do_not_share_pages(client: TestClient) -> None:
    english, russian = (client.get(ADDRESS, headers={"accept-language": each}).text for each in ("en", "ru"))
    assert 'lang="en"' in english and 'lang="ru"' in russian


def test_what_a_reader_adds_is_there_at_once(client: TestClient, done: Callable[[TestClient, Response], dict[str, Any]]) -> None:
    before = client.get("/map.json?parties=RU,US").json()["read"]["documents"]
    assert done(client, client.post("/add.json", data={"text": TEXTS["/news/b.txt"]}))["outcomes"] == {"new": 1}
    assert client.get("/map.json?parties=RU,US").json()["read"]["documents"] == before + 1


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are made anew as soon as the store has changed."""
    monkeypatch.setattr("detente.web.shelf.SHORTEST", 0.0)
    monkeypatch.setattr("detente.web.shelf.LONGEST", 0.0)
    monkeypatch.setattr("detente.web.settling.SHORTEST", 0.0)
    monkeypatch.setattr("detente.web.settling.SHARE", 0)


@pytest.mark.usefixtures("hurried")
def test_what_another_program_adds_is_there_soon(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.web.shelf.OLDEST", 0.0)
    monkeypatch.setattr("detente.web.settling.PATIENCE", 60.0)
    with TestClient(create_app(store), base_url=HOST) as client:
        before = _documents(client)
        with open_store(store.where) as other:
            _add(other, "/news/b.txt")
        assert _documents(client) == before + 1


@pytest.mark.usefixtures("hurried")
def test_nobody_waits_for_a_page_that_is_made_anew(store: Store) -> None:
    with TestClient(create_app(store), base_url=HOST) as client:
        before = _documents(client)
        with open_store(store.where) as other:
            _add(other, "/news/b.txt")
        with held_back(store) as (go_on, _):
            assert [_documents(client), _documents(client)] == [before, before]
            go_on.set()
        assert before + 1 in (_documents(client) for _ in range(1000))


@pytest.mark.usefixtures("hurried")
def test_a_page_that_nobody_has_asked_for_waits_only_a_moment_for_maps_to_keep_up(store: Store) -> None:
    with TestClient(create_app(store), base_url=HOST) as client:
        _documents(client)
        with open_store(store.where) as other:
            _add(other, "/news/b.txt")
        with held_back(store) as (go_on, over):
            assert client.get("/topics").status_code == 200
            assert not over.is_set()
            go_on.set()


def _documents(client: TestClient) -> int:
    read: dict[str, int] = client.get("/map.json?parties=RU,US").json()["read"]
    return read["documents"]


@contextmanager
def held_back(store: Store) -> Iterator[tuple[Event, Event]]:
    """Maps are not brought up to date before the first event; the second tells that they are."""
    go_on, over, settle = Event(), Event(), store.maps.settle

    def late() -> None:
        go_on.wait(60)
        settle()
        over.set()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store.maps, "settle", late)
        yield go_on, over


def test_answers_are_packed_for_those_who_can_read_them(client: TestClient) -> None:
    packed, plain = (client.get(ADDRESS, headers={"accept-encoding": each}) for each in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert client.get("/static/site.css", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_a_store_tells_when_it_has_changed(store: Store) -> None:
    before = store.state()
    assert store.state() == before
    _add(store, "/news/b.txt")
    assert store.state() != before
