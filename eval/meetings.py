"""The ledger of commitments against the gold of invented meetings and what followed them (`tests/meetings`).

    meetings.py [--misses]      score the folders that may be looked at; list what is missed, extra or of another fate
    meetings.py --fresh         score the folders kept aside; prints figures only

Articles are read with their day and outlet, as a feed gives them; the ledger is of the meeting's two parties, as of the
gold's day. A predicted commitment and one of the gold may match where

    1. the spans of their words in one article share at least half of the shorter one; the words of the gold are those of `what`
       or of a step that only tells it again (both sides tell of one agreement), those of the ledger likewise; or
    2. they are of the same topic, by the same sides and of the same kind, and due alike (one due begins with the other, or neither
       has one).

Each is matched at most once: pairs by words first, those that share most before others, then pairs by topic. What the gold marks as
optional counts neither where it is found nor where it is missed.

    precision   of the commitments in the ledger, those that are matched
    recall      of the commitments in the gold, those that are matched
    fate, due, by, kind     of the matched ones, those that agree (due: one begins with the other, or neither has one)

all in per cent, over all commitments of the folders together.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from detente.analysis.commitments import AGAIN, Commitment, Ledger
from detente.analysis.commitments import ledger_of as ledger_over
from detente.pipeline import read_page
from detente.records import Page, Reading

MEETINGS = Path(__file__).resolve().parent.parent / "tests" / "meetings"
FRESH = "-fresh"
NONE_FRESH = "no folder of tests/meetings ends in -fresh: nothing is kept aside at present"
NAME = "commitments"
LEAST_SHARED = 0.5
CHECKED = ("fate", "due", "by", "kind")
Place = tuple[str, int, int]


class Scored(NamedTuple):
    """The pairs of a folder, and what is left over on each side."""

    pairs: tuple[tuple[dict[str, Any], Commitment], ...]
    missed: tuple[dict[str, Any], ...]
    extra: tuple[Commitment, ...]


def ledger_of(folder: Path) -> Ledger:
    """Return the ledger of a folder's articles."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    readings = [_read(folder, each) for each in gold["articles"]]
    return ledger_over(readings, gold["meeting"]["parties"], date.fromisoformat(gold["as_of"]))


def _read(folder: Path, article: dict[str, Any]) -> Reading:
    text = (folder / article["source"]).read_text(encoding="utf-8")
    page = Page(text, outlet=article["outlet"], published=article["published"])
    reading = read_page(page, path=article["source"])
    if not isinstance(reading, Reading):
        raise SystemExit(f"{folder / article['source']}: {reading.failures[0].message}")
    return reading


def _gold_places(gold: dict[str, Any]) -> Iterator[Place]:
    for each in (gold["what"], *(step for step in gold["steps"] if step["status"] == "told again")):
        yield each["source"], *each["span"]


def _told_places(found: Commitment) -> Iterator[Place]:
    for each in (found.told, *(step.passage for step in found.steps if step.status == AGAIN)):
        yield each.path, each.start, each.stop


def shared(one: Place, other: Place) -> float:
    """Return the part of the shorter of two places that both share.

    >>> shared(("a.txt", 0, 10), ("a.txt", 5, 25)), shared(("a.txt", 0, 10), ("b.txt", 0, 10))
    (0.5, 0.0)
    """
    if one[0] != other[0]:
        return 0.0
    common = min(one[2], other[2]) - max(one[1], other[1])
    return max(0, common) / min(one[2] - one[1], other[2] - other[1])


def due_alike(one: str | None, other: str | None) -> bool:
    """Return whether two days are told alike, as exact as they are.

    >>> due_alike("2031-08", "2031-08-31"), due_alike(None, "2031"), due_alike(None, None)
    (True, False, True)
    """
    return one == other if one is None or other is None else one.startswith(other) or other.startswith(one)


def _likeness(gold: dict[str, Any], found: Commitment) -> float:
    """How well two match: by words 1 and what they share, by topic 1, else 0."""
    words = max(shared(one, other) for one, other in product(_gold_places(gold), _told_places(found)))
    if words >= LEAST_SHARED:
        return 1 + words
    same = (gold["topic"], gold["by"], gold["kind"]) == (found.topic, found.by, found.kind)
    return float(same and due_alike(gold["due"], found.due))


def score(gold: list[dict[str, Any]], found: tuple[Commitment, ...]) -> Scored:
    """Match what is found with the gold, each at most once; what is optional is left out."""
    ranked = sorted(((-_likeness(g, f), i, j) for (i, g), (j, f) in product(enumerate(gold), enumerate(found))))
    taken: dict[int, int] = {}
    for likeness, i, j in ranked:
        if likeness and i not in taken and j not in taken.values():
            taken[i] = j
    required = [i for i, each in enumerate(gold) if not each.get("optional")]
    return Scored(
        tuple((gold[i], found[taken[i]]) for i in required if i in taken),
        tuple(gold[i] for i in required if i not in taken),
        tuple(each for j, each in enumerate(found) if j not in taken.values()),
    )


def _agrees(key: str, gold: dict[str, Any], found: Commitment) -> bool:
    return due_alike(gold["due"], found.due) if key == "due" else bool(gold[key] == getattr(found, key))


def figures(scored: list[Scored]) -> dict[str, float]:
    """Return the scores of folders together, in per cent."""
    pairs = [pair for each in scored for pair in each.pairs]
    missed, extra = sum(len(each.missed) for each in scored), sum(len(each.extra) for each in scored)
    found = {"precision": _share(len(pairs), len(pairs) + extra), "recall": _share(len(pairs), len(pairs) + missed)}
    return found | {key: _share(sum(_agrees(key, *pair) for pair in pairs), len(pairs)) for key in CHECKED}


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _folders(*, fresh: bool) -> list[Path]:
    return [file.parent for file in sorted(MEETINGS.glob("*/gold.json")) if file.parent.name.endswith(FRESH) is fresh]


def score_folder(folder: Path) -> Scored:
    """Score a folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return score(gold["commitments"], ledger_of(folder).commitments)


def commitment_scores() -> dict[str, dict[str, float]]:
    """Return the scores of the folders that may be looked at."""
    return {NAME: figures([score_folder(folder) for folder in _folders(fresh=False)])}


def _misses(scored: Scored) -> Iterator[str]:
    for gold in scored.missed:
        yield f"  missed  {gold['what']['source']}: {gold['what']['text']}"
    for found in scored.extra:
        yield f"  extra   {found.told.path}: {found.told.words} [{found.method}; {found.kind} {found.by} {found.due} {found.fate}]"
    for gold, found in scored.pairs:
        wrong = [f"{key} {getattr(found, key)} for {gold[key]}" for key in CHECKED if not _agrees(key, gold, found)]
        if wrong:
            yield f"  other   {found.told.path}: {found.told.words} [{found.method}]: {', '.join(wrong)}"
            yield from (f"            {step.status} {step.date} {step.passage.path}: {step.passage.words}" for step in found.steps)


def main(argv: list[str]) -> int:
    """Print the scores of each folder and of all together."""
    fresh = "--fresh" in argv
    scored = {folder.name: score_folder(folder) for folder in _folders(fresh=fresh)}
    if not scored:
        print(NONE_FRESH)
        return 0
    for name, each in scored.items():
        print(f"{name:20}", *(f"{key} {value:5.1f}" for key, value in figures([each]).items()))
        if "--misses" in argv and not fresh:
            print(*_misses(each), sep="\n")
    print(f"{'together':20}", *(f"{key} {value:5.1f}" for key, value in figures(list(scored.values())).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
