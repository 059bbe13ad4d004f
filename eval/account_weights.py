"""The numbers by which two accounts of a meeting are compared: chosen over the open meetings, and what they are worth on one left out.

One after the other each number of `data/weights/accounts.toml` takes the value that leaves the most rows right (F1 of rows,
as `accounts.py` counts them); of values that do equally well, the first that was tried stays, the file's before others.
*Leave one out*: for every meeting the numbers are chosen over all others, from the middle of all values on, and scored on it alone.

    account_weights.py      print the numbers chosen over all, the scores of the file's, and those with one meeting left out
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import accounts
from accounts import Compared, agreement
from msgspec.structs import asdict, replace

from detente.analysis.accounts import Gathering, compare
from detente.records import Reading
from detente.resources.codebook import DEFAULT
from detente.resources.weights import Weights, load_weights

VALUES: dict[str, tuple[float, ...]] = {
    "alike": (0.25, 0.3, 0.35),
    "alike_narrated": (0.35, 0.4, 0.45),
    "alike_abroad": (0.5, 0.6, 0.7),
    "named": (0.0, 1.0, 2.0),
    "together": (2.0, 3.0, 4.0),
    "hinted": (1.0, 1.5, 2.0, 3.0),
    "unsure": (0.2, 0.3, 0.4),
    "link": (0.4, 0.7, 1.0),
    "opens": (0.6, 0.65, 0.7, 0.75, 0.8),
    "opens_at_large": (0.65, 0.75, 0.85),
    "joins": (0.25, 0.35, 0.45),
    "narrated": (0.85, 0.95, 1.0),
    "background": (0.4, 0.6, 0.8),
    "most_own": (0.6, 0.67, 0.75),
}

Score = Callable[[Weights], Mapping[str, Compared]]


@cache
def _given(folder: Path) -> tuple[Gathering, tuple[Reading, ...]] | None:
    """The meeting of a folder and the readings that its comparison rests on."""
    shown = accounts.shown(accounts.readings_of(folder), accounts.gold_of(folder))
    return (shown.comparison.gathering, tuple(shown.readings.values())) if shown else None


@cache
def score(weights: Weights) -> dict[str, Compared]:
    """Compare the accounts of every open meeting with some numbers."""
    return {folder.name: _compared(folder, weights) for folder in accounts.folders()}


def _compared(folder: Path, weights: Weights) -> Compared:
    given = _given(folder)
    return accounts.held_against(compare(*given, DEFAULT, weights).rows if given else (), accounts.gold_of(folder))


def right(scores: Mapping[str, Compared], names: Sequence[str]) -> float:
    """Return the F1 of the rows of some meetings.

    >>> both, one = ("trade", "both", ""), ("water", "one", "KE")
    >>> right({"a": Compared(frozenset({both, one}), frozenset({both}))}, ["a"])
    66.7
    """
    some = [scores[name] for name in names]
    rows = sum(len(each.found) + len(each.gold) for each in some)
    return round(200 * sum(len(each.found & each.gold) for each in some) / rows, 1) if rows else 100.0


def choose(start: Weights, names: Sequence[str], scored: Score = score) -> Weights:
    """Return the numbers that do best on some meetings, each chosen after the one before it."""
    best = start
    for name, values in VALUES.items():
        tried = [best, *(replace(best, **{name: value}) for value in values)]
        best = max(tried, key=lambda each: right(scored(each), names))
    return best


def left_out(names: Sequence[str], start: Weights, scored: Score = score) -> list[Compared]:
    """Return for each meeting its rows by the numbers that do best on all others."""
    return [scored(choose(start, [other for other in names if other != name], scored))[name] for name in names]


def middle() -> Weights:
    """Return numbers that were not chosen: the value in the middle of each."""
    return Weights(**{name: values[len(values) // 2] for name, values in VALUES.items()})


def main() -> int:
    """Print what is chosen and what it is worth."""
    start, names = load_weights(), tuple(folder.name for folder in accounts.folders())
    print("chosen over all:", asdict(choose(start, names)))
    print("file:", agreement(score(start).values()))
    print("one left out:", agreement(left_out(names, middle())))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
