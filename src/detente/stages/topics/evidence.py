"""What speaks for each topic in and around a statement: its words, the phrase and the text before it, the headings.

Words weigh as in a unigram language model with Dirichlet smoothing (Zhai and Lafferty 2001), learned from labelled
statements; what the rules find in the statement's own words counts beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log1p

from detente.records import Span
from detente.resources.topicwords import TopicWords

from .case import TopicCase
from .find import STRONG, Mentions
from .rules import fronted, nearest_before, own_words

# How much a word counts, by where it stands. Words of one statement are not independent: one alone counts half.
CONTENT, FRONTED, BEFORE, HEADING = 0.5, 0.5, 0.2, 0.1
OWN_FIRST, OWN_SECOND, MENTIONED, NEAREST = 4.0, 2.0, 0.5, 3.0
PART_OF_A_DISPUTE = -50.0
STEM = 5
WORD = re.compile(r"[^\W\d_]\w*")

Weights = list[float]


def words_of(mentions: Mentions, span: Span, *, spaced: bool) -> list[str]:
    """Return the words of a span: pairs of characters, or openings of words where they are written apart; and its terms.

    A term counts as a word of its own: `=trade`, or `~trade` where it only suggests the topic.
    """
    text = mentions.shown[span.start : span.stop]
    if spaced:
        words = {word[:STEM].lower() for word in WORD.findall(text)}
    else:
        words = {a + b for a, b in zip(text, text[1:], strict=False) if a.isalnum() and b.isalnum()}
    return [*sorted(words), *_terms(mentions, span)]


def _terms(mentions: Mentions, span: Span) -> Iterator[str]:
    for i in mentions.between(span.start, span.stop):
        yield ("=" if mentions.weights[i] >= STRONG else "~") + mentions.topics[i]


class Evidence:
    """Weighs topics for statements of a language, in nats, by the words that it was taught."""

    def __init__(self, words: TopicWords, *, spaced: bool) -> None:
        self.words = words
        self.number = {topic: number for number, topic in enumerate(words.topics)}
        self._spaced = spaced

    def inside(self, case: TopicCase) -> Weights:
        """Return the weight of each topic by what a statement itself says, and the phrase that stands before it."""
        weights = [0.0] * len(self.number)
        self._add(weights, case, case.content, CONTENT)
        if case.fronted:
            self._add(weights, case, (case.fronted,), FRONTED)
        self._join_disputes(weights, case)
        for order, topic in enumerate(own_words(case) or fronted(case) or ()):
            weights[self._of(topic, case)] += OWN_SECOND if order else OWN_FIRST
        for span in case.content:
            for i in case.mentions.between(span.start, span.stop):
                weights[self._of(case.mentions.topics[i], case)] += MENTIONED * case.mentions.weights[i] / STRONG
        return weights

    def around(self, case: TopicCase) -> Weights:
        """Return the weight of each topic by what stands before a statement in its paragraph, and by its headings."""
        weights = [0.0] * len(self.number)
        start = max(case.paragraph.start, case.earlier_stop)
        if start < case.content[0].start:
            self._add(weights, case, (Span(start, case.content[0].start),), BEFORE)
        self._add(weights, case, case.headings, HEADING)
        self._join_disputes(weights, case)
        for topic in nearest_before(case) or ():
            weights[self._of(topic, case)] += NEAREST
        return weights

    def _of(self, topic: str, case: TopicCase) -> int:
        return self.number[case.covered.get(topic, topic)]

    def _add(self, weights: Weights, case: TopicCase, spans: Iterable[Span], share: float) -> None:
        """Add what the words of spans say, each counting a share."""
        count = 0
        for span in spans:
            words = words_of(case.mentions, span, spaced=self._spaced)
            known = [row for word in words if (row := self.words.weights(word))]
            count += len(known)
            for row in known:
                for number, weight in row:
                    weights[number] += share * weight
        if count:
            share *= count
            weights[:] = [weight + share * rest for weight, rest in zip(weights, self.words.rest, strict=True)]

    def _join_disputes(self, weights: Weights, case: TopicCase) -> None:
        """Between two parties with a dispute of their own, what speaks for a part of it speaks for the dispute."""
        for part, dispute in case.covered.items():
            a, b = self.number[part], self.number[dispute]
            weights[b] = _either(weights[a], weights[b])
            weights[a] = PART_OF_A_DISPUTE


def _either(one: float, other: float) -> float:
    """The logarithm of the sum of two likelihoods."""
    high, low = max(one, other), min(one, other)
    return high + log1p(exp(low - high))


def likeliest(weights: Sequence[float]) -> int:
    """Return the number of the topic that weighs most."""
    return max(range(len(weights)), key=weights.__getitem__)
