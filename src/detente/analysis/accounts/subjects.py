"""What tellings are on: how much their own words speak for each topic, held against what leads up to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from msgspec.structs import replace

from detente.languages import load_language
from detente.resources.codebook import GENERAL, load_codebook
from detente.resources.matters import load_hints, load_matters
from detente.resources.topicwords import load_topic_words
from detente.resources.weights import Weights
from detente.stages.topics import Evidence, Mentions, TopicFinder
from detente.stages.topics.find import STRONG

from .alike import Links
from .denials import denies
from .tellings import Telling

YO, YE = "\u0451", "\u0435"
UNTAUGHT = 3.0  # nats that a named topic counts where no words of the codebook were learned
AT_LARGE = frozenset({"leaders-meeting", "bilateral-relations"})  # what anything said between two states seems to be about
HALF = 0.5  # the share of rarer words from which on another telling speaks for a topic as much as it can
LEAST = 0.05  # topics less likely than this are not kept

Weighed = dict[str, float]  # nats by topic


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


def hints_of(folded: str, language: str, known: Collection[str]) -> frozenset[str]:
    """Return the topics that single words of a folded text hint at; the relation at large only where it is the only one.

    >>> hints_of("The refinery will sell diesel", "en", {"energy"})
    frozenset({'energy'})
    """
    plain = folded.casefold().replace(YO, YE)
    found = frozenset(topic for topic, pattern in load_hints(language).items() if topic in known and pattern.search(plain))
    return found - {GENERAL} or found


class Subjects:
    """Weighs topics of a codebook for what reports of two parties tell in a language."""

    def __init__(self, codebook: Path, language: str, pair: tuple[str, str], weights: Weights) -> None:
        self._finder, self._evidence = _taught(codebook, language)
        self._language, self._pair, self._weights = language, pair, weights

    def weigh(self, telling: Telling) -> Weighed:
        """Return how much speaks for each topic; of a quotation, a denial or what tells little of itself, also what leads up to it."""
        own = self._of(f"{telling.front} {telling.content}".strip())
        if telling.lead and (telling.is_quoted or denies(telling) or max(likely(own).values(), default=0) < self._weights.unsure):
            lead = self._of(telling.lead)
            own = {topic: weight + lead.get(topic, 0.0) for topic, weight in own.items()}
        return own

    def _of(self, folded: str) -> Weighed:
        mentions, ranks = self._finder.find(folded, self._pair), self._finder.precedence.ranks
        matters, weights = matters_of(folded, self._language, ranks), self._weights
        over = frozenset[str]().union(*matters.values())
        counts = Counter(dict.fromkeys(self._named(mentions), weights.named if self._evidence else UNTAUGHT))
        counts.update(dict.fromkeys(matters, weights.together))
        counts.update(dict.fromkeys(hints_of(folded, self._language, ranks), weights.hinted))
        counts.subtract(dict.fromkeys(over, weights.together))
        said = self._evidence.of_whole(mentions) if self._evidence else dict.fromkeys(ranks, 0.0)
        return {topic: said[topic] + counts[topic] for topic in ranks if topic not in mentions.unnamed}

    def _named(self, mentions: Mentions) -> list[str]:
        """The most specific topics that terms name."""
        ranks, yields = self._finder.precedence
        strong = {topic for topic, weight in zip(mentions.topics, mentions.weights, strict=True) if weight >= STRONG}
        strong = {topic for topic in strong if yields[topic].isdisjoint(strong)}
        highest = max((ranks[topic] for topic in strong), default=0)
        return sorted(topic for topic in strong if ranks[topic] == highest)


def on_topics(told: Sequence[Telling], links: Links, codebook: Path, pair: tuple[str, str], weights: Weights) -> list[Telling]:
    """Tellings with the topics that they are likely to be on: what the one of the other account that is most alike says counts too.

    A denial is on what it denies: all that is said there counts.
    """
    subjects = {language: Subjects(codebook, language, pair, weights) for language in {each.language for each in told}}
    weighed = {each.id: subjects[each.language].weigh(each) for each in told}
    nearest: dict[str, tuple[float, str]] = {}
    for (ours, theirs), share in links.items():
        nearest[ours] = max(nearest.get(ours, (0.0, "")), (share, theirs))
        nearest[theirs] = max(nearest.get(theirs, (0.0, "")), (share, ours))
    found = []
    for each in told:
        share, beside = nearest.get(each.id, (0.0, ""))
        counts = 1.0 if beside and denies(each) else weights.link * min(1.0, share / HALF)
        there = weighed.get(beside, {})
        both = {topic: weight + counts * there.get(topic, 0.0) for topic, weight in weighed[each.id].items()}
        shares = {topic: share for topic, share in likely(both).items() if not (each.is_meeting and topic in AT_LARGE)}
        found.append(replace(each, topics=tuple(sorted(shares.items(), key=lambda pair: -pair[1]))))
    return found


def likely(weighed: Mapping[str, float]) -> dict[str, float]:
    """Return how likely the likelier topics are, as the weights that speak for each tell together.

    >>> likely({"water": 2.0, "energy": 2.0, "visas": -800.0})
    {'water': 0.5, 'energy': 0.5}
    """
    most = max(weighed.values(), default=0.0)
    shares = {topic: exp(weight - most) for topic, weight in weighed.items()}
    total = sum(shares.values())
    return {topic: share / total for topic, share in shares.items() if share > LEAST * total}


@cache
def _taught(codebook: Path, language: str) -> tuple[TopicFinder, Evidence | None]:
    book = load_codebook(codebook, language)
    words = load_topic_words(book, language)
    return TopicFinder(book, load_language(language)), Evidence(words) if words else None
