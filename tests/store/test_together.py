"""Two writers and four readers at once, on both databases: no error, and nothing lost."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

import msgspec
import pytest

from detente.pipeline import weigh_pairs
from detente.records import Reading
from detente.store import Source, open_store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, as POSIX has it")
COPIES = 20
ROUNDS = 15

Articles = dict[str, Reading]


@pytest.fixture(scope="module")
def many(readings: Articles) -> Articles:
    """Return more articles: the same ones under other ids."""
    return {f"{i}{name}": _at(reading, f"{i}{name}") for i in range(COPIES) for name, reading in readings.items()}


def _at(reading: Reading, name: str) -> Reading:
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id=f"document:{name}"))


def child(run: Callable[[], None]) -> int:
    """Run something in a process of its own; returns its number."""
    number = os.fork()
    if number:
        return number
    try:
        run()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def write(url: str, articles: Articles, first: str) -> None:
    """Add articles, those of a language first."""
    with open_store(url) as store:
        for name, reading in sorted(articles.items(), key=lambda item: item[1].document.language != first):
            store.write(reading, Source(name, name), weigh_pairs(reading.statements))


def look(url: str) -> None:
    """Read what there is, again and again: always whole readings, and never fewer of them."""
    seen = 0
    with open_store(url) as store:
        for _ in range(ROUNDS):
            found = list(store.readings())
            assert all(reading.statements for reading in found)
            assert len(found) >= seen
            seen = len(found)


def test_two_write_and_four_read_at_once(url: str, many: Articles) -> None:
    open_store(url, make=True).close()
    jobs = [lambda code=code: write(url, many, code) for code in ("zh", "ru")] + [lambda: look(url)] * 4
    numbers = [child(job) for job in jobs]
    assert [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in numbers] == [0] * 6
    with open_store(url) as store:
        assert [reading.document.id for reading in store.readings()] == sorted(f"document:{name}" for name in many)
        assert list(store.check()) == []
