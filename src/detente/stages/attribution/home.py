"""The state whose own ministries a document leaves unnamed (外交部, 总统府)."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Document
from detente.text.fold import fold


def home_of(document: Document, parties: tuple[str, ...], language: Language) -> str | None:
    """Return the state of the outlet, else the one at home in the script; none but the two main parties."""
    entry = language.gazetteer.entries.get(fold(document.credit or ""))
    home = entry.party if entry else language.lexicon.homes.get(document.script or language.code)
    return home if home in parties[:2] else None
