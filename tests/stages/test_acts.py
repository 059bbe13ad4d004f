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
    for code in ("zh", "en", "ru")
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


ENGLISH = "Officials of Japan and China met on Monday.\n\nThe Japanese foreign minister {said} {content}.\n"


@pytest.mark.parametrize(
    ("said", "content", "act", "polarity"),
    [
        ("said", "China had better think again", "REQUEST", -1),
        ("hoped", "China would let the crew go home", "REQUEST", 0),
        ("said", "it was for China to make the next move", "REQUEST", 0),
        ("said", "the charge is baseless", "REJECT", -1),
        ("said", "the islands are not for sale", "REJECT", -1),
        ("replied", "a rope is a rope", "REJECT", -1),
        ("said", "China is playing for time", "ACCUSE", -1),
        ("regretted", "the ferry no longer calls at Nagasaki", "ACCUSE", -1),
        ("said", "any further step would meet a firm response", "THREATEN", -1),
        ("announced", "it had lifted the ban on pork", "CONCEDE", 1),
        ("announced", "it had expelled two attaches", "SANCTION", -1),
        ("said", "it had seized a trawler", "COERCE", -1),
        ("said", "progress had been made on two points", "COOPERATE", 1),
        ("vowed", "that the line would stay", "COOPERATE", 1),
        ("said", "both sides had reached an understanding", "AGREE", 1),
        ("said", "the talks covered visas and fisheries", "CONSULT", 0),
        ("said", "it was grateful for the help", "SUPPORT", 1),
        ("noted", "the lighthouse stands on a rock", "none", 0),
    ],
)
def test_the_content_tells_the_act_in_english(said: str, content: str, act: str, polarity: int) -> None:
    reading = read(ENGLISH.format(said=said, content=content))
    assert isinstance(reading, Reading)
    assert (reading.statements[-1].act, reading.statements[-1].polarity) == (act, polarity)


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


@pytest.mark.parametrize(
    ("content", "is_verb"),
    [
        ("the support and the demand are in the annex", False),  # nouns report nothing
        ("it rejects the plan", True),
    ],
)
def test_an_english_verb_inside_a_content_is_one_by_its_form(content: str, is_verb: bool) -> None:  # noqa: FBT001 a parameter of the test
    reading = read(ENGLISH.format(said="said", content=content))
    assert isinstance(reading, Reading)
    assert ("act:cue-inside " in reading.statements[0].method) == is_verb


def _deciding(language: str, scope: str, example: str) -> str | None:
    heads = load_heads(language)
    own = {"cue": heads.cued, "joint": heads.together, "before": heads.before, "evaded": heads.evaded, "last": heads.last}
    tried = (own[scope],) if scope in own else (heads.results, heads.rows)
    return next((head.rule for scoped in tried if (head := scoped.first(example))), None)


@pytest.mark.parametrize(("language", "row"), HEADS, ids=lambda value: value if isinstance(value, str) else value["rule"])
def test_a_head_decides_its_example(language: str, row: dict[str, str]) -> None:
    assert _deciding(language, row["scope"], row["example"]) == row["rule"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran urged Azerbaijan to open its market. Azerbaijan refused, saying that its farmers were poor.",
        "Иран призвал Азербайджан открыть рынок. Азербайджан ответил отказом, пояснив, что его фермеры бедны.",
        "伊朗呼吁阿塞拜疆开放市场。阿方予以拒绝,称本国农民很穷。",
    ],
)
def test_what_stands_behind_a_bare_refusal_goes_on_with_it(text: str) -> None:
    reading = read(f"{text}\n")
    assert isinstance(reading, Reading)
    answers = [(s.act, s.polarity) for s in reading.statements if s.speaker and s.speaker.party == "AZ"]
    assert ("REJECT", -1) in answers


@pytest.mark.parametrize("text", ["两国未能就签证问题达成协议。", "双方未能在签证问题上达成共识。"])
def test_what_was_not_reached_is_a_difference(text: str) -> None:
    reading = read(f"伊朗和阿塞拜疆举行会谈。{text}\n")
    assert isinstance(reading, Reading)
    assert reading.statements[-1].act == "REJECT"
