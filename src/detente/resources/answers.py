"""How the statements of a language point back at earlier ones: denied the accusation, welcomed this offer."""

from __future__ import annotations

import re
from functools import cache

from detente.records import Record
from detente.text.sieve import Pattern, sieved

from .load import DATA, load_toml

CLAUSE = re.compile("[,;。…]")
ANYTHING: frozenset[str] = frozenset()


class Pointing(Record, frozen=True):
    """The pattern of a statement that points back, and the acts of what each of its groups may point at (none: any)."""

    pattern: Pattern
    acts: dict[str, frozenset[str]]

    def acts_behind(self, content: str) -> frozenset[str] | None:
        """Return the acts of what the first clause of a folded content points at, or None where it does not point back."""
        found = self.pattern.search(CLAUSE.split(content, maxsplit=1)[0])
        return self.acts[found.lastgroup] if found and found.lastgroup else ANYTHING if found else None


@cache
def load_pointing(code: str) -> Pointing:
    """Return how statements of a language point back.

    >>> pointing = load_pointing("en")
    >>> sorted(pointing.acts_behind("the accusation")), pointing.acts_behind("this"), pointing.acts_behind("the visa rules")
    (['ACCUSE', 'PROTEST'], frozenset(), None)
    """
    raw = load_toml(DATA / "languages" / code / "answers.toml")
    acts: dict[str, frozenset[str]] = {}
    pieces = raw["points"].split("{nouns}")
    pattern = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        branches = [f"(?P<{row['sense']}{number}>{'|'.join(row['nouns'])})" for row in raw["back"]]
        acts |= {f"{row['sense']}{number}": frozenset(row["acts"]) for row in raw["back"]}
        pattern += f"(?:{'|'.join(branches)}){piece}"
    return Pointing(sieved(pattern, is_slow=True), acts)
