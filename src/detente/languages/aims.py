"""What a report aims at a side, of which its speaker so is not: thanks, blame, demands; what it says that side to be, or to want."""

from __future__ import annotations

from collections.abc import Collection

from detente.resources.lexicon import CueEntry

from .base import Language

ACTS = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})


def is_aimed(cue: CueEntry | None) -> bool:
    """Return whether a cue tells that somebody thanks, asks or blames."""
    return cue is not None and cue.act in ACTS


def is_named(word: str, behind: str, language: Language) -> bool:
    """Return whether what stands behind a side names what it is in quotation marks: 称哥本哈根是“可靠的朋友”."""
    return behind == "“" and word in language.lexicon.words["amounting"]


def has_will(behind: Collection[str], language: Language) -> bool:
    """Return whether what stands behind a state tells of its will: Peru would not pay; not that it has been asked."""
    words = language.lexicon.words
    return words["undergoing"].isdisjoint(behind) and not words["own_will"].isdisjoint(behind)
