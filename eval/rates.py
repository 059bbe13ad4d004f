"""How often what is found in gold is right, as whole numbers: what intervals are made of (`detente.analysis.uncertainty`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import score

Tried = tuple[int, int, int]
Pair = tuple[str, dict[str, Any], dict[str, Any]]
RELATIONS = ("common-ground", "mixed", "divergence", "one-sided", "discussed", "mentioned")


def measured(pairs: Iterable[Pair]) -> dict[str, Any]:
    """Return how many articles there are, and for statements, claims, events and cells how many are right, found and told.

    `pairs` are texts, each with its gold and its reading.
    """
    found: Counter[tuple[str, str]] = Counter()
    total, articles = score.Statements(), 0
    for text, gold, reading in pairs:
        articles += 1
        said = [each for each in score.statements_of(gold) if score.letters(text, each["content"], content=True)]
        aligned = total.add(text, said, reading["statements"])
        found.update(_claims(text, said, reading["statements"], aligned))
        found.update(_events(text, gold["events"], reading["events"]))
        found.update(_cells(gold["dialogue_map"]["cells"], score.maps_for(reading, gold["dialogue_map"]["parties"])))
    statements = total.count["relation"], total.count["predicted"], total.count["gold"]
    return {
        "articles": articles, "statements": statements, "claims": _tried(found, "claims"), "events": _tried(found, "events"),
        "cells": {relation: _tried(found, relation) for relation in RELATIONS},
    }  # fmt: skip


def _tried(found: Counter[tuple[str, str]], kind: str) -> Tried:
    return found[kind, "right"], found[kind, "found"], found[kind, "told"]


def _claims(
    text: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]], aligned: list[tuple[int, int]]
) -> Counter[tuple[str, str]]:
    """Claims: topics of statements that speak for a party; right where speaker, words and party are, too."""
    optional = {j for i, j in aligned if gold[i].get("optional")}
    found: Counter[tuple[str, str]] = Counter()
    found["claims", "found"] = sum(len(_topics(each)) for j, each in enumerate(predicted) if j not in optional)
    found["claims", "told"] = sum(len(_topics(each)) for each in gold if not each.get("optional"))
    for i, j in aligned:
        one, other = gold[i], predicted[j]
        same = score.same_speaker(score.letters(text, one.get("source")), score.letters(text, other.get("speaker")))
        if same and not one.get("optional") and _party(one) == _party(other):
            found["claims", "right"] += len(_topics(one) & _topics(other))
    return found


def _party(statement: dict[str, Any]) -> str | None:
    speaker = statement.get("speaker")
    return score.party(statement["party"] if "party" in statement else speaker.get("party") if isinstance(speaker, dict) else None)


def _topics(statement: dict[str, Any]) -> set[str]:
    return set(statement.get("topics") or ()) if _party(statement) else set()


def _events(text: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[tuple[str, str], int]:
    right = int(str(score.event_report(text, gold, predicted)["found"]).split("/")[0])
    return {("events", "right"): right, ("events", "found"): len(predicted), ("events", "told"): len(gold)}


def _cells(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """Cells by the relation found; what only others name counts where the gold has a cell, as in the gate's scores."""
    accepted = {cell["topic"]: {cell["relation"], *cell.get("also_accepted", ())} for cell in gold}
    found = Counter((cell["relation"], "told") for cell in gold)
    for cell in predicted:
        if cell["relation"] != "mentioned" or cell["topic"] in accepted:
            found[cell["relation"], "found"] += 1
            found[cell["relation"], "right"] += cell["relation"] in accepted.get(cell["topic"], ())
    return found


def as_toml(tried: dict[str, Any]) -> str:
    """Return what was measured as a table of a language's reliability file."""
    lines = ["", "[gold]", f"articles = {tried['articles']}"]
    lines += [f"{kind} = {_numbers(tried[kind])}" for kind in ("statements", "claims", "events")]
    lines += ["", "[gold.cells]", *(f"{relation} = {_numbers(each)}" for relation, each in tried["cells"].items())]
    return "\n".join(lines) + "\n"


def _numbers(tried: Tried) -> str:
    right, found, told = tried
    return f"{{ right = {right}, found = {found}, told = {told} }}"
