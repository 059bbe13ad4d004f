"""An official of whom no word tells the side speaks for the one of whose will he tells: A government spokesman said Peru would not pay; English."""

from __future__ import annotations

import re

from msgspec.structs import replace

from detente.languages import has_will
from detente.records import Draft, Speaker

from .case import Attribution, tokens_of
from .media import is_english

NEW = re.compile("d(?!.*[SMGKkO])[xkj]{0,3}[ThY]")
WILLS = re.compile("l?d?([SM])[vcV]")
SIDES = 2


def of_own_will(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Return a speaker who is introduced by an office alone as of the main side whose will opens what he says."""
    if speaker is None or draft.speaker is None or not is_english(case) or draft.lemma not in case.words("stating"):
        return speaker
    _, words, letters = tokens_of(case.parse, draft.speaker)
    if NEW.match(letters) is None or words[0].lower() not in case.words("indefinite"):
        return speaker
    _, told, classes = tokens_of(case.parse, draft.content[0])
    side = WILLS.match(classes)
    behind = told[side.end() - 1 : side.end() + 2] if side else ()
    if side is None or not has_will(behind, case.language):
        return speaker
    party = case.language.gazetteer.party_of(told[side.start(1)])
    return replace(speaker, party=party) if party in case.parties[:SIDES] else speaker
