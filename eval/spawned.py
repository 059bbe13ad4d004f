"""A command that is run and measured: its time, and the memory of its largest process.

What a process holds when it starts another counts as the peak of the other until that has begun; so a small one starts it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

STARTER = """
import os, sys
_, status, usage = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print(status, usage.ru_maxrss, usage.ru_utime + usage.ru_stime)
"""


class Run(NamedTuple):
    """A run of a command: seconds by the clock and of the processor, of all its processes, and peak megabytes of the largest."""

    wall: float
    processor: float
    megabytes: float


def run(words: Sequence[str], variables: Mapping[str, str] = os.environ) -> Run:
    """Run a command; one that fails ends the program."""
    start = perf_counter()
    starter = (sys.executable, "-S", "-c", STARTER, *words)
    told = subprocess.run(starter, env=dict(variables), check=True, stdout=subprocess.PIPE, text=True)
    seconds = perf_counter() - start
    status, peak, processor = told.stdout.splitlines()[-1].split()
    if status != "0":
        raise SystemExit(f"{' '.join(words)} failed")
    kilobytes = int(peak) / 1024 if sys.platform == "darwin" else int(peak)
    return Run(seconds, float(processor), kilobytes / 1024)
