"""First contacts, and the figures that every map prints and that intervals are made of.

A batch of articles says how right a language is only once: before anybody has looked at what comes out. These scores
are kept in `first-contact.json` and never overwritten; a language's reliability is that of the batch met last, since
earlier ones met an earlier grammar. Beside it stands how often what is found in all open gold is right (`rates.py`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rates import as_toml

from detente.resources.reliability import reliability_file

CONTACTS = Path(__file__).resolve().parent / "first-contact.json"
HEAD = """# How right the readings of this language were on articles that nobody had seen: the batch met last.
# Written by `python eval/gate.py --write-reliability` from eval/first-contact.json; statements: relation F1, per cent.
# gold: of what is found in all own gold that is open, as it is read now, how much is right, and how much the gold tells of.
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


def reliability_text(contact: dict[str, float], tried: dict[str, Any]) -> str:
    """Return the reliability file of a first contact and of what was found in gold."""
    return (
        f"{HEAD}articles = {contact['articles']:g}\nstatements_right = {contact['relation']:.1f}\n"
        f"cells_right = {contact['cells']:.1f}\n{as_toml(tried)}"
    )


def last_contact(language: str) -> dict[str, float] | None:
    """Return the first contact of the batch of a language that was met last: of en/batch1, or batch1 for Chinese."""
    contacts = first_contacts()
    own = [name for name in contacts if "batch" in name and (name.rpartition("/")[0] or "zh") == language]
    return contacts[own[-1]] if own else None


def write_reliability(language: str, tried: dict[str, Any]) -> Path | None:
    """Write a language's file from its last first contact and its gold; returns where, or None where no batch has been met."""
    path, contact = reliability_file(language), last_contact(language)
    if not contact:
        return None
    path.write_text(reliability_text(contact, tried), encoding="utf-8", newline="\n")
    return path
