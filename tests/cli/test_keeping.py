"""Commands that keep what was read: add, status, failures, remove, store, and maps of what is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from detente.store.failpoint import VARIABLE

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the address of a store that is not there yet."""
    return f"sqlite:///{tmp_path / 'news' / 'store.sqlite'}"


def test_a_store_draws_the_map_of_the_files_it_was_made_from(run: Run, articles: Path, store: str) -> None:
    added = run("add", articles, "--store", store)
    assert (added.exit_code, added.stdout) == (0, "")
    assert added.stderr.endswith("store.sqlite: 2 new\n")
    for words in (("map",), ("map", "--evidence", "trade"), ("map", "--parties", "RU,US", "--format", "csv")):
        assert run(*words, "--store", store).stdout == run(*words, articles / "a.txt").stdout


def test_articles_in_which_neither_party_speaks_are_left_out(run: Run, articles: Path, store: str) -> None:
    run("add", articles, "--store", store)
    assert "Energy" in run("map", articles, "--parties", "RU,US").stdout
    assert "Energy" not in run("map", "--store", store, "--parties", "RU,US").stdout


def test_adding_again_reads_only_what_changed(run: Run, articles: Path, store: str) -> None:
    run("add", articles, "--store", store)
    assert run("add", articles, "--store", store).stderr.endswith(": 2 already there\n")
    (articles / "b.txt").write_text("德方发言人表示,德方愿意同法方就能源进行对话。\n", encoding="utf-8")
    assert run("add", articles, "--store", store).stderr.endswith(": 1 new, 1 already there\n")
    assert "articles      2" in run("status", "--store", store).stdout


def test_processes_read_what_one_process_reads(run: Run, articles: Path, tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}" for name in ("one", "two")]
    for number, url in enumerate(urls, 1):
        run("add", articles, "--store", url, "--processes", number)
    first, second = (run("read", "--store", url).stdout for url in urls)
    assert first == second
    assert len(first.splitlines()) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="programs are killed, as POSIX has it")
def test_a_kill_ends_all_processes_and_the_next_run_completes_the_store(run: Run, articles: Path, tmp_path: Path) -> None:
    killed, whole = (f"sqlite:///{tmp_path / name}" for name in ("killed", "whole"))
    command = "from detente.cli.main import main; main()"
    words = [sys.executable, "-c", command, "add", str(articles), "--store", killed, "--processes", "2"]
    # The processes that read hold the ends of its pipes, so this waits for them, too.
    ended = subprocess.run(words, env={**os.environ, VARIABLE: "before-commit:3"}, capture_output=True, timeout=300)
    assert ended.returncode == -signal.SIGKILL
    assert run("add", articles, "--store", killed).stderr.endswith(": 1 new, 1 already there\n")
    run("add", articles, "--store", whole)
    assert run("read", "--store", killed).stdout == run("read", "--store", whole).stdout


def test_what_cannot_be_read_is_kept_and_told(run: Run, articles: Path, store: str) -> None:
    (articles / "c.txt").write_bytes(b"\x00\x01")
    added = run("add", articles, articles / "none.txt", "--store", store)
    assert added.exit_code == 1
    assert added.stderr.endswith(": 2 new, 2 could not be read\n")
    told = run("failures", "--store", store).stdout.splitlines()
    assert [line.rpartition("/")[2] for line in told] == [
        "c.txt: this is a binary file; give the text of the article", "none.txt: there is no such file",
    ]  # fmt: skip


def test_an_article_of_another_language_is_not_kept(run: Run, articles: Path, store: str) -> None:
    assert run("add", articles, "--store", store, "--languages", "en").stderr.endswith(": 2 in other languages\n")
    assert "failures    0" in run("status", "--store", store).stdout


def test_what_is_removed_is_gone(run: Run, articles: Path, store: str) -> None:
    run("add", articles, "--store", store)
    assert run("remove", articles / "a.txt", "--store", store).stderr.endswith(": 1 sources removed\n")
    assert "in Chinese  1" in run("status", "--store", store).stdout
    assert run("map", "--store", store).exit_code == 1


def test_the_default_store_is_in_the_users_folder(run: Run, articles: Path, tmp_path: Path) -> None:
    place = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert run("add", articles, **place).exit_code == 0
    assert (tmp_path / "data" / "detente" / "store.sqlite").is_file()
    assert "articles      2" in run("status", **place).stdout


def test_a_store_is_copied_checked_and_up_to_date(run: Run, articles: Path, store: str, tmp_path: Path) -> None:
    run("add", articles, "--store", store)
    copy = tmp_path / "copy.sqlite"
    assert run("store", "backup", copy, "--store", store).exit_code == 0
    assert run("store", "check", "--store", f"sqlite:///{copy}").stdout.endswith("copy.sqlite: whole\n")
    assert "already up to date" in run("store", "upgrade", "--store", store).stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("map",), "name files or folders of articles, or a store: --store default"),
        (("status", "--store", "sqlite:///none.sqlite"), "there is no store; `detente add` makes one"),
        (("read", "--store", "here"), "here: this is no address of a store"),
        (("store", "upgrade", "--store", "sqlite:///none.sqlite"), "there is no store"),
    ],
)
def test_a_wrong_wish_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
