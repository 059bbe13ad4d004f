"""detente export and detente import: what they write, and what they refuse."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from detente.cli.choices import Export, Rows, Text
from detente.desk.networks import GRAPHS
from detente.export import FORMATS, TABLES, TEXTS

Run = Callable[..., Result]


@pytest.fixture
def store(run: Run, articles: Path, tmp_path: Path) -> str:
    """Return the address of a store with the articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    run("add", articles, "--store", url)
    return url


def test_options_name_what_there_is() -> None:
    assert (list(Export), list(Rows), list(Text)) == ([*FORMATS, *GRAPHS], list(TABLES), list(TEXTS))


@pytest.mark.parametrize("form", list(Export))
def test_every_format_is_written(run: Run, store: str, tmp_path: Path, form: str) -> None:
    if form in GRAPHS:
        pytest.importorskip("networkx", reason="graphs need detente[analysis]")
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs detente[arrow]")
    result = run("export", "--format", form, "-o", tmp_path / "out", "--store", store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(f"exported to {tmp_path / 'out'}\n")
    written = [file for file in (tmp_path / "out").rglob("*") if file.is_file()] or [tmp_path / "out"]
    assert sum(file.stat().st_size for file in written) > 100


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--party", "Russia"), {"RU"}), (("--party", "德国,US"), {"DE", "US"}), (("--topic", "energy"), {"DE"}),
        (("--speaker", "延斯·阿尔特曼"), {"DE"}), (("--act", "reject"), {"RU", "US"}), (("--until", "2031-03"), {"RU", "US"}),
        (("--relation", "common-ground", "--parties", "RU,US"), {"RU", "US"}), (("--country", "CN", "--since", "2031-05"), {"DE"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("table", ["claims", "statements"])
def test_filters_are_those_of_a_search(
    run: Run, store: str, tmp_path: Path, options: tuple[str, ...], expected: set[str], table: str
) -> None:
    run("export", "--format", "csv", "--table", table, "-o", tmp_path / "out.csv", *options, "--store", store)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert {row["party"] for row in csv.DictReader(file)} == expected


def test_names_are_in_the_language_of_the_interface(run: Run, store: str, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", "--table", "claims", "--ui", "ru", "-o", tmp_path / "out.jsonl", "--store", store)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert {"Россия", "Германия"} <= {line["party_name"] for line in lines}
    assert "Торговля" in {line["topic_name"] for line in lines}


def test_a_package_goes_from_store_to_store(run: Run, store: str, tmp_path: Path) -> None:
    run("export", "--format", "package", "--text", "full", "-o", tmp_path / "package", "--store", store)
    again = f"sqlite:///{tmp_path / 'again.sqlite'}"
    result = run("import", tmp_path / "package", "--store", again)
    assert (result.exit_code, result.stderr.rpartition(": ")[2]) == (0, "2 new\n")
    for words in (("read",), ("map", "--evidence", "trade"), ("search", "愿意", "--format", "jsonl"), ("status",)):
        first, second = (run(*words, "--store", url).stdout for url in (store, again))
        assert first.replace("store.sqlite", "") == second.replace("again.sqlite", "")


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        (("--format", "csv", "-o", "no/where.csv"), "there is no folder no; make it first", 2),
        (("--format", "csv", "-o", "out.csv", "--party", "Ruritania"), "no party 'Ruritania' is known", 2),
        (("--format", "csv", "-o", "out.csv", "--since", "yesterday"), "is no date", 2),
        (("--format", "brat", "-o", "out", "--text", "none"), "brat shows texts", 1),
        (("--format", "package", "-o", "."), "there is something already; name a new folder", 1),
        (("--format", "csv", "-o", "."), "cannot be written", 1),
    ],
)
def test_a_wrong_wish_is_told(
    run: Run, store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str, status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = run("export", *words, "--store", store)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_format_that_is_none_names_those_there_are(run: Run, store: str) -> None:
    result = run("export", "--format", "xls", "-o", "out.xls", "--store", store)
    assert result.exit_code == 2
    assert "parquet" in result.stderr


def test_a_store_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    result = run("export", "--format", "csv", "-o", tmp_path / "out.csv", "--store", f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert (result.exit_code, "there is no store" in result.stderr) == (1, True)


def test_what_a_search_prints_as_csv_is_defused(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "c.txt").write_text("=1+1 德方发言人表示,德方愿意同法方就能源进行对话。\n", encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    run("add", articles, "--store", url)
    printed = run("search", "法方", "--in", "documents", "--format", "csv", "--store", url).stdout
    assert "'=1+1" in printed
    assert ",=1+1" not in printed


@pytest.mark.parametrize("form", GRAPHS)
def test_a_graph_is_the_network_of_what_filters_let_through(run: Run, store: str, tmp_path: Path, form: str) -> None:
    pytest.importorskip("networkx", reason="graphs need detente[analysis]")
    run("export", "--format", form, "-o", tmp_path / "one", "--party", "RU,US", "--store", store)
    run("network", "--format", form, "-o", tmp_path / "two", "--party", "RU,US", "--store", store)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""
