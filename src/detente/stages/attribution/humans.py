"""Whom he or she means where no one person spoke last: who leads a sentence farther back, in English.

Ana Ruiz denied it. A report by a rights group found that … . “…,” she said.
"""

from __future__ import annotations

from bisect import bisect_left

from detente.records import Span, Speaker

from .before import leads_before
from .case import Attribution, tokens_of

PERSON, HUMAN = "person:", frozenset("TthK")
UNKNOWN_NAME = "kk"


def is_human(speaker: Speaker, case: Attribution) -> bool:
    """Return whether one person speaks: no report, no outlet, no two people."""
    if speaker.actor_id.startswith(PERSON):
        return True
    _, words, letters = tokens_of(case.parse, Span(speaker.start, speaker.stop))
    heads = [word for word, letter in zip(words, letters, strict=True) if letter in HUMAN]
    several = bool(heads) and (heads[0].endswith("s") or heads[0] == "people")
    return letters[-1:] == "R" or (bool(heads) and not several) or UNKNOWN_NAME in letters


def led_back(at: int, case: Attribution) -> Speaker | None:
    """Return the person who leads the nearest of the sentences before an offset."""
    return leads_before(case.parse, case.people, bisect_left(case.parse.tokens.starts, at), case.language)
