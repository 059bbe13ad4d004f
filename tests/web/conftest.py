"""The application over a store of invented articles with invented officials; one article is hostile."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.intake import Article
from detente.store import open_store
from detente.web import create_app

TEXTS = {
    "/news/a.txt": "俄美谈军控和贸易\n2031-03-04 09:30　来源:环球网\n\n俄罗斯外交部发言人奥列格·瓦宁3月3日表示,俄方愿意同美方恢复军控谈判。\n"
    "美国国务卿哈兰·普赖斯表示,美方愿意就军控同俄方继续谈判。\n美国财政部长温斯顿·科尔称,美方坚持贸易限制。\n俄罗斯副外长基里尔·索宾说,俄方反对美方的贸易限制。\n",
    "/news/b.txt": "Talks in Vienna\n\n21 May 2031\n\n"
    "Russia's foreign minister, Kirill Sobin, met US secretary of state Harlan Price in Vienna on May 21, 2031. "
    "Sobin said Russia would resume talks on arms control by 5 July 2031. "
    "Price said the United States rejected Russia's demands on trade.\n",
    "/news/hostile.txt": "<script>alert(1)</script>俄美再谈贸易\u202e\n2031-06-01 09:30　来源:环球网\n\n"
    "俄罗斯外交部发言人奥列格·瓦宁6月1日表示,俄方反对美方的\"><script>alert(3)</script>贸易限制。\n"
    "美国国务卿哈兰·普赖斯表示,美方坚持<img src=x onerror=alert(2)>贸易限制,不会让步。\n详见 javascript:alert(4)\n",
}
HOST = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of the application."""
    folder: Path = tmp_path_factory.mktemp("web")
    with open_store(f"sqlite:///{folder / 'store.sqlite'}", make=True) as store:
        failed: list[str] = []
        found = [Article(source, text.encode()) for source, text in TEXTS.items()] + [Article("/news/none.txt", b"\x00\x01\x02")]
        keep_all(store, found, Reader(), 1, failed.append)
        assert len(failed) == 1
        with TestClient(create_app(store), base_url=HOST) as asked:
            yield asked


# Adding.


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """Return a client of an application over an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store, TestClient(create_app(store), base_url=HOST) as client:
        yield client


@pytest.fixture
def done() -> Callable[[TestClient, Response], dict[str, Any]]:
    """Return a function that waits for the job that an answer tells of, and returns it."""

    def wait(client: TestClient, answer: Response) -> dict[str, Any]:
        assert answer.status_code == 202, answer.text
        key = answer.json()["id"]
        assert client.get(f"/jobs/{key}/events").text.endswith('event: end\ndata: "' + client.get(f"/jobs/{key}.json").json()["state"] + '"\n\n')
        told: dict[str, Any] = client.get(f"/jobs/{key}.json").json()
        return told | {"steps": list(csv.DictReader(client.get(f"/jobs/{key}.csv").text.splitlines()))}

    return wait
