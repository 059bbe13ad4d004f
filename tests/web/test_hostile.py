"""Bodies that are too large or too slow, archives that unpack to everything, names that would be markup, and pages of others."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml import html

from detente.intake.collections import zipped
from detente.store import Store, open_store
from detente.web import create_app
from detente.web.guard import MOST_BYTES, Guard

Done = Callable[[TestClient, Response], dict[str, Any]]
MEGABYTE = b"x" * (1 << 20)
BOUNDARY = "b"
HEAD = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'.encode()
FORMS = (("POST", "/add"), ("POST", "/add.json"), ("POST", "/feeds"), ("POST", "/feeds.json"), ("POST", "/feeds/stop"), ("POST", "/jobs/x/cancel"))


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    """Return an application over an empty store."""
    store: Store
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store:
        yield create_app(store)


def _asked(app: Any, path: str, receive: Callable[[], Any], language: str = "en") -> tuple[int, str]:
    """The answer to a body that comes as `receive` gives it."""
    headers = {"host": "127.0.0.1", "transfer-encoding": "chunked", "content-type": f"multipart/form-data; boundary={BOUNDARY}", "accept-language": language}
    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
        "http_version": "1.1", "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    assert [message["type"] for message in sent][:1] == ["http.response.start"]
    assert sum(message["type"] == "http.response.start" for message in sent) == 1
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent).decode()


def _pieces(*first: bytes) -> Callable[[], Any]:
    waiting = list(first)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": waiting.pop(0) if waiting else MEGABYTE, "more_body": True}

    return receive


@pytest.mark.parametrize("path", ["/add", "/add.json"])
@pytest.mark.parametrize(("language", "words"), [("en", f"more than {MOST_BYTES >> 20} MB"), ("ru", f"больше {MOST_BYTES >> 20} МБ")])
def test_an_upload_without_end_is_refused_at_the_bound(app: FastAPI, path: str, language: str, words: str) -> None:
    status, body = _asked(app, path, _pieces(HEAD), language)
    assert status == 413 and words in body
    assert not app.state.jobs.all()


def test_a_hundred_megabytes_are_refused_before_they_are_read(app: FastAPI) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.post("/add.json", content=b"", headers={"content-length": str(100 << 20), "accept-language": "zh-CN"})
    assert answer.status_code == 413 and "超过 32 MB" in answer.json()["error"]


def test_a_body_that_does_not_come_is_waited_for_a_while(app: FastAPI) -> None:
    async def silent() -> MutableMapping[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError

    patient = Guard(app, seconds=0.05)
    status, body = _asked(patient, "/add.json", silent)
    assert status == 408 and "too long" in body


def test_a_body_that_drips_has_no_longer(app: FastAPI) -> None:
    begun = iter([HEAD])

    async def dripping() -> MutableMapping[str, Any]:
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": next(begun, b"x"), "more_body": True}

    assert _asked(Guard(app, seconds=0.1), "/add", dripping)[0] == 408


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the parser forgets a file that is cut off
@pytest.mark.parametrize("content", [b"", b"--b", HEAD, HEAD + b"x", b"--b\r\n\r\n", b"\xff\xfe" * 50])
def test_damaged_forms_are_told(app: FastAPI, content: bytes) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.post("/add.json", content=content, headers={"content-type": f"multipart/form-data; boundary={BOUNDARY}"})
    assert answer.status_code == 400 and answer.json()["error"]


def test_a_text_that_is_too_long_for_a_form_is_told_what_to_do(app: FastAPI) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.post("/add.json?ui=ru", data={"text": "x" * (2 << 20)}, files=[("files", ("a.txt", b"x"))])
    assert answer.status_code == 400 and "сохраните его файлом" in answer.json()["error"]


def test_a_zip_bomb_is_not_unpacked(app: FastAPI, done: Done, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "AT_LEAST", 8 << 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            with archive.open(f"{number}.txt", "w", force_zip64=True) as member:
                for _ in range(2 if number else 40):
                    member.write(MEGABYTE)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        told = done(client, client.post("/add.json", files=[("files", ("bomb.zip", packed.getvalue()))]))
    assert told["outcomes"] == {"failed": told["done"]} and told["done"] < 20
    assert "too large for an article" in told["steps"][0]["sentence"] and "unpack to far more" in told["steps"][-1]["sentence"]


def test_names_of_files_are_shown_and_never_run(app: FastAPI, done: Done) -> None:
    name = "<script>alert(1)<\u2215script>\u202egpj.txt"
    with TestClient(app, base_url="http://127.0.0.1") as client:
        told = done(client, client.post("/add.json", files=[("files", (name, b"\x00\x01")), ("files", ("javascript:alert(2)", b"\x00"))]))
        pages = {path: html.fromstring(client.get(path).text) for path in (f"/jobs/{told['id']}", "/jobs", "/failures")}
    for path, tree in pages.items():
        assert all(script.get("src") for script in tree.xpath("//script")), path
        assert not tree.xpath("//a[starts-with(normalize-space(@href), 'javascript')]")
    for path in (f"/jobs/{told['id']}", "/jobs"):
        overridden = pages[path].xpath("//body//text()[contains(., '\u202e')]")
        assert overridden and all(next(node.getparent().iterancestors("bdi"), node.getparent()).tag == "bdi" for node in overridden)


@pytest.mark.parametrize(("method", "path"), FORMS)
@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://["}, {"sec-fetch-site": "cross-site"},
                                     {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9999"}])  # fmt: skip
def test_pages_of_others_can_change_nothing(app: FastAPI, method: str, path: str, headers: dict[str, str]) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.request(method, path, data={"text": "x", "address": "http://a.example"}, headers=headers).status_code == 403
    assert not app.state.jobs.all() and not app.state.store.watched()


@pytest.mark.parametrize("path", ["/add", "/jobs", "/jobs/none", "/feeds.json", "/add.json"])
def test_every_answer_binds_the_browser(app: FastAPI, path: str) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for answer in (client.get(path), client.post(path), client.post(path, headers={"origin": "http://evil.example"})):
            assert "script-src 'self'" in answer.headers["content-security-policy"] and answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/search.json?query=%00", "/actors/%00.json", "/jobs/%00.json"])
def test_control_characters_in_addresses_are_told(app: FastAPI, path: str) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.get(path, headers={"accept-language": "ru"})
    assert answer.status_code == 400 and "управляющий символ" in answer.json()["error"]


@pytest.mark.parametrize("path", ["/actors.json?speaker=%3F", "/search.json?query=trade&speaker=…"])
def test_a_name_without_letters_is_told(app: FastAPI, path: str) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.get(path)
    assert answer.status_code == 404 and "no letter and no digit" in answer.json()["error"]
