"""The faces of sources: files that are read back, tables and pictures in every language of the interface."""

from __future__ import annotations

import csv
import io
import json
from itertools import combinations
from math import dist

import networkx
import pytest
from msgspec.structs import replace

from detente.analysis.sources_coverage import covered
from detente.analysis.sources_graph import OUTLET, Relaying, depths, relaying
from detente.analysis.sources_shares import resting
from detente.render.interface import UI_LANGUAGES
from detente.render.report import Labels
from detente.render.sources.files import render_csv, render_graphml, render_json
from detente.render.sources.picture import _places, render_picture
from detente.render.sources.shown import Shown, identity
from detente.render.sources.table import render_table
from detente.render.width import width

from .test_sources import CHAINS, HOMES, ROWS

NAMES = {"outlet:north": "=North", "outlet:star": "\u661f\u62a5", "person:bb": "B. B."}


def shown(ui: str = "en", *, empty: bool = False) -> Shown:
    """Return what faces are given of the rows worked by hand, or of nothing."""
    rows, chains, pair = (() if empty else ROWS), (() if empty else CHAINS), ("NN", "SS")
    labels = Labels({"fish": "Fish"}, {"NN": "Northland"}, {"outlet:south": "South"}, HOMES)
    coverage, languages = covered(rows, pair, HOMES), {"en": 3, "ru": 1}
    return Shown(relaying(chains), depths(chains), resting(rows, HOMES), pair, coverage, {"NN": 2}, labels, NAMES, ui, ("trust",), languages)


def test_graph_is_read_back() -> None:
    graph = networkx.parse_graphml(render_graphml(shown()))
    assert graph.is_directed() and graph.edges["outlet:north", "outlet:star"]["weight"] == 2
    assert graph.nodes["outlet:star"] == {"label": "\u661f\u62a5", "sort": "outlet", "country": "NN"}
    assert graph.nodes["party:NN"]["label"] == "Northland"


def test_csv_has_a_row_a_figure_and_runs_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(shown()))))
    kinds = [row["kind"] for row in rows]
    assert [kinds.count(kind) for kind in ("relays", "passed_on", "outlet", "country", "topic")] == [9, 4, 6, 4, 4]
    assert rows[0]["one_label"] == "'=North" and rows[0]["statements"] == "2"
    (fish,) = (row for row in rows if row["kind"] == "topic" and row["other_label"] == "Fish" and row["one"] == "NN")
    assert [fish[name] for name in ("statements", "first", "second", "both", "elsewhere", "left_out_by")] == ["4", "1", "0", "1", "2", ""]


def test_every_number_has_how_many_there_are_likely_to_be() -> None:
    told = json.loads(render_json(shown()))
    shares = [share for each in told["records"] for share in (*each["outlets"], *each["countries"])]
    numbers = [(each, each["number"]) for each in (*told["relays"], *shares)] + [(each, each["statements"]) for each in told["records"]]
    assert numbers and all(each["likely"][0] <= number <= each["likely"][1] for each, number in numbers)
    assert all(each["likely"] for each in told["coverage"])
    assert "2 (1\u20133)" in render_table(shown())
    unmeasured = replace(shown(), languages={"xx": 1})
    assert json.loads(render_json(unmeasured))["relays"][0]["likely"] is None and "\u2013" not in render_table(unmeasured)


def test_json_tells_the_statements_behind_each_figure() -> None:
    told = json.loads(render_json(shown()))
    assert told["relays"][0]["statements"] == ["s1", "s2"] and [each["number"] for each in told["depths"].values()] == [2, 2, 1, 1]
    assert all(len(each["statements"]) == each["number"] for each in told["depths"].values())
    assert told["records"][0]["countries"][0]["statements"] == ["s1", "s2"]
    assert told["coverage"][0]["left_out_by"] == "NN"


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_tables_keep_to_their_width(ui: str) -> None:
    for face in (shown(ui), shown(ui, empty=True)):
        table = render_table(face, width=80)
        assert max(map(width, table.splitlines())) <= 80
    assert render_table(shown(ui), limit=1).count("Northland") >= 2


@pytest.mark.parametrize("form", ["svg", "png"])
def test_pictures_are_the_same_bytes(form: str) -> None:
    assert render_picture(shown(), form) == render_picture(shown(), form)
    assert render_picture(shown(empty=True), form)


def test_a_picture_has_names_as_text() -> None:
    assert "Northland" in render_picture(shown(), "svg").decode()


def test_who_relay_each_other_apart_from_the_rest_can_be_told_apart() -> None:
    relays = tuple(Relaying((OUTLET, f"outlet:{pair}a"), (OUTLET, f"outlet:{pair}b"), ("s",)) for pair in "klmno")
    places = _places(relays)
    lengths = [dist(*(places[identity(node)] for node in (each.one, each.other))) for each in relays]
    assert min(lengths) > max(dist(one, other) for one, other in combinations(places.values(), 2)) / 20
