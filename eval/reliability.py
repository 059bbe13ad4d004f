"""First contacts, and the figures that every map prints.

A batch of articles says how right a language is only once: before anybody has looked at what comes out. These scores
are kept in `first-contact.json` and never overwritten; a language's reliability is their mean over all unseen articles.
"""

from __future__ import annotations

import json
from pathlib import Path

from detente.resources.reliability import reliability_file

CONTACTS = Path(__file__).resolve().parent / "first-contact.json"
HEAD = """# How right the readings of this language were on articles that nobody had seen: means over the first contacts.
# Written by `python eval/gate.py --write-reliability` from eval/first-contact.json; statements: relation F1, per cent.
"""


def first_contacts() -> dict[str, dict[str, float]]:
    """Return the scores of each batch at its first contact."""
    found: dict[str, dict[str, float]] = json.loads(CONTACTS.read_text(encoding="utf-8"))
    return found


def keep_first_contact(batch: str, articles: int, scores: dict[str, float]) -> None:
    """Add the scores of a batch that has not been met before."""
    found = first_contacts() | {batch: {"articles": articles, **scores}}
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(values)}" for name, values in found.items())
    CONTACTS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def reliability_text(contacts: dict[str, dict[str, float]]) -> str:
    """Return the reliability file of first contacts: each batch weighs as much as it has articles."""
    articles = sum(scores["articles"] for scores in contacts.values())
    statements, cells = (
        sum(scores[key] * scores["articles"] for scores in contacts.values()) / articles
        for key in ("relation", "cells")
    )
    return f"{HEAD}articles = {articles:g}\nstatements_right = {statements:.1f}\ncells_right = {cells:.1f}\n"


def contacts_of(language: str) -> dict[str, dict[str, float]]:
    """Return the first contacts of a language's batches: en/batch1, and batch1 for Chinese."""
    return {name: scores for name, scores in first_contacts().items() if (name.rpartition("/")[0] or "zh") == language}


def write_reliability(language: str) -> Path | None:
    """Write a language's file from its first contacts; returns where, or None where no batch has been met."""
    path, contacts = reliability_file(language), contacts_of(language)
    if not contacts:
        return None
    path.write_text(reliability_text(contacts), encoding="utf-8", newline="\n")
    return path
