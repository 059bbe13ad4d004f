"""Clusters of copies in a store: whatever the order and the moment, the same; and apart again when one goes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import msgspec
import pytest
from sqlalchemy import select

from detente.api import read
from detente.records import Reading
from detente.store import Source, Store, StoreError, open_store, upgrade_store
from detente.store.connect import engine_of
from detente.store.tables import bands, clusters, documents, methods, signatures
from detente.store.versions import known, upgrade

from .conftest import fill_tables

WORDS = ("lake", "harbour", "treaty", "fishing", "quota", "envoy", "border", "river", "power", "grid", "visa", "tariff", "customs")
Wide = dict[str, Reading]


def _sentences(seed: int, number: int) -> list[str]:
    chosen = random.Random(seed)
    return [f"Norway said that {' '.join(chosen.choices(WORDS, k=9))} number {chosen.randrange(10**6)} matters." for _ in range(number)]


def _article(day: int, sentences: Iterable[str]) -> Reading:
    found = read(f"Ministers met\n{day} May 2031 10:00\n\n" + " ".join(sentences) + "\n")
    assert isinstance(found, Reading)
    return found


@pytest.fixture(scope="module")
def chain() -> Wide:
    """Return articles of which each but the last shares half of its sentences with the next, and a different one."""
    said = _sentences(1, 20)
    parts = {"a": said[:8], "b": said[4:12], "c": said[8:16]}
    return {name: _article(day, each) for day, (name, each) in enumerate((*parts.items(), ("other", _sentences(2, 8))), 11)}


def _keep(store: Store, articles: Wide, names: Iterable[str]) -> None:
    for name in names:
        store.write(articles[name], Source(f"/{name}", name), {})


def _clusters(store: Store, articles: Wide) -> set[frozenset[str]]:
    """The names of documents by cluster; each cluster has the id of its first one."""
    names = {reading.document.id: name for name, reading in articles.items()}
    found: dict[str, set[str]] = {}
    for document, first in store.copies().items():
        found.setdefault(names[first], set()).add(names[document])
    assert all(first == min(of) for first, of in found.items())
    return {frozenset(of) for of in found.values()}


def _sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(each.split()) for each in names}


def test_clusters_do_not_depend_on_the_order(store: Store, chain: Wide) -> None:
    for order in permutations(chain):
        _keep(store, chain, order)
        assert _clusters(store, chain) == _sets("a b c", "other")
        assert list(store.check()) == []
        store.remove(["/"])


def test_who_printed_first_on_a_day_goes_by_the_hour(store: Store) -> None:
    body = " ".join(_sentences(3, 8))
    texts = {"late": "12 May 2031 14:00", "unknown": "12 May 2031", "early": "12 May 2031 09:00"}
    articles = {name: found for name, told in texts.items() if isinstance(found := read(f"Ministers met\n{told}\n\n{body}\n"), Reading)}
    for order in permutations(articles):
        _keep(store, articles, order)
        assert set(store.copies().values()) == {articles["early"].document.id}
        (cluster,) = store.clusters()
        assert [copy.sources for copy in cluster] == [("/early",), ("/late",), ("/unknown",)]
        assert list(store.check()) == []
        store.remove(["/early"])
        assert set(store.copies().values()) == {articles["late"].document.id}
        store.remove(["/"])


def test_an_article_that_is_damaged_is_taken_out_of_its_cluster(store: Store, url: str, chain: Wide) -> None:
    _keep(store, chain, "abc")
    engine = engine_of(url)
    with engine.begin() as connection:
        connection.execute(documents.update().where(documents.c.id == chain["b"].document.id).values(rest=b"no"))
    engine.dispose()
    store.remove(["/a"])
    assert set(store.copies().values()) == {chain["b"].document.id}
    store.remove(["/b"])
    assert list(store.check()) == []


@pytest.mark.parametrize(("gone", "left"), [("b", ("a", "c")), ("a", ("b c",)), ("c", ("a b",))])
def test_what_a_removed_copy_held_together_comes_apart(store: Store, chain: Wide, gone: str, left: tuple[str, ...]) -> None:
    _keep(store, chain, chain)
    store.remove([f"/{gone}"])
    assert _clusters(store, chain) == _sets(*left, "other")
    assert list(store.check()) == []
    _keep(store, chain, [gone])
    assert _clusters(store, chain) == _sets("a b c", "other")


def test_nothing_is_left_of_what_is_removed(url: str, store: Store, chain: Wide) -> None:
    _keep(store, chain, chain)
    store.remove(["/"])
    engine = engine_of(url)
    with engine.connect() as connection:
        assert [connection.execute(select(table)).all() for table in (bands, signatures, clusters)] == [[], [], []]
    engine.dispose()


def test_an_article_that_is_corrected_leaves_its_old_cluster(store: Store, chain: Wide) -> None:
    _keep(store, chain, chain)
    store.write(chain["other"], Source("/b", "corrected"), {})
    assert _clusters(store, chain) == _sets("a", "c", "other")


def test_a_day_that_is_read_anew_changes_who_is_first(store: Store, chain: Wide) -> None:
    _keep(store, chain, ("a", "b"))
    later = msgspec.structs.replace(
        chain["a"], document=msgspec.structs.replace(chain["a"].document, published="2031-06-01"),
        made_by=msgspec.structs.replace(chain["a"].made_by, detente="99"),
    )  # fmt: skip
    assert store.write(later, Source("/a", "a"), {}) == "anew"
    assert set(store.copies().values()) == {chain["b"].document.id}


def test_the_cluster_of_a_source_has_the_first_one_first(store: Store, chain: Wide) -> None:
    _keep(store, chain, ("c", "other", "b", "a"))
    (cluster,) = store.clusters("/b")
    assert [copy.sources for copy in cluster] == [("/a",), ("/b",), ("/c",)]
    assert [copy.document.text for copy in cluster] == [chain[name].document.text for name in "abc"]
    assert list(store.clusters()) == [cluster]
    with pytest.raises(StoreError, match="no article from /nowhere is kept"):
        list(store.clusters("/nowhere"))


def test_counts_are_of_independent_reports(store: Store, chain: Wide) -> None:
    _keep(store, chain, chain)
    assert (store.status().documents, store.status().reports) == ({"en": 4}, 2)


def test_what_copies_report_weighs_once(store: Store, chain: Wide) -> None:
    for name, pair, weight in (("a", ("IS", "NO"), 5), ("b", ("IS", "NO"), 4), ("other", ("FI", "NO"), 6)):
        store.write(chain[name], Source(f"/{name}", name), {pair: weight})
    assert store.most_reported() == ("FI", "NO")


def test_writers_at_once_see_each_others_copies(url: str, chain: Wide) -> None:
    open_store(url, make=True).close()

    def write(names: str) -> None:
        with open_store(url) as store:
            _keep(store, chain, names)

    for _ in range(5):
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(write, ("a", "b", "c")))
        with open_store(url) as store:
            assert _clusters(store, chain) == _sets("a b c")
            store.remove(["/"])


@pytest.fixture
def fill(url: str, chain: Wide) -> Callable[[str], None]:
    """Return a function that makes a store of some version with articles in it."""

    def make(version: str) -> None:
        engine = engine_of(url)
        upgrade(engine, version)
        fill_tables(engine, {f"/{reading.document.id}": reading for reading in chain.values()})
        engine.dispose()

    return make


@pytest.mark.parametrize("version", known())
def test_articles_of_each_version_are_put_into_clusters(url: str, chain: Wide, fill: Callable[[str], None], version: str) -> None:
    fill(version)
    upgrade_store(url)
    with open_store(url) as store:
        assert _clusters(store, chain) == _sets("a b c", "other")
        assert list(store.check()) == []


def test_a_store_whose_clusters_were_made_in_another_way_is_made_anew(url: str, chain: Wide) -> None:
    with open_store(url, make=True) as store:
        _keep(store, chain, chain)
    engine = engine_of(url)
    with engine.begin() as connection:
        connection.execute(methods.update().values(method="otherwise"))
        connection.execute(signatures.update().values(size=1))
    engine.dispose()
    with pytest.raises(StoreError, match="run `detente store upgrade`"):
        open_store(url)
    upgrade_store(url)
    with open_store(url) as store:
        assert _clusters(store, chain) == _sets("a b c", "other")
