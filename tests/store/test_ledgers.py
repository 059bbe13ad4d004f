"""Ledgers and accounts in a store, on both databases: what its readings give, whatever came and went."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

import detente
from detente.analysis.accounts import Clues, Gathering, gathering_named, gatherings, told_in
from detente.analysis.commitments import Ledger, ledger_of
from detente.api import once, read
from detente.desk.accounts import meetings
from detente.desk.corpus import Corpus
from detente.pipeline import weigh_pairs
from detente.records import Page, Reading
from detente.store import (
    Filter,
    Source,
    Store,
    StoreError,
    analysed,
    ledgers,
    open_store,
    prepare,
    upgrade_store,
    versions,
)
from detente.store.connect import engine_of
from detente.store.ledgers import KEPT
from detente.store.versions import known, upgrade

from .conftest import fill_tables

MEETINGS = Path(__file__).parent.parent / "meetings"
FOLDERS = ("putrajaya", "sapporo", "ulaanbaatar")
DAYS = (None, None, date(2031, 5, 1), date(2031, 12, 31))
WORDS = ("meeting", "Sapporo meeting", "\u4f1a\u8c08", "Malaysia", "2031", "talks of Japan and Russia", "\u0432\u0441\u0442\u0440\u0435\u0447\u0430", "call")
Kept = dict[str, Reading]


@pytest.fixture(scope="module")
def pool() -> list[Reading]:
    """Return readings of some meetings' articles."""
    found = [read(file) for folder in FOLDERS for file in sorted((MEETINGS / folder).glob("*.txt"))]
    return [reading for reading in found if isinstance(reading, Reading)]


def varied(reading: Reading, chance: random.Random, number: int) -> Reading:
    """Return an article under another id and day, at another place."""
    day = None if chance.random() < 0.1 else f"2031-{chance.randint(3, 6):02}-{chance.randint(3, 9):02}"
    document = replace(reading.document, id=f"{number:04}{reading.document.id}", path=f"/{chance.randint(0, 99):02}/{number}.txt", published=day)

    def other(key: str) -> str:
        return f"{key}/{number}"

    return replace(
        reading, document=document, statements=tuple(replace(s, id=other(s.id)) for s in reading.statements),
        positions=tuple(replace(p, id=other(p.id), evidence_id=other(p.evidence_id)) for p in reading.positions),
        events=tuple(replace(e, id=other(e.id), same_as=e.same_as and other(e.same_as)) for e in reading.events),
    )  # fmt: skip


def shortened(reading: Reading, number: int) -> Reading:
    """Return what another version would read: no more than the first statement, and no events."""
    statements = reading.statements[:1]
    positions = tuple(p for p in reading.positions if p.evidence_id in {s.id for s in statements})
    return replace(reading, statements=statements, positions=positions, events=(), made_by=replace(reading.made_by, detente=f"0.{number}"))


def change(store: Store, live: Kept, pool: list[Reading], chance: random.Random, number: int) -> None:
    """Add, remove or read anew an article."""
    kind = chance.random()
    name = chance.choice(sorted(live)) if live else ""
    if kind < 0.15 and live:
        store.remove([name])
        del live[name]
    elif kind < 0.25 and live:
        live[name] = shortened(live[name], number)
        store.write_again(prepare(live[name], weigh_pairs(live[name].statements), Page(live[name].document.text), store.database))
    else:
        keep(store, varied(chance.choice(pool), chance, number), live)


def keep(store: Store, reading: Reading, live: Kept) -> None:
    store.write(reading, Source(reading.document.path, "hash"), weigh_pairs(reading.statements))
    live[reading.document.path] = reading


def in_memory(readings: Iterable[Reading], pair: tuple[str, str], as_of: date | None, languages: tuple[str, ...] = ()) -> Ledger:
    """Return the ledger of the readings in which either party speaks."""

    def is_wanted(reading: Reading) -> bool:
        spoken = {party for s in reading.statements if s.speaker and s.speaker.party for party in s.speaker.party.split("+")}
        return not spoken.isdisjoint(pair) and (not languages or reading.document.language in languages)

    return ledger_of(once(filter(is_wanted, readings)), pair, as_of)


@pytest.mark.parametrize("seed", range(2))
def test_a_ledger_of_a_store_is_that_of_its_readings(store: Store, pool: list[Reading], seed: int) -> None:
    chance, live = random.Random(seed), Kept()
    for number in range(24):
        change(store, live, pool, chance, number)
        if chance.random() < 0.3:
            pair, as_of = chance.choice((("JP", "RU"), ("MY", "SG"), ("MN", "RU"))), chance.choice(DAYS)
            assert store.ledger(pair, as_of)[0] == in_memory(live.values(), pair, as_of)
    parties = sorted({*store.parties(), "FR"})
    for pair in combinations(parties, 2):
        for languages in ((), ("en",)):
            wanted = in_memory(live.values(), pair, None, languages)
            assert store.ledger(pair, None, languages)[0] == wanted == store.ledger(pair, None, languages)[0]
    assert list(store.check()) == []


@pytest.mark.parametrize("seed", range(2))
def test_meetings_in_a_store_are_those_of_its_readings(store: Store, pool: list[Reading], seed: int) -> None:
    chance, live = random.Random(seed), Kept()
    for number in range(24):
        change(store, live, pool, chance, number)
    found = gatherings(told for reading in live.values() for told in told_in(reading))
    assert meetings(store).meetings == found
    for words in (*WORDS, *(each.date for each in found)):
        assert_named(store, words, found)


