"""Search in a store, on both databases: the index is what is kept, and queries find what they should."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from search_set import answers, fill, queries, scores_of
from sqlalchemy import Engine

from detente.api import read
from detente.desk.search import search
from detente.index import QueryError
from detente.records import Reading
from detente.store import DOCUMENTS, STATEMENTS, Speaker, Store, StoreError, Wanted, open_store, upgrade_store
from detente.store.connect import engine_of
from detente.store.tables import passages
from detente.store.versions import known, upgrade
from detente.store.write import Source
from detente.text.nearest import UnknownName

from .conftest import fill_tables, source_of

Keep = Callable[..., list[str]]


def found(store: Store, query: str, wanted: Wanted | None = None, limit: int = 20) -> list[tuple[str, str]]:
    """Return source and words of what a search finds."""
    return [(hit.source, hit.text) for hit in store.search(query, wanted or Wanted(), limit=limit).hits]


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Return the engine of an empty database."""
    made = engine_of(url)
    yield made
    made.dispose()


def test_the_projects_own_queries(store: Store) -> None:
    fill(store)
    scores = scores_of(store)
    assert scores["recall"] == 100
    assert scores["precision"] >= 97
    assert len(queries()) >= 60


@pytest.fixture
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Return a store on each database, with the articles that the queries are about."""
    from .conftest import fresh_database

    urls = (f"sqlite:///{tmp_path / 'a.sqlite'}", fresh_database(request.getfixturevalue("postgresql")))
    with open_store(urls[0], make=True) as one, open_store(urls[1], make=True) as other:
        for store in (one, other):
            fill(store)
        yield one, other


def test_both_databases_give_the_same_hits_in_the_same_order(both: tuple[Store, Store]) -> None:
    one, other = both
    for query in queries():
        assert one.search(query.words, limit=0) == other.search(query.words, limit=0), query
        assert answers(one, query) == answers(other, query)


def test_the_newest_are_found_some_days_at_a_time(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both
    some = (Wanted(), Wanted(since="2031-04"), Wanted(until="2031-04"), Wanted(within=DOCUMENTS), Wanted(languages=("ru",)))
    for (near, most), query, wanted in itertools.product(((1, 4), (9, 1), (9, 30)), queries(), some):
        monkeypatch.setattr("detente.store.newest.NEAR", near)
        monkeypatch.setattr("detente.store.find.MOST_RANKED", most)
        assert one.search(query.words, wanted, limit=1) == other.search(query.words, wanted, limit=1), (query, wanted, near)


def test_a_hit_tells_where_it_stands(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    hit = store.search("квота OR quotas", Wanted(within=STATEMENTS)).hits[0]
    said = readings["/news/b.txt"].statements[0]
    assert (hit.kind, hit.statement_id, hit.speaker, hit.party, hit.act) == ("statement", said.id, "Norway's foreign minister, Halvor Strand", "NO", "REJECT")
    assert readings["/news/b.txt"].document.text[hit.start : hit.stop] == hit.text
    assert [hit.text[start:stop] for start, stop in hit.hits] == ["quota"]


def test_a_statement_stands_for_its_paragraph(store: Store, keep: Keep) -> None:
    keep()
    assert found(store, "军控") == [("/news/a.txt", "俄美谈军控"), ("/news/a.txt", "俄方愿意同美方恢复军控谈判")]
    assert len(found(store, "军控", Wanted(within=DOCUMENTS))) == 1
    assert found(store, "军控", Wanted(within=STATEMENTS)) == [("/news/a.txt", "俄方愿意同美方恢复军控谈判")]


def test_filters_narrow(store: Store, keep: Keep) -> None:
    keep()
    for wanted, sources_ in (
        (Wanted(languages=("ru",)), {"/news/old/c.txt"}),
        (Wanted(until="2030"), {"/news/old/c.txt"}),
        (Wanted(since="2031-03", until="2031-03-04"), {"/news/a.txt"}),
        (Wanted(since="2031-04"), {"/news/b.txt"}),
        (Wanted(outlets=("outlet:global-times",)), {"/news/a.txt"}),
        (Wanted(countries=("CN",)), {"/news/a.txt"}),
        (Wanted(languages=("en",), countries=("CN",)), set()),
    ):
        assert {source for source, _ in found(store, "俄方 OR said OR заявил", wanted)} == sources_, wanted
    for wanted, sources_ in (
        (Wanted(parties=("NO", "AM")), {"/news/b.txt", "/news/old/c.txt"}),
        (Wanted(acts=("REJECT",), parties=("NO",)), {"/news/b.txt"}),
        (Wanted(speakers=(Speaker("Тиграна Овсепяна"),)), {"/news/old/c.txt"}),
        (Wanted(speakers=(Speaker("王"),)), set()),
    ):
        assert {source for source, _ in found(store, "军控 OR quota OR discuss OR переговоры", wanted)} == sources_, wanted


def test_statements_that_a_cell_rests_on(store: Store, keep: Keep) -> None:
    keep()
    view_of = {hit.source for hit in search("谈判 OR 贸易 OR quota", store, relation="one-sided", between=("RU", "US")).hits}
    assert view_of == {"/news/a.txt"}
    assert search("quota", store, relation="common-ground", between=("RU", "US")).hits == ()
    with pytest.raises(UnknownName, match="goes with two --parties"):
        search("quota", store, relation="divergence")


def test_what_is_read_anew_or_removed_is_searched_so(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    reading = readings["/news/a.txt"]
    newer = msgspec.structs.replace(reading, statements=(), positions=(), made_by=msgspec.structs.replace(reading.made_by, detente="99"))
    assert store.write(newer, source_of("/news/a.txt"), {}) == "anew"
    assert found(store, "军控", Wanted(within=STATEMENTS)) == []
    assert len(found(store, "军控")) == 2
    assert list(store.check()) == []
    store.remove(["/news/a.txt"])
    assert found(store, "军控") == []
    assert found(store, "quota") != []
    assert list(store.check()) == []


def test_an_article_that_takes_the_place_of_another_is_searched_in_its_place(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    store.write(readings["/news/b.txt"], Source("/news/a.txt", "other"), {})
    assert found(store, "军控") == []
    assert list(store.check()) == []


def test_what_is_removed_is_in_no_part_of_the_index(tmp_path: Path, readings: dict[str, Reading]) -> None:
    file = tmp_path / "store.sqlite"
    with open_store(f"sqlite:///{file}", make=True) as store:
        for name, reading in readings.items():
            store.write(reading, source_of(name), {})
        store.remove(["/news/b.txt"])
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, passages_index, row)")
        left = {row[0] for row in connection.execute("SELECT term FROM temp.words")}
    connection.close()
    assert "军控" in left
    assert left.isdisjoint({"quota", "strand", "hauksdottir", "party=no"})
    assert all(word not in path.read_bytes() for path in tmp_path.iterdir() for word in (b"hauksdottir", b"uksdottir"))


def test_phrases_are_found_at_the_end_of_a_very_long_line(store: Store) -> None:
    long = "Talks\n\n21 May 2031\n\n" + "the ministers spoke about fish. " * 6000 + "Norway seeks a purple compromise with Iceland."
    reading = read(long)
    assert isinstance(reading, Reading)
    store.write(reading, source_of("/news/long.txt"), {})
    for query in ('"purple compromise with Iceland"', "purple compromise", '"seeks a purple"'):
        assert [hit.source for hit in store.search(query, Wanted(within=DOCUMENTS)).hits] == ["/news/long.txt"], query
    assert found(store, '"compromise purple"') == []
    assert list(store.check()) == []


def test_a_store_with_more_than_can_be_ranked_says_so(store: Store, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    keep()
    monkeypatch.setattr("detente.store.find.MOST_RANKED", 1)
    some = store.search("表示 OR said OR заявил", limit=1)
    assert (len(some.hits), some.was_cut) == (1, True)
    assert some.hits[0].source == "/news/b.txt"  # the newest
    assert not store.search("表示 OR said OR заявил", limit=0).was_cut


@pytest.mark.parametrize(
    "query",
    ["a " * 499, " OR ".join(["ab"] * 160), "俄" * 1000, "стали " * 160, '"' + "стали суд " * 90 + '"', "(" * 20 + "fish" + ")" * 20,
     "fish " + "-cod " * 190, "-".join("abcdefgh" * 60), "a" * 1000, "俄 " * 499],
    ids=range(10),
)  # fmt: skip
def test_the_longest_queries_are_answered(store: Store, keep: Keep, query: str) -> None:
    keep()
    assert store.search(query).was_cut is False


def test_a_wrong_query_is_told(store: Store) -> None:
    with pytest.raises(QueryError, match="at character 1 of the query"):
        store.search("(fish")


def test_a_lost_passage_is_told(store: Store, engine: Engine, keep: Keep) -> None:
    keep()
    with engine.begin() as connection:
        connection.execute(passages.delete().where(passages.c.place == 0))
    assert [line.partition(": ")[2] for line in store.check()] == ["a search finds other words than it has; remove it and add it again"] * 3


def test_two_writers_of_one_article_search_it_once(url: str, readings: dict[str, Reading]) -> None:
    reading = readings["/news/a.txt"]
    open_store(url, make=True).close()

    def write(number: int) -> None:
        with open_store(url) as store:
            store.write(reading, source_of(f"/news/{number}.txt"), {})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))
    with open_store(url) as store:
        assert list(store.check()) == []
        assert len(store.search("军控", limit=0).hits) == 2


@pytest.mark.parametrize("version", known()[:3])
def test_a_store_of_an_earlier_version_is_searched_after_its_upgrade(url: str, engine: Engine, version: str, readings: dict[str, Reading]) -> None:
    upgrade(engine, version)
    fill_tables(engine, readings)
    with pytest.raises(StoreError, match="older version"):
        open_store(url)
    upgrade_store(url)
    with open_store(url) as store:
        assert list(store.check()) == []
        assert found(store, "军控")[1] == ("/news/a.txt", "俄方愿意同美方恢复军控谈判")
        assert found(store, "переговоры", Wanted(parties=("AM",))) != []
        before = store.search("军控 OR quota OR переговоры", limit=0)
    with open_store(url) as store:
        store.remove(readings)
        for name, reading in readings.items():
            store.write(reading, source_of(name), {})
        assert store.search("军控 OR quota OR переговоры", limit=0) == before
