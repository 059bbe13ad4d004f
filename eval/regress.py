"""Softmax regression of topics on words, by stochastic gradient descent: what each word says beside the others of its statement.

It learns from its errors, so that words that stand together do not count twice, as they do in a unigram language model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Example = tuple[Sequence[str], str, float]  # words, each once; topic; how much it counts
Numbers = NDArray[np.float64]
PASSES, BATCH, RATE, SLOW = 10, 32, 0.3, 3
STRIDE = 7919  # a prime: every so-manieth example is next, so that files mix


def regressed(examples: Sequence[Example], topics: tuple[str, ...]) -> dict[str, Numbers]:
    """Return what each word says of the topics, in nats, beside what it says of them on the average.

    >>> found = regressed([(["ferry", "the"], "transport", 1.0), (["cod", "the"], "fisheries", 1.0)] * 40, ("fisheries", "transport"))
    >>> bool(found["cod"][0] > 0 > found["ferry"][0])
    True
    """
    words = {word: number for number, word in enumerate(dict.fromkeys(word for example in examples for word in example[0]))}
    weights = np.zeros((len(words), len(topics)))
    numbers = [np.array([words[word] for word in example[0]]) for example in examples]
    right = np.array([topics.index(example[1]) for example in examples])
    counted = np.array([example[2] for example in examples])
    for step in range(PASSES):
        for chosen in _batches(len(examples)):
            places = np.concatenate([numbers[number] for number in chosen])
            sizes = [len(numbers[number]) for number in chosen]
            errors = _errors(weights[places], sizes, right[chosen]) * counted[chosen, None]
            np.subtract.at(weights, places, RATE / (1 + step / SLOW) * np.repeat(errors, sizes, axis=0))
    weights -= weights.mean(axis=1, keepdims=True)
    return dict(zip(words, weights, strict=True))


def _batches(size: int) -> Iterator[NDArray[np.int64]]:
    """The numbers of so many examples, some at a time."""
    order = np.arange(size) * STRIDE % size if size % STRIDE else np.arange(size)
    yield from (order[start : start + BATCH] for start in range(0, size, BATCH))


def _errors(said: Numbers, sizes: list[int], right: NDArray[np.int64]) -> Numbers:
    """How much likelier each topic is made than it is, of examples with so many words each, whose weights are given."""
    sums = np.add.reduceat(said, [0, *list(accumulate(sizes))[:-1]], axis=0)
    shares = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(right)), right] -= 1
    return shares
