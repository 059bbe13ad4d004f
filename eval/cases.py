"""The marked-up sentences of `tests/cases`: which are read as a linguist marked them.

A case is a line of text (¶ is a paragraph break) and below it, indented, a line for each statement:
`speaker | cue | content … content | party act [topics] via relay > relay`, or `(none)`;
`ACT?` is an act that is right but not read yet.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from detente.api import read
from detente.records import FailedReading


class Case(NamedTuple):
    """A marked-up sentence: its text, and the letters of each expected content."""

    text: str
    contents: frozenset[str]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def load_cases(file: Path) -> list[Case]:
    """Return the cases of a file."""
    cases: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("# "):
            cases.append((line.replace("¶", "\n") + "\n", []))
    return [Case(text, frozenset(_letters(r.split(" | ")[2]) for r in rows if r != "(none)")) for text, rows in cases]


def is_right(case: Case) -> bool:
    """Whether a case is read with exactly the contents that are marked."""
    reading = read(case.text)
    if isinstance(reading, FailedReading):
        return False
    text = reading.document.text
    found = {_letters("".join(text[c.start : c.stop] for c in s.content)) for s in reading.statements}
    return found == case.contents
