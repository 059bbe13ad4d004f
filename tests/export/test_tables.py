"""Tables as CSV, JSON lines, Parquet and Arrow: all hold the same rows, and what they hold is in the texts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from detente.desk.corpus import Corpus
from detente.export import TABLES, tables
from detente.records import Reading
from detente.text.cells import QUOTE, defused
from detente.text.nearest import UnknownName

EVERY = sorted(TABLES)
PARSED = {
    "string": str, "integer": int, "number": float, "boolean": lambda cell: {"true": True, "false": False}[cell],
    "list": lambda cell: cell.split("; "),
}  # fmt: skip


@pytest.fixture
def readings(corpus: Corpus) -> dict[str, Reading]:
    """Return the readings by document."""
    return {reading.document.id: reading for reading in corpus.store.readings()}


def _rows(corpus: Corpus, table: str, **more: Any) -> list[dict[str, Any]]:
    return getattr(corpus, table)(**more).to_rows()


@pytest.mark.parametrize("table", EVERY)
def test_rows_have_the_columns_that_are_described(corpus: Corpus, table: str) -> None:
    rows = _rows(corpus, table)
    assert rows
    assert all(list(row) == [column.name for column in tables()[table]] for row in rows)


@pytest.mark.parametrize("table", EVERY)
def test_examples_have_the_type_that_is_described(table: str) -> None:
    for column in tables()[table]:
        assert PARSED[column.type](column.example) not in ("", None), column.name


def test_all_that_was_read_is_there(corpus: Corpus, readings: dict[str, Reading]) -> None:
    assert {row["document_id"] for row in _rows(corpus, "documents")} == set(readings)
    assert len(_rows(corpus, "statements")) == sum(len(reading.statements) for reading in readings.values())
    assert len(_rows(corpus, "events")) == sum(len(reading.events) for reading in readings.values())
    assert _rows(corpus, "claims")


def test_words_stand_where_it_says(corpus: Corpus, readings: dict[str, Reading]) -> None:
    for row in _rows(corpus, "statements"):
        text = readings[row["document_id"]].document.text
        spans = [map(int, span.split("-")) for span in row["spans"]]
        assert row["words"] == "…".join(text[start:stop] for start, stop in spans)
    for row in _rows(corpus, "events"):
        assert row["words"] == readings[row["document_id"]].document.text[row["start"] : row["stop"]]


@pytest.mark.parametrize("table", EVERY)
def test_no_more_of_the_text_than_was_asked_for(corpus: Corpus, table: str, readings: dict[str, Reading]) -> None:
    for text, words, whole in (("none", False, False), ("evidence", True, False), ("full", True, True)):
        for row in _rows(corpus, table, text=text):
            assert (row.get("words") is not None) == (words and "words" in row)
            assert (row.get("text") is not None) == (whole and table == "documents")
            held = [value for name, value in row.items() if name != "words" and isinstance(value, str)]
            assert whole or not any(len(value) > 100 for value in held)


def _as_it_was(cell: str) -> str:
    """The text that was defused to a cell."""
    return cell[1:] if cell.startswith(QUOTE) and defused(cell[1:]) == cell else cell


@pytest.mark.parametrize("table", EVERY)
def test_csv_gives_the_rows_back(corpus: Corpus, table: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    corpus.export(path, "csv", table=table, text="full")
    assert path.read_bytes().count(b"\r\n") >= len(_rows(corpus, table)) + 1
    with path.open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file, strict=True))
    types = {column.name: column.type for column in tables()[table]}
    empty = {name: [] if kind == "list" else None for name, kind in types.items()}
    back = [{name: PARSED[types[name]](_as_it_was(cell)) if cell else empty[name] for name, cell in row.items()} for row in cells]
    assert back == _rows(corpus, table, text="full")


def test_what_a_spreadsheet_would_run_is_defused(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ('=HYPERLINK("http://x","y")', "@SUM(A1)", "+1", "-1", " =1", "\uff1d1", "'=1", "\t=1")
    for number, title in enumerate(titles):
        monkeypatch.setitem(TABLES, "documents", lambda _, t=title: iter([dict.fromkeys(_columns()) | {"title": t, "characters": -5}]))
        path = tmp_path / f"{number}.csv"
        corpus.export(path, "csv", table="documents")
        with path.open(encoding="utf-8", newline="") as file:
            row = next(csv.DictReader(file))
        assert row["title"] == "'" + title
        assert (_as_it_was(row["title"]), row["characters"]) == (title, "-5")


def _columns() -> list[str]:
    return [column.name for column in tables()["documents"]]


@pytest.mark.parametrize("table", EVERY)
def test_json_lines_give_the_rows_back(corpus: Corpus, table: str, tmp_path: Path) -> None:
    path = tmp_path / "table.jsonl"
    corpus.export(path, "jsonl", table=table, text="full")
    assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == _rows(corpus, table, text="full")


@pytest.mark.parametrize("table", EVERY)
def test_parquet_and_arrow_give_the_rows_back(corpus: Corpus, table: str, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs detente[arrow]")
    parquet = pytest.importorskip("pyarrow.parquet")
    corpus.export(tmp_path / "table.parquet", "parquet", table=table)
    found = parquet.read_table(tmp_path / "table.parquet")
    assert found.to_pylist() == _rows(corpus, table)
    streamed = pyarrow.table(getattr(corpus, table)())
    assert streamed.equals(found)
    assert found.schema.field(0).metadata[b"holds"].decode() == tables()[table][0].holds


def test_without_pyarrow_it_is_said_what_to_install(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ValueError, match=r"pip install 'detente\[arrow\]'"):
        corpus.export(tmp_path / "table.parquet", "parquet")
    with pytest.raises(ValueError, match=r"pip install 'detente\[arrow\]'"):
        corpus.claims().__arrow_c_stream__()
    assert list(tmp_path.iterdir()) == []


def test_filters_are_those_of_a_search(corpus: Corpus) -> None:
    assert {row["party"] for row in _rows(corpus, "claims", parties=["Russia"])} == {"RU"}
    assert {row["actor"] for row in _rows(corpus, "statements", speakers=["Halvor Strand"])} == {"Halvor Strand"}
    assert {row["party"] for row in _rows(corpus, "claims", speakers=["Halvor Strand"])} == {"NO"}
    assert {row["language"] for row in _rows(corpus, "documents", until="2030")} == {"ru"}
    assert {row["language"] for row in _rows(corpus, "events", languages=["en"])} == {"en"}
    assert _rows(corpus, "events", since="2031-05-21") == []
    with pytest.raises(UnknownName):
        corpus.claims(parties=["Ruritania"])


def test_names_are_those_of_maps(corpus: Corpus, url: str) -> None:
    from detente import open as open_corpus

    with open_corpus(url, ui="ru") as russian:
        assert "Россия" in {row["party_name"] for row in russian.claims()}
    assert "Russia" in {row["party_name"] for row in corpus.claims()}


def test_a_notebook_shows_the_first_rows(corpus: Corpus) -> None:
    shown = corpus.statements()._repr_html_()
    assert shown.count("<tr>") == 1 + len(_rows(corpus, "statements"))
    assert "<caption>statements</caption>" in shown
    assert "&amp; more" in corpus.documents()._repr_html_()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_same_store_same_bytes(corpus: Corpus, form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        corpus.export(tmp_path / name, form, table="claims")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
