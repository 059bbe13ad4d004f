"""For whom speakers speak in short reports (`tests/briefs`): statements found, parties and acts right.

    briefs.py LANGUAGE [PART] [--acts]    print each statement that is missed or whose party (with --acts: act) is another

A report is a line of text (¶ is a line break) with its head; below it, indented, stands each statement:
`speaker | cue | content … content | PARTY ACT`, `-` for who speaks for no party. The reports of a language come in parts, in the
order in which they were written; one that is kept aside is scored only at its first contact.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import score

from detente.api import read
from detente.records import FailedReading, Reading, Statement

BRIEFS = Path(__file__).resolve().parent.parent / "tests" / "briefs"
NO_ACT = "none"
OPEN = ("first", "second", "third", "fourth", "fifth", "sixth")
LEAST = 0.5  # of the characters of two contents that are shared
APART = re.compile(r"\s*…\s*")


class Told(NamedTuple):
    """A statement as it is marked."""

    speaker: str
    cue: str
    content: str
    party: str | None
    act: str


class Brief(NamedTuple):
    """A short report with its statements."""

    text: str
    told: tuple[Told, ...]


class Met(NamedTuple):
    """A marked statement with the one that was read for it, if any."""

    told: Told
    found: Statement | None

    @property
    def party(self) -> str | None:
        """For whom the statement was read to be."""
        return self.found.speaker.party if self.found and self.found.speaker else None

    @property
    def act(self) -> str:
        """Which act it was read to be."""
        return (self.found.act if self.found else None) or NO_ACT


def load_briefs(file: Path) -> tuple[Brief, ...]:
    """Return the short reports of a file."""
    found: list[tuple[str, list[Told]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(_told(line))
        elif line.strip() and not line.startswith("# "):
            found.append((line.replace("¶", "\n") + "\n", []))
    return tuple(Brief(text, tuple(told)) for text, told in found)


def _told(line: str) -> Told:
    speaker, cue, content, last = (part.strip() for part in f" {line.strip()}".split(" | "))
    party, act = last.split()[:2]
    return Told(speaker, cue, content, None if party == "-" else party, act)


def _shared(told: Told, statement: Statement, text: str) -> float:
    """How far two contents cover the same stretch of the text, by Dice."""
    places = set[int]()
    at = 0
    for part in APART.split(told.content):
        at = max(text.find(part, at), 0)
        places |= set(range(at, at + len(part)))
    own = {i for span in statement.content for i in range(span.start, span.stop)}
    return 2 * len(places & own) / (len(places) + len(own))


def meet(brief: Brief) -> Iterator[Met]:
    """Yield the marked statements of a report, each with what was read."""
    reading = read(brief.text)
    statements = reading.statements if isinstance(reading, Reading) else ()
    if isinstance(reading, FailedReading):
        raise SystemExit(f"{brief.text[:60]!r}: {reading.failures[0].message}")
    for told in brief.told:
        shares = [_shared(told, statement, brief.text) for statement in statements]
        most = max(shares, default=0.0)
        yield Met(told, statements[shares.index(most)] if most >= LEAST else None)


def brief_scores(code: str, part: str) -> dict[str, float]:
    """Return of some short reports of a language the share of statements found and of them the share of parties and acts right, in per cent."""
    met = [each for brief in load_briefs(BRIEFS / code / f"{part}.txt") for each in meet(brief)]
    found = [each for each in met if each.found]
    return {
        "recall": score.ratio(len(found), len(met)),
        "party": score.ratio(sum(each.party == each.told.party for each in found), len(found)),
        "act": score.ratio(sum(each.act == each.told.act for each in found), len(found)),
    }


def all_brief_scores() -> dict[str, dict[str, float]]:
    """Return the scores of the open short reports of all languages."""
    return {f"{folder.name} briefs {part}": brief_scores(folder.name, part) for folder in sorted(BRIEFS.glob("*/")) for part in OPEN}


def _how(met: Met, acts: bool) -> str:
    """What is wrong, if anything."""
    ours, theirs = (met.act, met.told.act) if acts else (met.party, met.told.party)
    if met.found is None:
        return "missed"
    return f"{theirs} read as {ours}" if theirs != ours else ""


def main(argv: list[str]) -> int:
    """Print what is wrong."""
    code, *parts = [word for word in argv if not word.startswith("-")]
    for part in parts or OPEN:
        for number, brief in enumerate(load_briefs(BRIEFS / code / f"{part}.txt"), 1):
            for met in meet(brief):
                if how := _how(met, "--acts" in argv):
                    print(part, number, how, *met.told[:3], met.found.method if met.found else "", sep=" | ")
        print(part, brief_scores(code, part))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
