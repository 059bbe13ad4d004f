"""Addresses that are watched stay so."""

from __future__ import annotations

from detente.store import Watched, open_store


def test_watched_addresses_are_kept_until_they_are_let_go(url: str) -> None:
    with open_store(url, make=True) as store:
        for address in ("http://b.example/feed", "http://a.example/feed"):
            store.watch(address, "2031-05-01T09:00:00+00:00")
        store.watch("http://a.example/feed", "2032-01-01T00:00:00+00:00")
        store.asked_at("http://a.example/feed", "2031-05-02T09:00:00+00:00")
    with open_store(url) as store:
        assert store.watched() == (
            Watched("http://a.example/feed", "2031-05-01T09:00:00+00:00", "2031-05-02T09:00:00+00:00"),
            Watched("http://b.example/feed", "2031-05-01T09:00:00+00:00"),
        )
        assert store.unwatch("http://a.example/feed") and not store.unwatch("http://a.example/feed")
        assert [each.address for each in store.watched()] == ["http://b.example/feed"]
