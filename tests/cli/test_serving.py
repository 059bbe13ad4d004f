"""What a server logs, and options of `serve`."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from detente.cli.logs import log_requests
from detente.cli.main import app
from detente.store import open_store
from detente.web import create_app

TEXT = "俄罗斯外长基里尔·索宾2031年3月4日表示,俄方愿意同美方恢复贸易谈判。"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """The log as it was before."""
    log = logging.getLogger("detente")
    before = log.level, log.propagate, log.handlers[:]
    yield
    log.level, log.propagate, log.handlers[:] = before


@pytest.mark.parametrize("as_json", [True, False])
def test_requests_are_logged_without_a_word_of_an_article(tmp_path: Path, capfd: pytest.CaptureFixture[str], as_json: bool) -> None:
    log_requests(as_json=as_json)
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store, TestClient(create_app(store), base_url="http://127.0.0.1") as client:
        answer = client.post("/add.json", data={"text": TEXT})
        client.get(f"/jobs/{answer.json()['id']}/events")
        refused = client.get("/search.json?query=(贸易")
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == 3 and "贸易" not in "".join(lines) and "索宾" not in "".join(lines)
    if as_json:
        told = [json.loads(line) for line in lines]
        assert [(each["method"], each["path"].split("/")[1]) for each in told] == [("POST", "add.json"), ("GET", "jobs"), ("GET", "search.json")]
        assert [each["status"] for each in told] == [202, 200, 400]
        assert told[2]["request"] == refused.headers["x-request-id"] == "000003" and all(each["ms"] >= 0 and each["time"].endswith("+00:00") for each in told)
    else:
        assert "POST /add.json 202" in lines[0]


@pytest.mark.parametrize(("options", "words"), [(["--contact", "a b"], "--contact a b"), (["--log", "xml"], "xml"), (["--every", "-1"], "--every")])
def test_options_that_are_none_are_told(tmp_path: Path, options: list[str], words: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--store", f"sqlite:///{tmp_path / 's.sqlite'}", *options])
    assert result.exit_code == 2 and words in result.output


def test_articles_are_added_before_they_are_served(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", "news", "--store", f"sqlite:///{tmp_path}/s.sqlite"])
    assert result.exit_code == 2
    assert result.stderr.endswith(f"detente add news --store sqlite:///{tmp_path}/s.sqlite\n")
