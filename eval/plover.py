"""The types of events in the sentences that PLOVER's authors coded: the type F1 of what is read of a sentence.

A sentence is coded once: by the first act that is told in it, else by the first event. Our names are PLOVER's but for two;
our readiness to cooperate is its AGREE (CAMEO 03, express intent to cooperate). The set keeps apart FIGHT, INVESTIGATE and
COOPERATE as deeds, which we do not tell: they count as missed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import score

from detente.api import read
from detente.records import Reading

PLOVER = "plover"
THEIRS = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE", "COOPERATE": "AGREE"}
PLAIN = "none"


def plover_scores(shared: Path) -> dict[str, float]:
    """Return precision, recall and F1 of the types of the sentences."""
    gold: dict[str, set[str]] = defaultdict(set)
    for row in json.loads((shared / "data" / "plover" / "gsr-dev.json").read_text(encoding="utf-8")):
        gold[row["text"]].add(row["event"])
    told = {text: _type_of(text) for text in gold}
    right = sum(told[text] in types for text, types in gold.items())
    found = score.prf(right, sum(map(bool, told.values())), sum(map(len, gold.values())))
    return dict(zip(("precision", "recall", "f1"), found, strict=True))


def _type_of(sentence: str) -> str:
    """The type that a sentence is coded with, empty where nothing is told."""
    reading = read(sentence + "\n")
    if not isinstance(reading, Reading):
        return ""
    acts = [statement.act for statement in reading.statements if statement.act not in (None, PLAIN)]
    told = acts or [event.code for event in reading.events if event.code]
    return THEIRS.get(str(told[0]), str(told[0])) if told else ""
