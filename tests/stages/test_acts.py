"""What statements do: one invented sentence an act, read whole."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Reading, Statement
from detente.resources.heads import load_heads
from detente.resources.load import DATA, load_tsv

FRAME = "日本和韩国的官员星期一举行会谈。韩国代表团当天抵达。\n日本外务省发言人表示,{content}。\n"
HEADS = [
    (code, row)
    for code in ("zh", "ru")
    for row in load_tsv(DATA / "languages" / code / "heads.tsv", ("rule", "scope", "example"))
]


def _statement(content: str) -> Statement:
    reading = read(FRAME.format(content=content))
    assert isinstance(reading, Reading)
    return reading.statements[-1]


@pytest.mark.parametrize(
    ("content", "act", "polarity"),
    [
        ("韩国必须停止在争议海域的勘探", "REQUEST", -1),
        ("日方希望韩国尽快批准领事探视", "REQUEST", 0),
        ("日方愿同韩国加强经贸合作", "COOPERATE", 1),
        ("韩国多次违反双方的协议", "ACCUSE", -1),
        ("若韩国继续拖延,日方将退出谈判", "THREATEN", -1),
        ("日方不会接受韩国的条件", "REJECT", -1),
        ("有关指控毫无根据", "REJECT", -1),
        ("日方将放宽对韩国游客的签证限制", "CONCEDE", 1),
        ("将把三家韩国公司列入出口管制清单", "SANCTION", -1),
        ("日方已向该海域增派两艘舰艇", "MOBILIZE", -1),
        ("日方将向韩国灾区提供紧急援助", "AID", 1),
        ("双方讨论了渔业和航班问题", "CONSULT", 0),
        ("双方在渔业问题上仍有分歧", "REJECT", -1),
        ("日韩在这一问题上没有分歧", "AGREE", 1),
    ],
)
def test_the_content_tells_the_act(content: str, act: str, polarity: int) -> None:
    statement = _statement(content)
    assert (statement.act, statement.polarity) == (act, polarity)


def test_an_act_aimed_at_a_third_state_is_not_against_the_other_side() -> None:
    statement = _statement("朝鲜必须立即停止挑衅")
    assert (statement.act, statement.polarity, statement.target) == ("REQUEST", 0, "KP")


def test_a_wish_inside_a_content_is_not_yet_an_act() -> None:
    assert _statement("希望与韩国就指责对方的问题展开对话").act == "COOPERATE"


@pytest.mark.parametrize(
    ("said", "act", "polarity"),
    [
        ("сообщил, что Финляндия возобновляет ввоз норвежской рыбы", "CONCEDE", 1),
        ("сообщил, что ввоз норвежской рыбы приостановлен", "SANCTION", -1),
        ("пообещал ответить на решение Осло зеркально", "THREATEN", -1),
        ("пообещал ускорить ремонт моста", "COOPERATE", 1),
        ("призвал Осло немедленно отпустить рыбаков", "REQUEST", -1),
        ("призвал Осло присоединиться к договору", "REQUEST", 0),
        ("назвал сообщения о сделке выдумкой", "REJECT", -1),
        ("назвал решение Осло важным шагом", "SUPPORT", 1),
        ("заявил, что переговоры с осужденным капитаном полезны", "COOPERATE", 1),
        ("заявил, что Осло глушит навигацию у побережья", "ACCUSE", -1),
        ("заявил, что за взрывом стоят норвежские спецслужбы", "ACCUSE", -1),
        ("заявил, что Хельсинки не станут пересматривать квоты", "REJECT", -1),
        ("отметил, что стороны не смогли согласовать квоты", "REJECT", -1),
        ("отметил, что Осло следует соблюдать договор", "REQUEST", -1),
        ("заявил, что Хельсинки готовы к диалогу", "COOPERATE", 1),
    ],
)
def test_a_russian_cue_and_content_tell_the_act(said: str, act: str, polarity: int) -> None:
    reading = read(f"Министры Финляндии и Норвегии провели переговоры. Министр иностранных дел Финляндии {said}.\n")
    assert isinstance(reading, Reading)
    assert (reading.statements[-1].act, reading.statements[-1].polarity) == (act, polarity)


def _deciding(language: str, scope: str, example: str) -> str | None:
    heads = load_heads(language)
    tried = {"cue": heads.cued, "last": heads.last}.get(scope, (*heads.results, *heads.rows))
    return next((head.rule for head in tried if head.pattern.search(example)), None)


@pytest.mark.parametrize(("language", "row"), HEADS, ids=lambda value: value if isinstance(value, str) else value["rule"])
def test_a_head_decides_its_example(language: str, row: dict[str, str]) -> None:
    assert _deciding(language, row["scope"], row["example"]) == row["rule"]
