"""What the heads of whole articles tell: title, path of the section, credit and day of publication, as their gold has them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import score

from detente.api import read
from detente.records import Document, FailedReading


def head_scores(files: Iterable[Path]) -> dict[str, float]:
    """Return how often each field of the heads of gold files is right, in per cent."""
    right: Counter[str] = Counter()
    count = 0
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        reading = read(score.text_of(file.parent / gold["source"]))
        count += 1
        if not isinstance(reading, FailedReading):
            right.update(name for name, told in _fields(reading.document).items() if told == _gold(gold["document"])[name])
    return {name: score.ratio(right[name], count) for name in ("title", "section", "credit", "published")}


def _fields(document: Document) -> dict[str, object]:
    day = (document.published or "")[:10]
    return {"title": document.title, "section": list(document.section), "credit": document.credit, "published": day}


def _gold(document: dict[str, object]) -> dict[str, object]:
    section, day = document.get("section") or [], str(document.get("published") or "")[:10]
    return {"title": document.get("headline"), "section": section, "credit": document.get("source_credit"), "published": day}
