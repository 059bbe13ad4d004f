"""The examples of the codebook: each topic is found in its own and not in its counter-examples."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import product

import pytest

from detente.languages import load_language
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.load import load_toml
from detente.stages.topics import TopicFinder
from detente.stages.topics.find import STRONG
from detente.text.fold import fold

TOPICS = load_toml(DEFAULT)["topic"]
LANGUAGE = "zh"


def _examples(part: str) -> list[tuple[str, str]]:
    return [pair for t in TOPICS for pair in product([t["id"]], t.get(part, {}).get(LANGUAGE, ()))]


@cache
def _finder() -> TopicFinder:
    return TopicFinder(load_codebook(DEFAULT, LANGUAGE), load_language(LANGUAGE))


def _weight(topic: str, text: str) -> int:
    found = _finder().find(fold(text), ())
    weights: Counter[str] = Counter()
    for name, weight in zip(found.topics, found.weights, strict=True):
        weights[name] += weight
    return weights[topic]


@pytest.mark.parametrize(("topic", "example"), _examples("examples"))
def test_a_topic_is_found_in_its_example(topic: str, example: str) -> None:
    assert _weight(topic, example) >= STRONG


@pytest.mark.parametrize(("topic", "example"), _examples("counter_examples"))
def test_a_topic_is_not_found_in_its_counter_example(topic: str, example: str) -> None:
    assert _weight(topic, example) < STRONG


@pytest.mark.parametrize("topic", TOPICS, ids=lambda t: t["id"])
def test_a_topic_is_defined_and_has_examples(topic: dict[str, object]) -> None:
    assert topic["definition"]
    assert {"examples", "counter_examples", "label"} <= set(topic)
