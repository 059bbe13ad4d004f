"""The same English articles through our grammar and through spaCy with textacy: time, and relation F1 of statements.

    compare.py [MODEL]                  MODEL is a model of spaCy that is installed; else the usual one

Reads the project's own English articles with gold, and PolNeAR's dev part when the variable DETENTE_GOLD names a folder
that holds it (statements inside another are set aside there). Each reader does everything but find statements the same way;
it reads all texts once before the clock runs. Without spaCy, textacy and a model only our grammar is measured.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
import score
from foreign import outermost
from tables import table

from detente.api import read
from detente.guests import NotInstalled

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "en"
BATCHES = ("batch1", "batch2")
POLNEAR = "polnear-dev"
OWN = "our grammar"

Texts = list[tuple[str, list[dict[str, Any]]]]


def sets() -> Iterator[tuple[str, Texts]]:
    """Yield the sets by name: texts with their statements."""
    files = [file for batch in BATCHES for file in sorted((GOLD / batch).glob("*.json"))]
    golds = [(file, json.loads(file.read_text(encoding="utf-8"))) for file in files]
    yield "own articles", [(score.text_of(file.parent / gold["source"]), score.statements_of(gold)) for file, gold in golds]
    if shared := os.environ.get("DETENTE_GOLD"):
        score.SHARED = Path(shared)
        yield POLNEAR, list(score.gold_set(POLNEAR).values())


def measured(name: str, texts: Texts, extractors: dict[str, str]) -> tuple[str, ...]:
    """Return seconds, characters a second, and precision, recall and F1 of a reader on a set."""
    for text, _ in texts:
        read(text, extractors=extractors)
    start = process_time()
    readings = [read(text, extractors=extractors) for text, _ in texts]
    seconds, size = process_time() - start, sum(len(text) for text, _ in texts)
    total = score.Statements()
    for (text, gold), reading in zip(texts, readings, strict=True):
        found: list[dict[str, Any]] = msgspec.to_builtins(reading).get("statements") or []
        total.add(text, gold, outermost(found) if name == POLNEAR else found)
    figures: Any = total.report()["relation_prf"]
    return f"{size:,}", f"{seconds:.2f}", f"{size / seconds:,.0f}", *(f"{figure:.1f}" for figure in figures)


def main(argv: list[str]) -> int:
    """Print the table."""
    guest = {"en": ":".join(("spacy", *argv[:1]))}
    readers: dict[str, dict[str, str]] = {OWN: {}}
    try:
        read("Norway said that it agreed.", extractors=guest)
        readers["spaCy and textacy"] = guest
    except NotInstalled as lacking:
        print(f"not measured: {lacking}")
    rows = [("set and reader", "characters", "seconds", "characters/s", "precision", "recall", "relation F1")]
    for name, texts in sets():
        rows += [(f"{name}, {reader}", *measured(name, texts, extractors)) for reader, extractors in readers.items()]
    print(table(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
