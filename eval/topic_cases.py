"""The gold articles as the program sees them before it decides on topics: what stands around each statement, and its topics in gold.

The open articles are read; where the program hands their statements on to be labelled, these are kept (`Told`). What each
number of `counts` stands for is told apart (`Around`), at one nat each, so that a fit can weigh it anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec
import numpy as np
import score
from msgspec.structs import replace
from numpy.typing import NDArray

from detente.api import read
from detente.records import FailedReading
from detente.resources.topicwords import UNIT, TopicWords
from detente.stages.topics import Evidence, Label, TopicCase, around, label, standings
from detente.text.packed import BITS, numbers_of

STAGE = "detente.pipeline.judge.label"
Numbers = NDArray[np.float64]


class Told(NamedTuple):
    """An article: its batch, its statements as they are labelled, and the topics of those that gold has, by their numbers."""

    batch: str
    cases: tuple[TopicCase, ...]
    gold: Mapping[int, frozenset[str]]


class Around(NamedTuple):
    """What stands around the statements of an article.

    `says` is what each count says of the topics, in nats (counts, statements, topics); `ruled_out` are topics that none is
    on; `into` tells of each topic which one takes it in; `standings` says where each statement stands, the first nowhere;
    `gold` which topics a statement may be on: all where gold has none (statements, topics).
    """

    says: Numbers
    ruled_out: NDArray[np.bool_]
    into: NDArray[np.int64]
    standings: tuple[str, ...]
    gold: NDArray[np.bool_]


def told(file: Path) -> Told:
    """Return an article of gold, by the file of its answers."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    text = score.text_of(file.parent / gold["source"])
    kept: list[TopicCase] = []

    def keep(cases: Sequence[TopicCase], evidence: Evidence | None) -> tuple[Label, ...]:
        kept.extend(cases)
        return label(cases, evidence)

    with patch(STAGE, keep):
        reading = read(text)
    if isinstance(reading, FailedReading):
        raise SystemExit(f"{file}: {reading.failures[0].message}")
    wanted = [statement for statement in score.statements_of(gold) if not statement.get("optional")]
    pairs = score.Statements.align(text, wanted, msgspec.to_builtins(reading.statements))
    return Told(file.parent.name, tuple(kept), {j: frozenset(wanted[i]["topics"]) for i, j, _ in sorted(pairs)})


def surroundings(article: Told, words: TopicWords) -> Around:
    """Return what stands around the statements of an article, by a language's words.

    Every count is a place of its own in the packed numbers, so that the program's own sums tell all of them apart.
    """
    size, counts = len(words.topics), len(words.counts)
    apart = {name: 1 << BITS * size * place for place, name in enumerate(words.counts)}
    packed = around(article.cases, Evidence(replace(words, counts=apart)))
    says = np.array([numbers_of(each, size * counts) for each in packed], float).reshape(-1, counts, size)
    first, number = article.cases[0], {topic: place for place, topic in enumerate(words.topics)}
    into = np.arange(size)
    into[[number[part] for part in first.covered]] = [number[dispute] for dispute in first.covered.values()]
    ruled_out = np.isin(words.topics, first.mentions.unnamed)
    gold = np.ones((len(article.cases), size), bool)
    for statement, topics in article.gold.items():
        if topics:
            gold[statement] = np.isin(words.topics, list(topics))
    return Around(says.transpose(1, 0, 2) / UNIT, ruled_out, into, tuple(standings(article.cases)), gold)
