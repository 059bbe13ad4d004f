"""Who commits himself to what kind of thing."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.analysis.press import home_of
from detente.records import Event, Mention, Span, Statement

from .article import Article
from .due import due_in
from .records import AGREEMENT, PROMISE, PROPOSAL
from .triggers import Trigger

MEETING = "meeting"
AND = re.compile(r"[\s\w'’-]{0,3}(?:\band|\bи|和|与|同|及|、|-)\W*(?:the )?")
OPENING = 4  # characters behind a pledge in which its subject begins
FAR = 90  # characters between what was agreed and a verb that belongs to it


class Told(NamedTuple):
    """A trigger with what stands around it: its sentence, where its subject may be, its statement and its event."""

    trigger: Trigger
    sentence: Span
    lead: Span
    statement: Statement | None
    event: Event | None


def sides_of(article: Article, told: Told, parties: tuple[str, ...]) -> tuple[str, str]:
    """Return the kind of a commitment and who is committed; nobody where it is neither of the two parties."""
    kind, both = told.trigger.kind, "+".join(parties)
    subjects = _subjects(article, told, parties)
    speaker = told.statement.speaker.party if told.statement and told.statement.speaker else None
    if kind == PROPOSAL:
        by = speaker if speaker and speaker in parties else next(iter(subjects), "")
        is_taken_up = article.words["accepted"].search(article.folded, told.trigger.stop, told.sentence.stop)
        return (AGREEMENT, both) if by and is_taken_up else (kind, by)
    if kind == AGREEMENT:
        return kind, both
    if _is_joint(article, told, parties) or _meet(article, told, subjects) or _was_agreed(article, told) or _is_shared(article, told):
        return AGREEMENT, both
    by = (subjects[0] if subjects else "" if _is_strange(article, told, parties) else speaker) or ""
    if set(by.split("+")) == set(parties):
        return AGREEMENT, both
    return kind, by if by in parties else _by_press(article, told, parties)


def _by_press(article: Article, told: Told, parties: tuple[str, ...]) -> str:
    """The side whose press tells it, where no side is named and it has a day: the hospital will lend its tents by May."""
    is_unnamed = not article.mentions_in(told.lead.start, told.lead.stop) and not (told.statement and told.statement.speaker and told.statement.speaker.party)
    home = home_of(article.reading.document.outlet, parties) if is_unnamed and due_in(article, told.sentence.start, told.sentence.stop) else ""
    return home if home in parties else ""


def firmness(article: Article, told: Told, parties: tuple[str, ...]) -> int:
    """Return how firmly words tell who is committed: 2 where both agreed, 1 where a side is named as the subject, else 0."""
    if told.trigger.kind == AGREEMENT or _was_agreed(article, told):
        return 2
    return int(bool(_subjects(article, told, parties)) and not _is_shared(article, told))


def is_of_both(article: Article, told: Told, parties: tuple[str, ...]) -> bool:
    """Return whether something was agreed by both, whoever tells it."""
    return told.trigger.kind == AGREEMENT and _is_joint(article, told, parties)


def has_subject(article: Article, told: Told) -> bool:
    """Return whether a side, or one who goes on speaking, is the subject of what will be done."""
    own = article.words["own"].search(article.folded, told.lead.start, told.lead.stop)
    return bool(own or article.mentions_in(told.lead.start, told.lead.stop))


def _subjects(article: Article, told: Told, parties: tuple[str, ...]) -> list[str]:
    """The sides named before the trigger, in order, where the first of all is one of the two."""
    mentions = _behind_cue(article, told) or article.mentions_in(told.lead.start, told.lead.stop)
    if not mentions and told.trigger.is_behind and told.trigger.kind == PROMISE:
        mentions = article.mentions_in(told.trigger.stop, told.trigger.stop + OPENING)
    named = [part for each in mentions for part in (each.party or "").split("+")]
    return list(dict.fromkeys(part for part in named if part in parties)) if named and named[0] in parties else []


def _behind_cue(article: Article, told: Told) -> list[Mention]:
    """The sides named between the verb that reports and what somebody else is said to do: she said Pakistan had promised to lift the duty."""
    lead, trigger = told.lead, told.trigger
    cues = [each.cue.stop for each in article.reading.statements if lead.start <= each.cue.start and each.cue.stop <= trigger.start]
    return article.mentions_in(max(cues), trigger.start) if cues else []


def _is_strange(article: Article, told: Told, parties: tuple[str, ...]) -> bool:
    """Whether the subject speaks for neither party."""
    named = article.mentions_in(told.lead.start, told.lead.stop)
    return bool(named) and set((named[0].party or "").split("+")).isdisjoint(parties)


def _is_joint(article: Article, told: Told, parties: tuple[str, ...]) -> bool:
    """Whether both are the subject: by a word for both, by one mention of them, or side by side."""
    lead = told.lead
    if article.words["joint"].search(article.folded, lead.start, lead.stop) or article.words["together"].search(article.folded, lead.stop, told.sentence.stop):
        return True
    named = [each for each in article.mentions_in(lead.start, lead.stop) if each.party]
    if any(set(parties) <= set((each.party or "").split("+")) for each in named):
        return True
    near = zip(named, named[1:], strict=False)
    return any({one.party, other.party} == set(parties) and AND.fullmatch(article.folded[one.stop : other.start]) for one, other in near)


def _meet(article: Article, told: Told, subjects: list[str]) -> bool:
    """Whether both meet: not where a verb in the singular tells that one side holds talks."""
    if told.event is None or told.event.type != MEETING:
        return False
    if article.words["goes"].search(article.folded, told.lead.start, told.event.start):
        return True
    is_one = len(subjects) == 1 and article.words["singular"].fullmatch(article.folded, told.trigger.start, told.trigger.stop)
    return len(told.event.parties) > 1 and not is_one


def _is_shared(article: Article, told: Told) -> bool:
    """Whether the subject is a commission, a crossing or the like: behind no side, or as what a Chinese subject ends in."""
    found = list(article.words["organ"].finditer(article.folded, told.lead.start, told.trigger.stop))
    if found and not article.is_spaced and found[-1].end() == told.trigger.start:
        return True
    return bool(found) and not article.mentions_in(told.lead.start, told.lead.stop)


def _was_agreed(article: Article, told: Told) -> bool:
    """Whether the sentence tells before the trigger that it was agreed."""
    start = max(told.sentence.start, told.trigger.start - FAR)
    return article.words["agreed"].search(article.folded, start, told.trigger.start) is not None
