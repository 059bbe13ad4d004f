"""The command network: from a store to a table, files and the statements behind a tie."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def store(articles: Path, tmp_path: Path, run: Run) -> str:
    """Return the address of a store with two articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", url).exit_code == 0
    return url


def test_table(store: str, run: Run) -> None:
    found = run("network", "--store", store)
    assert found.exit_code == 0 and "Parties, tied by" in found.stdout and "Russia" in found.stdout
    assert re.search(r"Russia +\S+ .*\d \(-?[\d.]+…-?[\d.]+\) +-?\d+ \(-?\d+…-?\d+\)", found.stdout) and "no interval" in found.stdout


def test_speakers_go_by_their_names(store: str, run: Run) -> None:
    found = run("network", "--store", store, "--of", "actor", "--mode", "two", "--format", "csv")
    tie = re.search(r"\u54c8\u5170\xb7\u666e\u8d56\u65af,arms-control,Arms control,for,1\.0,(.+),(.+),1,(.+),(.+)", found.stdout)
    assert tie and float(tie[1]) < 1 < float(tie[2]) and int(tie[3]) < 1 < int(tie[4])


def test_behind_a_tie(store: str, run: Run) -> None:
    found = run("network", "--store", store, "--evidence", "\u4fc4\u7f57\u65af,\u8d38\u6613", "--ui", "zh-Hans", "--mode", "two")
    assert found.exit_code == 0 and "\u2212" in found.stdout and "\u53cd\u5bf9\u7f8e\u65b9\u7684\u8d38\u6613\u9650\u5236" in found.stdout
    both = run("network", "--store", store, "--evidence", "RU,US", "--limit", 1)
    assert both.exit_code == 0 and sum(line[:1] in "+\u2212" for line in both.stdout.splitlines() if line) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--evidence", "Rusia,trade", "--mode", "two"), "no Rusia in this network: there are Russia"),
        (("--evidence", "Russia"), "--evidence takes the two ends of a tie"),
        (("--aggregation", "conflict", "--mode", "two"), "of mode two there are ignore, subtract, combine"),
        (("--every", "year", "--format", "gexf"), "-o network.gexf"),
        (("--since", "then"), "write it as 2019-05-16, 2019-05 or 2019"),
        (("-o", "nowhere/network.svg"), "no folder nowhere"),
    ],
)
def test_what_cannot_be_asked(store: str, run: Run, words: tuple[str, ...], sentence: str) -> None:
    found = run("network", "--store", store, *words)
    assert found.exit_code != 0 and sentence.split()[-1] in found.output and "Traceback" not in found.output


def test_a_file_a_period(store: str, run: Run, tmp_path: Path) -> None:
    assert run("network", "--store", store, "--mode", "two", "--every", "month", "-o", tmp_path / "net.graphml").exit_code == 0
    assert sorted(file.name for file in tmp_path.glob("net*")) == ["net-2031-03.graphml", "net-2031-05.graphml"]


@pytest.mark.parametrize("form", ["svg", "png", "dl", "gexf", "json"])
def test_files_by_their_ending(store: str, run: Run, tmp_path: Path, form: str) -> None:
    files = [tmp_path / f"{name}.{form}" for name in "ab"]
    for file in files:
        assert run("network", "--store", store, "--mode", "two", "-o", file).exit_code == 0
    first, second = (file.read_bytes() for file in files)
    assert first == second and len(first) > 100


def test_what_is_missing_is_said(store: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    found = run("network", "--store", store)
    assert found.exit_code != 0 and "pip install 'detente[analysis]'" in found.output


def test_an_empty_store_says_so(run: Run, tmp_path: Path, articles: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    run("add", articles, "--store", url)
    run("remove", articles, "--store", url)
    found = run("network", "--store", url, "--of", "outlet")
    assert found.exit_code == 0 and "Nothing was found" in found.stdout


def test_periods_tell_how_many_reports_were_read(store: str, run: Run) -> None:
    shown = json.loads(run("network", "--store", store, "--every", "month", "--format", "json").stdout)
    assert {each["period"]: each["reports"] for each in shown["networks"]} == {"2031-03": 1, "2031-05": 1}
    assert "2031-03: 1 report \u00b7 " in run("network", "--store", store, "--every", "month").stdout
    whole = json.loads(run("network", "--store", store, "--format", "json").stdout)
    assert [each["reports"] for each in whole["networks"]] == [None]
