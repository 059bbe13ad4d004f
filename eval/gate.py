"""The gate: scores of the readings against gold, with floors.

    gate.py [--kept-aside]
    gate.py --first-contact BATCH       score a batch that nobody has seen, once, and keep its scores
    gate.py --write-reliability         write the figures that every map prints, from the first contacts

Scores the project's own gold (`tests/gold/zh`), and the seed when the variable DETENTE_GOLD names a folder that holds
one. Floors are in `floors.json`; a score below its floor fails. The last batch is kept aside: it is scored only with
`--kept-aside`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import msgspec
import score
from reliability import first_contacts, keep_first_contact, write_reliability

from cases import is_right, load_cases
from detente.api import read
from detente.records import FailedReading

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "tests" / "gold" / "zh"
KEPT_ASIDE = "batch4"
LANGUAGE = "zh"


def _pairs(files: list[Path]) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    found = []
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = file.parent / gold["source"]
        reading = read(page)
        if isinstance(reading, FailedReading):
            raise SystemExit(f"{page}: {reading.failures[0].message}")
        found.append((score.text_of(page), gold, msgspec.to_builtins(reading)))
    return found


def scores(files: list[Path]) -> dict[str, float]:
    """Return the scores of gold files, in per cent."""
    total = score.Statements()
    right = cells = extra = happened = events = told = 0
    for text, gold, reading in _pairs(files):
        total.add(text, score.statements_of(gold), reading["statements"])
        report = score.cell_report(
            gold["dialogue_map"]["cells"], score.maps_for(reading, gold["dialogue_map"]["parties"])
        )
        hit, size = map(int, str(report["right"]).split("/"))
        right, cells, extra = right + hit, cells + size, extra + len(report["extra"])
        found = score.event_report(text, gold["events"], reading["events"])
        hit, size = map(int, str(found["found"]).split("/"))
        happened, events, told = happened + hit, events + size, told + int(str(found["predicted"]))
    report = total.report()
    return {
        "relation": report["relation_prf"][2],
        "exact": report["exact_prf"][2],
        "party": report.get("party_accuracy", 0.0),
        "act": report.get("act_accuracy", 0.0),
        "topics": report.get("topic_prf", (0, 0, 0.0))[2],
        "cells": score.ratio(right, cells),
        "cells_extra": extra,
        "events": score.ratio(happened, events),
        "events_precision": score.ratio(happened, told),
        "events_extra": told - happened,
    }


def _sets(kept_aside: bool) -> dict[str, list[Path]]:
    sets = {
        folder.name: sorted(folder.glob("*.json"))
        for folder in sorted(GOLD.iterdir())
        if folder.name != KEPT_ASIDE or kept_aside
    }
    shared = os.environ.get("DETENTE_GOLD")
    if shared and (seed := Path(shared) / "seed" / "gold.json").exists():
        sets["seed"] = [seed]
    return sets


def case_scores() -> dict[str, float]:
    """Return the share of marked-up sentences read exactly, by family, in per cent."""
    files = sorted((HERE.parent / "tests" / "cases" / "zh").glob("*.txt"))
    loaded = {file.stem: load_cases(file) for file in files}
    return {name: score.ratio(sum(map(is_right, cases)), len(cases)) for name, cases in loaded.items()}


def meet(batch: str) -> int:
    """Score a batch at its first contact and keep the scores."""
    files = sorted((GOLD / batch).glob("*.json"))
    if not files:
        raise SystemExit(f"no batch {batch!r} in {GOLD}")
    if batch in first_contacts():
        raise SystemExit(f"{batch} has been met before; its first contact stays as it was")
    keep_first_contact(batch, len(files), scores(files))
    return 0


def main(argv: list[str]) -> int:
    """Print the table; return 1 when a score is below its floor."""
    if "--first-contact" in argv:
        return meet(argv[-1])
    if "--write-reliability" in argv:
        print(f"written: {write_reliability(LANGUAGE)}")
        return 0
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    below = 0
    measured = {name: scores(files) for name, files in _sets("--kept-aside" in argv).items()}
    for name, found in {**measured, "cases": case_scores()}.items():
        print(name, "  ".join(f"{k} {v:g}" for k, v in found.items()))
        for key, floor in floors.get(name, {}).items():
            if found[key] < floor:
                below += 1
                print(f"  {name}: {key} {found[key]:g} is below its floor {floor:g}")
    print(f"{below} below their floors" if below else "all floors held")
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