def assert_named(store: Store, words: str, found: tuple[Gathering, ...]) -> None:
    """A store tells the meeting that words name, if there is one; clues never exclude it."""
    wanted, clues = gathering_named(words, found), Clues(words)
    if wanted:
        compared = detente.compare(store, words).meeting
        assert replace(compared, accounts=wanted.accounts) == wanted and clues.may_be(wanted)
        assert set(compared.accounts) >= set(wanted.accounts)
    else:
        with pytest.raises(ValueError, match="meeting"):
            detente.compare(store, words)


def test_both_take_a_corpus_and_readings(store: Store, pool: list[Reading]) -> None:
    for reading in pool:
        keep(store, reading, {})
    corpus = Corpus(store)
    assert detente.commitments(corpus, ["JP", "RU"]).to_json() == detente.commitments(list(store.readings(Filter(("JP", "RU")))), ["JP", "RU"]).to_json()
    assert detente.compare(corpus, "Sapporo meeting").to_json() == detente.compare(store, "Sapporo meeting").to_json()
    assert [each.parties for each in meetings(corpus).meetings] == [each.parties for each in meetings(pool).meetings]


def test_a_ledger_is_kept_until_an_article_of_its_parties_comes(store: Store, pool: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    live: Kept = {}
    for number, reading in enumerate(pool):
        keep(store, replace(reading, document=replace(reading.document, path=f"/{number}.txt")), live)
    first = store.ledger(("JP", "RU"))
    with monkeypatch.context() as patched:
        patched.setattr("detente.analysis.commitments.ledger_from", None)  # would fail if it were called
        assert store.ledger(("JP", "RU")) == first
        with pytest.raises(TypeError):
            store.ledger(("JP", "RU"), date(2031, 5, 1))
    keep(store, varied(next(each for each in pool if "sapporo" in each.document.path), random.Random(1), 77), live)
    assert store.ledger(("JP", "RU"))[0].readings == first[0].readings + 1


def test_ledgers_go_with_the_words_of_what_is_removed_and_where_they_are_many(store: Store, pool: list[Reading]) -> None:
    live: Kept = {}
    for reading in pool[:4]:
        keep(store, reading, live)
    for number in range(KEPT + 1):
        store.ledger(("JP", "RU"), date.fromordinal(date(2031, 1, 1).toordinal() + number))
    with store._reads() as connection:
        assert connection.scalar(text("SELECT count(*) FROM ledgers")) == 1
    store.remove([next(iter(live))])
    with store._reads() as connection:
        assert connection.scalar(text("SELECT count(*) FROM ledgers")) == 0


@pytest.mark.parametrize("version", known()[1:-1])
def test_a_store_of_an_earlier_version_has_the_same_ledgers(url: str, pool: list[Reading], version: str) -> None:
    live = {f"/{number}.txt": reading for number, reading in enumerate(pool)}
    engine = engine_of(url)
    upgrade(engine, version)
    fill_tables(engine, live)
    engine.dispose()
    upgrade_store(url)
    readings = [replace(reading, document=replace(reading.document, path=path)) for path, reading in live.items()]
    with open_store(url) as store:
        assert store.ledger(("JP", "RU"))[0] == in_memory(readings, ("JP", "RU"), None)
        assert meetings(store).meetings == gatherings(told for reading in readings for told in told_in(reading))


def test_other_word_lists_find_it_anew(url: str, pool: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = tmp_path / "matters.tsv"
    words.write_text("one", "utf-8")
    monkeypatch.setattr(analysed, "word_lists", lambda: iter([words]))
    analysed.method.cache_clear()
    ledgers._method.cache_clear()
    with open_store(url, make=True) as store, store._reads() as connection:
        keep(store, pool[0], {})
        before = analysed.method(), ledgers._method()
        assert analysed.is_current(connection)
    words.write_text("another", "utf-8")
    analysed.method.cache_clear()
    ledgers._method.cache_clear()
    assert not {analysed.method(), ledgers._method()} & set(before)
    with pytest.raises(StoreError, match="run `detente store upgrade`"):
        open_store(url)
    upgrade_store(url)
    with open_store(url) as store:
        assert list(store.check()) == []
    monkeypatch.undo()
    analysed.method.cache_clear()
    ledgers._method.cache_clear()


def test_an_upgrade_that_is_stopped_goes_on_where_it_was(url: str, pool: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "AT_ONCE", 3)
    with open_store(url, make=True) as store:
        for reading in pool[:7]:
            keep(store, reading, {})
        wanted = store.ledger(("JP", "RU"))
        with store._writes() as connection:
            connection.execute(text("UPDATE methods SET method = '0' WHERE of = 'analysed'"))

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upgrade_store(url, stop)
    with pytest.raises(StoreError, match="older version"):
        open_store(url)
    told: list[tuple[int, int]] = []
    upgrade_store(url, lambda done, total: told.append((done, total)))
    assert told == [(0, 4), (3, 4)]
    with open_store(url) as store:
        assert list(store.check()) == []
        assert store.ledger(("JP", "RU")) == wanted


def test_what_is_kept_is_checked_and_found_anew_where_it_is_found_otherwise(url: str, pool: list[Reading]) -> None:
    with open_store(url, make=True) as store:
        for reading in pool:
            keep(store, reading, {})
        wanted = store.ledger(("JP", "RU"))
        with store._writes() as connection:
            connection.execute(text("UPDATE gathered SET one = 'XX'"))
            connection.execute(text("UPDATE methods SET method = '0' WHERE of = 'analysed'"))
        assert any("ledgers and accounts are made from something else" in line for line in store.check())
    with pytest.raises(StoreError, match="older version"):
        open_store(url)
    upgrade_store(url)
    with open_store(url) as store:
        assert list(store.check()) == []
        assert store.ledger(("JP", "RU")) == wanted
