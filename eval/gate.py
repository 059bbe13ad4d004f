"""The gate: scores of the readings against gold, with floors.

    gate.py [--kept-aside]
    gate.py --first-contact BATCH       score a batch that nobody has seen (batch1, en/batch1, "en briefs third"), once, and keep its scores
    gate.py --write-reliability         write the figures that every map prints, from the first contacts and the open gold
    gate.py --raise-floors              move the floors up to what is reached
    gate.py --lower SET KEY REASON      move one floor down to what is reached, and say why in the changelog

Scores the project's own gold (`tests/gold`) beside the presence-only baseline, acts and topics of its single
statements (`tests/statements`), its marked-up sentences (`tests/cases`), what the heads of articles tell, for whom
people speak in its short reports (`tests/briefs`), how far the maps of three articles on one meeting agree
(`tests/languages/triples`, told in `triples.py`), what its queries find (`eval/search`), its marked chains of sources
(`tests/chains`, told in `chains.py`), of its invented meetings (`tests/meetings`) the commitments (told in
`meetings.py`) and both sides' accounts (told in `accounts.py`), copies made of its gold, and, when the variable
DETENTE_GOLD names a folder that holds them, the seed, the single statements of GSD, PolNeAR, PUD and adaq, the
attitudes of RuSentRel, the event types of PLOVER's sentences, and the pages of ABE. Every text is also read in
simplified characters. Floors are in `floors.json`, what is aimed at in `targets.json`; a score below its floor fails.
The batch that is written next is kept aside until its first contact: it is scored only with `--kept-aside`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import floors
import msgspec
import score
from accounts import accounts_scores
from attitudes import RUSENTREL, attitude_scores
from foreign import adaq_scores, english_scores
from heads import head_scores
from plover import PLOVER, plover_scores
from presence import presence_cells, unlearned
from rates import measured as measured_on
from reliability import first_contacts, keep_first_contact, write_reliability
from scripts import COMPARED, GSD, agreement, recall
from search_set import search_scores
from tables import by_key, by_set
from triples import NAME, triple_scores

from briefs import BRIEFS, all_brief_scores, brief_scores, load_briefs
from cases import is_right, load_cases
from chains import open_scores
from copies import copies_scores
from detente.api import read
from detente.records import FailedReading
from detente.text.fold import simplified
from meetings import commitment_scores
from pages import ABE, page_scores
from statements import statement_scores

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "tests" / "gold"
SINGLES = HERE.parent / "tests" / "statements"
KEPT_ASIDE = frozenset({"batch21", "en/batch19", "ru/batch19"})
FIRST = "zh"  # its batches and cases go by their bare names
LANGUAGES = tuple(sorted((folder.name for folder in GOLD.glob("*/")), key=lambda code: (code != FIRST, code)))
CASES, SEED = "cases", "seed"
OF_BRIEFS = " briefs "
ENGLISH, ADAQ = ("polnear-dev", "pud-en"), "adaq"


def _pairs(files: list[Path], script: Callable[[str], str]) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    found = []
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = file.parent / gold["source"]
        text = score.text_of(page)
        reading = read(script(text))
        if isinstance(reading, FailedReading):
            raise SystemExit(f"{page}: {reading.failures[0].message}")
        found.append((text, gold, msgspec.to_builtins(reading)))
    return found


class Tally:
    """Running counts over documents: how many of the gold ones are right, and how many are found beside them."""

    def __init__(self) -> None:
        self.right = self.size = self.extra = 0

    def add(self, right: object, extra: int) -> None:
        """Add a document: `right` is written 13/14."""
        hit, size = map(int, str(right).split("/"))
        self.right, self.size, self.extra = self.right + hit, self.size + size, self.extra + extra

    def add_cells(self, gold: dict[str, Any], cells: list[dict[str, Any]]) -> None:
        report: dict[str, Any] = score.cell_report(gold["dialogue_map"]["cells"], cells)
        self.add(report["right"], len(report["extra"]))

    def add_events(self, text: str, gold: dict[str, Any], events: list[dict[str, Any]]) -> None:
        found = score.event_report(text, gold["events"], events)["found"]
        self.add(found, len(events) - int(str(found).split("/")[0]))

    def share(self) -> float:
        return score.ratio(self.right, self.size)

    def precision(self) -> float:
        return score.ratio(self.right, self.right + self.extra)


def scores(files: list[Path], script: Callable[[str], str] = str) -> dict[str, float]:
    """Return the scores of gold files, in per cent, each read as `script` writes it (one for one)."""
    total, cells, presence, events = score.Statements(), Tally(), Tally(), Tally()
    for text, gold, reading in _pairs(files, script):
        total.add(text, score.statements_of(gold), reading["statements"])
        parties = gold["dialogue_map"]["parties"]
        cells.add_cells(gold, score.maps_for(reading, parties))
        presence.add_cells(gold, presence_cells(reading["statements"], parties))
        events.add_events(text, gold, reading["events"])
    report = total.report()
    return {
        "relation": report["relation_prf"][2],
        "exact": report["exact_prf"][2],
        "party": report.get("party_accuracy", 0.0),
        "act": report.get("act_accuracy", 0.0),
        "topics": report.get("topic_prf", (0, 0, 0.0))[2],
        "cells": cells.share(),
        "extra": cells.extra,
        "presence": presence.share(),
        "its extra": presence.extra,
        "events": events.share(),
        "events_precision": events.precision(),
    }


def batch_of(folder: Path) -> str:
    """Return the name of a batch: batch1 for a Chinese one, en/batch1 for others."""
    return folder.name if folder.parent.name == "zh" else f"{folder.parent.name}/{folder.name}"


def _sets(kept_aside: bool) -> dict[str, list[Path]]:
    folders = [folder for code in LANGUAGES for folder in sorted((GOLD / code).glob("*/"))]
    sets = {batch_of(f): sorted(f.glob("*.json")) for f in folders if batch_of(f) not in KEPT_ASIDE or kept_aside}
    shared = os.environ.get("DETENTE_GOLD")
    if shared and (seed := Path(shared) / "seed" / "gold.json").exists():
        sets[SEED] = [seed]
    return sets


def case_scores() -> dict[str, float]:
    """Return the share of marked-up sentences read exactly, by family, in per cent."""
    folder = HERE.parent / "tests" / "cases"
    loaded = {file.stem: load_cases(file) for file in sorted((folder / FIRST).glob("*.txt"))}
    for code in LANGUAGES[1:]:
        loaded |= {f"{code} {file.stem}": load_cases(file) for file in sorted((folder / code).glob("*.txt"))}
    return {name: score.ratio(sum(map(is_right, cases)), len(cases)) for name, cases in loaded.items()}


def meet(batch: str) -> int:
    """Score a batch at its first contact and keep the scores."""
    if batch in first_contacts():
        raise SystemExit(f"{batch} has been met before; its first contact stays as it was")
    if OF_BRIEFS in batch:
        code, part = batch.split(OF_BRIEFS)
        keep_first_contact(batch, len(load_briefs(BRIEFS / code / f"{part}.txt")), brief_scores(code, part))
        return 0
    files = sorted((GOLD / (batch if "/" in batch else f"zh/{batch}")).glob("*.json"))
    if not files:
        raise SystemExit(f"no batch {batch!r} in {GOLD}")
    keep_first_contact(batch, len(files), scores(files))
    return 0


def tell_reliability(sets: dict[str, list[Path]]) -> int:
    """Write the reliability files of all languages from the sets of the project's own gold."""
    for code in LANGUAGES:
        files = [file for name, some in sets.items() if name != SEED for file in some if file.parent.parent.name == code]
        if path := write_reliability(code, measured_on(_pairs(files, str))):
            print(f"written: {path}")
    return 0


