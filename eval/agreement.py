"""How far a second reader of the gold agrees with it: `agreement.py [--differences]`.

Whoever judges a program by gold should know how far two readers agree. `tests/second-reading` holds a second reading of the
party, act, polarity and topics of every statement of eighteen articles of `tests/gold`, six a language, from the text and the
conventions alone. Shares are in per cent; alpha is Krippendorff's for nominal data and two readers (Krippendorff 2011,
*Computing Krippendorff's Alpha-Reliability*), of topics with each set of them as one value. `--differences` prints each statement
that was read differently.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from score import prf, ratio
from tables import table

from detente.resources.load import load_tsv

TESTS = Path(__file__).resolve().parent.parent / "tests"
GOLD, SECOND = TESTS / "gold", TESTS / "second-reading"
COLUMNS = ("article", "statement", "party", "act", "polarity", "topics")
LABELS = ("party", "act", "polarity", "topics")
Values = tuple[Hashable, Hashable]


class Labels(NamedTuple):
    """What a reader makes of a statement."""

    party: str
    act: str
    polarity: int
    topics: frozenset[str]


class Read(NamedTuple):
    """A statement with the labels of the gold and those of the second reader."""

    article: str
    statement: str
    gold: Labels
    second: Labels


def alpha(pairs: Iterable[Values]) -> float:
    """Return Krippendorff's alpha of pairs of nominal values: 1 where all agree, 0 where they agree as by chance.

    >>> round(alpha(zip("0100000000", "1110010001")), 3)
    0.095
    """
    together = Counter(pair for one, other in pairs for pair in ((one, other), (other, one)))
    single: Counter[Hashable] = Counter()
    for (one, _), number in together.items():
        single[one] += number
    total = sum(single.values())
    differ = sum(number for (one, other), number in together.items() if one != other)
    by_chance = (total * total - sum(number * number for number in single.values())) / (total - 1)
    return 1 - differ / by_chance if by_chance else 1.0


def readings(code: str) -> Iterator[Read]:
    """Yield the statements of a language that were read twice, in the order of the second reading."""
    articles: dict[str, dict[str, Any]] = {}
    for row in load_tsv(SECOND / f"{code}.tsv", COLUMNS):
        name = row["article"]
        if name not in articles:
            told = json.loads((GOLD / code / f"{name}.json").read_text(encoding="utf-8"))
            articles[name] = {statement["id"]: statement for statement in told["statements"]}
        second = Labels(row["party"], row["act"], int(row["polarity"]), frozenset(row["topics"].split()))
        yield Read(name, row["statement"], _labels(articles[name][row["statement"]]), second)


def _labels(statement: dict[str, Any]) -> Labels:
    topics = frozenset(statement["topics"])
    return Labels(statement["party"] or "", statement["act"] or "none", int(statement["polarity"] or 0), topics)


def agreement(read: Sequence[Read]) -> dict[str, tuple[float, float]]:
    """Return of each label the share of statements on which two readers agree, in per cent, and alpha."""
    found = {}
    for label in LABELS:
        pairs = [(getattr(each.gold, label), getattr(each.second, label)) for each in read]
        found[label] = ratio(sum(one == other for one, other in pairs), len(pairs)), alpha(pairs)
    return found


def topics_f1(read: Sequence[Read]) -> float:
    """Return the F1 of the second reader's topics by the gold's, in per cent, as the gate has it for the program's."""
    shared = sum(len(each.gold.topics & each.second.topics) for each in read)
    return prf(shared, sum(len(each.second.topics) for each in read), sum(len(each.gold.topics) for each in read))[2]


def _row(code: str, read: Sequence[Read]) -> tuple[str, ...]:
    cells = (f"{share:.1f} ({value:.2f})" for share, value in agreement(read).values())
    return code, str(len(read)), *cells, f"{topics_f1(read):.1f}"


def _differences(read: Iterable[Read]) -> Iterator[str]:
    for each in read:
        for label in LABELS:
            one, other = getattr(each.gold, label), getattr(each.second, label)
            if one != other:
                yield f"{each.article} {each.statement} {label}: {_shown(one)} | {_shown(other)}"


def _shown(value: object) -> str:
    return " ".join(sorted(value)) or "-" if isinstance(value, frozenset) else str(value) or "-"


def main(argv: list[str]) -> int:
    """Print the table, or the differences."""
    read = {file.stem: list(readings(file.stem)) for file in sorted(SECOND.glob("*.tsv"))}
    everything = [each for found in read.values() for each in found]
    if "--differences" in argv:
        print(*_differences(everything), sep="\n")
        return 0
    head = ("per cent (alpha)", "statements", *(f"same {label}" for label in LABELS), "topics F1")
    print(table([head, *(_row(code, found) for code, found in read.items()), _row("all", everything)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
