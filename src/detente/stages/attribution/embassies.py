"""The embassy, the consulate: of the state whose envoy is named last, else of the one that is not at home; English."""

from __future__ import annotations

from detente.records import Speaker

from .before import side_before
from .case import Attribution
from .media import is_english
from .meeting import other_side
from .naming import Naming
from .phrase import phrase_named_by

FARTHEST = 120  # words
TITLE, LONGEST_TITLE = frozenset("SMTeYK"), 4
SIDES = frozenset("SM")


def of_embassy(naming: Naming) -> Speaker | None:
    """Iceland called in ambassador Strelnikov. The embassy says …"""
    case, tokens = naming.case, naming.case.parse.tokens
    opened = naming.first > 0 and tokens.words[naming.first - 1] in case.words("article")
    if not is_english(case) or not opened or naming.words[0].lower() not in case.words("embassy"):
        return None
    told_of = case.home or side_before(case.parse, case.people, naming.span.start, case.language)
    party = _of_envoy(naming.first, case) or other_side(told_of, case)
    return naming.speaker(f"actor:{naming.words[0]}", party) if party else None


def of_mission(naming: Naming) -> Speaker | None:
    """A diplomat at the Embassy here, a spokesman of the mission, a source at the consulate: of the state whose mission it is."""
    case, words = naming.case, naming.words
    here = words[-1].lower() in case.words("on_the_spot")
    body = words[-2 if here else -1].lower()
    if not is_english(case) or body not in case.words(("embassy", "mission")):
        return None
    party = _of_envoy(naming.first, case) or (other_side(case.home, case) if case.home else None)
    return naming.speaker(f"actor:{' '.join(words)}", party) if party else None


def _of_envoy(at: int, case: Attribution) -> str | None:
    """The party of the envoy or the embassy that is named last before a token, with the words around."""
    tokens = case.parse.tokens
    for i in range(at - 1, max(at - FARTHEST, 0) - 1, -1):
        if tokens.words[i].lower() in case.words("envoy"):
            first = last = i
            while first and i - first < LONGEST_TITLE and tokens.classes[first - 1] in TITLE:
                first -= 1
            while last < i + LONGEST_TITLE and tokens.classes[last + 1] in TITLE:
                last += 1
            letters = tokens.classes[first : last + 1]
            named = phrase_named_by(tokens.words[first : last + 1], letters, None, case) if SIDES & set(letters) else None
            if named and named.party:
                return named.party
    return None
