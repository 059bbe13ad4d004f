"""Which words of an article commit a side: agreed, proposed, or told as what it will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.records import Event, Span, Statement
from detente.text.spans import trim

from .article import Article
from .due import due_in
from .records import AGREEMENT, PROMISE
from .sides import Told, has_subject, sides_of
from .triggers import Trigger, triggers_in

PLANNED = ("meeting", "visit", "call")
BREAKS = {False: re.compile("[,;:]"), True: re.compile("[;:]|, ")}
LEAST = {False: 4, True: 12}  # characters of what can be checked later, in Chinese and where words are written apart
BEFORE = 24  # characters before a deed in which it is denied


class Found(NamedTuple):
    """Words that commit a side: where they stand, who is committed to what kind of thing, and by when."""

    start: int
    stop: int
    kind: str
    by: str
    due: str | None
    event: Event | None
    topic: str | None
    method: str


def find_commitments(article: Article, parties: tuple[str, ...]) -> Iterator[Found]:
    """Yield what commits one of two parties, or both, in the order of the text."""
    for sentence in article.sentences:
        last = sentence.start
        for trigger in triggers_in(article, sentence):
            found = _found(article, sentence, trigger, parties) if trigger.start >= last else None
            if found:
                last = found.stop
                yield found


def _found(article: Article, sentence: Span, trigger: Trigger, parties: tuple[str, ...]) -> Found | None:
    statement, scope = _scope(article, sentence, trigger)
    span = _unit(article, scope, trigger)
    if not _can_be_checked(article, span, trigger) or _is_open(article, sentence, span, trigger, statement):
        return None
    due, event = due_in(article, span.start, span.stop), _event(article, span, trigger)
    lead = Span(span.start if trigger.kind == PROMISE else _clause_start(article, scope, trigger), trigger.start)
    told = Told(trigger, sentence, lead, statement, event, Span(span.stop, sentence.stop))
    kind, by = sides_of(article, told, parties)
    if not by or not (due or event or _is_deed(article, span, told)):
        return None
    start, stop = trim(article.text, span.start, span.stop)
    method = f"{trigger.kind}:{'act' if trigger.is_bare else article.text[trigger.start : trigger.stop].strip()}"
    return Found(start, stop, kind, by, due, event, statement.topics[0] if statement and statement.topics else None, method)


def _scope(article: Article, sentence: Span, trigger: Trigger) -> tuple[Statement | None, Span]:
    """The statement of a trigger, and the words that it belongs to: the content around it, or the sentence."""
    for each in article.reading.statements:
        if each.cue.start < trigger.stop and trigger.start < each.cue.stop:
            return each, sentence
    said = article.statement_at(min(trigger.start, sentence.stop - 1))
    if said is None:
        return None, sentence
    return said[0], Span(max(said[1].start, sentence.start), min(said[1].stop, sentence.stop))


def _unit(article: Article, scope: Span, trigger: Trigger) -> Span:
    """The words of the commitment: the clause of the trigger, or what stands behind one of agreeing or proposing."""
    ends = (match.start() for match in BREAKS[article.is_spaced].finditer(article.folded, trigger.stop, scope.stop))
    stop = next((end for end in ends if end - trigger.stop > LEAST[article.is_spaced]), scope.stop)
    return Span(_clause_start(article, scope, trigger) if trigger.kind == PROMISE else trigger.stop, stop)


def _clause_start(article: Article, scope: Span, trigger: Trigger) -> int:
    """Where the clause of a trigger begins: behind the last break in Chinese, else behind the words that lead in a report."""
    pattern = article.words["lead_in"] if article.is_spaced else BREAKS[False]
    return max([scope.start, *(match.end() for match in pattern.finditer(article.folded, scope.start, trigger.start))])


def _can_be_checked(article: Article, span: Span, trigger: Trigger) -> bool:
    """Whether it is a deed of some length, neither a state that lasts nor what nobody can measure."""
    if span.stop - max(span.start, trigger.stop) < LEAST[article.is_spaced]:
        return False
    if trigger.kind == PROMISE:
        is_proposal = article.words["proposed"].search(article.folded, trigger.stop, span.stop)
        return not (is_proposal or article.words["idle"].match(article.folded, trigger.start))
    return not article.words["vague"].search(article.folded[trigger.stop : span.stop])


def _is_open(article: Article, sentence: Span, span: Span, trigger: Trigger, statement: Statement | None) -> bool:
    """Whether it is wish, forecast, demand, denial or what was said before, or said by one who speaks for no side."""
    words, folded = article.words, article.folded
    lead = sentence.start if trigger.kind == AGREEMENT else max(sentence.start, trigger.start - BEFORE)
    if words["denied"].search(folded, lead, span.stop) or words["before"].search(folded, sentence.start, trigger.start):
        return True
    if words["put_off"].search(folded, span.start, span.stop) or words["hedged"].search(folded, span.start, span.stop):
        return True
    if statement is None:
        return False
    is_private = statement.speaker is not None and statement.speaker.party is None
    return is_private or words["hedged"].search(folded, statement.cue.start, statement.cue.stop) is not None


def _event(article: Article, span: Span, trigger: Trigger) -> Event | None:
    """The meeting, visit or call that is committed to: the nearest behind the trigger, else the first of the words."""
    told = [each for each in article.events_in(span.start, span.stop) if each.type in PLANNED]
    return next((each for each in told if each.start >= trigger.start), told[0] if told else None)


def _is_deed(article: Article, span: Span, told: Told) -> bool:
    """Whether something is done by somebody, where neither day nor event tells it."""
    if told.trigger.kind == PROMISE:
        return has_subject(article, told)
    return not told.trigger.is_bare and article.words["deed"].search(article.folded[span.start : span.stop]) is not None
