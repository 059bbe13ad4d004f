"""Rules for the topics of a statement: its own words first, then what stands before the cue, then what the talk was about."""

from __future__ import annotations

import re
from collections import Counter

from detente.records import Span

from .case import TopicCase
from .find import STRONG

MOST = 2
MOST_OF_AGENDA = 6
AGENDA_MARK = "、"
NEAR = 8
JOINED = re.compile(" (?:and|as well as|\u0438) ")
CLAUSE = re.compile("[.;:“”\"]| (?:that|which|who|because|but|if|while|when|will|would|is|was|are|were|had|has|have) |\u0447\u0442\u043e")


def _is_in_context(topic: str, case: TopicCase) -> bool:
    """Whether the paragraph of a statement, or a heading over it, names a topic with a strong term."""
    return any(case.mentions.names(topic, span.start, span.stop) for span in (case.paragraph, *case.headings))


def _weigh(case: TopicCase, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """Topics of the mentions in the spans; a weak term needs a second one, or a strong one in the paragraph."""
    starts, topics, weights = case.mentions[:3]
    weight: dict[str, int] = {}
    first: dict[str, int] = {}
    for span in spans:
        for i in case.mentions.between(span.start, span.stop):
            topic = topics[i]
            weight[topic] = weight.get(topic, 0) + weights[i]
            first.setdefault(topic, starts[i])
    if not weight:
        return ()
    found = [topic for topic, total in weight.items() if total >= STRONG or _is_in_context(topic, case)]
    if len(found) > 1:
        found = [t for t in found if case.precedence.yields[t].isdisjoint(found)]
    if len(found) < 2:
        return tuple(found)
    found = _specific(found, case, first)
    order = sorted(found, key=lambda t: (-case.precedence.ranks[t], -weight[t], first[t]))
    return tuple(order[: MOST_OF_AGENDA if len(order) > MOST and _is_listed(case, spans) else MOST])


def _is_listed(case: TopicCase, spans: tuple[Span, ...]) -> bool:
    return any(AGENDA_MARK in case.folded[s.start : s.stop] for s in spans)


def _specific(found: list[str], case: TopicCase, first: dict[str, int]) -> list[str]:
    """A named dispute beats ordinary subjects, and these beat the relation in general; items of one list are equals."""
    ranks = [case.precedence.ranks[topic] for topic in found]
    highest = max(ranks)
    if min(ranks) == highest:
        return found
    top = [topic for topic, rank in zip(found, ranks, strict=True) if rank == highest]
    places = sorted(first[topic] for topic in found)
    listed = any(_in_list(case.folded, first[topic]) for topic in top) or _joins(case.folded, places[0], places[-1])
    return found if listed else top


def _in_list(folded: str, start: int) -> bool:
    """Whether an item of an enumeration begins at a place: 叙利亚问题、裁军和贸易."""
    return AGENDA_MARK in folded[max(0, start - NEAR) : start + NEAR]


def are_joined(case: TopicCase, topics: tuple[str, ...]) -> bool:
    """Whether two topics are items of one list, with a conjunction between the terms that name them: the air link and the quota."""
    found: dict[str, int] = {}
    starts, named, weights = case.mentions[:3]
    for span in case.content:
        for i in case.mentions.between(span.start, span.stop):
            if named[i] in topics and weights[i] >= STRONG:
                found.setdefault(named[i], starts[i])
    if len(found) != len(topics):
        return False
    return _joins(case.folded, min(found.values()), max(found.values()))


def _joins(folded: str, first: int, last: int) -> bool:
    """Whether a conjunction stands between two places, and no other clause."""
    return JOINED.search(folded, first, last) is not None and not CLAUSE.search(folded, first, last)


def own_words(case: TopicCase) -> tuple[str, ...] | None:
    """What the content itself names."""
    return _weigh(case, case.content) or None


def fronted(case: TopicCase) -> tuple[str, ...] | None:
    """在朝鲜半岛问题上,…: what stands before the speaker."""
    return (case.fronted and _weigh(case, (case.fronted,))) or None


def nearest_before(case: TopicCase) -> tuple[str, ...] | None:
    """The last topic named between the statement before and this one, or since the paragraph began."""
    start = max(case.paragraph.start, case.earlier_stop)
    mentions = case.mentions
    numbers = reversed(mentions.between(start, case.content[0].start))
    for i in numbers:
        if mentions.weights[i] >= STRONG:
            return (mentions.topics[i],)
    return None


def statement_before(case: TopicCase) -> tuple[str, ...] | None:
    """What the statement before it in the paragraph is about."""
    return (case.earlier and case.earlier.topics) or None


def weak_words(case: TopicCase) -> tuple[str, ...] | None:
    """The only topic that its words suggest."""
    spans = [case.mentions.between(span.start, span.stop) for span in case.content]
    found = {case.mentions.topics[i] for numbers in spans for i in numbers}
    return tuple(found) if len(found) == 1 else None


def paragraph_at_large(case: TopicCase) -> tuple[str, ...] | None:
    """The most specific topic that the paragraph names, when nothing before says what the talk is about."""
    weight: Counter[str] = Counter()
    for i in case.mentions.between(case.paragraph.start, case.paragraph.stop):
        weight[case.mentions.topics[i]] += case.mentions.weights[i]
    strong = [topic for topic in weight if weight[topic] >= STRONG]
    return (max(strong, key=lambda t: (case.precedence.ranks[t], weight[t])),) if strong else None


RULES = (own_words, fronted, nearest_before, statement_before, weak_words, paragraph_at_large)
