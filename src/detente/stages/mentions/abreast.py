"""Two people named together who hold one office of two states: Foreign Ministers A and B; the two presidents, A and B."""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens

TWO_NAMES = re.compile("(?:[hJ],?|[hT]o[SM]w[SM],)(k{2,4})w(k{2,4})(?![ke])")
TWO_STATES = re.compile("([SM])w([SM])")
FARTHEST = 250


def two_abreast(tokens: Tokens, language: Language) -> dict[int, str]:
    """Return the parties of two people by their first tokens: in the order of the two states told last, else told next."""
    found: dict[int, str] = {}
    for match in TWO_NAMES.finditer(tokens.classes):
        if parties := _two_states(tokens, match.start(1), language):
            found |= dict(zip((match.start(1), match.start(2)), parties, strict=True))
    return found


def _two_states(tokens: Tokens, at: int, language: Language) -> tuple[str, ...]:
    """The two states joined by "and": the nearest before a token, else the first behind it in its paragraph."""
    before = list(TWO_STATES.finditer(tokens.classes, max(0, at - FARTHEST), at))
    stop = tokens.classes.find("\n", at)
    match = before[-1] if before else TWO_STATES.search(tokens.classes, at, stop if stop >= 0 else len(tokens.classes))
    entries = language.gazetteer.entries
    named = [entries.get(tokens.words[i]) for i in (match.start(1), match.start(2))] if match else []
    parties = tuple(dict.fromkeys(entry.party for entry in named if entry and entry.party))
    return parties if len(parties) == 2 else ()
