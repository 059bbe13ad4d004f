"""A file's name says how it is written; a name that promises another file than the command makes is refused before anything is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("command", "name", "known"),
    [
        ("commitments", "ledger.png", "table, json, csv"), ("sources", "sources.gexf", "graphml, svg, png"), ("timeline", "time.html", "svg, png"),
        ("map", "map.pdf", "html, svg, png"), ("map", "map.graphml", "html, svg, png"), ("topics", "topics.XLSX", "svg, png"),
        ("network", "network.html", "graphml, gexf, dl"), ("compare", "accounts.parquet", "svg, png"),
    ],
)  # fmt: skip
def test_a_name_that_promises_another_file_is_refused(command: str, name: str, known: str, articles: Path, tmp_path: Path, run: Run) -> None:
    given = ("--store", f"sqlite:///{tmp_path / 'none.sqlite'}") if command == "network" else (articles,)
    found = run(command, *given, "-o", tmp_path / name)
    assert found.exit_code == 2 and "this is written as table, json, csv" in found.stderr and known in found.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["map", "map.txt", "map.2031", "map.out"])
def test_any_other_name_gets_a_table(name: str, articles: Path, tmp_path: Path, run: Run) -> None:
    assert run("map", articles, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == run("map", articles).stdout


def test_a_format_that_is_named_goes_before_the_ending(articles: Path, tmp_path: Path, run: Run) -> None:
    assert run("timeline", articles, "--format", "csv", "-o", tmp_path / "time.pdf").exit_code == 0
    assert (tmp_path / "time.pdf").read_text(encoding="utf-8").startswith("kind,date,")


@pytest.mark.parametrize("command", ["sources", "actors", "commitments"])
def test_evidence_is_no_table_of_rows(command: str, articles: Path, tmp_path: Path, run: Run) -> None:
    behind = ("--evidence",) if command == "commitments" else ("--evidence", "RU,US")
    found = run(command, articles, *behind, "-o", tmp_path / "evidence.csv")
    assert found.exit_code == 2 and "--evidence is text and cannot be written as csv" in found.stderr