def measure(sets: dict[str, list[Path]]) -> floors.Scores:
    """Return the scores of gold sets and single statements, each with how its readings agree between scripts."""
    measured = {name: scores(files) for name, files in sets.items()}
    for name, files in sets.items():
        measured[name]["scripts"] = agreement(measured[name], scores(files, simplified), COMPARED)
    if shared := os.environ.get("DETENTE_GOLD"):
        gsd = [recall(Path(shared), name) for name in GSD]
        alike = {"scripts": agreement(*gsd, ("recall",))}
        measured |= {name: found | alike for name, found in zip(GSD, gsd, strict=True)}
        measured |= {name: english_scores(Path(shared), name) for name in ENGLISH}
        measured[ADAQ] = adaq_scores(Path(shared))
        measured[RUSENTREL] = attitude_scores(Path(shared))
        measured[PLOVER] = plover_scores(Path(shared))
        measured[ABE] = page_scores(Path(shared))
    files = [file for name in sets if name != SEED for file in sets[name]]
    measured |= copies_scores([file.parent / json.loads(file.read_text(encoding="utf-8"))["source"] for file in files])
    measured |= {f"{code} heads": head_scores(f for f in files if f.parent.parent.name == code) for code in LANGUAGES}
    measured |= singles_scores() | triple_scores() | search_scores() | open_scores() | commitment_scores() | accounts_scores() | all_brief_scores()
    return measured | {CASES: case_scores()}


def singles_scores() -> floors.Scores:
    """Return the scores of single statements: of each Chinese file, and of all English and all Russian ones."""
    found = {f"single-{file.stem}": statement_scores([file]) for file in sorted((SINGLES / "zh").glob("*.tsv"))}
    return found | {f"{code} singles": statement_scores(sorted((SINGLES / code).glob("*.tsv"))) for code in ("en", "ru")}


def report(measured: floors.Scores) -> int:
    """Print the tables; return 1 when a score is below its floor."""
    least = floors.load(floors.FLOORS)
    targets = floors.load(floors.TARGETS)
    triples = {name: values for name, values in measured.items() if name.startswith(NAME)}
    sets = {name: values for name, values in measured.items() if name != CASES and name not in triples}
    tables = by_set(sets, least, targets), by_set(triples, least, targets), by_key(CASES, measured[CASES], least[CASES])
    print(*tables, sep="\n\n")
    found = floors.below(measured, least) + unlearned(sets)
    print("", *found or ["all floors held"], sep="\n")
    return 1 if found else 0


def main(argv: list[str]) -> int:
    """Measure, then report or move floors."""
    if "--first-contact" in argv:
        return meet(argv[-1])
    if "--write-reliability" in argv:
        return tell_reliability(_sets(kept_aside=False))
    measured = measure(_sets("--kept-aside" in argv))
    if "--raise-floors" in argv:
        floors.save(floors.FLOORS, floors.raised(measured, floors.load(floors.FLOORS)))
    if "--lower" in argv:
        asked = argv[argv.index("--lower") + 1 :]
        if len(asked) != 3:
            raise SystemExit("--lower takes a set, a key and a reason in quotes")
        print(floors.lower(measured, *asked))
    return report(measured)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
