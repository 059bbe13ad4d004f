"""`detente map --every` and `--why`: of files and of a store alike, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import Result

import detente
from detente.text.nearest import UnknownName

Run = Callable[..., Result]
TURN = """俄美谈贸易
2031-05-06 10:00　来源:新华网

俄罗斯外交部发言人奥列格·瓦宁表示,俄方愿意同美方扩大贸易。
美国财政部长温斯顿·科尔称,美方愿意同俄方扩大贸易。
"""


@pytest.fixture
def articles(articles: Path) -> Path:
    """Return a folder with a third article, in which a relation turns."""
    (articles / "c.txt").write_text(TURN, encoding="utf-8")
    return articles


@pytest.fixture(params=["files", "store"])
def given(request: pytest.FixtureRequest, run: Run, articles: Path, tmp_path: Path) -> tuple[object, ...]:
    """Return how a command is told what to read."""
    if request.param == "files":
        return (articles,)
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", url).exit_code == 0
    return ("--store", url)


def out(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_relations_by_month_turn(run: Run, given: tuple[object, ...]) -> None:
    table = out(run("map", *given, "--parties", "RU,US", "--every", "month"))
    assert all(len(line) <= 80 for line in table.splitlines())
    assert "Trade, 2031-03 → 2031-05: Divergence → Common ground" in table
    assert "Right in the project’s own gold" in table


def test_rows_carry_figures_with_intervals(run: Run, given: tuple[object, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(out(run("map", *given, "--parties", "RU,US", "--every", "quarter", "--format", "csv")))))
    trade = {row["period"]: row for row in rows if row["topic"] == "trade"}
    assert [(period, row["relation"], row["turns_from"], row["strength"]) for period, row in trade.items()] == [
        ("2031-Q1", "divergence", "", "-0.5"), ("2031-Q2", "common-ground", "divergence", "1.0"),
    ]  # fmt: skip
    for row in rows:
        assert float(row["sure_low"]) <= float(row["sure"]) <= float(row["sure_high"])
        assert float(row["told_low"]) <= float(row["told"]) <= float(row["told_high"])


def test_turning_points_name_their_statements(run: Run, given: tuple[object, ...]) -> None:
    found = json.loads(out(run("map", *given, "--parties", "RU,US", "--every", "month", "--format", "json")))
    (turn,) = (turn for turn in found["turns"] if turn["topic"] == "trade")
    assert [each["act"] for each in turn["made_by"]] == ["COOPERATE", "COOPERATE"]
    assert len(turn["evidence"]) == 2
    told = out(run("map", *given, "--parties", "RU,US", "--every", "month", "--evidence", "Trade"))
    assert "扩大贸易" in told
    assert "Trade, 2031-03: Divergence · −0.50\n" in told and "Trade, 2031-05: " in told


def test_every_period_names_its_statements(run: Run, given: tuple[object, ...]) -> None:
    asked = ("map", *given, "--parties", "RU,US", "--every", "year")
    first, second, *rest = out(run(*asked, "--evidence", "trade")).strip().split("\n\n")
    assert first == "No turning point on Trade." and second.startswith("Trade, 2031: ") and not rest
    number = next(row for row in json.loads(out(run(*asked, "--format", "json")))["rows"] if row["topic"] == "trade")["statements"]
    assert len(second.splitlines()) == 1 + number
    assert "--evidence TOPIC" in out(run(*asked))


def test_pictures(run: Run, given: tuple[object, ...], tmp_path: Path) -> None:
    for form in ("svg", "html", "png"):
        out(run("map", *given, "--parties", "RU,US", "--every", "month", "-o", tmp_path / f"matrix.{form}", "--ui", "zh-Hans"))
    assert "2031-05" in ElementTree.fromstring((tmp_path / "matrix.svg").read_text(encoding="utf-8")).itertext()
    assert (tmp_path / "matrix.png").read_bytes().startswith(b"\x89PNG")
    HTMLParser().feed((tmp_path / "matrix.html").read_text(encoding="utf-8"))
    assert "扩大贸易" in (tmp_path / "matrix.html").read_text(encoding="utf-8")


def test_what_a_row_hangs_on(run: Run, given: tuple[object, ...]) -> None:
    asked = ("map", *given, "--parties", "RU,US", "--until", "2031-04", "--why", "Trade")
    table = out(run(*asked))
    assert "Trade · Divergence" in table
    assert "Without 1 statement: One side only (United States)" in table
    assert "反对美方的贸易限制" in table.replace("\n  │ ", "")
    rows = list(csv.DictReader(io.StringIO(out(run(*asked, "--format", "csv")))))
    assert {row["without"] for row in rows} == {"statements", "outlet"}
    found = json.loads(out(run(*asked, "--format", "json")))
    assert found["relation"] == "divergence"
    assert found["right"]["low"] <= found["right"]["value"] <= found["right"]["high"]
    assert all(row["changes"] for row in found["rows"] if row["without"] == "statements")


@pytest.mark.parametrize(("words", "told"), [
    (("--why", "trade", "--every", "month"), "--why goes with neither"), (("--why", "trade", "--evidence", "trade"), "--why goes with neither"),
    (("--why", "fish"), "no topic “fish”"), (("--why", "trade", "--format", "svg"), "written as table, json, csv"),
    (("--format", "png"), "written as table, json, csv, html, svg"), (("--every", "month", "--evidence", "fish"), "no topic “fish”"),
    (("--every", "month", "--evidence", "trade", "--format", "csv"), "--evidence is text"),
])  # fmt: skip
def test_what_cannot_be_is_refused(run: Run, articles: Path, words: tuple[str, ...], told: str) -> None:
    result = run("map", articles, "--parties", "RU,US", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_periods_are_months_quarters_or_years(run: Run, articles: Path) -> None:
    assert run("map", articles, "--every", "week").exit_code == 2
    with pytest.raises(UnknownName, match="month, quarter, year"):
        detente.periods([detente.read(articles / "a.txt")], every="week")


def test_dots_need_matplotlib(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = run("map", articles, "--every", "month", "--format", "png")
    assert result.exit_code == 1
    assert "detente[analysis]" in result.stderr


def test_nothing_in_a_period_is_told(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "a.txt").write_text("俄方表示,俄方愿意同美方恢复军控谈判。美方称,美方反对俄方的贸易做法。", encoding="utf-8")
    table = out(run("map", articles / "a.txt", "--every", "month"))
    assert "Nothing was found that is said in a period" in table
    for form in ("json", "csv", "svg", "html"):
        assert out(run("map", articles / "a.txt", "--every", "month", "--format", form))


def test_in_python_a_store_and_its_readings_are_alike(articles: Path, run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", url).exit_code == 0
    readings = [detente.read(file) for file in sorted(articles.iterdir())]
    view = detente.periods(readings, ("RU", "US"), every="year")
    with detente.open_store(url) as store:
        kept = detente.periods(store, ("Russia", "US"), every="year")
        assert kept.found == view.found
        assert kept.to_rows() == view.to_rows()
    assert view._repr_html_().startswith("<pre>Russia")
    assert detente.map(readings, ("RU", "US")).why("trade").to_rows()
