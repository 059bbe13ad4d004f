"""The second reading of the gold labels every statement of its articles, once, with labels that exist."""

from __future__ import annotations

import json
from collections import Counter

import agreement
import pytest

from detente.desk.search import ACTS
from detente.resources.codebook import load_codebook

LANGUAGES = ("en", "ru", "zh")


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request: pytest.FixtureRequest) -> tuple[str, list[agreement.Read]]:
    return request.param, list(agreement.readings(request.param))


def test_every_statement_of_an_article_is_read_once(read: tuple[str, list[agreement.Read]]) -> None:
    code, rows = read
    for article, number in Counter(row.article for row in rows).items():
        told = json.loads((agreement.GOLD / code / f"{article}.json").read_text(encoding="utf-8"))
        assert {row.statement for row in rows if row.article == article} == {s["id"] for s in told["statements"]}
        assert number == len(told["statements"])


def test_labels_are_those_of_the_codebook(read: tuple[str, list[agreement.Read]]) -> None:
    topics = {topic.id for topic in load_codebook().topics}
    for row in read[1]:
        assert row.second.topics <= topics, row
        assert row.second.act in {*ACTS, "none"}, row
        assert row.second.polarity in (-1, 0, 1), row


def test_readers_who_agree_by_chance_have_an_alpha_near_nought() -> None:
    pairs = [(one, other) for one in "AB" for other in "AB"] * 100
    assert abs(agreement.alpha(pairs)) < 0.01
    assert agreement.alpha([("A", "A"), ("B", "B")]) == agreement.alpha([("A", "A")]) == 1


def test_topics_agree_in_part() -> None:
    labels = agreement.Labels("JP", "ACCUSE", -1, frozenset({"trade", "food"}))
    read = [agreement.Read("a", "s1", labels, labels._replace(topics=frozenset({"trade"})))]
    assert agreement.topics_f1(read) == pytest.approx(66.7)
    assert agreement.agreement(read)["topics"][0] == 0
