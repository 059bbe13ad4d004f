"""Words with capitals that are no names: the first of a paragraph (PRIME Minister Ana Ruiz has …), The Australian High Commission."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.resources.gazetteer import Entry

OPENED = re.compile("^[A-Z]{3,}(?= ([A-Za-z][a-z]\\w*))", re.MULTILINE)
WORD = re.compile("(?P<pair>(?P<one>[A-Za-z]+)(?: [A-Z][a-z]+)?)")
NO_NOUN, OFFICIAL = frozenset("cCVav"), frozenset("YT")
OUTLET = "O"  # PRIME, an agency


def soften_openings(folded: str, lower: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Return a text with such words as they are written elsewhere; letters of bodies stay (UNHCR has …).

    >>> soften_openings("THE port closed.\\nIAEA experts left.", {"the": "d"}, {"IAEA": "G"})
    'The port closed.\\nIAEA experts left.'
    """

    def soft(opened: re.Match[str]) -> str:
        word = opened[0].title()
        usual = opened[0].lower() in lower or word in named or f"{word} {opened[1]}" in named
        return word if usual and named.get(opened[0], OUTLET) == OUTLET else opened[0]

    return OPENED.sub(soft, folded)


def is_no_outlet(folded: str, start: int, stop: int, entries: Mapping[str, Entry], classes: Mapping[str, str]) -> bool:
    """Return whether the name of an outlet is none here: The Australian trade minister, The Australian Embassy."""
    entry = entries.get(folded[start + 4 : stop]) if folded.startswith("The ", start) else None
    behind = WORD.match(folded, stop + 1)
    if entry is None or entry.kind != "state" or behind is None:
        return False
    if behind[0][0].islower():
        return classes[behind["one"]] not in NO_NOUN
    return classes[behind["pair"]] in OFFICIAL or classes[behind["one"]] in OFFICIAL
