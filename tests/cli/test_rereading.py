"""`detente reread`: what another version or codebook reads differently is read again, and told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
OLDER = (
    "UPDATE documents SET detente = '0.0.1' WHERE {which}",
    "UPDATE statements SET rest = CAST(replace(CAST(rest AS TEXT), '\"act\":\"COOPERATE\"', '\"act\":\"REJECT\"') AS BLOB) WHERE place = 0 AND {of}",
    "DELETE FROM positions WHERE statement = 3 AND {of}",
    "DELETE FROM statements WHERE place = 3 AND {of}",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of the store."""
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(run: Run, articles: Path, file: Path) -> str:
    """Return the address of a store with a text, a page and a row."""
    page = "<!doctype html><title>德国谈能源</title><h1>德国谈能源</h1><p>2031-05-07 10:00</p>"
    page += "<p>德国总理府发言人延斯·阿尔特曼表示,德方愿意同俄方就能源进行对话。</p>"
    (articles / "b.txt").rename(articles / "b.html").write_text(page, encoding="utf-8")
    row = {"title": "法国谈能源", "text": "法国外交部发言人吕克·马丹表示,法方反对俄方的贸易限制。", "date": "2031-05-08"}
    (articles / "c.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    url = f"sqlite:///{file}"
    assert run("add", articles, "--store", url).stderr.endswith(": 3 new\n")
    return url


def change(file: Path, *commands: str, which: str = "1 = 1") -> None:
    """Change a store by hand."""
    with sqlite3.connect(file) as connection:
        for command in commands:
            connection.execute(command.format(which=which, of=f"document_id IN (SELECT id FROM documents WHERE {which})"))
    connection.close()


def dump(file: Path) -> list[str]:
    """Return all rows of a store, but for the pages of the index, which tell in what order it was made."""
    with sqlite3.connect(file) as connection:
        rows = sorted(row for row in connection.iterdump() if '"passages_index_' not in row)
    connection.close()
    return rows


def test_nothing_is_read_again_where_nothing_changed(run: Run, store: str) -> None:
    result = run("reread", "--store", store)
    assert (result.exit_code, result.stdout) == (0, "0 articles read again, 0 differently: 0 statements gained, 0 lost, 0 changed\n")


@pytest.mark.parametrize("processes", [1, 2])
def test_what_an_older_version_read_is_read_again(run: Run, store: str, file: Path, processes: int) -> None:
    anew = dump(file)
    change(file, *OLDER)
    result = run("reread", "--store", store, "--processes", processes)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "3 articles read again, 2 differently: 1 statements gained, 0 lost, 2 changed (act 2)"
    assert dump(file) == anew


def test_a_dry_run_shows_the_same_and_changes_nothing(run: Run, store: str, file: Path) -> None:
    change(file, *OLDER)
    before = dump(file)
    shown = run("reread", "--store", store, "--dry-run").stdout
    assert dump(file) == before
    assert shown.replace("read again without keeping it", "read again") == run("reread", "--store", store).stdout


def test_only_what_another_version_read_is_read_again(run: Run, store: str, file: Path, articles: Path) -> None:
    change(file, *OLDER, which="title LIKE '俄美%'")
    lines = run("reread", "--store", store).stdout.splitlines()
    assert lines[0] == f"{articles}/a.txt"
    assert lines[1].startswith("  + ") and "俄方反对美方的贸易限制" in lines[1]
    assert lines[2].startswith("  ~ ") and lines[2].endswith("俄方愿意同美方恢复军控谈判: act REJECT > COOPERATE")
    assert lines[3].startswith("1 articles read again, 1 differently")


def test_differences_as_json(run: Run, store: str, file: Path, articles: Path) -> None:
    change(file, *OLDER)
    first, *_, total = map(json.loads, run("reread", "--store", store, "--format", "json").stdout.splitlines())
    assert first["path"] == f"{articles}/a.txt"
    assert [len(first[kind]) for kind in ("gained", "lost", "changed")] == [1, 0, 1]
    (changed,) = first["changed"]
    assert (changed["before"]["act"], changed["after"]["act"], changed["fields"]) == ("REJECT", "COOPERATE", ["act"])
    assert total["fields"] == {"act": total["changed"]} and total["kept"] and total["articles"] == 3


def test_another_codebook_reads_differently(run: Run, store: str, tmp_path: Path) -> None:
    from detente.resources.codebook import DEFAULT

    book = tmp_path / "mine.toml"
    book.write_text(DEFAULT.read_text(encoding="utf-8").replace('id = "energy"', 'id = "fuel"'), encoding="utf-8")
    told = run("reread", "--store", store, "--codebook", book)
    assert told.exit_code == 0, told.stderr
    assert told.stdout.splitlines()[-1].startswith("3 articles read again, ")
    assert "topics" in told.stdout
    assert run("reread", "--store", store, "--codebook", book).stdout.startswith("0 articles")
    assert run("reread", "--store", store).stdout.splitlines()[-1].startswith("3 articles read again, ")


def test_articles_without_their_page_are_told(run: Run, store: str, file: Path, articles: Path) -> None:
    change(file, *OLDER, "UPDATE documents SET page = NULL WHERE title LIKE '德国%'")
    result = run("reread", "--store", store)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith("2 articles read again")
    assert "1 articles were kept by an earlier version" in result.stderr
    assert run("add", articles, "--store", store).stderr.endswith(": 1 read anew, 2 already there\n")
    assert run("reread", "--store", store).stdout.startswith("0 articles")


def test_what_can_no_longer_be_read_stays(run: Run, store: str, file: Path) -> None:
    change(file, *OLDER, "UPDATE documents SET text = '1' WHERE title LIKE '德国%'")
    before = run("status", "--store", store).stdout
    result = run("reread", "--store", store)
    assert result.exit_code == 1
    assert "no words of a known language in it" in result.stderr and "what was read before stays" in result.stderr
    assert run("status", "--store", store).stdout.splitlines()[1] == before.splitlines()[1]
