"""Stores on SQLite as files: copies, what is gone for good, damage, locks, a full disk."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from detente.records import Reading
from detente.store import Store, StoreError, connect, open_store

from .conftest import source_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the store is."""
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(file: Path, readings: dict[str, Reading]) -> Store:
    """Return a store with the articles."""
    opened = open_store(f"sqlite:///{file}", make=True)
    for name, reading in readings.items():
        opened.write(reading, source_of(name), {})
    return opened


def test_a_copy_has_the_same_readings(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    store.backup(copy)
    with open_store(f"sqlite:///{copy}") as copied:
        assert list(copied.readings()) == list(store.readings())
    with pytest.raises(StoreError, match="there is a file already"):
        store.backup(copy)


def test_what_is_removed_is_in_no_file(store: Store, file: Path) -> None:
    words = b"Birna Hauksdottir"
    written = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert words in written
    store.remove(["/news/b.txt"])
    assert all(words not in path.read_bytes() for path in file.parent.iterdir())


def test_damage_is_told(store: Store, file: Path) -> None:
    store.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE documents SET rest = x'00' WHERE title LIKE 'Norway%'")
    connection.close()
    with open_store(f"sqlite:///{file}") as damaged:
        assert [line.partition(",")[2] for line in damaged.check()] == [
            " /news/b.txt: cannot be read back (error); remove it and add it again"
        ]


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_text("this is a text, and a rather long one, as files that are taken for a store by mistake are" * 20)
    with pytest.raises(StoreError, match="is not a store"):
        open_store(f"sqlite:///{other}")


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; `detente add` makes one"):
        open_store(f"sqlite:///{tmp_path / 'none.sqlite'}")


def test_a_locked_store_is_told(store: Store, file: Path, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    monkeypatch.setattr(connect, "SETTINGS", (*connect.SETTINGS, "busy_timeout = 10"))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(f"sqlite:///{file}") as waiting, pytest.raises(StoreError, match="another program is writing to it"):
        waiting.remove(["/news"])
    other.close()


def test_a_full_disk_is_told_and_leaves_the_store_whole(file: Path, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(f"sqlite:///{file}", make=True) as store:
        store.write(readings["/news/a.txt"], source_of("/news/a.txt"), {})
    monkeypatch.setattr(connect, "SETTINGS", (*connect.SETTINGS, "max_page_count = 30"))
    with open_store(f"sqlite:///{file}") as store, pytest.raises(StoreError, match="the disk is full"):
        for i in range(1000):
            store.write(readings["/news/b.txt"], source_of(f"/news/{i}{'x' * 500}.txt"), {})
    monkeypatch.undo()
    with open_store(f"sqlite:///{file}") as store:
        assert list(store.check()) == []
        assert "/news/a.txt" in [reading.document.path for reading in store.readings()]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("store.sqlite", "this is no address of a store"),
        ("mysql://localhost/news", "mysql: no such kind of store"),
        ("postgresql://tester@127.0.0.1:1/news", "no PostgreSQL server answers there"),
    ],
)
def test_a_wrong_address_is_told(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        open_store(url)


def test_reading_files_needs_no_database() -> None:
    code = "import sys, detente.cli.main, detente.cli.reading, detente.cli.mapping; print('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
