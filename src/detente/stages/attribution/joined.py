"""Who agrees, differs or talks with another is not alone: They parted company over a banker; Negotiators are at loggerheads; of both sides, in English."""

from __future__ import annotations

import re

from msgspec.structs import replace

from detente.records import Draft, Span, Speaker, Tokens

from .case import Attribution, tokens_of
from .media import is_english
from .resolve import resolve

AGREE, PAIR = "agree", 2
SENTENCE_ENDS = frozenset(".\n")
OFFICE_BEFORE = re.compile("(?:^|[.\n”])(d?[SMGYe][SMGYexkoPd]{0,8}T[xkoPdYT]{0,8}),[SjT]{0,3}[Kk]{1,4},(w)d?$")  # Chile's envoy for trade, Ana Ruiz, and the
NEAR = 32  # tokens of an office and the name behind it
PEOPLE, ENDS_SUBJECT = frozenset("xhTtk"), frozenset("vVcPo,i")


def with_other(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Return a speaker who does what takes two as both main sides, where his words are those for both."""
    if speaker is None or draft.speaker is None or "+" in (speaker.party or "") or not is_english(case) or len(case.parties) < PAIR:
        return speaker
    if not _takes_two(draft.lemma, case) or not _may_be_both(draft, case):
        return speaker
    joint = "+".join(sorted(case.parties[:PAIR]))
    return replace(speaker, actor_id=f"joint:{joint}", party=joint)


def with_one_before(speaker: Speaker | None, draft: Draft, case: Attribution) -> Speaker | None:
    """Chile's envoy, Ana Ruiz, and her Peruvian colleague agreed: with whom an apposition parts from the speaker, at the start of a sentence."""
    if speaker is None or draft.speaker is None or not is_english(case):
        return speaker
    other = _one_before(tokens_of(case.parse, draft.speaker)[0], case)
    parties = {speaker.party or "+", (other and other.party) or "+"}
    if len(parties) < PAIR or any("+" in party for party in parties):
        return speaker
    joint = "+".join(sorted(parties))
    return replace(speaker, actor_id=f"joint:{joint}", party=joint)


def _one_before(first: int, case: Attribution) -> Speaker | None:
    """Whose office, with a name behind it, opens the sentence and is joined to what begins at a token."""
    tokens = case.parse.tokens
    office = OFFICE_BEFORE.search(tokens.classes, max(0, first - NEAR), first)
    if office is None or tokens.words[office.start(2)] not in case.words("joining"):
        return None
    return resolve(Span(tokens.starts[office.start(1)], tokens.stops[office.end(1) - 1]), case, None, None)


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
