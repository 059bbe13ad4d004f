"""Commands on files that hold many articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from detente.cli import keeping
from detente.records import Reading

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the address of a store that is not there yet."""
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture
def desk(articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the articles in a ZIP file, in JSON lines and in a table, in which the commands are given."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(articles.iterdir())]
    folder = articles.parent / "desk"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("2031/a.txt", texts[0])
        archive.writestr("../b.txt", texts[1])
    lines = "".join(json.dumps({"words": text}) + "\n" for text in texts)
    (folder / "b.jsonl").write_text(lines + "{\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_articles_of_all_kinds_are_added_and_named(run: Run, desk: Path, store: str) -> None:
    added = run("add", ".", "--store", store, "--field", "text=words")
    assert added.exit_code == 1
    assert added.stderr.endswith(": 2 new, 1 already there, 2 could not be read\n")
    told = run("failures", "--store", store).stdout.splitlines()
    assert [line.partition(" ")[0] for line in told] == [f"{desk}/a.zip!/../b.txt:", f"{desk}/b.jsonl:3:"]
    again = run("add", ".", "--store", store, "--field", "text=words")
    assert again.stderr.endswith(": 3 already there, 2 could not be read\n")


def test_one_map_of_an_archive_and_of_its_files(run: Run, desk: Path, articles: Path) -> None:
    (desk / "c.jsonl").write_text("".join((desk / "b.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    for words in (("map", "--parties", "RU,US"), ("map", "--parties", "RU,US", "--format", "csv")):
        whole = run(*words, "c.jsonl", "--field", "text=words")
        assert whole.stdout == run(*words, articles).stdout


def test_readings_are_printed_with_their_places(run: Run, desk: Path) -> None:
    lines = run("read", "a.zip", "b.jsonl", "--field", "text=words").stdout.splitlines()
    places = [json.loads(line)["document"]["path"] for line in lines]
    assert places == ["a.zip!/2031/a.txt", "a.zip!/../b.txt", "b.jsonl:1", "b.jsonl:2", "b.jsonl:3"]


def test_a_field_that_is_not_there_is_told(run: Run, desk: Path, store: str) -> None:
    assert "which field holds the text? Say --field text=NAME; there are words" in run("add", "b.jsonl", "--store", store).stderr
    assert "b.jsonl" in run("failures", "--store", store).stdout
    run("add", "b.jsonl", "--store", store, "--field", "text=words")
    assert [line.partition("b.jsonl")[2][:3] for line in run("failures", "--store", store).stdout.splitlines()] == [":3:"]


@pytest.mark.parametrize("command", ["add", "read", "map"])
def test_a_wrong_mapping_is_refused(run: Run, desk: Path, command: str) -> None:
    result = run(command, "b.jsonl", "--field", "body=text")
    assert result.exit_code == 2
    assert "an article has no 'body'; it has text, title, url, published, outlet, language" in result.stderr


def test_what_an_archive_holds_is_removed_with_it(run: Run, desk: Path, store: str) -> None:
    run("add", ".", "--store", store, "--field", "text=words")
    assert run("remove", "b.jsonl", "--store", store).stderr.endswith(": 3 sources removed\n")
    assert run("remove", "a.zip", "--store", store).stderr.endswith(": 2 sources removed\n")
    assert "articles    0" in run("status", "--store", store).stdout


def test_processes_read_an_archive_as_one_does(run: Run, desk: Path, tmp_path: Path) -> None:
    printed = []
    for number in (1, 2):
        url = f"sqlite:///{tmp_path / str(number)}"
        run("add", ".", "--store", url, "--field", "text=words", "--processes", number)
        printed.append(run("read", "--store", url).stdout)
    assert printed[0] == printed[1] != ""


def test_a_large_archive_is_read_by_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    assert [keeping.cores(articles) for articles in (1, 79, 80, 10_000)] == [1, 1, 2, 8]


def test_an_archive_of_no_pages_is_no_failure(run: Run, desk: Path, store: str) -> None:
    (desk / "c.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    added = run("add", "c.warc", "--store", store)
    assert (added.exit_code, added.stderr.rpartition(": ")[2]) == (0, "nothing new\n")


def complete(*words: str) -> list[str]:
    """Return what a shell is offered behind words of a command."""
    asked = {"_DETENTE_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    code = "import sys; sys.argv = ['detente']; from detente.cli.main import main; main()"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | asked).stdout.split()


def test_commands_and_values_are_completed() -> None:
    assert complete("detente", "re") == ["read", "remove", "reread"]
    assert complete("detente", "map", "--format", "") == ["table", "json", "csv", "html", "svg", "png"]
    assert complete("detente", "add", "--fi") == ["--field"]


def test_readings_of_rows_are_readings(run: Run, desk: Path) -> None:
    import msgspec

    line = run("read", "b.jsonl", "--field", "text=words").stdout.splitlines()[0]
    assert msgspec.json.decode(line, type=Reading).statements
