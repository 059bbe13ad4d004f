"""Words that lean decide what no head decides; denials, contrasts and rhetorical questions turn them."""

from __future__ import annotations

from collections import Counter

import pytest

from detente.resources.heads import load_heads
from detente.resources.load import DATA, load_tsv, split
from detente.stages.acts.leaning import leaning
from detente.text.fold import fold

TABLE = DATA / "languages" / "zh" / "polarity.tsv"
ROWS = list(load_tsv(TABLE, ("sense", "act", "polarity", "words", "example")))
RUSSIAN = list(load_tsv(DATA / "languages" / "ru" / "polarity.tsv", ("sense", "act", "example")))


def _act(told: str) -> str | None:
    lean = leaning(told, load_heads("zh"))
    return lean.act if lean else None


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("O的声明是一派胡言", "ACCUSE"),
        ("O的声明并非一派胡言", "COOPERATE"),
        ("O从来没有信守诺言", "ACCUSE"),
        ("O不是没有信守诺言", "COOPERATE"),
        ("O不断在边境上捣乱", "ACCUSE"),
        ("O不负责任的捣乱", "ACCUSE"),
        ("O没有善意和诚意", "ACCUSE"),
        ("S对O的信任荡然无存", "ACCUSE"),
        ("O的照会满是善意,背地里却百般刁难", "ACCUSE"),
        ("O曾百般刁难,但渔民们已经冰释前嫌", "COOPERATE"),
        ("难道这就是O所说的诚意", "ACCUSE"),
        ("凭什么由S的渔民来付账", "ACCUSE"),
        ("两国的渔民化解危机", "COOPERATE"),
        ("渔船下午三点靠岸", None),
        ("O善意的照会石沉大海", None),
    ],
)
def test_words_lean_as_their_neighbours_turn_them(told: str, act: str | None) -> None:
    assert _act(told) == act


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sense"])
def test_a_sense_decides_its_example(row: dict[str, str]) -> None:
    assert _act(row["example"]) == row["act"]


def test_each_word_is_folded_and_stands_once() -> None:
    words = Counter(word for row in ROWS for word in split(row["words"]))
    assert [word for word, number in words.items() if number > 1 or fold(word) != word or not 2 <= len(word) <= 6] == []


@pytest.mark.parametrize("neutral", ["太平洋", "通电话", "在部长领导下作出", "通过火车", "有关照片"])
def test_no_word_sits_inside_a_neutral_one(neutral: str) -> None:
    assert load_heads("zh").leanings.find(neutral) == []


@pytest.mark.parametrize("row", RUSSIAN, ids=lambda row: row["sense"])
def test_a_russian_stem_leans_in_its_example(row: dict[str, str]) -> None:
    assert {lean.act for lean, *_ in load_heads("ru").leanings.find(row["example"])} == {row["act"]}
