"""Imports go one way, and stages do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "detente"
LAYERS = (
    "records", "text", "resources", "languages", "copies", "stages", "guests", "pipeline", "index", "analysis", "store", "export", "intake",
    "fetch", "engine", "render", "views", "api", "desk", "client", "web", "cli",
)  # fmt: skip
FILES = sorted(PACKAGE.rglob("*.py"))


def _imports(file: Path) -> set[tuple[str, ...]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        tuple(node.module.split("."))
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0 and node.module.startswith("detente.")
    }


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    if parts[0] not in LAYERS:
        return
    for _, layer, *rest in _imports(file):
        assert LAYERS.index(layer) <= LAYERS.index(parts[0]), f"{file.name} imports {layer}"
        if parts[0] == layer == "stages":
            assert rest[0] == parts[1], f"stage {parts[1]} imports stage {rest[0]}"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_functions_are_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert [n.name for n in nodes if (n.end_lineno or 0) - n.lineno >= 40] == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_files_are_short(file: Path) -> None:
    assert file.read_text(encoding="utf-8").count("\n") <= 300
