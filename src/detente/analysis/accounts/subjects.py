"""What tellings are on: the topics of their statements, mended by what several words of a sentence tell together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from detente.languages import load_language
from detente.records import Position
from detente.resources.codebook import load_codebook
from detente.resources.matters import load_matters
from detente.stages.topics import TopicFinder
from detente.stages.topics.find import STRONG

SURE = 0.9
NAMED = 0.8  # how sure a topic is that a statement names itself
FOLLOWING = frozenset({"answer", "context"})  # topics of what stands before

Topics = tuple[tuple[str, float], ...]


def matters_of(folded: str, language: str, known: Collection[str]) -> dict[str, frozenset[str]]:
    """Return the topics that words of a folded text show together, each with those that give way to it.

    >>> sorted(matters_of("They will release eleven sailors", "en", {"consular"}))
    ['consular']
    """
    plain = folded.casefold()
    found: dict[str, frozenset[str]] = {}
    for matter in load_matters(language):
        if matter.topic in known and matter.pattern.search(plain):
            found[matter.topic] = matter.over
    return {topic: over for topic, over in found.items() if not any(topic in each for each in found.values())}


def subjects(told: Iterable[tuple[str, Sequence[Position]]], language: str, known: Collection[str]) -> Iterator[Topics]:
    """Yield the topics of statements in the order of their report, given by text and positions.

    What only follows a statement goes by the topic that this goes by.
    """
    moved: dict[str, str] = {}
    for folded, positions in told:
        if matters := matters_of(folded, language, known):
            over = frozenset().union(*matters.values())
            moved = {each.topic: next(iter(matters)) for each in positions if each.topic in over or each.score < NAMED}
            own = {each.topic: each.score for each in positions if each.topic not in over and each.score >= NAMED}
            yield tuple((own | dict.fromkeys(matters, SURE)).items())
            continue
        if any(each.method not in FOLLOWING for each in positions):
            moved = {}
        yield tuple({moved.get(each.topic, each.topic): each.score for each in positions}.items())


def named_in(folded: str, language: str, pair: tuple[str, str], codebook: Path) -> Topics:
    """Return what a text names where no statement tells it: what its words show together, else the most specific of its terms."""
    finder = _finder(codebook, language)
    ranks, yields = finder.precedence
    if matters := matters_of(folded, language, ranks):
        return tuple((topic, SURE) for topic in matters)
    mentions = finder.find(folded, pair)
    strong = {topic for topic, weight in zip(mentions.topics, mentions.weights, strict=True) if weight >= STRONG}
    strong = {topic for topic in strong if yields[topic].isdisjoint(strong)}
    highest = max((ranks[topic] for topic in strong), default=0)
    return tuple((topic, SURE) for topic in sorted(strong) if ranks[topic] == highest)


@cache
def _finder(codebook: Path, language: str) -> TopicFinder:
    return TopicFinder(load_codebook(codebook, language), load_language(language))
