"""Which words of an article commit a side: agreed, proposed, or told as what it will do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.records import Event, Span, Statement
from detente.text.spans import trim

from .article import Article
from .due import due_in, last_day
from .records import AGREEMENT, PROMISE
from .sides import MEETING, Told, firmness, has_subject, is_of_both, sides_of
from .triggers import Trigger, triggers_in

VISIT, CALL, GOING, OFFICIAL = "visit", "call", "going", ("person:", "office:")
PLANNED = (MEETING, VISIT, CALL)
BREAKS = {False: re.compile("(?<![日月年]起),|[;:]"), True: re.compile("[;:]|, ")}
LEAST = {False: 4, True: 12}  # characters of what can be checked later, in Chinese and where words are written apart
FULL = {False: 4, True: 20}  # characters of a clause that is not cut short by a break
LONGEST_REST = 24  # characters of a clause that goes on with the one before
LEAST_EXACT = 7  # characters of a month or a day in ISO 8601
NEAR = 12  # characters between a deed and the word that negates it
BEFORE = 24  # characters before a deed in which it is denied


class Found(NamedTuple):
    """Words that commit a side: where they stand, who is committed to what kind of thing, and by when.

    `gathers` is whether it is that people meet, `parties` are the sides that the words name.
    """

    start: int
    stop: int
    kind: str
    by: str
    due: str | None
    event: Event | None
    topic: str | None
    method: str
    firmness: int
    gathers: bool
    parties: frozenset[str]


class Candidate(NamedTuple):
    """Words that commit somebody to something, whoever that is: `told` is what stands around them."""

    span: Span
    told: Told
    due: str | None
    event: Event | None


def candidates_in(article: Article) -> tuple[Candidate, ...]:
    """Return what commits anybody, in the order of the text: all that need not be found anew for each two parties."""
    triggers = ((sentence, trigger) for sentence in article.sentences for trigger in triggers_in(article, sentence))
    return tuple(found for sentence, trigger in triggers if (found := _candidate(article, sentence, trigger)))


def commitments_of(article: Article, candidates: Iterable[Candidate], parties: tuple[str, ...]) -> Iterator[Found]:
    """Yield those of candidates that commit one of two parties, or both; none begins within the one before."""
    last = 0
    for each in candidates:
        last = max(last, each.told.sentence.start)
        if each.told.trigger.start >= last and (found := _found(article, each, parties)):
            last = found.stop
            yield found


def _candidate(article: Article, sentence: Span, trigger: Trigger) -> Candidate | None:
    statement, scope = _scope(article, sentence, trigger)
    span = _unit(article, scope, trigger)
    due, event = _due(article, span, trigger, sentence), _event(article, span, trigger, sentence)
    lead = Span(_clause_start(article, scope, trigger) if trigger.is_behind else span.start, trigger.start)
    told = Told(trigger, sentence, lead, statement, event)
    if not _can_be_checked(article, span, trigger, due) or _is_open(article, span, told):
        return None
    if not (due or _is_planned(event, trigger) or _is_deed(article, span, told)) or (_needs_day(trigger) and not due):
        return None
    return Candidate(span, told, due, event)


def _found(article: Article, candidate: Candidate, parties: tuple[str, ...]) -> Found | None:
    span, told, due, event = candidate
    if _is_private(article, told, parties):
        return None
    kind, by = sides_of(article, told, parties)
    if not by or (kind == PROMISE and article.words["domestic"].search(article.folded, span.start, span.stop)):
        return None
    start, stop = trim(article.text, span.start, span.stop)
    trigger, statement = told.trigger, told.statement
    method = f"{trigger.kind}:{'act' if trigger.is_bare else article.text[trigger.start : trigger.stop].strip()}"
    topic = statement.topics[0] if statement and statement.topics else None
    gathers = bool(event or article.words["gathers"].search(article.folded, start, stop))
    return Found(start, stop, kind, by, due, event, topic, method, firmness(article, told, parties), gathers, article.parties_in(start, stop))


def _needs_day(trigger: Trigger) -> bool:
    """Whether words commit only with a day to come: plans, and in Chinese what is told from a day on."""
    return trigger.needs_day or (trigger.kind == PROMISE and trigger.is_bare)


def _due(article: Article, span: Span, trigger: Trigger, sentence: Span) -> str | None:
    """The day in the words, else, of what is only told to be agreed, in the clause behind them."""
    due = due_in(article, span.start, span.stop)
    if not trigger.is_bare:
        return due
    due = due or (None if article.is_spaced else due_in(article, span.stop, sentence.stop))
    return None if due and article.day and last_day(due) == article.day else due


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
    stop = next((end for end in ends if end - trigger.stop > FULL[article.is_spaced]), scope.stop)
    start = trigger.stop if trigger.is_behind else _clause_start(article, scope, trigger)
    return Span(start, stop if article.is_spaced else _with_next(article, scope, stop))


def _with_next(article: Article, scope: Span, stop: int) -> int:
    """The end of a Chinese clause, or of the next one where that goes on with it."""
    if not article.folded.startswith(",", stop):
        return stop
    end = BREAKS[False].search(article.folded, stop + 1, scope.stop)
    last = end.start() if end else scope.stop
    goes_on = 0 < last - stop <= LONGEST_REST and not article.mentions_in(stop, stop + 3)
    turns = article.words["turn"].match(article.folded, stop + 1)
    starts = turns or any(article.words[name].search(article.folded, stop, last) for name in ("future", "pledged", "agreed", "proposed", "hedged", "denied"))
    return last if goes_on and not starts else stop


def _clause_start(article: Article, scope: Span, trigger: Trigger) -> int:
    """Where the clause of a trigger begins: behind the last break in Chinese, else behind the words that lead in a report."""
    pattern = article.words["lead_in"] if article.is_spaced else BREAKS[False]
    return max([scope.start, *(match.end() for match in pattern.finditer(article.folded, scope.start, trigger.start))])


def _can_be_checked(article: Article, span: Span, trigger: Trigger, due: str | None) -> bool:
    """Whether it is a deed of some length, neither a state that lasts nor what nobody can measure."""
    if span.stop - max(span.start, trigger.stop) < LEAST[article.is_spaced]:
        return False
    if trigger.kind == PROMISE and _is_negated(article, span, trigger):
        return False
    if not trigger.is_behind:
        is_proposal = article.words["proposed"].search(article.folded, trigger.stop, span.stop)
        last = article.folded.rfind(" ", trigger.start, trigger.stop) + 1
        return not (is_proposal or any(article.words["idle"].match(article.folded, place) for place in {trigger.start, last or trigger.start}))
    is_vague = article.words["vague"].search(article.folded[trigger.stop : span.stop]) is not None
    return not is_vague or (due is not None and len(due) >= LEAST_EXACT)


def _is_negated(article: Article, span: Span, trigger: Trigger) -> bool:
    """Whether what is promised is not to do something, which no later report tells."""
    before = max(span.start, trigger.start - NEAR)
    return article.words["negated"].search(article.folded, min(before, trigger.start), min(span.stop, trigger.stop + NEAR)) is not None


def _is_open(article: Article, span: Span, told: Told) -> bool:
    """Whether it is wish, forecast, demand, denial, or what was said before."""
    words, folded, trigger, start = article.words, article.folded, told.trigger, told.sentence.start
    near = start if trigger.kind == AGREEMENT else max(start, trigger.start - BEFORE)
    end = span.stop if article.is_spaced else told.sentence.stop
    if words["denied"].search(folded, near, end) or words["before"].search(folded, start, trigger.start):
        return True
    if words["put_off"].search(folded, span.start, span.stop):
        return True
    asked = start if article.is_spaced and trigger.kind == PROMISE and told.statement is None else span.start
    return words["hedged"].search(folded, asked, span.stop) is not None


def _is_private(article: Article, told: Told, parties: tuple[str, ...]) -> bool:
    """Whether it is the wish of a speaker, or said by one who speaks for no side."""
    statement = told.statement
    if statement is None or is_of_both(article, told, parties):
        return False
    pledges = told.trigger.kind == PROMISE and told.trigger.is_behind
    is_nobodys = statement.speaker is not None and statement.speaker.party is None and not pledges
    return is_nobodys or article.words["hedged"].search(article.folded, statement.cue.start, statement.cue.stop) is not None


def _event(article: Article, span: Span, trigger: Trigger, sentence: Span) -> Event | None:
    """The meeting, visit or call that is committed to: the nearest behind the trigger, else the first of the words."""
    stop = sentence.stop if article.words["goes"].search(article.folded, span.start, span.stop) else span.stop
    told = [each for each in article.events_in(span.start, stop) if each.type in PLANNED and not _is_errand(article, span, each)]
    if stop > span.stop and (talks := next((each for each in told if each.type == MEETING), None)):
        return talks
    return next((each for each in told if each.start >= trigger.start), told[0] if told else None)


def _is_errand(article: Article, span: Span, event: Event) -> bool:
    """Whether somebody goes somewhere who is no official by name or office: a team that is sent."""
    goes = event.type == VISIT and event.method == GOING
    return goes and not any(each.actor_id.startswith(OFFICIAL) for each in article.reading.mentions if span.start <= each.start < event.start)


def _is_planned(event: Event | None, trigger: Trigger) -> bool:
    """Whether an event is told as one to come; where only an act tells of an agreement, not as held."""
    return event is not None and not (trigger.is_bare and event.status == "held")


def _is_deed(article: Article, span: Span, told: Told) -> bool:
    """Whether something is done by somebody, where neither day nor event tells it."""
    if told.trigger.kind == PROMISE:
        return has_subject(article, told)
    return not told.trigger.is_bare and article.words["deed"].search(article.folded[span.start : span.stop]) is not None
