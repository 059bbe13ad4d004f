"""Who thanks, asks or blames a side is not of it: Вице-премьер поблагодарил кубинского гостя."""

from __future__ import annotations

from msgspec.structs import replace

from detente.records import Draft, Speaker

from .case import Attribution, tokens_of
from .meeting import other_side

SIDED = frozenset("SMGKkORJ")  # classes of words by which somebody is of a side himself
STATES, UPRIGHT = frozenset("SM"), frozenset("nN")
BETWEEN = frozenset("Pdj")
ACT, ACTS = "act", frozenset({"ACCUSE", "REQUEST", "SUPPORT"})
LONGEST = 3


def not_at_oneself(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Return a speaker whom only the text around puts on a side as of the other main one, if what he does is aimed at the first."""
    if speaker is None or not case.parse.tokens.cases or speaker.party is None or draft.speaker is None:
        return speaker
    cue = case.language.lexicon.cues.get(draft.lemma)
    if cue is None or cue.frame != ACT or cue.act not in ACTS or _aimed_at(draft, case) != speaker.party:
        return speaker
    if not SIDED.isdisjoint(tokens_of(case.parse, draft.speaker)[2]):
        return speaker
    other = other_side(speaker.party, case)
    return replace(speaker, actor_id=f"actor:{speaker.name}", party=other) if other else speaker


def _aimed_at(draft: Draft, case: Attribution) -> str | None:
    """The party that opens a content: кубинского гостя, от Москвы вернуть."""
    first, words, letters = tokens_of(case.parse, draft.content[0])
    at = next((i for i, letter in enumerate(letters[:LONGEST]) if letter not in BETWEEN), len(letters))
    if at >= len(letters) or letters[at] not in STATES or case.parse.tokens.cases[first + at] in UPRIGHT:
        return None
    entry = case.language.gazetteer.entries.get(words[at])
    return entry.party if entry else None
