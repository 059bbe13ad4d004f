"""Hostile text, hosts and bodies."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import detente.web
from detente.resources.load import load_tsv
from detente.web.guard import MOST_BYTES, POLICY_OF_PICTURES, Guard


def test_hostile_text_is_shown_and_never_run(client: TestClient) -> None:
    told = client.get("/map/trade.json?parties=RU,US").json()["statements"]
    keys = {statement["document_id"] for statement in told}
    pages = ["/map?parties=RU,US", "/map/trade?parties=RU,US", "/search?query=alert", "/failures", *(f"/documents/{key}" for key in keys)]
    seen = 0
    for path in pages:
        text = client.get(path).text
        tree = html.fromstring(text)
        assert all(script.get("src").startswith("/static/") for script in tree.xpath("//script")), path
        assert not tree.xpath("//main//img[@onerror] | //a[starts-with(@href, 'javascript')]")
        seen += "&lt;script&gt;" in text
    assert seen >= 2


def test_answers_bind_the_browser(client: TestClient) -> None:
    headers = client.get("/map").headers
    assert "script-src 'self'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/map.svg", "/network.svg", "/timeline.svg"])
def test_a_picture_may_have_styles_and_nothing_that_runs(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers.get_list("content-security-policy") == [POLICY_OF_PICTURES] and "script" not in POLICY_OF_PICTURES
    assert "default-src 'none'" in POLICY_OF_PICTURES and headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", "", "127.0.0.1@evil.example"])
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/map", headers={"host": host})
    assert answer.status_code == 400 and "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:8765"])
def test_own_hosts_are_served(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).json()["status"] == "ok"


def test_other_pages_cannot_add(client: TestClient) -> None:
    answer = client.post("/add", data={"text": "x"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_large_body_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/add", content=b"", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413 and "MB" in answer.text


def test_a_body_without_a_length_ends_at_the_bound() -> None:
    received = 0

    async def endless() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"x" * (1 << 20), "more_body": True}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        nonlocal received
        while (message := await receive())["type"] == "http.request":
            received += len(message["body"])

    async def ignore(message: MutableMapping[str, Any]) -> None: ...

    scope = {"type": "http", "method": "POST", "path": "/add", "query_string": b"", "headers": [(b"host", b"127.0.0.1"), (b"transfer-encoding", b"chunked")]}
    asyncio.run(Guard(app)(scope, endless, ignore))
    assert received == MOST_BYTES


def test_scripts_of_others_are_as_they_were_published() -> None:
    files = Path(detente.web.__file__).parent / "static" / "vendor"
    listed = {row["file"]: row["sha256"] for row in load_tsv(files / "vendored.tsv", ("file", "sha256"))}
    assert listed == {file.name: sha256(file.read_bytes()).hexdigest() for file in files.glob("*.js")}
    assert len(list(files.glob("*.LICENSE.txt"))) == len(listed)
