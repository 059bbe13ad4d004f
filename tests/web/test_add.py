"""Articles added in the browser change the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from detente.cli.main import app
from detente.store import open_store
from detente.web import create_app

ARTICLE = "Norway and Iceland meet\n\n21 May 2031\n\nNorway's foreign minister, Halvor Strand, said Norway rejects the fishing quota. " \
    "Iceland's foreign minister, Birna Hauksdottir, said Iceland was ready to discuss the fishing quota.\n"  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """Return a client of an application over an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store, TestClient(create_app(store), base_url="http://127.0.0.1") as client:
        yield client


def test_a_text_that_is_pasted_makes_a_map(empty: TestClient) -> None:
    assert empty.get("/map").status_code == 404
    assert "new: 1" in empty.post("/add", data={"text": ARTICLE}).text
    assert "Iceland" in empty.get("/map").text


def test_files_are_added_by_their_names_alone(empty: TestClient) -> None:
    files = [("files", ("..\\..\\etc/a.txt", ARTICLE.encode())), ("files", ("b.bin", b"\x00\x01"))]
    told = empty.post("/add.json", files=files).json()
    assert told["outcomes"] == {"new": 1, "failed": 1}
    assert "uploaded/b.bin" in told["failures"][0] and ".." not in empty.get("/failures.json").text


def test_what_is_there_already_is_not_added_again(empty: TestClient) -> None:
    empty.post("/add.json", data={"text": ARTICLE})
    assert empty.post("/add.json", data={"text": ARTICLE}).json()["outcomes"] == {"known": 1}


def test_nothing_is_added_by_an_empty_form(empty: TestClient) -> None:
    assert "Nothing was added." in empty.post("/add", data={"text": "  "}).text


def test_it_serves_only_this_machine() -> None:
    result = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])
    assert result.exit_code == 2 and "127.0.0.1" in result.output
