"""The bench of the store: how fast articles are added, in how much memory and room, and whether what they say is found again.

    corpus.py [--quick]                 up to a thousand articles in place of ten thousand

Articles are made from templates in three languages (`made.py`), with known gold. Limits are in `bench_floors.json`; a figure
beyond its limit fails. The processor's time, of all processes together, is what other programs on the machine disturb least.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench import LIMITS, Figures, Rows, verdicts
from made import gold, make_corpus
from tables import table

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


def add(folder: Path, file: Path, number: int, processes: int) -> Added:
    """Add the articles of a folder to a new store, and look for what was planted in them."""
    start = perf_counter()
    words = (*COMMAND, str(folder), "--store", f"sqlite:///{file}", "--processes", str(processes))
    _, status, usage = os.wait4(os.spawnv(os.P_NOWAIT, words[0], words), 0)
    seconds = perf_counter() - start
    if status:
        raise SystemExit(f"detente add {folder} failed")
    kilobytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    with open_store(f"sqlite:///{file}") as store:
        planted, found = found_again(store, number)
    busy = usage.ru_utime + usage.ru_stime
    return Added(number, processes, seconds, busy, kilobytes / 1024, file.stat().st_size / 1024, planted, found)


def found_again(store: Store, number: int) -> tuple[int, int]:
    """Return how many statements the articles have, and how many of them the store has with their words and party."""
    wanted = {str(each.number): each.party for each in gold(number)}
    found = {token for reading in store.readings() for token, party in _said(reading) if wanted.get(token) == party}
    return len(wanted), len(found)


def _said(reading: Reading) -> set[tuple[str, str]]:
    """The numbers of six digits that a party says."""
    text = reading.document.text
    said = ((statement.speaker, text[span.start : span.stop]) for statement in reading.statements for span in statement.content)
    return {(token, speaker.party) for speaker, words in said if speaker and speaker.party for token in NUMBER.findall(words)}


def adding(numbers: Sequence[int]) -> list[Added]:
    """Return the runs of more and more articles, with one process and with two."""
    runs: list[Added] = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "articles")
            folder.mkdir()
            make_corpus(folder, number)
            runs += [add(folder, Path(place, f"{processes}.sqlite"), number, processes) for processes in PROCESSES]
    return runs


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
        "adding: planted statements found again, per cent": 100 * min(run.found / run.planted for run in runs),
    }


def main(argv: list[str]) -> int:
    """Print the tables; return 1 when a figure is beyond its limit."""
    runs = adding(NUMBERS[: 2 if "--quick" in argv else 3])
    told: Rows = [HEAD, *(run.row for run in runs)]
    print(table(told), end="\n\n")
    rows = list(verdicts(figures_of(runs), json.loads(LIMITS.read_text(encoding="utf-8"))))
    print(table(rows))
    return 1 if any(row[-1] for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
