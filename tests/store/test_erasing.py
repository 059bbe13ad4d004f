"""What is removed leaves SQLite's index for good, also what had been replaced before, with one writing for all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from detente.records import Reading
from detente.store import Source, Store, StoreError, open_store
from detente.store.erase import TAKES_OUT

from .conftest import TEXTS, source_of

TAKES_OUT_HERE = sqlite3.sqlite_version_info >= TAKES_OUT
WORDS = ("quota", "strand", "hauksdottir")


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Return the address of a store on SQLite."""
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


def left(folder: Path) -> set[str]:
    """Return the words of the second article of which a file of the store has the bytes."""
    store = b"".join(path.read_bytes() for path in folder.iterdir())
    return {word for word in WORDS if word[1:].encode() in store}


class Pages(list[tuple[int, int]]):
    """What is told of pages that are written."""

    def __call__(self, done: int, total: int) -> None:
        self.append((done, total))


def test_removing_nothing_writes_nothing(store: Store, keep: Callable[..., list[str]]) -> None:
    keep()
    told = Pages()
    assert store.remove(["/elsewhere"], told) == 0
    assert told == []


def test_what_was_replaced_before_goes_too(store: Store, keep: Callable[..., list[str]], readings: dict[str, Reading], tmp_path: Path) -> None:
    keep("/news/a.txt", "/news/b.txt")
    store.write(readings["/news/old/c.txt"], Source("/news/b.txt", "other"), {})
    assert "hauksdottir" in left(tmp_path)
    told = Pages()
    store.remove(["/news/b.txt"], told)
    assert left(tmp_path) == set()
    assert (told[0][0], told[-1][0]) == (0, told[-1][1])
    assert list(store.check()) == []


def test_what_was_read_anew_goes_too(store: Store, keep: Callable[..., list[str]], readings: dict[str, Reading], tmp_path: Path) -> None:
    keep()
    reading = readings["/news/b.txt"]
    store.write(msgspec.structs.replace(reading, made_by=msgspec.structs.replace(reading.made_by, detente="99")), source_of("/news/b.txt"), {})
    store.remove(["/news/b.txt"])
    assert left(tmp_path) == set()


def test_many_are_removed_with_one_writing(store: Store, keep: Callable[..., list[str]], tmp_path: Path) -> None:
    keep()
    told = Pages()
    assert store.remove(["/news/a.txt", "/news/b.txt"], told) == 2
    assert sum(done == 0 for done, _ in told) == 1
    assert left(tmp_path) == set()
    assert [hit.source for hit in store.search("переговорам").hits] == ["/news/old/c.txt"]


@pytest.mark.skipif(not TAKES_OUT_HERE, reason="this SQLite writes the whole index anew")
def test_one_of_many_is_taken_out(store: Store, keep: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keep()
    monkeypatch.setattr("detente.store.erase.MANY", 1)
    told = Pages()
    store.remove(["/news/b.txt"], told)
    assert (told, left(tmp_path)) == ([], set())


def test_a_large_index_is_written_step_by_step(url: str, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("detente.store.erase.PAGES", 1)
    monkeypatch.setattr("detente.store.erase.takes_out", lambda _: False)
    with open_store(url, make=True) as store:
        for i in range(60):
            reading = readings["/news/b.txt"] if i == 30 else _another(readings["/news/old/c.txt"], i)
            store.write(reading, source_of(f"/news/{i}.txt"), {})
        told = Pages()
        store.remove(["/news/30.txt"], told)
        assert len(told) > 5
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert left(tmp_path) == set()
        assert list(store.check()) == []


def _another(reading: Reading, number: int) -> Reading:
    """The article with an id and words of its own, and nothing said in it."""
    text = TEXTS["/news/old/c.txt"] + " ".join(f"n{number}x{i}" for i in range(400))
    document = msgspec.structs.replace(reading.document, id=f"{number:012}", text=text)
    return msgspec.structs.replace(reading, document=document, statements=(), positions=(), events=())


@pytest.mark.skipif(TAKES_OUT_HERE, reason="this SQLite reads what every SQLite writes")
def test_an_index_that_a_later_sqlite_changed_is_told(store: Store, keep: Callable[..., list[str]], tmp_path: Path) -> None:
    keep()
    store.close()
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE passages_index_config SET v = 5 WHERE k = 'version'")
    connection.close()
    with pytest.raises(StoreError, match="with SQLite 3.42 or later, and this SQLite is older"):
        store.search("quota")
