"""The bench: how fast, how soon, how much memory, and whether time and memory grow in proportion.

    bench.py [--quick]                  leave out the largest inputs

Reads the project's own gold articles and examples, and the seed when the variable DETENTE_GOLD names a folder that
holds it. Limits are in `bench_floors.json`; a figure beyond its limit fails. Start-up is wall clock, from the command to the
result, with compiled modules as an installed program has them; all other times are processor time, which other programs
on the machine disturb less.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from growth import time_to_place
from inputs import AWKWARD, make_articles, page_sources, sources
from tables import table

from detente.api import read

LIMITS = Path(__file__).resolve().parent / "bench_floors.json"
COMMAND = (sys.executable, "-c", "from detente.cli.main import main; main()", "map")
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ROUNDS = 5
FEW = 100
ARTICLES = (1, 10, 100, 1000)
PLACED = (1000, 2000, 10_000)
SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
BYTES_A_CHARACTER = 3

Figures = dict[str, float]
Rows = list[tuple[str, ...]]


def _seconds(text: str) -> float:
    start = process_time()
    read(text + "\n")
    return process_time() - start


def _page_seconds(body: bytes) -> float:
    start = process_time()
    read(body)
    return process_time() - start


class Run(NamedTuple):
    """A run of the command: seconds by the clock and of the processor, and peak megabytes."""

    wall: float
    processor: float
    megabytes: float


def _run(path: Path, variables: Mapping[str, str] = os.environ) -> Run:
    """Draw the map of a file or folder."""
    start = perf_counter()
    child = os.spawnve(os.P_NOWAIT, COMMAND[0], (*COMMAND, str(path), "-o", os.devnull), variables)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"detente map {path} failed")
    kilobytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    return Run(perf_counter() - start, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


def speed() -> tuple[Figures, Rows]:
    """Characters a second of each source of articles, without start-up."""
    rows: Rows = [("reading", "characters", "characters/s")]
    figures: Figures = {}
    for name, texts in sources().items():
        size = sum(map(len, texts))
        best = min(sum(map(_seconds, texts)) for _ in range(ROUNDS))
        figures[f"{name}: characters/s"] = size / best
        rows.append((name, f"{size:,}", f"{size / best:,.0f}"))
    return figures, rows


def page_speed() -> tuple[Figures, Rows]:
    """Web pages a second, each from its bytes to the reading or to the failure of its language."""
    rows: Rows = [("web pages", "pages", "kB each", "pages/s")]
    figures: Figures = {}
    for name, pages in page_sources().items():
        best = min(sum(map(_page_seconds, pages)) for _ in range(ROUNDS))
        figures[f"{name}: pages/s"] = len(pages) / best
        kilobytes = sum(map(len, pages)) / len(pages) / 1024
        rows.append((name, str(len(pages)), f"{kilobytes:.0f}", f"{len(pages) / best:.1f}"))
    return figures, rows


def start_up() -> tuple[Figures, Rows]:
    """A map of the bundled examples, from the command to the result."""
    with tempfile.TemporaryDirectory() as compiled:
        installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        runs = [_run(EXAMPLES, installed | {"PYTHONPYCACHEPREFIX": compiled}) for _ in range(1 + ROUNDS)][1:]
    best = min(runs)
    seconds, megabytes = best.wall, max(run.megabytes for run in runs)
    figures = {"map of the examples: seconds": seconds, "map of the examples: MB": megabytes}
    return figures, [
        ("start-up", "seconds", "of the processor", "MB"),
        ("detente map examples", f"{seconds:.2f}", f"{best.processor:.2f}", f"{megabytes:.0f}"),
    ]


def many_articles(numbers: tuple[int, ...]) -> tuple[Figures, Rows]:
    """Time and memory of maps of more and more articles, and what each costs beyond the first."""
    rows: Rows = [("articles", "characters", "seconds", "MB", "ms each", "kB each")]
    runs: list[Run] = []
    each: list[float] = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            size = make_articles(Path(folder), number)
            tries = [_run(Path(folder)) for _ in range(ROUNDS if number <= FEW else 1)]
        runs.append(min(tries, key=lambda run: run.processor))
        more = max(1, number - 1)
        each.append((runs[-1].processor - runs[0].processor) / more)
        kilobytes = 1024 * (runs[-1].megabytes - runs[0].megabytes) / more
        rows.append((f"{number:,}", f"{size:,}", f"{runs[-1].processor:.2f}", f"{runs[-1].megabytes:.0f}",
                     f"{1000 * each[-1]:.1f}", f"{kilobytes:.0f}"))  # fmt: skip
    return {"articles: time each, most against hundred": each[-1] / each[2]}, rows


def one_huge_input(sizes: tuple[int, ...]) -> tuple[Figures, Rows]:
    """Time a character of single inputs of more and more bytes."""
    rows: Rows = [("one input, µs/character", *(f"{size // 1000:,} kB" for size in sizes))]
    figures: Figures = {}
    for name, piece in AWKWARD.items():
        texts = [piece * (size // BYTES_A_CHARACTER // len(piece)) for size in sizes]
        each = [1e6 * _seconds(text) / len(text) for text in texts]
        rows.append((name, *(f"{value:.2f}" for value in each)))
        figures[f"{name}: time a character, largest against 100 kB"] = each[-1] / each[1]
    return figures, rows


def verdicts(figures: Figures, limits: dict[str, dict[str, float]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each limit: figure, limit, target, and whether it holds."""
    yield "limit", "reached", "at least", "at most", "target", ""
    for name, limit in limits.items():
        if name in figures:
            value = figures[name]
            holds = limit.get("at least", value) <= value <= limit.get("at most", value)
            known = (f"{limit[key]:,}" if key in limit else "" for key in ("at least", "at most", "target"))
            yield name, f"{value:,.2f}" if value < 1000 else f"{value:,.0f}", *known, "" if holds else "BEYOND"


def main(argv: list[str]) -> int:
    """Print the tables; return 1 when a figure is beyond its limit.

    Commands come first: the peak memory of a child counts what its parent held when it was started.
    """
    quick = "--quick" in argv
    figures: Figures = {}
    for found, rows in (start_up(), many_articles(ARTICLES[: 3 if quick else 4]), speed(), page_speed(),
                        one_huge_input(SIZES[: 3 if quick else 4]), time_to_place(PLACED[: 2 if quick else 3])):  # fmt: skip
        figures |= found
        print(table(rows), end="\n\n")
    rows = list(verdicts(figures, json.loads(LIMITS.read_text(encoding="utf-8"))))
    print(table(rows))
    return 1 if any(row[-1] for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
