"""Who thanks, asks or blames a side is not of it: the minister thanked India; Вице-премьер поблагодарил кубинского гостя."""

from __future__ import annotations

from msgspec.structs import replace

from detente.languages import is_aimed, is_named
from detente.records import Draft, Speaker

from .case import Attribution, tokens_of
from .meeting import other_side

SIDED = frozenset("SMGKkOJ")  # classes of words by which somebody is of a side himself; with cases or in Chinese also pronouns
STATES, UPRIGHT = frozenset("SM"), frozenset("nN")
OWNS = frozenset("ekKTYhISM")  # behind a state: Kenya's police, Indian officials
OWNS_TOGETHER = OWNS | {"n", "u"}  # 韩国企业, 韩国的决定
BETWEEN = frozenset("Pdj")
ACT = "act"
LONGEST = 3


def not_at_oneself(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Return a speaker whom only the text around puts on a side as of the other main one, if what he does is aimed at the first."""
    if speaker is None or speaker.party is None or draft.speaker is None:
        return speaker
    cue = case.language.lexicon.cues.get(draft.lemma)
    aims = (cue is not None and cue.frame == ACT and is_aimed(cue)) or _judges(draft, case)
    if not aims or _aimed_at(draft, case) != speaker.party:
        return speaker
    named = tokens_of(case.parse, draft.speaker)[2]
    if not SIDED.isdisjoint(named) or ("R" in named and (case.parse.tokens.cases or not case.language.is_spaced)):
        return speaker
    other = other_side(speaker.party, case)
    return replace(speaker, actor_id=f"actor:{speaker.name}", party=other) if other else speaker


def _judges(draft: Draft, case: Attribution) -> bool:
    """Whether a Chinese content says in quotation marks what a side is: 称哥本哈根是“可靠的朋友”."""
    _, words, letters = tokens_of(case.parse, draft.content[0])
    return not case.language.is_spaced and len(words) > 1 and is_named(words[1], letters[2:3], case.language)


def _aimed_at(draft: Draft, case: Attribution) -> str | None:
    """The party that opens a content: кубинского гостя, от Москвы вернуть."""
    first, words, letters = tokens_of(case.parse, draft.content[0])
    at = next((i for i, letter in enumerate(letters[:LONGEST]) if letter not in BETWEEN), len(letters))
    if at >= len(letters) or letters[at] not in STATES:
        return None
    cases = case.parse.tokens.cases
    owns = OWNS if case.language.is_spaced else OWNS_TOGETHER
    if cases[first + at] in UPRIGHT if cases else letters[at + 1 : at + 2] in owns and (case.language.is_spaced or letters[at] == "S"):
        return None
    return case.language.gazetteer.party_of(words[at])
