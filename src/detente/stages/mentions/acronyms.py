"""Bodies of a state that a text introduces with their letters: Nigeria's Economic and Financial Crimes Commission (EFCC)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.languages import Language
from detente.records import Name, Tokens

INTRODUCED = re.compile("([SM])e?([kxoPwYTtGdh]{1,8})\\(([k])\\)")
LONGEST = 7


def acronyms(tokens: Tokens, language: Language) -> Iterator[Name]:
    """Yield the bodies of a state that are called by letters in brackets behind their names."""
    bodies, entries = language.lexicon.words["official_body"], language.gazetteer.entries
    for match in INTRODUCED.finditer(tokens.classes):
        letters = tokens.words[match.start(3)]
        named = {word.lower() for word in tokens.words[match.start(2) : match.end(2)]}
        entry = entries.get(tokens.words[match.start(1)])
        if entry and entry.party and letters.isupper() and 1 < len(letters) <= LONGEST and not bodies.isdisjoint(named):
            yield Name(f"actor:{letters}", (letters,), " ".join(tokens.words[match.start(1) : match.end(2)]), entry.party, ())
