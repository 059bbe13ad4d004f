"""Settings: option before environment before file; a wrong file is told by name and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a settings file that wants Russian labels and CSV."""
    path = tmp_path / "own.toml"
    path.write_text('ui = "ru"\nformat = "csv"\nparties = ["RU", "US"]\n', encoding="utf-8")
    return path


def test_option_environment_file(run: Run, articles: Path, file: Path) -> None:
    assert "Торговля" in run("map", articles, "--settings", file).stdout
    assert "貿易" in run("map", articles, "--settings", file, DETENTE_UI="zh-Hant").stdout
    assert "Trade" in run("map", articles, "--settings", file, "--ui", "en", DETENTE_UI="zh-Hant").stdout
    assert run("map", articles, DETENTE_SETTINGS=str(file)).stdout.startswith("topic,")


def test_the_users_own_file_is_found(run: Run, articles: Path) -> None:
    own = Path(typer.get_app_dir("detente")) / "settings.toml"
    own.parent.mkdir(parents=True)
    own.write_text('format = "json"', encoding="utf-8")
    assert run("map", articles).stdout.startswith("{")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('u = "ru"', "there is no setting 'u'; there are ui, "),
        ("ui = 3", "ui must be a text, not 3"),
        ('ui = "rus"', "ui cannot be 'rus'; it is one of ru, "),
        ("parties = [1, 2]", "parties must be a text or a list of texts"),
        ("ui = = 3", "line 1"),
    ],
)
def test_a_wrong_file_is_told_by_name_and_key(run: Run, articles: Path, tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(line, encoding="utf-8")
    result = run("map", articles, "--settings", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "wrong.toml" in result.stderr
    assert said in result.stderr


def test_a_missing_settings_file_is_said(run: Run, articles: Path) -> None:
    result = run("map", articles, "--settings", "none.toml")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_a_codebook_is_found_beside_the_settings(run: Run, articles: Path, tmp_path: Path) -> None:
    book = '[[topic]]\nid = "guns"\nlabel = { en = "Guns" }\nterms = { zh = ["军控"] }\n'
    (tmp_path / "guns.toml").write_text(book, encoding="utf-8")
    (tmp_path / "own.toml").write_text('codebook = "guns.toml"', encoding="utf-8")
    result = run("map", articles, "--settings", tmp_path / "own.toml", "--topic", "guns")
    assert result.exit_code == 0, result.stderr
    assert "Guns" in result.stdout
