"""What speaks for each topic in and around a statement: its own words, and those before and behind it.

Words weigh as in a unigram language model with Dirichlet smoothing (Zhai and Lafferty 2001), learned from labelled
statements; what the rules find in the statement's own words counts beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import exp, log1p
from operator import add

from detente.records import Span
from detente.resources.topicwords import UNIT, TopicWords
from detente.text.packed import numbers_of, pack

from .case import TopicCase
from .find import STRONG, Mentions

NAT = UNIT * UNIT  # weights of words, in hundredths of a nat, are multiplied by hundredths
RULED_OUT = -100 * NAT
REACH = 600  # characters of what is told between two statements
WORD, RUN = re.compile(r"[^\W\d_]\w*"), re.compile(r"\w+")


def words_of(mentions: Mentions, span: Span, letters: tuple[int, ...]) -> list[str]:
    """Return the words of a span: the first letters of each, so many or so many, or if none pairs of characters; and its terms.

    Each word counts once. A term counts as a word of its own, each time: `=trade`, or `~trade` where it only suggests
    the topic.
    """
    text = mentions.shown[span.start : span.stop]
    numbers = mentions.between(span.start, span.stop)
    return [*stems_of(text, letters), *[_term(mentions.topics[i], mentions.weights[i]) for i in numbers]]


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


def _term(topic: str, weight: int) -> str:
    return ("=" if weight >= STRONG else "~") + topic


class _Rows(dict[str, int]):
    """What each known word says of the topics, packed; a row is read when its word is first met."""

    def __init__(self, words: TopicWords) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> int:
        row = self[word] = pack(self._words.weights(word))
        return row


class Evidence:
    """Weighs topics for statements of a language by the words that it was taught: packed vectors.

    Words of one statement are not independent, so that each counts less than it says, by where it stands.
    """

    def __init__(self, words: TopicWords) -> None:
        self.words = words
        self.topics = words.topics
        self.counts = words.counts
        self.apart = bool(words.letters)
        self.one = {topic: pack([(number, 1)]) for number, topic in enumerate(words.topics)}
        self.number = {topic: number for number, topic in enumerate(words.topics)}
        self._letters = words.letters
        self._known = frozenset(words.rows)
        self._rows = _Rows(words)

    def of(self, mentions: Mentions, covered: dict[str, str]) -> Scales:
        """Return what weighs the statements of one document, between two parties whose dispute covers some topics."""
        return Scales(self, mentions, covered)

    def of_text(self, text: str) -> int:
        """Return what the known words of a text say, each once."""
        return sum(map(self._rows.__getitem__, self._known.intersection(self._stems(text))))

    def of_term(self, topic: str, weight: int) -> int:
        """Return what it says of the topics that a term of one is there."""
        term = _term(topic, weight)
        return self._rows[term] if term in self._known else 0

    def of_whole(self, mentions: Mentions) -> dict[str, float]:
        """Return what a text that stands alone says of each topic, with its terms, in nats."""
        terms = sum(map(self.of_term, mentions.topics, mentions.weights))
        said = numbers_of(self.counts["own"] * self.of_text(mentions.shown) + self.counts["terms"] * terms, len(self.topics))
        return {topic: weight / NAT for topic, weight in zip(self.topics, said, strict=True)}

    def _stems(self, text: str) -> Iterable[str]:
        """The words of a text, and pairs with marks, which no table knows."""
        if not self._letters:
            return map(add, text, text[1:])
        words = WORD.findall(text.lower())
        return [word[:count] for count in self._letters for word in words]


class Scales:
    """Weighs the statements of one document; of its terms it holds what all before each say together.

    `possible` tells of each topic whether a statement may be on it.
    """

    def __init__(self, evidence: Evidence, mentions: Mentions, covered: dict[str, str]) -> None:
        self._evidence, self._mentions, self._counts = evidence, mentions, evidence.counts
        number = evidence.number
        self._covered = [(number[part], number[dispute]) for part, dispute in covered.items()]
        self._one = evidence.one | {part: evidence.one[dispute] for part, dispute in covered.items()}
        possible = [topic not in mentions.unnamed and topic not in covered for topic in evidence.topics]
        self.possible = possible if any(possible) else [True] * len(possible)
        self._ruled_out = RULED_OUT * sum([evidence.one[topic] for topic in mentions.unnamed])
        terms, named = list(zip(mentions.topics, mentions.weights, strict=True)), UNIT * self._counts["named"]
        says = {term: evidence.of_term(*term) for term in {*terms}}
        adds = {(topic, weight): self._one[topic] * (weight * named // STRONG) for topic, weight in says}
        self._terms = list(accumulate(map(says.__getitem__, terms), initial=0))
        self._named = list(accumulate(map(adds.__getitem__, terms), initial=0))
        self._headings: dict[Span, int] = {}

    def inside(self, case: TopicCase, named: tuple[str, ...]) -> int:
        """Return what a statement says, which names topics in its own words, and the phrase before it."""
        counts = self._counts
        weights = counts["fronted"] * self._says(case.fronted.start, case.fronted.stop) if case.fronted else 0
        for order, topic in enumerate(named):
            weights += self._one[topic] * (UNIT * counts["second" if order else "first"])
        for span in case.content:
            numbers = self._mentions.between(span.start, span.stop)
            weights += counts["own"] * self._words(span.start, span.stop)
            weights += counts["terms"] * _over(self._terms, numbers) + _over(self._named, numbers)
        return weights

    def before(self, case: TopicCase, nearest: tuple[str, ...]) -> int:
        """Return what stands before a statement in its paragraph, where a topic was named last, and over it in headings."""
        start, stop = max(case.paragraph.start, case.earlier_stop), case.content[0].start
        weights = self._counts["before"] * self._says(start, stop) if start < stop else 0
        for topic in nearest:
            weights += self._one[topic] * (UNIT * self._counts["nearest"])
        for heading in case.headings:
            weights += self._over(heading)
        return weights

    def behind(self, told: Span | None) -> int:
        """Return what is told behind a statement."""
        return self._counts["behind"] * self._says(told.start, told.stop) if told and told.start < told.stop else 0

    def between(self, told: Span | None) -> int:
        """Return what the end of the paragraphs says that lead up to a statement's without a statement of their own."""
        return self._counts["between"] * self._says(max(told.start, told.stop - REACH), told.stop) if told else 0

    def _over(self, heading: Span) -> int:
        """What a heading says, read once."""
        if heading not in self._headings:
            self._headings[heading] = self._counts["headings"] * self._says(heading.start, heading.stop)
        return self._headings[heading]

    def _says(self, start: int, stop: int) -> int:
        """What the words and the terms of a stretch say."""
        return self._words(start, stop) + _over(self._terms, self._mentions.between(start, stop))

    def _words(self, start: int, stop: int) -> int:
        """What the words of a stretch say."""
        return self._evidence.of_text(self._mentions.shown[start:stop])

    def of_topics(self, weights: int) -> list[float]:
        """Return what speaks for each topic, by weights packed, in `NAT`s.

        Between two parties with a dispute of their own, what speaks for a part of it speaks for the dispute.
        """
        found: list[float] = [*numbers_of(weights + self._ruled_out, len(self._evidence.topics))]
        for part, dispute in self._covered:
            found[dispute] = _either(found[part], found[dispute])
            found[part] = RULED_OUT
        return found


def _over(sums: list[int], numbers: range) -> int:
    """What some terms say, of sums of what all before each say."""
    return sums[numbers.stop] - sums[numbers.start]


def _either(one: float, other: float) -> float:
    """The logarithm of the sum of two likelihoods, in `NAT`s."""
    high, low = max(one, other), min(one, other)
    return high + NAT * log1p(exp((low - high) / NAT))
