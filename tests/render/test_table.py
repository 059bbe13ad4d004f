"""The picture in characters: shapes, alignment by display width, what stands above and below."""

from __future__ import annotations

import re

import msgspec
import pytest

from detente.render.evidence import UnknownTopic, render_evidence
from detente.render.interface import UI_LANGUAGES
from detente.render.report import Report
from detente.render.table import STROKE, render_table
from detente.render.width import width

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def line_with(table: str, part: str) -> str:
    """Return the line of a table that holds a part."""
    return next(line for line in table.splitlines() if part in line)


@pytest.mark.parametrize("ui", UI_LANGUAGES)
@pytest.mark.parametrize("columns", [80, 100, 120, 160])
def test_no_line_is_wider_than_the_table(report: Report, ui: str, columns: int) -> None:
    table = render_table(msgspec.structs.replace(report, ui=ui), width=columns)
    assert max(width(line) for line in table.splitlines()) <= columns


@pytest.mark.parametrize("columns", [80, 100, 120, 160])
def test_the_marks_of_all_topics_stand_in_the_same_columns(report: Report, columns: int) -> None:
    table = render_table(report, width=columns)
    left_marks = {width(line[: line.index(mark)]) for mark, line in marked(table, ("━●", "━◆", "┄○"))}
    assert len(left_marks) == 1


def marked(table: str, marks: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the lines that have one of the marks, with the mark."""
    return [(mark, line) for line in table.splitlines() for mark in marks if mark in line]


@pytest.mark.parametrize(
    ("topic", "shapes"),
    [
        ("Trade", r"━━● +Trade +●━━"),
        ("cyber", r"━━━━◆ +cyber +◆━━━"),
        ("Fisheries", r"◀━━ +Fisheries <b> +━━▶"),
        ("finance", r"━━● +finance +○"),
        ("Leaders' meeting", r"══○ +Leaders' meeting +●━━"),
        ("visas", r"┄┄○ +visas +○┄┄"),
    ],
)
def test_every_relation_has_its_shape(report: Report, topic: str, shapes: str) -> None:
    assert re.search(shapes, line_with(render_table(report), topic))


def test_a_topic_of_third_parties_stands_alone(report: Report) -> None:
    assert line_with(render_table(report), "energy").strip() == "energy"


def test_a_position_known_through_others_says_per_whom(report: Report) -> None:
    assert "法方準備在巴黎接待日方代表團 (per Takagi)" in render_table(report, width=100)


def test_the_header_gives_figures_and_the_footer_what_was_not_understood(report: Report) -> None:
    table = render_table(report, width=120)
    assert "2 reports · 8 statements" in table
    assert "Chinese: 81 % of statements and 55 % of rows right on 24 unseen articles" in table
    assert "English: reliability not measured yet" in table
    assert "1 statement whose act was not recognised" in table
    assert "b.bin: not a text" in table


def test_an_empty_map_says_so(empty: Report) -> None:
    assert "No topic on which either side is reported was found." in render_table(empty)


def test_a_side_without_words_keeps_its_mark(report: Report) -> None:
    assert re.search(r"◆━━━ {1,4}3", line_with(render_table(report), "cyber"))


def test_colour_adds_nothing_but_codes(report: Report) -> None:
    coloured = render_table(report, colour=True)
    assert "\x1b[31m" in coloured
    assert ESCAPES.sub("", coloured) == render_table(report)


def test_a_plain_table_has_no_codes_even_if_a_title_has(report: Report) -> None:
    chinese = report.readings[0]
    title = msgspec.structs.replace(chinese.document, title="\x1b[2Jcleared")
    hostile = msgspec.structs.replace(chinese, document=title)
    assert "\x1b" not in render_table(msgspec.structs.replace(report, readings=(hostile,)))


def test_a_stroke_never_exceeds_its_column(report: Report) -> None:
    from detente.render.picture import picture_of
    from detente.render.table import stroke

    for group in picture_of(report):
        for row in group.rows:
            assert width(stroke(row.left)) <= STROKE


def test_evidence_gives_speaker_office_party_act_words_sources_and_line(report: Report) -> None:
    text = render_evidence(report, "leaders-meeting")
    assert "杜瓦, 法國海洋部長 (France) · offers to cooperate" in text
    assert "│ 法方準備在巴黎接待日方代表團" in text
    assert "via Takagi ← Coast News Agency · zh.txt, line 13 · quoted_after" in text
    assert "act not recognised" in text


def test_evidence_follows_the_text_and_ends_with_the_rule(report: Report) -> None:
    text = render_evidence(report, "Fisheries <b>")
    assert text.index("恢複聯合巡邏") < text.index("擴大捕撈範圍") < text.index("完全合法")
    assert text.splitlines()[-1] == "Decided by: against"


@pytest.mark.parametrize("columns", [50, 80])
def test_evidence_fits_its_width(report: Report, columns: int) -> None:
    text = render_evidence(report, "finance", width=columns)
    cited = [line for line in text.splitlines() if line.startswith("Cite: ")]
    assert cited, "a citation is one line, however long, so that it can be copied"
    assert max(width(line) for line in text.splitlines() if line not in cited) <= columns


def test_an_unknown_topic_names_those_of_the_map(report: Report) -> None:
    with pytest.raises(UnknownTopic, match="fisheries"):
        render_evidence(report, "mars")
