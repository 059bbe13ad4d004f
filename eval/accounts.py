"""Two accounts of one meeting: what a comparison finds of what a careful reader finds, topic by topic.

The gold is `tests/meetings`: invented meetings, each with articles of both sides' press before, on and after the day. An
article is read with the outlet and the day that its feed would tell. Of the meetings that are found in a folder that is
compared which has its parties, its day (one apart at most) and its type. A *row* is a topic with its account: both, one
(with the side) or contradicted; it is right when the gold has the same topic with the same account of the same side. In per
cent:

    precision   of the rows found, those that are right
    recall      of the rows of the gold, those that are found
    topics      of the topics that either has, those that both have, whatever the account
    contradicted  of the contradictions that either has, those that both have

    accounts.py [NAME...]       print these, with the mean of the folders and the least, and the rows that differ of those named
    accounts.py --fresh         score the folders that are kept aside for a first contact; rows that differ are never shown
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import score

import detente
from detente.analysis.accounts import CONTRADICTED, Account, Gathering
from detente.desk.accounts import meetings
from detente.pipeline import read_page
from detente.records import Page, Reading
from detente.render.accounts.shown import Shown
from detente.text.calendar import day_of

MEETINGS = Path(__file__).resolve().parent.parent / "tests" / "meetings"
FRESH = "-fresh"
TOTAL = "accounts"
NONE_FRESH = "no folder of tests/meetings ends in -fresh: nothing is kept aside at present"
TYPES = {"visit": "meeting"}  # a visit and the meeting of it are compared as one
Rows = frozenset[tuple[str, str, str]]


class Compared(NamedTuple):
    """The rows of a comparison and those of the gold: topic, account, side."""

    found: Rows
    gold: Rows


def folders(*, fresh: bool = False) -> list[Path]:
    """Return the folders of meetings: those to work on, or those that are kept aside."""
    return [file.parent for file in sorted(MEETINGS.glob("*/gold.json")) if file.parent.name.endswith(FRESH) is fresh]


def compared(folder: Path) -> Compared:
    """Read the articles of a folder and compare the accounts of its meeting."""
    return compared_of(readings_of(folder), gold_of(folder))


def compared_of(readings: tuple[Reading, ...], gold: dict[str, Any]) -> Compared:
    """Compare the accounts of the meeting of a gold in some readings."""
    found = shown(readings, gold)
    return held_against(found.comparison.rows if found else (), gold)


def shown(readings: tuple[Reading, ...], gold: dict[str, Any]) -> Shown | None:
    """Return the comparison of the meeting of a gold, where it is found in some readings."""
    number = _meeting(meetings(readings).meetings, gold["meeting"])
    return detente.compare(readings, str(number)).shown if number else None


def held_against(rows: Iterable[Account], gold: dict[str, Any]) -> Compared:
    """Return the rows of a comparison beside those of a gold."""
    return Compared(
        frozenset((row.topic, row.account, row.by or "") for row in rows),
        frozenset((row["topic"], row["account"], row.get("by") or "") for row in gold["compare"]),
    )


def gold_of(folder: Path) -> dict[str, Any]:
    """Return what a careful reader finds in a folder."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def readings_of(folder: Path) -> tuple[Reading, ...]:
    """Read the articles of a folder."""
    return tuple(_reading(folder, article) for article in gold_of(folder)["articles"])


def _reading(folder: Path, article: dict[str, str]) -> Reading:
    text = (folder / article["source"]).read_text(encoding="utf-8")
    reading = read_page(Page(text, outlet=article["outlet"], published=article["published"]), path=article["source"])
    if not isinstance(reading, Reading):
        raise SystemExit(f"{folder / article['source']}: {reading.failures[0].message}")
    return reading


def _meeting(found: Iterable[Gathering], gold: dict[str, Any]) -> int | None:
    """The number of the meeting of the gold among those that are found."""
    parties, day, kind = tuple(sorted(gold["parties"])), day_of(gold["date"]), TYPES.get(gold["type"], gold["type"])
    fitting = ((number, each) for number, each in enumerate(found, 1) if each.parties == parties and TYPES.get(each.type, each.type) == kind)
    dated = ((number, day_of(each.date)) for number, each in fitting)
    return next((number for number, its in dated if day and its and abs((its - day).days) <= 1), None)


def agreement(comparisons: Iterable[Compared]) -> dict[str, float]:
    """Return the scores over some comparisons, in per cent.

    >>> both, one = ("trade", "both", ""), ("water", "one", "KE")
    >>> agreement([Compared(frozenset({both, one}), frozenset({both, ("water", "one", "UG")}))])
    {'precision': 50.0, 'recall': 50.0, 'topics': 100.0, 'contradicted': 0.0}
    """
    given = tuple(comparisons)
    right = sum(len(each.found & each.gold) for each in given)
    topics = [tuple(frozenset(row[0] for row in rows) for rows in each) for each in given]
    against = [tuple(frozenset(row[0] for row in rows if row[1] == CONTRADICTED) for rows in each) for each in given]
    return {
        "precision": score.ratio(right, sum(len(each.found) for each in given)),
        "recall": score.ratio(right, sum(len(each.gold) for each in given)),
        "topics": _share(topics),
        "contradicted": _share(against),
    }


def _share(pairs: Sequence[Sequence[frozenset[str]]]) -> float:
    return score.ratio(sum(len(one & other) for one, other in pairs), sum(len(one | other) for one, other in pairs))


def accounts_scores() -> dict[str, dict[str, float]]:
    """Return the scores over all folders to work on."""
    return {TOTAL: agreement(map(compared, folders()))}


def spread(comparisons: Sequence[Compared]) -> Iterator[str]:
    """Yield the mean of the folders and the least of them, for precision and recall.

    >>> both, one = ("trade", "both", ""), ("water", "one", "KE")
    >>> list(spread([Compared(frozenset({both}), frozenset({both})), Compared(frozenset({both, one}), frozenset({both}))]))
    ['precision: mean 75.0, least 50.0', 'recall: mean 100.0, least 100.0']
    """
    scores = [agreement([each]) for each in comparisons]
    for name in ("precision", "recall"):
        values = [each[name] for each in scores]
        yield f"{name}: mean {mean(values):.1f}, least {min(values):.1f}"


def differences(one: Compared) -> Iterator[str]:
    """Yield the rows that only one of both has."""
    for row in sorted(one.found ^ one.gold):
        yield ("+ " if row in one.found else "- ") + " ".join(row)


def main(names: Sequence[str]) -> int:
    """Print the scores, and what differs of the folders that are named."""
    fresh = "--fresh" in names
    found = {folder.name: compared(folder) for folder in folders(fresh=fresh)}
    if not found:
        print(NONE_FRESH)
        return 0
    print(TOTAL + (FRESH if fresh else ""), agreement(found.values()))
    print(*spread(tuple(found.values())), sep="\n")
    for name in found.keys() & set(names):
        print(name, *differences(found[name]), sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
