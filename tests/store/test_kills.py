"""Runs that end at any moment: what they leave is whole, and the next run makes it the store of an undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from detente.api import read
from detente.desk.stored import chart
from detente.pipeline import weigh_pairs
from detente.records import Reading
from detente.store import Source, open_store
from detente.store.failpoint import PLACES, VARIABLE
from detente.store.write import IN_A_DOCUMENT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, as POSIX has it")
COPIES = 6
TIMES = (1, 2, 3, 5, 8, 12, 17)
DELAYS = 25
LONGEST_DELAY = 0.08

# Long enough for its copies to be known as such.
LONG = (
    "Ministers met\n\n21 May 2031\n\nNorway's foreign minister, Halvor Strand, said in Bergen that Norway rejects the quota on mackerel "
    "which Iceland has proposed for this year. Iceland's foreign minister, Birna Hauksdottir, said that her country was ready to discuss "
    "it in the autumn, once joint inspections of trawlers have begun.\n"
)

Articles = dict[str, Reading]


@pytest.fixture(scope="module")
def many(readings: Articles) -> Articles:
    """Return some more articles: the same ones under other addresses, one of them long enough to be known as a copy."""
    long = read(LONG)
    assert isinstance(long, Reading)
    given = {**readings, "/long.txt": long}
    return {f"{i}{name}": _at(reading, f"{i}{name}") for i in range(COPIES) for name, reading in given.items()}


def _at(reading: Reading, name: str) -> Reading:
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id=f"document:{name}"))


def add(url: str, articles: Articles) -> None:
    """Add what the store does not have."""
    with open_store(url) as store:
        for name, reading in articles.items():
            if store.known(name) is None:
                store.write(reading, Source(name, name), weigh_pairs(reading.statements))


def contents(url: str) -> bytes:
    """Return all that a store has, as bytes."""
    with open_store(url) as store:
        maps = chart(store, ("IS", "NO")).to_table()
        assert list(store.check()) == []
        found = store.search("军控 OR quota OR переговоры", limit=0).hits
        told = list(store.readings()), store.status(), store.parties(), sorted(store.copies().items()), found, maps
        return msgspec.json.encode(told)


def child(run: Callable[[], None]) -> int:
    """Run something in a process of its own; returns its number."""
    number = os.fork()
    if number == 0:
        run()
        os._exit(0)
    return number


def ending(number: int) -> int:
    """Wait for a process; returns the signal that ended it, or 0."""
    _, status = os.waitpid(number, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an empty store."""
    file = tmp_path_factory.mktemp("empty") / "store.sqlite"
    open_store(f"sqlite:///{file}", make=True).close()
    return file


@pytest.fixture
def url(empty: Path, tmp_path: Path) -> str:
    """Return the address of an empty store of its own."""
    return f"sqlite:///{shutil.copy(empty, tmp_path)}"


@pytest.fixture(scope="module")
def undisturbed(many: Articles, empty: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what an undisturbed run leaves."""
    url = f"sqlite:///{shutil.copy(empty, tmp_path_factory.mktemp('whole'))}"
    add(url, many)
    with open_store(url) as store:
        assert store.status().reports < len(many)
    return contents(url)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("nth", TIMES)
def test_a_kill_at_a_place_costs_one_article_at_most(
    place: str, nth: int, many: Articles, undisturbed: bytes, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"{place}:{nth}")
    assert ending(child(lambda: add(url, many))) == signal.SIGKILL
    monkeypatch.delenv(VARIABLE)
    with open_store(url) as store:
        kept = sum(store.status().documents.values())
    assert kept == {"between-tables": (nth - 1) // len(IN_A_DOCUMENT), "after-commit": nth}.get(place, nth - 1)
    add(url, many)
    assert contents(url) == undisturbed


@pytest.mark.parametrize("seed", range(DELAYS))
def test_a_kill_at_any_moment_leaves_a_store_that_the_next_run_completes(
    seed: int, many: Articles, undisturbed: bytes, url: str
) -> None:
    number = child(lambda: add(url, many))
    time.sleep(random.Random(seed).uniform(0, LONGEST_DELAY))
    os.kill(number, signal.SIGKILL)
    ending(number)
    add(url, many)
    assert contents(url) == undisturbed
