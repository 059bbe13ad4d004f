"""The bench of the store: how fast articles are added, how much room they take, how soon they are found again.

    corpus.py [--quick]                 up to a thousand articles in place of ten thousand

Articles are made from paragraphs of the project's own gold in three languages; each has one planted statement, and all of
these must be in the store in the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from inputs import make_corpus
from tables import table

from detente.store import Filter, Store, open_store

COMMAND = (sys.executable, "-c", "from detente.cli.main import main; main()", "add")
NUMBERS = (100, 1_000, 10_000)
PLANTED_PARTY = "NO"

Rows = list[tuple[str, ...]]


class Added(NamedTuple):
    """A run of `detente add`: seconds by the clock, megabytes of its largest process, and kilobytes of the file."""

    seconds: float
    megabytes: float
    kilobytes: float


def add(folder: Path, file: Path, processes: int) -> Added:
    """Add the articles of a folder to a new store."""
    start = perf_counter()
    words = (*COMMAND, str(folder), "--store", f"sqlite:///{file}", "--processes", str(processes))
    _, status, usage = os.wait4(os.spawnv(os.P_NOWAIT, words[0], words), 0)
    if status:
        raise SystemExit(f"detente add {folder} failed")
    return Added(perf_counter() - start, usage.ru_maxrss / 1024, file.stat().st_size / 1024)


def planted(store: Store) -> int:
    """Return how many articles have their planted statement."""
    readings = store.readings(Filter(parties=(PLANTED_PARTY,)))
    return sum(any(s.speaker and s.speaker.party == PLANTED_PARTY for s in reading.statements) for reading in readings)


def adding(numbers: tuple[int, ...]) -> Rows:
    """Adding more and more articles, with one process and with two."""
    rows: Rows = [("articles", "processes", "seconds", "articles/s", "MB", "kB an article", "found again")]
    for number in numbers:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "articles")
            folder.mkdir()
            make_corpus(folder, number)
            for processes in (1, 2):
                file = Path(place, f"{processes}.sqlite")
                done = add(folder, file, processes)
                with open_store(f"sqlite:///{file}") as store:
                    found = planted(store)
                rows.append((f"{number:,}", str(processes), f"{done.seconds:.1f}", f"{number / done.seconds:.0f}",
                             f"{done.megabytes:.0f}", f"{done.kilobytes / number:.1f}", f"{found:,}"))  # fmt: skip
    return rows


def main(argv: list[str]) -> None:
    """Print the tables."""
    print(table(adding(NUMBERS[: 2 if "--quick" in argv else 3])))


if __name__ == "__main__":
    main(sys.argv[1:])
