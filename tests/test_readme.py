"""The commands that the README tells a new user to try do run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.main import app

ROOT = Path(__file__).parent.parent
COMMANDS = re.findall(r"^ {4}\.venv/bin/detente (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs(command: str, tmp_path: Path) -> None:
    words = command.replace("examples", str(ROOT / "examples")).split()
    words = [str(tmp_path / word) if word.endswith(".html") else word for word in words]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert result.output or (tmp_path / "map.html").stat().st_size


def test_readme_has_commands() -> None:
    assert len(COMMANDS) >= 4
