"""The fit of what counts around a statement: exact expectations and slopes, weights that the gold explains, and the program's own sums."""

from __future__ import annotations

import json
from itertools import product
from math import isclose, log
from pathlib import Path

import numpy as np
import pytest
from crf import SLIP, Weights, expected, fitted, numbers_of, side_by_side, slopes, weights_of
from learn import PLACES as PLACES_FILE
from learn import standing
from msgspec.structs import replace
from topic_cases import Around, surroundings, told
from weights import Language, as_table, with_weights, without

from detente.languages import supported
from detente.resources.codebook import load_codebook
from detente.resources.topicwords import UNIT, WORDS, load_topic_words
from detente.stages.topics import Evidence, around
from detente.text.packed import numbers_of as unpacked

PLACES = ("inside", "beyond")
START = Weights(np.array([0.5, 0.5]), np.array([0.5, 0.5]))
TEXT = "Norway and Iceland talk of fish\n\nNorway said on Monday that it wanted larger cod quotas. Iceland said it would lift its duties on tyres.\n"


def _article(right: list[int], *, stays: str = "inside", none: int | None = None, bare: tuple[int, ...] = ()) -> Around:
    """An article of three topics whose first count points at what gold has and whose second at something else, but in bare statements."""
    size = len(right)
    says, gold = np.zeros((2, size, 3)), np.zeros((size, 3), bool)
    for i, topic in enumerate(right):
        says[0, i, topic], says[1, i, (topic + 1 + i % 2) % 3] = 1.5, 1.0
        gold[i, topic] = True
    says[:, list(bare)] = 0
    if none is not None:
        gold[none] = True
    return Around(says, np.zeros(3, bool), np.arange(3), (stays,) * size, gold)


def test_expectations_are_those_of_all_ways_to_go_through_an_article() -> None:
    says = np.array([[[2.0, 1.0], [1.0, 3.0], [1.0, 1.0]]])
    lasts = [0.0, 0.8, 0.4]
    ways = {}
    for way in product(range(2), repeat=3):
        share = 1.0
        for i, topic in enumerate(way):
            share *= says[0, i, topic] * (lasts[i] * (i > 0 and way[i - 1] == topic) + (1 - lasts[i]) / 2)
        ways[way] = share
    found = expected(says, np.array([lasts]))
    assert isclose(found.likelihood[0], log(sum(ways.values())))
    first = sum(share for way, share in ways.items() if way[1] == 0) / sum(ways.values())
    assert isclose(found.topics[0, 1, 0], first)


def test_slopes_are_what_small_moves_gain() -> None:
    merged = _article([0, 2, 1])._replace(into=np.array([2, 1, 2]), gold=np.array([[0, 0, 1], [0, 0, 1], [0, 1, 0]], bool))
    articles = side_by_side([_article([0, 0, 1, 2], none=1), merged, _article([2], stays="beyond")], PLACES)
    numbers = numbers_of(START) + np.array([0.2, -0.3, 0.4, -0.1])
    _, by_article = slopes(weights_of(numbers, 2), articles)
    for place, slope in enumerate(by_article.sum(axis=0)):
        move = np.eye(4)[place] * 1e-5
        gained = [float(slopes(weights_of(numbers + way * move, 2), articles)[0].sum()) for way in (1, -1)]
        assert isclose((gained[0] - gained[1]) / 2e-5, slope, abs_tol=1e-6)


def test_a_statement_that_is_alone_is_as_likely_together_as_alone() -> None:
    articles = side_by_side([_article([1])], PLACES)
    likely = np.exp(articles.says[0, 0] @ START.counts)
    share = likely[1] / likely.sum()
    assert isclose(slopes(START, articles)[0][0], 2 * log(SLIP + (1 - SLIP) * share))


def test_what_explains_gold_comes_to_weigh_more() -> None:
    lasting, leaving = [_article([1, 1, 2, 2], bare=(1, 3))] * 5, [_article([0, 1, 2, 0], bare=(1, 3), stays="beyond")] * 5
    found = fitted([side_by_side(lasting, PLACES), side_by_side(leaving, PLACES)], START, 0.1)
    assert found.counts[0] > 1.0 > found.counts[1]
    assert found.stays[0] > 0.8 > 0.2 > found.stays[1]


def test_a_strong_pull_keeps_weights_where_they_start() -> None:
    found = fitted([side_by_side([_article([1, 1, 1])], PLACES)], START, 1e6)
    assert np.allclose(found.counts, START.counts, atol=1e-4)


def test_weights_and_numbers_without_bounds_lead_back() -> None:
    weights = Weights(np.array([0.3, 4.0]), np.array([0.02, 0.9]))
    assert all(map(np.allclose, weights_of(numbers_of(weights), 2), weights))


def _written(folder: Path) -> Path:
    content = "it wanted larger cod quotas"
    span = {"start": TEXT.index(content), "stop": TEXT.index(content) + len(content)}
    said = {"content": [{"span": span}], "topics": ["fisheries"], "speaker": None}
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    file = folder / "text.json"
    file.write_text(json.dumps({"source": "text.txt", "statements": [said]}), encoding="utf-8")
    return file


def test_counts_told_apart_add_up_to_what_the_program_weighs(tmp_path: Path) -> None:
    words = load_topic_words(load_codebook(), "en")
    assert words
    article = told(_written(tmp_path))
    apart = surroundings(article, words)
    together = np.tensordot(np.array(list(words.counts.values())), apart.says, 1) * UNIT
    packed = [unpacked(each, len(words.topics)) for each in around(article.cases, Evidence(words))]
    assert len(article.cases) == 2
    assert np.allclose(together, np.array(packed))
    assert article.gold == {0: {"fisheries"}}
    assert apart.gold.sum(axis=1).tolist() == [1, len(words.topics)]
    assert without(Language(words, (article,), (apart,)), article.batch).around == ()


def test_fitted_numbers_of_a_language_are_told_beside_those_of_others() -> None:
    words = load_topic_words(load_codebook(), "ru")
    assert words
    rows = [line.split("\t") for line in as_table({"ru": replace(words, counts=dict.fromkeys(words.counts, 7))}).splitlines()]
    before = [line.split("\t") for line in PLACES_FILE.read_text(encoding="utf-8").splitlines()]
    assert [row[:4] + row[5:] for row in rows] == [row[:4] + row[5:] for row in before]
    assert {row[4] for row in rows if row[0] == "counts"} == {"7"}


def test_weights_are_written_whole_and_a_share_is_never_all_or_none() -> None:
    words = load_topic_words(load_codebook(), "ru")
    assert words
    weighed = with_weights(words, Weights(np.full(len(words.counts), 0.347), np.full(len(words.stays), 0.001)))
    assert set(weighed.counts.values()) == {35}
    assert set(weighed.stays.values()) == {1}


@pytest.mark.parametrize("code", supported())
def test_tables_have_the_numbers_that_were_fitted(code: str) -> None:
    rows = dict(line.split("\t", 1) for line in (WORDS / f"default.{code}.tsv").read_text(encoding="utf-8").splitlines()[:9] if "\t" in line)
    assert {kind: rows[kind] for kind in ("counts", "stays")} == standing(code)
