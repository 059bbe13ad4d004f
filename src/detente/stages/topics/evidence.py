"""What speaks for each topic in and around a statement: its own words, and those before and behind it.

Words weigh as in a unigram language model with Dirichlet smoothing (Zhai and Lafferty 2001), learned from labelled
statements; what the rules find in the statement's own words counts beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, log1p
from operator import add

from detente.records import Span
from detente.resources.topicwords import UNIT, TopicWords
from detente.text.packed import numbers_of, pack

from .case import TopicCase
from .find import STRONG, Mentions

# How many tenths a word counts, by where it stands. Words of one statement are not independent: one alone counts half.
INSIDE, BEHIND = 5, 1
NAT = 10 * UNIT
OWN_SECOND, MENTIONED, NEAREST = 2 * NAT, NAT // 2, 3 * NAT
RULED_OUT = -100 * NAT
WORD, RUN = re.compile(r"[^\W\d_]\w*"), re.compile(r"\w+")


def words_of(mentions: Mentions, span: Span, letters: tuple[int, ...]) -> list[str]:
    """Return the words of a span: the first letters of each, so many or so many, or if none pairs of characters; and its terms.

    Each word counts once. A term counts as a word of its own, each time: `=trade`, or `~trade` where it only suggests
    the topic.
    """
    text = mentions.shown[span.start : span.stop]
    return [*stems_of(text, letters), *_terms(mentions, span)]


def stems_of(text: str, letters: tuple[int, ...]) -> dict[str, None]:
    """Return the words of a text as the tables have them, each once.

    >>> list(stems_of("The ferries", (5, 7))), list(stems_of("渡轮复航", ()))
    (['the', 'ferri', 'ferries'], ['渡轮', '轮复', '复航'])
    """
    if not letters:
        return dict.fromkeys(_pairs(text))
    words = WORD.findall(text.lower())
    return dict.fromkeys([word[:count] for count in letters for word in words])


def _pairs(text: str) -> Iterator[str]:
    """Pairs of neighbouring characters of a text without its marks."""
    for run in RUN.findall(text):
        yield from map(add, run, run[1:])


def _terms(mentions: Mentions, span: Span) -> Iterator[str]:
    for i in mentions.between(span.start, span.stop):
        yield ("=" if mentions.weights[i] >= STRONG else "~") + mentions.topics[i]


class _Rows(dict[str, int]):
    """What each known word says of the topics, packed; a row is read when its word is first met."""

    def __init__(self, words: TopicWords) -> None:
        super().__init__()
        self._words = words
        self._rest = pack(enumerate(words.rest))

    def __missing__(self, word: str) -> int:
        row = self[word] = pack(self._words.weights(word)) + self._rest
        return row


class Evidence:
    """Weighs topics for statements of a language by the words that it was taught: packed vectors, in thousandths of a nat."""

    def __init__(self, words: TopicWords) -> None:
        self.topics = words.topics
        self.beyond = words.beyond / 100
        self._before = words.before
        self._own_first = words.named * NAT // UNIT
        self._one = {topic: pack([(number, 1)]) for number, topic in enumerate(words.topics)}
        self._number = {topic: number for number, topic in enumerate(words.topics)}
        self._letters = words.letters
        self.apart = bool(words.letters)
        self._known = words.rows
        self._rows = _Rows(words)

    def inside(self, case: TopicCase, named: tuple[str, ...]) -> int:
        """Return what a statement says, which names topics in its own words, and the phrase before it."""
        one, covered = self._one, case.covered
        spans = (*case.content, case.fronted) if case.fronted else case.content
        weights = INSIDE * sum([self._says(case.mentions, span) for span in spans])
        for order, topic in enumerate(named):
            weights += one[covered.get(topic, topic)] * (OWN_SECOND if order else self._own_first)
        for span in case.content:
            for i in case.mentions.between(span.start, span.stop):
                topic = case.mentions.topics[i]
                weights += one[covered.get(topic, topic)] * (case.mentions.weights[i] * MENTIONED // STRONG)
        return weights

    def before(self, case: TopicCase, nearest: tuple[str, ...]) -> int:
        """Return what stands before a statement in its paragraph, where a topic was named last."""
        start, stop = max(case.paragraph.start, case.earlier_stop), case.content[0].start
        weights = self._before * self._says(case.mentions, Span(start, stop)) if start < stop else 0
        return weights + sum(self._one[case.covered.get(topic, topic)] * NEAREST for topic in nearest)

    def behind(self, case: TopicCase, told: Span | None) -> int:
        """Return what is told behind a statement."""
        return BEHIND * self._says(case.mentions, told) if told and told.start < told.stop else 0

    def _says(self, mentions: Mentions, span: Span) -> int:
        """What the known words of a span say."""
        rows, known = self._rows, self._known
        return sum([rows[word] for word in words_of(mentions, span, self._letters) if word in known])

    def nats(self, weights: int, case: TopicCase) -> list[float]:
        """Return what speaks for each topic, in nats.

        Between two parties with a dispute of their own, what speaks for a part of it speaks for the dispute.
        """
        found = [weight / NAT for weight in numbers_of(weights, len(self.topics))]
        for part, dispute in case.covered.items():
            a, b = self._number[part], self._number[dispute]
            found[b] = _either(found[a], found[b])
            found[a] = RULED_OUT
        for topic in case.mentions.unnamed:
            found[self._number[topic]] = RULED_OUT
        return found


def _either(one: float, other: float) -> float:
    """The logarithm of the sum of two likelihoods."""
    high, low = max(one, other), min(one, other)
    return high + log1p(exp(low - high))
