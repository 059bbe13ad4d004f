"""Articles added in the browser: a job reads them, and changes the map."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml import html
from typer.testing import CliRunner

from detente.cli.main import app
from detente.render.interface import UI_LANGUAGES

Done = Callable[[TestClient, Response], dict[str, Any]]
ARTICLE = "Norway and Iceland meet\n\n21 May 2031\n\nNorway's foreign minister, Halvor Strand, said Norway rejects the fishing quota. " \
    "Iceland's foreign minister, Birna Hauksdottir, said Iceland was ready to discuss the fishing quota.\n"  # fmt: skip
LATER = "Iceland agrees\n\n2 June 2031\n\nIceland's foreign minister, Birna Hauksdottir, said Iceland agreed with Norway on the fishing quota. " \
    "Norway's foreign minister, Halvor Strand, said Norway supports the fishing quota that Iceland proposed.\n"  # fmt: skip


def test_a_text_that_is_pasted_makes_a_map(empty: TestClient, done: Done) -> None:
    assert empty.get("/map").status_code == 404
    answer = empty.post("/add", data={"text": ARTICLE}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/jobs/")
    page = empty.get(answer.headers["location"].replace("/jobs/", "/jobs/") + "/events").text
    assert '"outcome":"new"' in page and page.endswith('data: "done"\n\n')
    assert "Iceland" in empty.get("/map").text


def test_a_job_tells_what_it_changes_in_the_map(empty: TestClient, done: Done) -> None:
    (first,) = done(empty, empty.post("/add.json", data={"text": ARTICLE}))["maps"]
    assert first["parties"] == ["IS", "NO"] and [cell["before"] for cell in first["cells"]] == [None]
    (second,) = done(empty, empty.post("/add.json", data={"text": LATER}))["maps"]
    (cell,) = second["cells"]
    assert cell["topic"] == "fisheries" and cell["before"] == first["cells"][0]["now"] and cell["statements"] > first["cells"][0]["statements"]


def test_the_page_of_a_job_shows_it_in_every_language(empty: TestClient, done: Done) -> None:
    job = done(empty, empty.post("/add.json", data={"text": ARTICLE}, files=[("files", ("b.bin", b"\x00\x01"))]))
    (key,) = {each["id"] for each in empty.get("/jobs.json").json()} - {job["id"]}
    seen = set()
    for ui in UI_LANGUAGES:
        tree = html.fromstring(empty.get(f"/jobs/{key}?ui={ui}").text)
        assert tree.get("lang") == ui and len(tree.xpath("//h1")) == 1
        assert tree.xpath("//section[h2[@id='changed']]//a[contains(@href, '/map?') and contains(@href, 'parties=IS%2CNO')]")
        assert not tree.xpath("//*[@data-events] | //meta[@http-equiv]")
        seen.add(empty.get(f"/jobs/{job['id']}.csv").text.splitlines()[1])
    assert len(seen) == len(UI_LANGUAGES) and any("бинарный" in line or "двоичный" in line for line in seen)


def test_files_are_added_by_their_names_alone(empty: TestClient, done: Done) -> None:
    files = [("files", ("..\\..\\etc/a.txt", ARTICLE.encode())), ("files", ("b.bin", b"\x00\x01"))]
    told = done(empty, empty.post("/add.json", files=files))
    assert told["outcomes"] == {"failed": 1, "new": 1} and told["name"] == "a.txt, b.bin" and told["total"] == 2
    assert [step["source"] for step in told["steps"]] == ["uploaded/a.txt", "uploaded/b.bin"]
    assert "uploaded/b.bin" in told["steps"][1]["sentence"]


def test_files_of_many_articles_are_taken_apart(empty: TestClient, done: Done) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", ARTICLE)
        archive.writestr("../b.txt", LATER)
    told = done(empty, empty.post("/add.json", files=[("files", ("news.zip", packed.getvalue()))]))
    assert [(step["outcome"], step["source"]) for step in told["steps"]] == [("new", "uploaded/news.zip!/a.txt"), ("failed", "uploaded/news.zip!/../b.txt")]


def test_what_is_there_already_is_not_added_again(empty: TestClient, done: Done) -> None:
    done(empty, empty.post("/add.json", data={"text": ARTICLE}))
    assert done(empty, empty.post("/add.json", data={"text": ARTICLE}))["outcomes"] == {"known": 1}


@pytest.mark.parametrize(("ui", "words"), [("en", "Nothing was given"), ("ru", "Ничего не дано"), ("zh-Hans", "没有给出内容")])
def test_an_empty_form_is_told_what_to_do(empty: TestClient, ui: str, words: str) -> None:
    answer = empty.post(f"/add?ui={ui}", data={"text": "  "})
    assert answer.status_code == 400 and words in unescape(answer.text)
    assert words in empty.post(f"/add.json?ui={ui}").json()["error"]


def test_more_files_than_are_taken_are_told(empty: TestClient) -> None:
    answer = empty.post("/add.json", files=[("files", (f"{number}.txt", b"x")) for number in range(201)])
    assert answer.status_code == 413 and "200" in answer.json()["error"]


def test_it_serves_only_this_machine() -> None:
    result = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])
    assert result.exit_code == 2 and "127.0.0.1" in result.output
