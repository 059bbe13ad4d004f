"""The faces of networks: files that are read back, tables and pictures in every language of the interface."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections import Counter
from xml.etree import ElementTree

import networkx
import pytest

from detente.analysis.counting import Counted
from detente.analysis.kinds import ONE, TWO, kind_of
from detente.analysis.network import network_of
from detente.analysis.standing import standings
from detente.render.interface import UI_LANGUAGES
from detente.render.network.drawn import drawing_of
from detente.render.network.files import render_csv, render_dl, render_gexf, render_graphml, render_json
from detente.render.network.picture import render_picture
from detente.render.network.places import places_of
from detente.render.network.shown import Measured, Shown
from detente.render.network.table import render_table
from detente.render.report import Labels
from detente.render.width import width

SUMS = [
    Counted("person:a", "fish", 1, 3), Counted("person:b", "fish", 1, 1), Counted("person:b", "ice", -1, 2), Counted("person:c", "ice", 1, 2),
    Counted("person:d", "ice", -1, 1), Counted("person:d", "fish", 1, 1), Counted("person:d", "fish", -1, 1), Counted("person:e", "tea", 1, 1),
]  # fmt: skip
NAMES = {"person:a": '=Ann "A" & co', "person:b": "\u6c88\u6d77", "person:c": "Same <name>", "person:d": "Same <name>", "person:e": "Eve"}


def shown(mode: str = ONE, aggregation: str = "subtract", normalization: str = "", ui: str = "en") -> Shown:
    kind = kind_of("actor", mode, aggregation, normalization)
    network = network_of(SUMS, kind)
    return Shown(kind, (Measured(network, standings(network)),), Labels({"fish": "Fish", "ice": "Ice"}, {}, NAMES), ui, ("trust",), {"en": 3, "ru": 1})


def read_dl(text: str) -> tuple[list[str], list[str], list[list[float]]]:
    """Return row labels, column labels and the matrix of a file in the full-matrix form of DL."""
    head, data = text.split("data:\n")
    labels = [shlex.split(line)[0] for line in head.splitlines() if line.startswith('"')]
    matrix = [[float(cell) for cell in line.split()] for line in data.splitlines()]
    sizes = [int(number) for number in re.findall(r"= (\d+)", head)]
    assert head.startswith("dl n") and len(matrix) == sizes[0] and {len(row) for row in matrix} == {sizes[-1]}
    return (labels, labels, matrix) if len(sizes) == 1 else (labels[: sizes[0]], labels[sizes[0] :], matrix)


@pytest.mark.parametrize("mode", [ONE, TWO])
@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphs_are_read_back(mode: str, form: str) -> None:
    face = shown(mode)
    (measured,) = face.networks
    if form == "graphml":
        found = networkx.parse_graphml(render_graphml(face, measured))
    else:
        found = networkx.read_gexf(io.BytesIO(render_gexf(face, measured).encode()))
    prefix = "topic:" if mode == TWO else ""
    ties = {frozenset((tie.one, prefix + tie.other)): (tie.weight, tie.count) for tie in measured.network.ties}
    assert {frozenset(edge[:2]): (edge[2]["weight"], edge[2]["count"]) for edge in found.edges(data=True)} == ties
    nodes = {each.id if each.kind == "row" else f"topic:{each.id}": each for each in measured.standings}
    assert set(found.nodes) == set(nodes)
    for key, data in found.nodes(data=True):
        figures = (nodes[key].claims, nodes[key].degree, nodes[key].strength, nodes[key].betweenness, nodes[key].eigenvector, nodes[key].community)
        assert tuple(data[name] for name in ("claims", "degree", "strength", "betweenness", "eigenvector", "community")) == figures
    assert found.nodes["person:a"]["label"] == NAMES["person:a"]


def test_gexf_tells_no_day() -> None:
    face = shown()
    assert "lastmodified" not in render_gexf(face, face.networks[0])


@pytest.mark.parametrize("mode", [ONE, TWO])
def test_dl_is_read_back(mode: str) -> None:
    face = shown(mode)
    network = face.networks[0].network
    rows, columns, matrix = read_dl(render_dl(face, face.networks[0]))
    assert len(set(rows)) == 5 and rows[0] == "=Ann 'A' & co" and rows[2] == "Same <name> (person:c)"
    ids = list(network.rows), list(network.rows if mode == ONE else network.topics)
    expected = {(tie.one, tie.other): tie.weight for tie in network.ties}
    expected |= {(other, one): weight for (one, other), weight in expected.items()} if mode == ONE else {}
    assert len(columns) == len(ids[1])
    assert {(i, j): matrix[a][b] for a, i in enumerate(ids[0]) for b, j in enumerate(ids[1]) if matrix[a][b]} == expected


def test_rows_are_read_back_and_run_nothing() -> None:
    face = shown(TWO)
    rows = list(csv.DictReader(io.StringIO(render_csv(face))))
    assert [(row["one"], row["other"], float(row["weight"])) for row in rows] == [
        (tie.one, tie.other, tie.weight) for tie in face.networks[0].network.ties
    ]
    assert rows[0]["one_label"].startswith("'=Ann") and rows[0]["sort"] == "for"


def test_json_has_everything() -> None:
    found = json.loads(render_json(shown()))
    assert found["kind"]["aggregation"] == "subtract" and len(found["networks"][0]["nodes"]) == 5 and found["trust"] == ["trust"]


@pytest.mark.parametrize("ui", UI_LANGUAGES)
@pytest.mark.parametrize(("mode", "aggregation"), [(ONE, "subtract"), (TWO, "combine"), (ONE, "conflict")])
def test_tables_fit(ui: str, mode: str, aggregation: str) -> None:
    lines = render_table(shown(mode, aggregation, ui=ui)).splitlines()
    assert max(map(width, lines)) <= 80 and any("\u25cf" in line or "\u25c0" in line for line in lines)


def test_a_table_shows_as_many_as_asked_for() -> None:
    lines = render_table(shown(), limit=2).splitlines()
    assert sum("\u2501" in line for line in lines) == 2 and any("3 more" in line for line in lines)


def test_disagreement_parts() -> None:
    lines = render_table(shown(aggregation="conflict", normalization="none")).splitlines()
    found = [line.split()[-2:] for line in lines if "\u25c0" in line and "\u25b6" in line]
    assert found == [["4", "4"], ["3", "3"], ["2", "2"], ["1", "1"]]


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_pictures_have_text_and_are_the_same_each_time(ui: str) -> None:
    face = shown(TWO, ui=ui)
    drawn = render_picture(face, face.networks[0], "svg")
    assert drawn == render_picture(face, face.networks[0], "svg")
    told = "".join(ElementTree.fromstring(drawn).itertext())
    assert "\u6c88\u6d77" in told and face.words.text("network.actor_two") in told and face.words.text("network.against") in told


@pytest.mark.parametrize("sums", [SUMS, []])
def test_pictures_are_png_too(sums: list[Counted]) -> None:
    kind = kind_of("actor")
    network = network_of(sums, kind)
    measured = Measured(network, standings(network))
    drawn = render_picture(Shown(kind, (measured,), Labels({}, {}, NAMES), "zh-Hant", (), {}), measured, "png")
    assert drawn.startswith(b"\x89PNG")


# Places.


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def test_those_who_are_tied_stand_near_each_other() -> None:
    parts = [range(10 * i, 10 * i + 10) for i in range(6)]
    ties = {(one, other): 1.0 for part in parts for one in part for other in part if one < other} | {(0, 10): 1.0, (20, 30): 1.0}
    places = places_of(60, ties)
    assert places == places_of(60, dict(ties)) and len(set(places)) == 60
    assert all(0 <= each <= 1 for place in places for each in place)
    assert (min(x for x, _ in places), max(y for _, y in places)) == (0, 1)
    near = [distance(places[one], places[other]) for one, other in ties]
    far = [distance(places[one], places[other]) for one in parts[0] for other in parts[5]]
    assert sum(near) / len(near) < 0.4 * sum(far) / len(far)


def test_thousands_of_nodes_have_places() -> None:
    places = places_of(3000, {(i, i // 2): 1.0 for i in range(1, 2900)})
    assert len(places) == 3000 and all(x == x and y == y for x, y in places)
    quarters = Counter((x > 0.5, y > 0.5) for x, y in places)
    assert min(quarters.values()) > 300  # they are on no heap


def test_places_of_few_or_of_none() -> None:
    assert places_of(0, {}) == [] and places_of(1, {}) == [(0.5, 0.5)]
    assert len(set(places_of(2, {}))) == 2 and len(set(places_of(3, {(0, 1): 1.0}))) == 3


@pytest.mark.parametrize("mode", [ONE, TWO])
def test_a_drawing_has_every_node_and_tie(mode: str) -> None:
    face = shown(mode)
    (measured,) = face.networks
    drawn = drawing_of(face, measured.network)
    told = json.loads(render_json(face))["networks"][0]
    assert [(node.label, node.claims, node.community) for node in drawn.nodes] == [(n["label"], n["claims"], n["community"]) for n in told["nodes"]]
    ends = {(drawn.nodes[tie.one].label, drawn.nodes[tie.other].label, tie.sort, tie.weight) for tie in drawn.ties}
    assert ends == {(tie["one_label"], tie["other_label"], tie["sort"], round(tie["weight"], 4)) for tie in told["ties"]}
    assert [abs(tie.weight) for tie in drawn.ties] == sorted(abs(tie.weight) for tie in drawn.ties) and drawn.further == 0
    assert len({node.id for node in drawn.nodes}) == len(drawn.nodes)
