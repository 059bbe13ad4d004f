"""What speaks for each topic in and before a statement: its own words, and those of the phrase and the text before it.

Words weigh as in a unigram language model with Dirichlet smoothing (Zhai and Lafferty 2001), learned from labelled
statements; what the rules find in the statement's own words counts beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log1p
from operator import add

from detente.records import Span
from detente.resources.topicwords import TopicWords

from .case import TopicCase
from .find import STRONG, Mentions
from .rules import fronted, nearest_before

# How much a word counts, by where it stands. Words of one statement are not independent: one alone counts half.
CONTENT, FRONTED, BEFORE = 0.5, 0.5, 0.2
OWN_FIRST, OWN_SECOND, MENTIONED, NEAREST = 4.0, 2.0, 0.5, 3.0
PART_OF_A_DISPUTE = -50.0
STEM = 5
WORD, RUN = re.compile(r"[^\W\d_]\w*"), re.compile(r"\w+")

Weights = list[float]


def words_of(mentions: Mentions, span: Span, *, spaced: bool) -> list[str]:
    """Return the words of a span: pairs of characters, or openings of words where they are written apart; and its terms.

    Each word counts once. A term counts as a word of its own, each time: `=trade`, or `~trade` where it only suggests
    the topic.
    """
    text = mentions.shown[span.start : span.stop]
    words = (word[:STEM].lower() for word in WORD.findall(text)) if spaced else _pairs(text)
    return [*dict.fromkeys(words), *_terms(mentions, span)]


def _pairs(text: str) -> Iterator[str]:
    """Pairs of neighbouring characters of a text without its marks."""
    for run in RUN.findall(text):
        yield from map(add, run, run[1:])


def _terms(mentions: Mentions, span: Span) -> Iterator[str]:
    for i in mentions.between(span.start, span.stop):
        yield ("=" if mentions.weights[i] >= STRONG else "~") + mentions.topics[i]


class Evidence:
    """Weighs topics for statements of a language, in nats, by the words that it was taught."""

    def __init__(self, words: TopicWords, *, spaced: bool) -> None:
        self.words = words
        self.number = {topic: number for number, topic in enumerate(words.topics)}
        self._spaced = spaced
        self._rows: dict[str, tuple[tuple[int, float], ...]] = {}

    def inside(self, case: TopicCase, own: tuple[str, ...]) -> Weights:
        """Return the weight of each topic by what a statement says, with its `own` topics, and the phrase before it."""
        parts = [(span, CONTENT) for span in case.content]
        weights = self._of_words(case, [*parts, (case.fronted, FRONTED)] if case.fronted else parts)
        for order, topic in enumerate(own or fronted(case) or ()):
            weights[self._of(topic, case)] += OWN_SECOND if order else OWN_FIRST
        for span in case.content:
            for i in case.mentions.between(span.start, span.stop):
                weights[self._of(case.mentions.topics[i], case)] += MENTIONED * case.mentions.weights[i] / STRONG
        return weights

    def before(self, case: TopicCase) -> Weights:
        """Return the weight of each topic by what stands before a statement in its paragraph."""
        start, stop = max(case.paragraph.start, case.earlier_stop), case.content[0].start
        weights = self._of_words(case, [(Span(start, stop), BEFORE)] if start < stop else [])
        for topic in nearest_before(case) or ():
            weights[self._of(topic, case)] += NEAREST
        return weights

    def _of(self, topic: str, case: TopicCase) -> int:
        return self.number[case.covered.get(topic, topic)]

    def _of_words(self, case: TopicCase, parts: Iterable[tuple[Span, float]]) -> Weights:
        """What the words of spans say, each counting a share."""
        weights, known = [0.0] * len(self.number), 0.0
        for span, share in parts:
            for row in map(self._row, words_of(case.mentions, span, spaced=self._spaced)):
                if row:
                    known += share
                    for number, weight in row:
                        weights[number] += share * weight
        weights = [weight + known * rest for weight, rest in zip(weights, self.words.rest, strict=True)]
        self._join_disputes(weights, case)
        return weights

    def _row(self, word: str) -> tuple[tuple[int, float], ...]:
        """What a word says; a known one is looked up once."""
        if known := self._rows.get(word):
            return known
        row = self.words.weights(word)
        if row:
            self._rows[word] = row
        return row

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
