"""The map as rows: typed, complete, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
from io import StringIO

import msgspec
import pytest

from detente.render.citation import cite
from detente.render.notebook import render_notebook
from detente.render.report import Report
from detente.render.rows import map_rows, render_csv, render_json


def test_every_cell_has_a_row_for_either_side(report: Report) -> None:
    rows = map_rows(report)
    assert len(rows) == 2 * len(report.map.cells)
    assert {row["party"] for row in rows} == {"FR", "JP"}


def test_a_row_says_on_whose_word_a_side_rests(report: Report) -> None:
    row = next(row for row in map_rows(report) if row["topic"] == "leaders-meeting" and row["party"] == "FR")
    assert row["per"] == "Takagi"
    assert row["own_word"] is False
    assert row["sources"] == "Coast News Agency; Takagi"


def test_csv_has_the_rows_of_the_map(report: Report) -> None:
    read = list(csv.DictReader(StringIO(render_csv(report))))
    assert [row["topic"] for row in read] == [row["topic"] for row in map_rows(report)]


def test_words_that_look_like_a_formula_are_defused(report: Report) -> None:
    words = [row["words"] for row in csv.DictReader(StringIO(render_csv(report))) if row["topic"] == "finance"]
    assert words[0].startswith("'=SUM(1)")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_every_formula_start_gets_an_apostrophe(report: Report, start: str) -> None:
    topics = {cell.topic: f"{start}1" for cell in report.map.cells}
    labels = msgspec.structs.replace(report.labels, topics=topics)
    rows = csv.DictReader(StringIO(render_csv(msgspec.structs.replace(report, labels=labels))))
    assert {row["topic_label"] for row in rows} == {f"'{start}1"}


def test_json_can_be_read_back(report: Report) -> None:
    content = json.loads(render_json(report))
    assert content["parties"] == ["FR", "JP"]
    assert content["rows"] == map_rows(report)
    assert content["failures"][0]["path"] == "b.bin"


def test_a_notebook_shows_the_picture_and_escapes(report: Report) -> None:
    table = render_notebook(report)
    assert "Fisheries &lt;b&gt;" in table
    assert "◀━━" in table
    assert "━━▶" in table


def test_a_citation_names_speaker_words_source_date_address_and_paragraph(report: Report) -> None:
    chinese = report.readings[0]
    assert cite(chinese, chinese.statements[2], "en", report.labels) == (
        "Takagi (Japan), “日方的捕撈完全合法,我們拒絕任何指控。”. 海岸通訊社, "
        "“<script>alert(1)</script>兩國談漁業,分歧猶在”, 4 March 2031, "
        "https://news.example/a?b=1&c=2, paragraph 2."
    )


def test_a_citation_without_an_address_gives_the_path(report: Report) -> None:
    english = report.readings[1]
    assert "via" not in cite(english, english.statements[1], "en")
    assert "paragraph 1" in cite(english, english.statements[1], "en")


def test_an_outlet_that_has_no_label_is_named_as_the_page_credits_it(report: Report) -> None:
    chinese = report.readings[0]
    unknown = msgspec.structs.replace(chinese.document, outlet="outlet:unknown")
    assert "海岸通訊社" in cite(msgspec.structs.replace(chinese, document=unknown), chinese.statements[0], "en")
