"""Invented articles with invented officials, and the command run in a folder that holds no settings of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli.main import app

TALKS = """俄美谈军控和贸易
2031-03-04 09:30　来源:环球网

俄罗斯外交部发言人奥列格·瓦宁3月3日表示,俄方愿意同美方恢复军控谈判。
美国国务卿哈兰·普赖斯表示,美方愿意就军控同俄方继续谈判。
美国财政部长温斯顿·科尔称,美方坚持贸易限制。
俄罗斯副外长基里尔·索宾说,俄方反对美方的贸易限制。
"""
LATER = """德国谈能源
2031-05-06 10:00　来源:环球网

德国总理府发言人延斯·阿尔特曼表示,德方愿意同俄方就能源进行对话。
"""


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    (folder / "b.txt").write_text(LATER, encoding="utf-8")
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Return a function that runs the command with arguments."""

    def call(*words: object, **more: str) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], env=more)

    return call
