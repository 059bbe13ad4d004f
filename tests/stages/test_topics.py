"""Where a statement's topics are found, and which cells they make."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Position, Reading

OPENING = "法国和意大利的官员星期一举行会谈。\n"


def _positions(text: str) -> tuple[Reading, list[Position]]:
    reading = read(OPENING + text + "\n")
    assert isinstance(reading, Reading)
    return reading, list(reading.positions)


@pytest.mark.parametrize(
    ("text", "topic", "source"),
    [
        ("法国外交部发言人表示,应当取消对意大利钢铁的关税。", "trade", "own-words"),
        ("在叙利亚问题上,法国外交部发言人表示,法方立场没有改变。", "syria", "fronted"),
        ("渔业配额的谈判已经停滞。法国外交部发言人表示,法方对此深感失望。", "fisheries", "nearest-before"),
        ("法国外交部发言人表示,他们的船一网下去,近海三年不见鱼苗。", "fisheries", "words"),
    ],
)
def test_where_a_topic_is_found(text: str, topic: str, source: str) -> None:
    _, positions = _positions(text)
    assert [(p.topic, p.method) for p in positions][-1:] == [(topic, source)]


def test_a_named_dispute_beats_the_measure_taken_over_it() -> None:
    _, positions = _positions("法国外交部发言人表示,因伊朗问题实施的制裁应当取消。")
    assert [p.topic for p in positions] == ["iran"]


def test_the_items_of_a_list_are_equals() -> None:
    _, positions = _positions("法国外交部发言人表示,双方讨论了叙利亚问题、难民和反恐。")
    assert {p.topic for p in positions} == {"syria", "refugees", "terrorism"}


def test_a_state_of_the_map_is_no_topic_by_its_name() -> None:
    reading = read("伊朗和法国的官员星期一举行会谈。\n法国外交部发言人表示,法方期待伊朗的答复。\n")
    assert isinstance(reading, Reading)
    assert "iran" not in {p.topic for p in reading.positions}


def test_between_a_state_and_another_its_own_rule_is_a_topic_only_by_a_term() -> None:
    opening = "Белоруссия и США провели переговоры. Министр иностранных дел Белоруссии заявил, что "
    plain, named = read(opening + "Минск не торгует людьми.\n"), read(opening + "белорусская оппозиция уехала.\n")
    assert isinstance(plain, Reading) and isinstance(named, Reading)
    assert "belarus" not in {p.topic for p in plain.positions}
    assert {p.topic for p in named.positions} == {"belarus"}


def test_what_the_talk_was_about_adds_to_a_cell_but_makes_none() -> None:
    text = "法国外交部发言人表示,进口商品的关税应当降低。意大利外交部发言人表示,这需要时间。"
    reading, positions = _positions(text)
    assert positions[-1].method == "context" and positions[-1].score < 0.5
    assert [cell.topic for cell in reading.maps[0].cells] == ["trade"]
    assert len(reading.maps[0].cells[0].evidence) == 2


@pytest.mark.parametrize(
    ("content", "stance"),
    [("应当取消制裁", -1), ("将延长制裁", 1), ("拒绝取消制裁", 1)],
)
def test_the_stance_on_a_proposition(content: str, stance: int) -> None:
    _, positions = _positions(f"法国外交部发言人表示,{content}。")
    assert [(p.topic, p.on_topic) for p in positions] == [("sanctions", stance)]


def test_a_frame_is_found_within_a_clause() -> None:
    _, positions = _positions("法国外交部发言人表示,双方交换了四名被关押的囚犯。")
    assert [p.topic for p in positions] == ["prisoner-exchange"]
    _, positions = _positions("法国外交部发言人表示,双方交换了看法,囚犯的去向不明。")
    assert positions[0].score < 1


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Norway accused Iceland of taking too much mackerel.\n\nIceland denied the accusation. It said visas were next.", "fisheries"),
        ("Norway offered to supply gas. Iceland will think about tariffs.\n\nNorway's offer was fair, Iceland said.", "energy"),
        ("Норвегия обвинила Исландию в незаконном вылове скумбрии.\n\nИсландия отвергла эти обвинения. Визы упростят позже.", "fisheries"),
        ("挪威指责冰岛过度捕捞鲭鱼。\n\n冰岛否认这一指责。冰岛说,签证手续将简化。", "fisheries"),
    ],
)
def test_what_points_back_is_on_the_topic_of_what_it_points_at(text: str, topic: str) -> None:
    reading = read(f"{text}\n")
    assert isinstance(reading, Reading)
    back = [s for s in reading.statements if s.method.endswith("topic:answer")]
    assert [s.topics for s in back] == [(topic,)]
