"""The decision table: a row a test, from the evidence of two sides to their relation."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Cue, Reading, Span, Speaker, Statement
from detente.stages.maps.relation import CellCase, decide_relation
from detente.stages.maps.stand import Stand, deed_of, stand


def _said(act: str | None, polarity: float = 0, target: str | None = None) -> Statement:
    speaker = Speaker(0, 1, "person:invented", "甲", "AA")
    return Statement("s", speaker, Cue(1, 2, "说"), (Span(2, 3),), "indirect", None, ("trade",), act, target, polarity,
                     None, None, (), 1.0, "test")  # fmt: skip


def _stand(statements: list[Statement]) -> Stand:
    return stand(map(deed_of, statements))


AGREED, DIFFER = _said("AGREE", 1), _said("REJECT", -1)
FOR, AGAINST, PLAIN = _said("COOPERATE", 1), _said("ACCUSE", -1), _said("none")
DEMAND, REFUSAL, UNKNOWN = _said("REQUEST", -1), _said("REJECT", -1), _said(None)


@pytest.mark.parametrize(
    ("joint", "left", "right", "relation", "rule"),
    [
        ([AGREED], [AGAINST], [], "mixed", "agreement-and-difference"),
        ([DIFFER], [FOR], [FOR], "divergence", "difference-stated"),
        ([], [FOR, AGAINST], [FOR], "mixed", "for-and-against"),
        ([AGREED], [], [], "common-ground", "agreement"),
        ([], [FOR], [FOR], "common-ground", "both-for"),
        ([], [_said("ACCUSE", 0, "KP")], [_said("REQUEST", 0, "KP")], "common-ground", "same-third"),
        ([], [DEMAND], [_said("CONCEDE", 1)], "common-ground", "demand-accepted"),
        ([], [AGAINST], [AGAINST], "divergence", "both-against"),
        ([], [FOR], [REFUSAL], "divergence", "offer-refused"),
        ([], [AGAINST], [UNKNOWN], "divergence", "one-against"),
        ([], [_said("SUPPORT", 0, "VE")], [_said("SUPPORT", 0, "CO")], "divergence", "different-objects"),
        ([], [AGAINST], [PLAIN], "one-sided", "one-side"),
        ([], [UNKNOWN], [UNKNOWN], "common-ground", "both-take"),
        ([], [PLAIN], [PLAIN], "discussed", "agenda"),
        ([], [], [], "mentioned", "third-parties"),
    ],
)
def test_a_row_of_the_table(
    joint: list[Statement], left: list[Statement], right: list[Statement], relation: str, rule: str
) -> None:
    assert decide_relation(CellCase(_stand(joint), _stand(left), _stand(right))) == (relation, rule)


def test_the_words_of_a_side_are_its_strongest_then_its_latest() -> None:
    text = "法国和意大利的官员星期一举行会谈。\n法国外长表示,关税应当尽快降低。法国外长还表示,贸易谈判进展顺利。意大利外长表示,意方愿意降低关税。\n"
    reading = read(text)
    assert isinstance(reading, Reading)
    words = reading.maps[0].cells[0].sides["FR"].words
    assert [text[w.start : w.stop] for w in words] == ["贸易谈判进展顺利", "关税应当尽快降低"]


def test_one_side_that_speaks_is_a_map_too() -> None:
    reading = read("法国和意大利的官员星期一举行会谈。\n法国外长表示,意大利的关税应当降低。\n")
    assert isinstance(reading, Reading)
    assert [(m.parties, [(c.topic, c.relation, c.by) for c in m.cells]) for m in reading.maps] == [
        (("FR", "IT"), [("trade", "one-sided", "FR")])
    ]


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("对此表示欢迎", "对此表示欢迎"),
        ("不同意这个说法", "不同意这个说法"),
        ("反对法国提高汽车和钢铁关税", "反对法国提高汽车和钢铁关税"),
    ],
)
def test_a_mere_phrase_is_shown_with_what_is_done_with_it(answer: str, shown: str) -> None:
    text = f"法国和意大利的官员星期一举行会谈。\n法国外长表示,关税应当尽快降低。意大利外长{answer}。\n"
    assert _shown(text, "IT")[0] == shown


@pytest.mark.parametrize(
    "answer",
    ["called it baseless", "accused France of raising tariffs on cars and steel", "that Italy would cut the tariffs on cars soon"],
)
def test_a_phrase_of_english_is_longer(answer: str) -> None:
    said = "said " if answer.startswith("that") else ""
    text = f"France said on Monday that tariffs were too high.\n\nFrance said tariffs and other barriers to trade should be cut soon. Italy {said}{answer}.\n"
    assert _shown(text, "IT")[0] == answer.removeprefix("that ")


def test_of_words_in_pieces_the_first_whole_one_is_shown() -> None:
    text = "French and Italian officials met.\n\nFrance said tariffs should be cut. “Tariffs,” Italy said, “will be cut this summer.”\n"
    assert _shown(text, "IT")[0] == "will be cut this summer"


def test_the_words_of_a_divergence_are_those_of_the_difference() -> None:
    text = (
        "法国和意大利的官员星期一举行会谈。\n法国外长表示,法方反对意大利的关税。意大利外长表示,意方愿意同法国扩大贸易。"
        "意大利外长还表示,意方拒绝法国对关税的指责。\n"
    )
    assert _shown(text, "IT")[0] == "意方拒绝法国对关税的指责"


def _shown(text: str, party: str) -> list[str]:
    reading = read(text)
    assert isinstance(reading, Reading)
    words = reading.maps[0].cells[0].sides[party].words
    return [text[w.start : w.stop] for w in words]
