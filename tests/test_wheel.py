"""A built wheel holds the package with all its data, and says that it is typed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"


def test_wheel_is_whole(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="wheels are built with hatchling")
    built = next(wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    inside = set(zipfile.ZipFile(built).namelist())
    files = (file for file in (SOURCE / "detente").rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    assert {str(file.relative_to(SOURCE).as_posix()) for file in files} - inside == set()
    assert "detente/py.typed" in inside
    assert Path(built).name.endswith("-py3-none-any.whl")
