"""The table of faults counts the tests that there are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| (.+) \| (\d+) \| ((?:`tests/[^`]+` ?)+)\|$", re.MULTILINE)


def test_the_table_of_faults_counts_the_tests() -> None:
    rows = ROW.findall((ROOT / "docs" / "measurements.md").read_text(encoding="utf-8"))
    told = {fault: (int(number), tuple(re.findall("`(.+?)`", tests))) for fault, number, tests in rows}
    assert told
    collected = _collected([node for _, nodes in told.values() for node in nodes])
    there = {fault: (sum(map(collected, nodes)), nodes) for fault, (_, nodes) in told.items()}
    assert told == there


def _collected(nodes: list[str]) -> Callable[[str], int]:
    """Return what tells how many cases a test or a file of tests has."""
    words = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=--import-mode=importlib", *nodes]
    lines = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return lambda node: sum(re.match(re.escape(node) + r"(\[|::|$)", line) is not None for line in lines)
