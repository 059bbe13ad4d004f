"""The command sources: from files or a store to tables, files and the statements behind a figure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import detente
from detente.records import Reading

Run = Callable[..., Result]


@pytest.fixture
def store(articles: Path, tmp_path: Path, run: Run) -> str:
    """Return the address of a store with two articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", url).exit_code == 0
    return url


def test_files_and_a_store_tell_the_same(store: str, articles: Path, run: Run) -> None:
    one, other = run("sources", "--store", store), run("sources", articles)
    assert one.exit_code == other.exit_code == 0 and one.stdout == other.stdout
    assert "Global Times" in one.stdout and "Russia: 2 statements" in one.stdout


def test_records_of_one_party(store: str, run: Run) -> None:
    told = json.loads(run("sources", "--store", store, "--party", "DE", "--format", "json").stdout)
    assert [record["party"] for record in told["records"]] == ["DE"]
    assert {each["other"] for each in told["relays"]} == {"party:DE"}


def test_parties_whose_press_is_compared(store: str, run: Run) -> None:
    told = json.loads(run("sources", "--store", store, "--parties", "DE,RU", "--format", "json").stdout)
    assert told["parties"] == ["DE", "RU"] and told["press"] == {"CN": 2}


@pytest.mark.parametrize(
    ("ends", "ui"),
    [("\u4fc4\u7f57\u65af,\u73af\u7403\u65f6\u62a5", "zh-Hans"), ("RU,trade", "en"), ("outlet:global-times,RU", "ru"), ("China,Russia", "en")],
)
def test_behind_a_figure(store: str, run: Run, ends: str, ui: str) -> None:
    found = run("sources", "--store", store, "--evidence", ends, "--limit", 1, "--ui", ui)
    assert found.exit_code == 0 and len(found.stdout.strip().splitlines()) == 2


def test_behind_how_many_passed_on(store: str, run: Run) -> None:
    depths = json.loads(run("sources", "--store", store, "--format", "json").stdout)["depths"]
    assert depths and sum(each["number"] for each in depths.values()) > 1
    for depth, each in depths.items():
        heading, *cited = run("sources", "--store", store, "--evidence", depth, "--limit", 0).stdout.splitlines()
        assert heading == f"Number of sources that passed on: {depth}" and len(cited) == each["number"] == len(each["statements"])
    assert len(run("sources", "--store", store, "--evidence", next(iter(depths)), "--limit", 1, "--ui", "ru").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--evidence", "Rusia,trade"), "nothing between Rusia and trade"),
        (("--evidence", "Russia"), "--evidence takes the two ends of a figure"),
        (("--evidence", "9"), "nothing came through 9 sources: there are 1"),
        (("--parties", "RU"), "name two parties"),
        (("--parties", "RU,Atlantis"), "Atlantis"),
        (("--since", "then"), "write it as 2019-05-16, 2019-05 or 2019"),
        (("-o", "nowhere/sources.svg"), "no folder nowhere"),
        (("--topic", "nonsense"), "nonsense"),
    ],
)
def test_what_cannot_be_asked(store: str, run: Run, words: tuple[str, ...], sentence: str) -> None:
    found = run("sources", "--store", store, *words)
    assert found.exit_code != 0 and "Traceback" not in found.output
    assert sentence in " ".join(found.output.split())


def test_neither_files_nor_a_store(run: Run) -> None:
    found = run("sources")
    assert found.exit_code != 0 and "--store default" in found.output


def test_a_file_that_cannot_be_read(articles: Path, run: Run) -> None:
    (articles / "c.txt").write_bytes(b"\x00\x01\x02")
    found = run("sources", articles)
    assert found.exit_code != 0 and "Global Times" in found.stdout


def test_files_by_their_endings(store: str, run: Run, tmp_path: Path) -> None:
    for ending, begins in (("graphml", b"<graphml"), ("svg", b"<?xml"), ("png", b"\x89PNG"), ("csv", b"kind,"), ("json", b"{")):
        file = tmp_path / f"sources.{ending}"
        assert run("sources", "--store", store, "-o", file).exit_code == 0
        assert file.read_bytes().startswith(begins)


def test_in_python(articles: Path) -> None:
    readings = [detente.read((articles / "a.txt").read_text(encoding="utf-8"))]
    assert all(isinstance(reading, Reading) for reading in readings)
    view = detente.sources(readings, between=["Russia", "US"])
    assert [(record.party, record.statements) for record in view.shown.records] == [("RU", 2), ("US", 2)]
    assert [share.source for share in view.shown.records[0].outlets] == ["outlet:global-times"]
