"""What tellings are on: the topics of their statements, mended by what several words of a sentence tell together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from detente.languages import load_language
from detente.records import Position
from detente.resources.codebook import GENERAL, load_codebook
from detente.resources.matters import load_hints, load_matters
from detente.resources.weights import Weights
from detente.stages.topics import TopicFinder
from detente.stages.topics.find import STRONG

SURE = 0.9
YO, YE = "\u0451", "\u0435"
SURE_ENOUGH = 0.5  # as in maps: a less sure topic adds to a row and makes none
NAMED = 0.8  # how sure a topic is that a statement names itself
LEARNED = "words"
FOLLOWING = frozenset({"answer", "context"})  # topics of what stands before

Topics = tuple[tuple[str, float], ...]


def matters_of(folded: str, language: str, known: Collection[str]) -> dict[str, frozenset[str]]:
    """Return the topics that words of a folded text show together, each with those that give way to it.

    >>> sorted(matters_of("They will release eleven sailors", "en", {"consular"}))
    ['consular']
    """
    plain = folded.casefold().replace(YO, YE)
    found: dict[str, frozenset[str]] = {}
    for matter in load_matters(language):
        if matter.topic in known and matter.pattern.search(plain):
            found[matter.topic] = matter.over
    return {topic: over for topic, over in found.items() if not any(topic in each for each in found.values())}


def hints_of(folded: str, language: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the topics that single words of a folded text hint at, in order; the relation at large only where it is the only one.

    >>> hints_of("The refinery will sell diesel", "en", {"energy"})
    ('energy',)
    """
    plain = folded.casefold().replace(YO, YE)
    hits = ((match.start(), topic) for topic, pattern in load_hints(language).items() if topic in known and (match := pattern.search(plain)))
    found = tuple(topic for _, topic in sorted(hits))
    return tuple(topic for topic in found if topic != GENERAL) or found


class Words(NamedTuple):
    """The words of a statement with its cue, the same with what stands before them in the sentence, what is before that, and
    the positions; then what is said alone, what leads up to it, and whether it is a quotation and the first of its paragraph.
    """

    folded: str
    in_sentence: str
    before: str
    positions: Sequence[Position]
    content: str
    lead: str
    is_quoted: bool
    is_first: bool


class Subjects:
    """What is told in reports of two parties in a language, by the topics of a codebook."""

    def __init__(self, codebook: Path, language: str, pair: tuple[str, str], weights: Weights) -> None:
        self._finder = _finder(codebook, language)
        self._language, self._pair, self._weights = language, pair, weights
        self._known = self._finder.precedence.ranks

    def follow(self, told: Iterable[Words]) -> Iterator[Topics]:
        """Yield the topics of statements in the order of their report; what only follows one goes by the topic of that."""
        moved: dict[str, str] = {}
        for words in told:
            matters, positions = self._matters(words), words.positions
            if matters:
                over = frozenset().union(*matters.values())
                moved = {each.topic: next(iter(matters)) for each in positions if each.topic in over or each.score < NAMED}
                own = {each.topic: each.score for each in positions if each.topic not in over and each.score >= NAMED}
                yield tuple((own | dict.fromkeys(matters, SURE)).items())
                continue
            if any(each.method not in FOLLOWING for each in positions):
                moved = {}
            named = {} if _is_sure(positions) else dict(self._unsure(words))
            own = {moved.get(each.topic, each.topic): self._score(each, words) for each in positions}
            yield tuple((named | {topic: score for topic, score in own.items() if topic not in named}).items())

    def _unsure(self, words: Words) -> Topics:
        """What words of no sure topic name or hint at; a quotation rather goes on with what was said than hints at another."""
        goes_on = words.is_quoted and any(each.method in FOLLOWING for each in words.positions)
        hinted = () if goes_on else self.hinted_in(words.content, self._weights.hinted)
        return self.named_in(words.folded) or hinted or (() if words.positions else self._led(words.lead))

    def _score(self, position: Position, words: Words) -> float:
        """How sure a topic of a statement is: where learned words tell it and the statement only goes on, it opens no row."""
        goes_on = position.method == LEARNED and not words.is_first
        return min(position.score, self._weights.hinted_beside) if goes_on else position.score

    def _matters(self, words: Words) -> dict[str, frozenset[str]]:
        """What the words show together.

        Where they name no topic, with what stands before them in the sentence; where they name a broad one, what the paragraph
        has shown of it.
        """
        if found := matters_of(words.folded, self._language, self._known):
            return found
        named = {each.topic for each in words.positions if each.score >= NAMED}
        if not named:
            return matters_of(words.in_sentence, self._language, self._known)
        before = matters_of(words.before, self._language, self._known)
        return {topic: over for topic, over in before.items() if named <= over & self._finder.precedence.yields[topic]}

    def named_in(self, folded: str) -> Topics:
        """Return what a text names: what its words show together, else the most specific of its terms."""
        ranks, yields = self._finder.precedence
        if matters := matters_of(folded, self._language, ranks):
            return tuple((topic, SURE) for topic in matters)
        mentions = self._finder.find(folded, self._pair)
        strong = {topic for topic, weight in zip(mentions.topics, mentions.weights, strict=True) if weight >= STRONG}
        strong = {topic for topic in strong if yields[topic].isdisjoint(strong)}
        highest = max((ranks[topic] for topic in strong), default=0)
        return tuple((topic, SURE) for topic in sorted(strong) if ranks[topic] == highest)

    def hinted_in(self, folded: str, score: float) -> Topics:
        """Return what single words of a text hint at, so sure."""
        return tuple((topic, score) for topic in hints_of(folded, self._language, self._known))

    def beside(self, folded: str, lead: str) -> Topics:
        """Return what a sentence in which nobody is quoted names or hints at, else what leads up to it."""
        return self.named_in(folded) or self.hinted_in(folded, self._weights.hinted_beside) or self._led(lead)

    def _led(self, lead: str) -> Topics:
        """What the words that lead up to others name or hint at: it adds to a row and opens none."""
        least = self._weights.hinted_beside
        return tuple((topic, least) for topic, _ in self.named_in(lead)) or self.hinted_in(lead, least)


def _is_sure(positions: Sequence[Position]) -> bool:
    return any(each.score >= SURE_ENOUGH for each in positions)


@cache
def _finder(codebook: Path, language: str) -> TopicFinder:
    return TopicFinder(load_codebook(codebook, language), load_language(language))
