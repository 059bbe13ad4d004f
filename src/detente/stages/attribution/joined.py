"""Who agrees, differs or talks with another is not alone: They parted company over a banker; Negotiators are at loggerheads; of both sides, in English."""

from __future__ import annotations

from msgspec.structs import replace

from detente.records import Draft, Speaker, Tokens

from .case import Attribution, tokens_of
from .media import is_english

AGREE, PAIR = "agree", 2
SENTENCE_ENDS = frozenset(".\n")
PEOPLE, ENDS_SUBJECT = frozenset("xhTtk"), frozenset("vVcPo,i")


def with_other(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Return a speaker who does what takes two as both main sides, where his words are those for both."""
    if speaker is None or draft.speaker is None or "+" in (speaker.party or "") or not is_english(case) or len(case.parties) < PAIR:
        return speaker
    if not _takes_two(draft.lemma, case) or not _may_be_both(draft, case):
        return speaker
    joint = "+".join(sorted(case.parties[:PAIR]))
    return replace(speaker, actor_id=f"joint:{joint}", party=joint)


def _takes_two(lemma: str, case: Attribution) -> bool:
    """Whether a deed is one that nobody does alone."""
    cue = case.language.lexicon.cues.get(lemma)
    return (cue is not None and cue.frame == AGREE) or lemma in case.words("takes_two")


def _may_be_both(draft: Draft, case: Attribution) -> bool:
    """Whether words name both sides and nobody else: they, negotiators, sides; no farmers behind whom they stands."""
    first, words, letters = tokens_of(case.parse, draft.speaker) if draft.speaker else (0, (), "")
    if letters == "R" and words[0] in case.words("plural"):
        return not _is_about_several(case.parse.tokens, first)
    return len(words) == 1 and words[0].lower() in case.words("several")


def _is_about_several(tokens: Tokens, at: int) -> bool:
    """Whether people who are no side open the sentence before: The drivers are angry. They agreed to strike."""
    stop = at
    while stop and tokens.classes[stop - 1] not in SENTENCE_ENDS:
        stop -= 1
    while stop and tokens.classes[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    first = max(tokens.classes.rfind(mark, 0, stop) for mark in SENTENCE_ENDS) + 1
    head = next((i for i in range(first, stop) if tokens.classes[i] in ENDS_SUBJECT), stop) - 1
    return head >= first and tokens.classes[head] in PEOPLE and tokens.words[head].endswith("s")
