"""What stands before the articles, and between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_options_stand_anywhere(run: Run, articles: Path) -> None:
    first, second = sorted(articles.iterdir())
    expected = run("map", first, second, "--format", "csv")
    assert expected.exit_code == 0
    assert run("map", "--format=csv", first, "--ui", "en", second) == expected


@pytest.mark.parametrize("words", [("--help",), ("read", "--help"), ("map", "a.txt", "-h"), ("schema", "--help")])
def test_help_is_printed(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("usage: detente")


def test_every_variable_is_in_the_help(run: Run) -> None:
    shown = run("map", "--help").stdout
    for name in ("UI", "LOG_FILE", "LANGUAGES", "SETTINGS"):
        assert f"DETENTE_{name}" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "usage: detente"),
        (("mapp", "a.txt"), "no command 'mapp'; there are map, read, schema"),
        (("map",), "map needs articles: files, folders"),
        (("--verbose",), "detente --help"),
        (("schema", "a.txt"), "schema takes no articles: 'a.txt'"),
        (("schema", "--", "a.txt"), "schema takes no articles: 'a.txt'"),
    ],
)
def test_what_cannot_be_run_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_behind_two_dashes_all_are_articles(run: Run) -> None:
    result = run("map", "--", "-x.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "-x.txt: there is no such file" in result.stderr
