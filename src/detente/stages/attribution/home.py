"""The state whose own ministries a document leaves unnamed (外交部, 总统府)."""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Document, Tokens
from detente.text.fold import fold

OWNED = re.compile("[TY]")
OPENING = 1500  # characters in which a dateline stands
# МИНСК, 14 мая · Минск, 14 мая /Корр. · 14 мая, Минск
DATELINE = re.compile(r"^(?:\d{1,2} [а-я]+, )?([А-Я][А-Яа-я-]{2,})(?:[.,] \d{1,2} [а-яА-Я]{3,}| /)", re.MULTILINE)


def home_of(
    document: Document, tokens: Tokens, parties: tuple[str, ...], language: Language, folded: str = ""
) -> str | None:
    """Return the state of the outlet, else of the capital in the dateline, else the one at home in the script.

    None but the two main parties; but an outlet that calls a state its own (我国外长) is of that one, even if it never names it.
    """
    entry = language.gazetteer.entries.get(fold(document.credit or ""))
    if entry and entry.party and _names_own(tokens, language):
        return entry.party
    told = entry.party if entry else _dateline(folded, parties, language)
    homes = (told,) if entry or told else language.lexicon.homes.get(document.script or language.code, ())
    return next((home for home in homes if home in parties[:2]), None)


def _names_own(tokens: Tokens, language: Language) -> bool:
    """Whether a text names an office or a body of one's own state (我国外长)."""
    own = language.lexicon.words["own_state"]
    places = (match.start() for match in OWNED.finditer(tokens.classes, 1))
    return any(tokens.words[place - 1] in own for place in places)


def _dateline(folded: str, parties: tuple[str, ...], language: Language) -> str | None:
    """The main party from whose capital a text is sent."""
    for match in DATELINE.finditer(folded, 0, OPENING):
        place = language.gazetteer.entries.get(match[1].title())
        if place and match[1].title() in language.gazetteer.capitals and place.party in parties[:2]:
            return place.party
    return None
