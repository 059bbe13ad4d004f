"""The bench: how fast, how soon, how much memory, and whether time and memory grow in proportion.

    bench.py [--quick]                  leave out the largest inputs, and measure fewer times

Reads the project's own gold articles and examples, and the seed when the variable DETENTE_GOLD names a folder that
holds it. Limits are in `bench_floors.json`; a figure beyond its limit fails. Start-up is wall clock, from the command to the
result, with compiled modules as an installed program has them; all other times are processor time, which other programs
on the machine disturb less.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import process_time
from typing import NamedTuple

from growth import time_to_place
from inputs import AWKWARD, make_articles, page_sources, sources
from spawned import Run, run
from tables import table

from detente.api import read

LIMITS = Path(__file__).resolve().parent / "bench_floors.json"
COMMAND = (sys.executable, "-c", "from detente.cli.main import main; main()", "map")
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FEW = 100
BYTES_A_CHARACTER = 3

Figures = dict[str, float]
Rows = list[tuple[str, ...]]


class Much(NamedTuple):
    """How much is measured: times of each, articles in a map, bytes of one input, documents among which copies are looked for."""

    rounds: int
    articles: tuple[int, ...]
    sizes: tuple[int, ...]
    placed: tuple[int, ...]


ALL = Much(5, (1, 10, 100, 1000), (10_000, 100_000, 1_000_000, 5_000_000), (1000, 2000, 10_000))
QUICK = Much(2, (1, 10, 100), (10_000, 100_000, 500_000), (500, 1000))


def _seconds(text: str) -> float:
    start = process_time()
    read(text + "\n")
    return process_time() - start


def _page_seconds(body: bytes) -> float:
    start = process_time()
    read(body)
    return process_time() - start


def _run(path: Path, variables: Mapping[str, str] = os.environ) -> Run:
    """Draw the map of a file or folder."""
    return run((*COMMAND, str(path), "-o", os.devnull), variables)


def speed(rounds: int) -> tuple[Figures, Rows]:
    """Characters a second of each source of articles, without start-up."""
    rows: Rows = [("reading", "characters", "characters/s")]
    figures: Figures = {}
    for name, texts in sources().items():
        size = sum(map(len, texts))
        best = min(sum(map(_seconds, texts)) for _ in range(rounds))
        figures[f"{name}: characters/s"] = size / best
        rows.append((name, f"{size:,}", f"{size / best:,.0f}"))
    return figures, rows


def page_speed(rounds: int) -> tuple[Figures, Rows]:
    """Web pages a second, each from its bytes to the reading or to the failure of its language."""
    rows: Rows = [("web pages", "pages", "kB each", "pages/s")]
    figures: Figures = {}
    for name, pages in page_sources().items():
        best = min(sum(map(_page_seconds, pages)) for _ in range(rounds))
        figures[f"{name}: pages/s"] = len(pages) / best
        kilobytes = sum(map(len, pages)) / len(pages) / 1024
        rows.append((name, str(len(pages)), f"{kilobytes:.0f}", f"{len(pages) / best:.1f}"))
    return figures, rows


def start_up(rounds: int) -> tuple[Figures, Rows]:
    """A map of the bundled examples, from the command to the result."""
    with tempfile.TemporaryDirectory() as compiled:
        installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        runs = [_run(EXAMPLES, installed | {"PYTHONPYCACHEPREFIX": compiled}) for _ in range(1 + rounds)][1:]
    best = min(runs)
    seconds, megabytes = best.wall, max(each.megabytes for each in runs)
    figures = {"map of the examples: seconds": seconds, "map of the examples: MB": megabytes}
    return figures, [
        ("start-up", "seconds", "of the processor", "MB"),
        ("detente map examples", f"{seconds:.2f}", f"{best.processor:.2f}", f"{megabytes:.0f}"),
    ]


def many_articles(numbers: tuple[int, ...], rounds: int) -> tuple[Figures, Rows]:
    """Time and memory of maps of more and more articles, and what each costs beyond the first."""
    rows: Rows = [("articles", "characters", "seconds", "MB", "ms each", "kB each")]
    runs: list[Run] = []
    each: list[float] = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            size = make_articles(Path(folder), number)
            tries = [_run(Path(folder)) for _ in range(rounds if number <= FEW else 1)]
        runs.append(min(tries, key=lambda each: each.processor))
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
    """Print each table as soon as it is known; return 1 when a figure is beyond its limit."""
    options = argparse.ArgumentParser(description="Measure speed, start-up, memory and growth against limits.")
    options.add_argument("--quick", action="store_true", help="leave out the largest inputs, and measure fewer times")
    much = QUICK if options.parse_args(argv).quick else ALL
    measured: tuple[Callable[[], tuple[Figures, Rows]], ...] = (
        lambda: start_up(much.rounds), lambda: many_articles(much.articles, much.rounds), lambda: speed(much.rounds),
        lambda: page_speed(much.rounds), lambda: one_huge_input(much.sizes), lambda: time_to_place(much.placed),
    )  # fmt: skip
    figures: Figures = {}
    for measure in measured:
        found, rows = measure()
        figures |= found
        print(table(rows), end="\n\n", flush=True)
    return tell(figures)


def tell(figures: Figures) -> int:
    """Print what was measured beside its limits; return 1 when a figure is beyond its limit."""
    rows = list(verdicts(figures, json.loads(LIMITS.read_text(encoding="utf-8"))))
    print(table(rows), flush=True)
    return int(any(row[-1] for row in rows[1:]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
