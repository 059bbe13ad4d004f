"""The state at home in a text by how it names offices: those of its own without a state, those of the other with it.

Papers write "the foreign minister" of their own and "the Egyptian foreign minister" of another; so the one of two
states that no office or body is said to be of is at home where others stand without a state.
"""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens
from detente.resources.gazetteer import entry_of, state_codes

OFFICE = re.compile("[TY]")
BEFORE = re.compile("([SM])(?:e|k{1,2}e)?[xkYOj]{0,3}$")  # Egypt's, Egyptian; the Egyptian petroleum ministry
BEHIND = re.compile("[YT]?[xkY]{0,4}(?:[oP]d?[xk]{0,3}){1,2}([SMG])|k{1,3},[xkTYoPd]{0,4}[oP]d?([SM])")
TITLE = re.compile("T(?:[jk]*|[oP]d?[xkY]{1,5})k")  # Energy Minister Ana Ruiz, Minister for Water Resources Ana Ruiz
BODY = re.compile("(?<=[.\\nP:)-])d?Y[avVcP]")  # The Foreign Office on Tuesday summoned
LONGEST = 6


def home_by_offices(tokens: Tokens, parties: tuple[str, ...], language: Language) -> str | None:
    """Return the one of the two main states that no office is said to be of, where some stand without a state."""
    main = [party for party in parties if party in state_codes()][:2]
    owned = {party for match in OFFICE.finditer(tokens.classes) if (party := _owner(tokens, match.start(), language))}
    left = [party for party in main if party not in owned]
    if len(main) < 2 or len(left) != 1:
        return None
    return left[0]


def has_unowned(tokens: Tokens, language: Language) -> bool:
    """Return whether a text names an office before a name, or a body that acts, without a state."""
    titled = (match.start() for match in TITLE.finditer(tokens.classes) if tokens.words[match.start()][0].isupper())
    bodies = (match.end() - 2 for match in BODY.finditer(tokens.classes))
    return any(_is_unowned(tokens, at, language) for at in (*titled, *bodies))


def _is_unowned(tokens: Tokens, at: int, language: Language) -> bool:
    entry = entry_of(tokens.words[at], language.gazetteer.entries)
    if entry is None or entry.party is not None or entry.kind not in ("office", "body"):
        return False
    first = at
    while first and at - first < LONGEST and tokens.classes[first - 1] in "xkY" and tokens.words[first - 1][0].isupper():
        first -= 1
    return tokens.classes[first - 1 : first] not in ("e", "S", "M", "G", "O", "P") and _owner(tokens, at, language) is None


def _owner(tokens: Tokens, at: int, language: Language) -> str | None:
    """The party of the state beside an office."""
    before = BEFORE.search(tokens.classes, max(0, at - LONGEST), at)
    behind = BEHIND.match(tokens.classes, at + 1)
    places = (*(before.span(1)[:1] if before else ()), *([max(behind.start(1), behind.start(2))] if behind else ()))
    entries = (language.gazetteer.entries.get(tokens.words[i]) for i in places)
    return next((entry.party for entry in entries if entry and entry.party), None)
