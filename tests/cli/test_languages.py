"""`--languages`: only articles in the languages that are wanted are read, and what is skipped is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from detente.api import read
from detente.records import SKIPPED, FailedReading

Run = Callable[..., Result]
ENGLISH = "Norwegian Foreign Minister Halvor Strand said that Norway opposes the fishing limits of Iceland."
UKRAINIAN = "Міністр закордонних справ заявив, що переговори про кордон тривають."
GERMAN = "Der Minister sagte, dass die Gespräche weitergehen und dass er nicht kommt."


@pytest.fixture
def mixed(articles: Path) -> Path:
    """Return a folder with two Chinese articles, an English, a Ukrainian and a German one."""
    for name, text in (("en", ENGLISH), ("uk", UKRAINIAN), ("de", GERMAN)):
        (articles / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return articles


@pytest.mark.parametrize("wanted", ["en", "English", "английский", " EN,en"])
def test_only_what_is_wanted_is_read(run: Run, mixed: Path, wanted: str) -> None:
    result = run("read", mixed, "--languages", wanted)
    assert result.exit_code == 0
    assert [json.loads(line)["document"]["language"] for line in result.stdout.splitlines()] == ["en"]
    assert "skipped 4 files that are not in English (en): 2 in Chinese (zh), 1 in German (de), 1 in Ukrainian (uk)" in result.stderr


def test_a_map_rests_on_the_languages_that_are_wanted(run: Run, mixed: Path) -> None:
    result = run("map", mixed, "--languages", "zh,en")
    assert result.exit_code == 0
    assert "skipped 2 files that are not in Chinese (zh) and English (en)" in result.stderr
    assert _trusted(result.stdout) == ["Chinese"]
    assert _trusted(run("map", mixed, "--languages", "zh,en", "--parties", "NO,IS").stdout) == ["English"]


def _trusted(table: str) -> list[str]:
    """The languages of which a map says how far to trust it: those of the articles that name one of the two."""
    trust = " ".join(table.partition("How far to trust this")[2].split())
    return [name for name in ("Chinese", "English", "Russian") if f"{name}: " in trust]


def test_without_a_wish_other_languages_are_named(run: Run, mixed: Path) -> None:
    result = run("read", mixed)
    assert result.exit_code == 1
    assert "uk.txt: skipped, its language looks like Ukrainian (uk); this version reads Chinese (zh), English (en) and Russian (ru)" in result.stderr
    assert "de.txt: skipped, its language looks like German (de)" in result.stderr


@pytest.mark.parametrize("command", ["read", "map"])
def test_an_unknown_language_lists_what_exists(run: Run, mixed: Path, command: str) -> None:
    result = run(command, mixed, "--languages", "en,uk")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no language 'uk' can be read; there are en (English), ru (Russian), zh (Chinese)" in result.stderr


def test_nothing_in_a_wanted_language_is_said(run: Run, articles: Path) -> None:
    result = run("map", articles, "--languages", "ru")
    assert result.exit_code == 1
    assert "no file is in a language that --languages names" in result.stderr


def test_languages_are_a_setting(run: Run, mixed: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('languages = ["en", "ru"]', encoding="utf-8")
    assert len(run("read", mixed, "--settings", tmp_path / "own.toml").stdout.splitlines()) == 1
    assert len(run("read", mixed, DETENTE_LANGUAGES="zh").stdout.splitlines()) == 2


def test_a_caller_is_told_what_was_skipped() -> None:
    skipped = read(UKRAINIAN, languages=("en",))
    assert isinstance(skipped, FailedReading)
    assert (skipped.failures[0].kind, skipped.document.language) == (SKIPPED, "uk")
    assert "Ukrainian (uk); wanted: English (en)" in skipped.failures[0].message
