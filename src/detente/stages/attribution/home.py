"""The state whose own ministries a document leaves unnamed (外交部, 总统府)."""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Document
from detente.text.fold import fold

OPENING = 1500  # characters in which a dateline stands
# МИНСК, 14 мая · Минск, 14 мая /Корр. · 14 мая, Минск
DATELINE = re.compile(r"^(?:\d{1,2} [а-я]+, )?([А-Я][А-Яа-я-]{2,})(?:[.,] \d{1,2} [а-яА-Я]{3,}| /)", re.MULTILINE)


def home_of(document: Document, parties: tuple[str, ...], language: Language, folded: str = "") -> str | None:
    """Return the state of the outlet, else of the capital in the dateline, else the one at home in the script; none but the two main parties."""
    entry = language.gazetteer.entries.get(fold(document.credit or ""))
    usual = language.lexicon.homes.get(document.script or language.code)
    home = entry.party if entry else _dateline(folded, parties, language) or usual
    return home if home in parties[:2] else None


def _dateline(folded: str, parties: tuple[str, ...], language: Language) -> str | None:
    """The main party from whose capital a text is sent."""
    for match in DATELINE.finditer(folded, 0, OPENING):
        place = language.gazetteer.entries.get(match[1].title())
        if place and match[1].title() in language.gazetteer.capitals and place.party in parties[:2]:
            return place.party
    return None
