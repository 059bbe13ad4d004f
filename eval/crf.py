"""The likelihood of gold topics under weights, its slopes, and the weights that make it highest.

The program's model of topics (`stages/topics/follow.py`) is a linear-chain conditional random field (Lafferty, McCallum and
Pereira 2001). It is trained by how likely the topics in gold are given the text: all of an article together, and those of each
statement alone, since each is answered by what is likeliest for it (Kakade, Teh and Roweis 2002). Statements without gold are on
any topic. Slopes are differences of expected values, by forward–backward with the gold and without. Articles are computed at once,
the shorter ones filled up with statements that say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from topic_cases import Around

Numbers = NDArray[np.float64]
SLIP = 0.005  # how likely gold is wrong by a slip, so that no statement is impossible
NOTHING = 1e-300
STEPS, HALVINGS, ENOUGH = 40, 12, 0.05  # steps at most, how often one is halved, and the nats that one must gain


class Articles(NamedTuple):
    """Articles side by side (articles, statements, topics); `where` numbers what a statement stands in, or is -1 for the first."""

    says: Numbers  # articles, statements, topics, counts
    merge: Numbers  # articles, topics, topics: 1 where a topic is taken in by another
    possible: Numbers
    where: NDArray[np.int64]
    known: int


class Weights(NamedTuple):
    """How much each count weighs, in nats, and how likely a statement stays on the topic of the one before it, by where it stands."""

    counts: Numbers
    stays: Numbers


def side_by_side(articles: Sequence[Around], places: Sequence[str]) -> Articles:
    """Return articles with statements as one; `places` are the names of where a statement may stand."""
    longest = max(len(each.standings) for each in articles)
    number = {name: place for place, name in enumerate(places)}
    kinds, _, topics = articles[0].says.shape
    says = np.zeros((len(articles), longest, topics, kinds))
    possible = np.ones((len(articles), longest, topics))
    where = np.full((len(articles), longest), -1)
    merge = np.zeros((len(articles), topics, topics))
    for i, each in enumerate(articles):
        size = len(each.standings)
        says[i, :size] = each.says.transpose(1, 2, 0)
        possible[i, :size] = SLIP + (1 - SLIP) * each.gold
        where[i, 1:size] = [number[name] for name in each.standings[1:]]
        merge[i, np.arange(topics), each.into] = ~each.ruled_out
    known = sum(int((~each.gold.all(axis=1)).sum()) for each in articles)
    return Articles(says, merge, possible, where, known)


class Expected(NamedTuple):
    """The logarithm of a likelihood by article, and how likely topics are and that a statement stays on one (articles, statements)."""

    likelihood: Numbers
    topics: Numbers
    stays: Numbers


def expected(says: Numbers, stays: Numbers) -> Expected:
    """Return what a chain expects whose statements say so much of topics (articles, statements, topics) and stay so likely."""
    size = says.shape[2]
    ahead, behind = np.empty_like(says), np.ones_like(says)
    likelihood, before = np.zeros(len(says)), np.zeros(says[:, 0].shape)
    lasts, leaves = stays[:, :, None], (1 - stays[:, :, None]) / size
    for i in range(says.shape[1]):
        now = says[:, i] * (lasts[:, i] * before + leaves[:, i])
        total = now.sum(axis=1, keepdims=True)
        likelihood += np.log(total[:, 0])
        before = ahead[:, i] = now / total
    for i in range(says.shape[1] - 1, 0, -1):
        after = says[:, i] * behind[:, i]
        after = lasts[:, i] * after + leaves[:, i] * after.sum(axis=1, keepdims=True)
        behind[:, i - 1] = after / after.sum(axis=1, keepdims=True)
    topics = ahead * behind
    topics /= topics.sum(axis=2, keepdims=True)
    seen = says[:, 1:] * behind[:, 1:]
    stayed = stays[:, 1:] * (ahead[:, :-1] * seen).sum(axis=2)
    left = leaves[:, 1:, 0] * seen.sum(axis=2)
    return Expected(likelihood, topics, np.pad(stayed / (stayed + left), ((0, 0), (1, 0))))


def slopes(weights: Weights, articles: Articles) -> tuple[Numbers, Numbers]:
    """Return how likely the gold of each article is, together and each alone, as a sum of logarithms, and how that grows (articles, numbers).

    The numbers are the logarithms of counts, then the log-odds of stays.
    """
    logs = articles.says @ weights.counts
    alone = np.exp(logs - logs.max(axis=2, keepdims=True))
    says = alone @ articles.merge
    stays = np.append(weights.stays, 0.0)[articles.where]
    free = expected(says, stays)
    held = [expected(says * possible, stays) for possible in _held(articles.possible)]
    more = sum((each.topics - free.topics for each in held), np.zeros(says.shape)) / np.maximum(says, NOTHING)
    more = alone * (more @ articles.merge.transpose(0, 2, 1))
    counts = np.einsum("int,intk->ik", more, articles.says) * weights.counts
    longer = sum((each.stays - free.stays for each in held), np.zeros(stays.shape))
    by_place = [(longer * (articles.where == place)).sum(axis=1) for place in range(len(weights.stays))]
    likelihood = sum((each.likelihood - free.likelihood for each in held), np.zeros(len(says)))
    return likelihood, np.column_stack([counts, *by_place])


def _held(possible: Numbers) -> Iterator[Numbers]:
    """What is possible with the gold of all statements, then with that of each alone."""
    yield possible
    for i in range(possible.shape[1]):
        one = np.ones_like(possible)
        one[:, i] = possible[:, i]
        yield one


def numbers_of(weights: Weights) -> Numbers:
    """Return weights as numbers without bounds: logarithms of counts, log-odds of stays."""
    return np.concatenate([np.log(weights.counts), np.log(weights.stays / (1 - weights.stays))])


def weights_of(numbers: Numbers, counts: int) -> Weights:
    """Return the weights of numbers without bounds, of which so many are of counts."""
    return Weights(np.exp(numbers[:counts]), 1 / (1 + np.exp(-numbers[counts:])))


def fitted(articles: Sequence[Articles], start: Weights, pull: float) -> Weights:
    """Return the weights under which gold is likeliest, pulled to where they start.

    `pull` is how much likelihood, in nats, it costs to move a number without bounds by one. Steps are those of Berndt, Hall, Hall
    and Hausman (1974), halved until they lead up.
    """
    origin, size = numbers_of(start), len(start.counts)

    def look(numbers: Numbers) -> _Seen:
        pairs = [slopes(weights_of(numbers, size), each) for each in articles]
        likelihoods, by_article = (np.concatenate(each) for each in zip(*pairs, strict=True))
        away = numbers - origin
        curve = by_article.T @ by_article + (2 * pull + NOTHING) * np.eye(len(numbers))
        return _Seen(numbers, float(likelihoods.sum() - pull * away @ away), np.linalg.solve(curve, by_article.sum(axis=0) - 2 * pull * away))

    here = look(origin)
    for _ in range(STEPS):
        higher = _climbed(here, look)
        if higher.height - here.height < ENOUGH:
            break
        here = higher
    return weights_of(here.numbers, size)


class _Seen(NamedTuple):
    """How likely gold is at some numbers, and the step that should lead up from there."""

    numbers: Numbers
    height: float
    step: Numbers


def _climbed(here: _Seen, look: Callable[[Numbers], _Seen]) -> _Seen:
    """Where a step leads, or the longest part of it that leads up; or where it began."""
    tried = (look(here.numbers + here.step / 2**halved) for halved in range(HALVINGS))
    return next((there for there in tried if there.height > here.height), here)
