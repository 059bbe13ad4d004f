"""The bench of the store: how fast articles are added, in how much memory and room, and whether what they say is found again.

    corpus.py [--quick]                 up to a thousand articles in place of ten thousand

Articles are made from templates in three languages (`made.py`), with known gold. Limits are in `bench_floors.json`; a figure
beyond its limit fails. The processor's time, of all processes together, is what other programs on the machine disturb least.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import Figures, tell
from made import Planted, make_corpus
from spawned import run

from detente.records import Reading
from detente.store import Store, open_store

COMMAND = (sys.executable, "-c", "from detente.cli.main import main; main()", "add")
NUMBERS = (100, 1_000, 10_000)
PROCESSES = (1, 2)
NUMBER = re.compile(r"\d{6}")
HEAD = ("articles", "processes", "seconds", "articles/s", "ms of the processor each", "peak MB", "kB each", "planted", "found again")


class Added(NamedTuple):
    """A run of `detente add`: seconds by the clock and of the processor, megabytes of its largest process, kilobytes of the file."""

    number: int
    processes: int
    seconds: float
    busy: float
    megabytes: float
    kilobytes: float
    planted: int
    found: int

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.number / self.seconds

    @property
    def row(self) -> tuple[str, ...]:
        """The run as a row of the table."""
        return (
            f"{self.number:,}", str(self.processes), f"{self.seconds:.1f}", f"{self.rate:.1f}", f"{1000 * self.busy / self.number:.1f}",
            f"{self.megabytes:.0f}", f"{self.kilobytes / self.number:.1f}", f"{self.planted:,}", f"{self.found:,}",
        )  # fmt: skip


def add(folder: Path, file: Path, planted: Sequence[Planted], number: int, processes: int) -> Added:
    """Add the articles of a folder to a new store, and look for what was planted in them."""
    took = run((*COMMAND, str(folder), "--store", f"sqlite:///{file}", "--processes", str(processes)))
    with open_store(f"sqlite:///{file}") as store:
        found = found_again(store, planted)
    return Added(number, processes, took.wall, took.processor, took.megabytes, file.stat().st_size / 1024, len(planted), found)


def found_again(store: Store, planted: Sequence[Planted]) -> int:
    """Return how many of the statements the store has with their words and party."""
    wanted = {str(each.number): each.party for each in planted}
    return len({token for reading in store.readings() for token, party in _said(reading) if wanted.get(token) == party})


def _said(reading: Reading) -> set[tuple[str, str]]:
    """The numbers of six digits that a party says."""
    text = reading.document.text
    said = ((statement.speaker, text[span.start : span.stop]) for statement in reading.statements for span in statement.content)
    return {(token, speaker.party) for speaker, words in said if speaker and speaker.party for token in NUMBER.findall(words)}


def adding(numbers: Sequence[int]) -> Iterator[Added]:
    """Yield the runs of more and more articles, with one process and with two."""
    for number in numbers:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "articles")
            folder.mkdir()
            planted = make_corpus(folder, number)
            for processes in PROCESSES:
                file = Path(place, f"{processes}.sqlite")
                yield add(folder, file, planted, number, processes)
                file.unlink()


def figures_of(runs: Sequence[Added]) -> Figures:
    """Return what has limits: of the most articles, and of them against a tenth."""
    one, two = runs[-2:]
    before = runs[-4]
    return {
        "adding: articles/s with two processes": two.rate,
        "adding: articles/s with two processes against one": two.rate / one.rate,
        "adding: processor time an article, most against a tenth of them": one.busy / one.number / (before.busy / before.number),
        "adding: peak MB, most against a tenth of them": one.megabytes / before.megabytes,
        "adding: kB an article": one.kilobytes / one.number,
        "adding: planted statements found again, per cent": 100 * min(each.found / each.planted for each in runs),
    }


def line(row: Sequence[str]) -> str:
    """Return a row as a line below the words of the table's head."""
    return "  ".join(word.rjust(len(head)) for word, head in zip(row, HEAD, strict=True))


def main(argv: list[str]) -> int:
    """Print each run as soon as it is done, then the verdicts; return 1 when a figure is beyond its limit."""
    options = argparse.ArgumentParser(description="Measure adding to a store: speed, memory and room, and whether what articles say is found again.")
    options.add_argument("--quick", action="store_true", help="up to a thousand articles in place of ten thousand")
    numbers = NUMBERS[: 2 if options.parse_args(argv).quick else 3]
    print(line(HEAD), flush=True)
    runs: list[Added] = []
    for added in adding(numbers):
        print(line(added.row), flush=True)
        runs.append(added)
    print()
    return tell(figures_of(runs))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
