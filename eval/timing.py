"""How long something takes in a store: by the clock, and of the processor of this process; PostgreSQL works in others."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple


class Timed(NamedTuple):
    """Milliseconds by the clock and of the processor, and what was measured."""

    told: str
    clock: float
    processor: float


Measured = dict[str, Timed]


def once(do: Callable[[], object]) -> tuple[float, float]:
    """Return milliseconds of one time, by the clock and of the processor."""
    start, busy = perf_counter(), process_time()
    do()
    return 1000 * (perf_counter() - start), 1000 * (process_time() - busy)


def timed(do: Callable[[], object], rounds: int, told: str = "") -> Timed:
    """Return the medians of some times."""
    clock, processor = zip(*(once(do) for _ in range(rounds)), strict=True)
    return Timed(told, median(clock), median(processor))
