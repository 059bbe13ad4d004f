"""Rows of maps carry intervals; where a language was not measured they are empty."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import detente
from detente.analysis.uncertainty import cell, count, rates
from detente.render.rows import map_rows

TEXT = "俄方表示,俄方反对美方的贸易做法。美方则称,美方反对俄方的贸易做法。"


def test_rows_of_a_map_carry_intervals() -> None:
    view = detente.map([detente.read(TEXT)], ("RU", "US"))
    sure, told = cell("divergence", {"zh": 2}, rates(["zh"])), count({"zh": 1}, "claims", rates(["zh"]))
    assert sure and told
    for row in view.to_rows():
        assert (row["sure"], row["sure_low"], row["sure_high"]) == (sure.value, sure.low, sure.high)
        assert (row["told"], row["told_low"], row["told_high"]) == (told.value, told.low, told.high)
    assert "在本项目自有标注中正确的比例" in detente.map([detente.read(TEXT)], ("RU", "US"), ui="zh-Hans").to_table().replace("\n", "")


def test_what_is_not_measured_has_no_interval() -> None:
    view = detente.map([detente.read(TEXT)], ("RU", "US"))
    assert [(row["sure"], row["told"]) for row in map_rows(replace(view.report, reliability=()))] == [(None, None)] * 2


def test_what_a_row_hangs_on_and_when() -> None:
    view = detente.map([detente.read("2031-03-04\n\n" + TEXT)], ("RU", "US"))
    assert [(each.after.relation, each.after.by) for each in view.why("trade").found.changes] == [("one-sided", "US"), ("one-sided", "RU")]
    assert [(row["period"], row["strength"]) for row in view.every("year").to_rows()] == [("2031", -1.0)]
    with pytest.raises(detente.UnknownName, match="fish"):
        view.why("fish")
