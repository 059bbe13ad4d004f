"""What leads up to a statement: which signs are seen of it, and that they tell whether it goes on with the matter before it."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from msgspec.structs import replace

from detente.api import read
from detente.languages import supported
from detente.resources.codebook import load_codebook
from detente.resources.topicwords import TopicWords, load_topic_words
from detente.stages.topics import TopicCase, label, signs_of
from detente.stages.topics.staying import lasting

HALVES = (
    "The ministers of Norway and Iceland met in Oslo on Monday.\n\n"
    "Norway's foreign minister said the mackerel stock was nobody's private larder.\n\n"
    "{}\n"
)
RUSSIAN = (
    "Министры Норвегии и Исландии встретились в понедельник.\n\n"
    "Глава МИД Норвегии заявил, что скумбрию вылавливают без квот.\n\n"
    "{}\n"
)
CHINESE = "挪威和冰岛的部长星期一会谈。\n挪威外交大臣表示,两国应当各管各的鲭鱼。\n{}\n"


def _cases(text: str) -> list[TopicCase]:
    """The statements of a text as their topics are looked for."""
    kept: list[TopicCase] = []

    def keep(cases: list[TopicCase], evidence: object) -> tuple[object, ...]:
        kept.extend(cases)
        return label(cases, None)

    with patch("detente.pipeline.judge.label", keep):
        read(text)
    return kept


def _words(code: str) -> TopicWords:
    words = load_topic_words(load_codebook(), code)
    assert words
    return words


def _lasts(cases: list[TopicCase], words: TopicWords) -> list[float]:
    """How likely statements that name no topic are on that of the one before."""
    return lasting(cases, [False] * len(cases), words)


def test_words_before_a_statement_and_its_own_are_signs() -> None:
    first, second = _cases(HALVES.format("On airports, a second matter, Iceland's foreign minister said the two flags fly there."))
    signs = signs_of(second, first, (5, 10), is_spaced=True)
    assert {"midway-beyond", "lead1=on", "lead=airports", "two=on airports", "own=flags"} <= {*signs}
    assert not any(sign.startswith("quoted") for sign in signs)


def test_a_short_report_has_no_early_part_and_no_late_one() -> None:
    first, second = _cases(HALVES.format("Iceland's foreign minister said the two flags fly there."))
    assert not any(sign.endswith("-beyond") for sign in signs_of(second, first, (1, 2), is_spaced=True))


def test_somebodys_words_at_the_beginning_of_a_paragraph_are_a_sign() -> None:
    first, second = _cases(HALVES.format("“We have been patient for long,” Iceland's foreign minister said."))
    assert "quoted-beyond" in signs_of(second, first, (5, 10), is_spaced=True)


def test_marks_of_chinese_are_signs_of_their_own_and_blanks_are_none() -> None:
    first, second = _cases(CHINESE.format("此外， 冰岛外长表示,航班会增加。"))
    signs = signs_of(second, first, (9, 10), is_spaced=False)
    assert {"late-beyond", "lead1=此", "two=此 外"} <= {*signs}
    assert not any(sign.rstrip() != sign or sign.endswith("= ") for sign in signs)


@pytest.mark.parametrize(
    ("text", "code", "on", "off"),
    [
        (HALVES, "en", "He also denied that boats fish at night, Iceland's minister said.", "On flags, Iceland's minister said boats may fly two."),
        (HALVES, "en", "“It is our water,” Iceland's minister said.", "The two also announced a film week, Iceland's minister said."),
        (RUSSIAN, "ru", "Его исландский коллега ответил, что это несправедливо.", "Кроме того, глава МИД Исландии заявил, что рейсов прибавится."),
        (CHINESE, "zh", "冰岛外长回应说,这不公平。", "此外,冰岛外长还表示,航班会增加。"),
    ],
)
def test_a_statement_is_likelier_to_go_on_behind_what_answers_than_behind_what_adds(text: str, code: str, on: str, off: str) -> None:
    words = _words(code)
    goes_on, begins = (_lasts(_cases(text.format(last)), words)[-1] for last in (on, off))
    assert goes_on > begins


def test_less_speaks_for_the_matter_before_where_a_statement_names_its_own() -> None:
    cases, words = _cases(HALVES.format("He also denied that boats fish at night, Iceland's minister said.")), _words("en")
    _, named = lasting(cases, (False, True), words)
    assert named < _lasts(cases, words)[1]


def test_without_signs_only_the_place_counts() -> None:
    words = replace(_words("en"), signs={})
    cases = _cases(HALVES.format("On flags, Iceland's foreign minister said boats may fly two."))
    assert _lasts(cases, words)[-1] == pytest.approx(words.stays["beyond-other"] / 100)


@pytest.mark.parametrize("code", supported())
def test_no_sign_makes_a_matter_sure_to_last_or_to_end(code: str) -> None:
    words = _words(code)
    assert words.signs and all(abs(weight) < 300 for weight in words.signs.values())
    cases = _cases({"en": HALVES, "ru": RUSSIAN, "zh": CHINESE}[code].format(""))
    assert all(0.01 <= share <= 0.99 for share in _lasts(cases, words))
