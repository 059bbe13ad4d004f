"""English and Russian statements on sets that are no part of the project: PolNeAR, PUD and adaq.

adaq (one label a token) and PolNeAR (6 of 2192) mark no statement inside another, so those that are read there are set aside.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import score

from detente.api import read

LABELS = ("content", "source", "cue")
COMPLEMENTISER = "что"
PUD = "pud-en"
Piece = tuple[int, int, str]


def english_scores(shared: Path, name: str) -> dict[str, float]:
    """Return relation F1 and soft recall on PolNeAR (`polnear-dev`) or PUD (`pud-en`, whose gold is incomplete)."""
    score.SHARED = shared
    total = score.Statements()
    for text, statements in score.gold_set(name).values():
        reading: dict[str, Any] = msgspec.to_builtins(read(text))
        total.add(text, statements, _marked(name, reading.get("statements") or []))
    report: dict[str, Any] = total.report()
    return {"relation": report["relation_prf"][2], "exact": report["exact_prf"][2], "recall": report["soft_prf"][1]}


def _marked(name: str, statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return statements if name == PUD else outermost(statements)


def outermost(statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the statements that do not stand inside the content of another."""
    spans = [[min(p[0] for p in pairs), max(p[1] for p in pairs)] for s in statements if (pairs := score.spans(s["content"]))]
    return [s for s, (a, b) in zip(statements, spans, strict=True) if not any(c <= a and b <= d and [c, d] != [a, b] for c, d in spans)]


def adaq_scores(shared: Path) -> dict[str, float]:
    """Return the token F1 of contents, sources and cues on the Russian sentences of adaq.

    Tokens without a letter or digit, and a complementiser that opens a content, are not counted.
    """
    folder = shared / "data" / "adaq"
    texts = {row["sentence_id"]: row["sentences"] for row in _rows(folder / "ru_sentences.tsv")}
    counts = {label: [0, 0, 0] for label in LABELS}
    for name, tokens in groupby(_rows(folder / "ru_tokens.tsv"), key=lambda row: row["sentence_num"]):
        found = _spans(texts[name])
        for start, stop, tag in _placed(texts[name], list(tokens)):
            for label, count in counts.items():
                gold, told = tag == label, any(a <= start and stop <= b for a, b in found[label])
                count[0], count[1], count[2] = count[0] + (gold and told), count[1] + told, count[2] + gold
    return {label: score.prf(hit, told, gold)[2] for label, (hit, told, gold) in counts.items()}


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _spans(text: str) -> dict[str, list[list[int]]]:
    """The spans of each label in what is read of a sentence."""
    reading: dict[str, Any] = msgspec.to_builtins(read(text + "\n"))
    said = outermost(reading.get("statements") or [])
    return {
        "content": [pair for s in said for pair in score.spans(s["content"])],
        "source": [pair for s in said for pair in score.spans(s["speaker"])],
        "cue": [pair for s in said for pair in score.spans(s["cue"])],
    }


def _placed(text: str, tokens: list[dict[str, str]]) -> Iterator[Piece]:
    """Yield the tokens that count, with their places in the sentence."""
    at, before = 0, ""
    for token in tokens:
        word, tag = token["text"], token["tags"]
        opens, before = tag == "content" != before, tag
        start = text.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        if any(map(str.isalnum, word)) and not (opens and word == COMPLEMENTISER):
            yield start, at, tag
