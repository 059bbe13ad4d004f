"""What statements do: one invented sentence an act, read whole."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Reading, Statement
from detente.resources.heads import load_heads
from detente.resources.load import DATA, load_tsv

FRAME = "日本和韩国的官员星期一举行会谈。韩国代表团当天抵达。\n日本外务省发言人表示,{content}。\n"
HEADS = DATA / "languages" / "zh" / "heads.tsv"


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


@pytest.mark.parametrize("row", list(load_tsv(HEADS, ("rule", "example"))), ids=lambda row: row["rule"])
def test_a_head_decides_its_example(row: dict[str, str]) -> None:
    heads = load_heads("zh")
    found = (head.rule for head in (*heads.results, *heads.rows) if head.pattern.search(row["example"]))
    assert next(found) == row["rule"]
