"""Marked-up sentences of a stage: a line of text, below it, indented, a line for each record; `(none)` for none."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.api import read
from detente.records import Reading

CASES = Path(__file__).parent.parent / "cases"
HEADS = {
    "zh": "要闻\n\n2025-06-18 10:00\n\n　　",
    "en": "News of the world\n\n2025-06-18 10:00\n\n",
    "ru": "Новости\n\n18.06.2025 10:00\n\n",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give `text` and `marked` of each sentence in the files of languages beside the test, or `line` and `rows` of cases."""
    if {"text", "marked"} <= set(metafunc.fixturenames):
        folder = Path(metafunc.module.__file__).parent
        files = [(code, folder / f"{code}.txt") for code in HEADS if (folder / f"{code}.txt").exists()]
        pages = [(HEADS[code] + line, rows) for code, file in files for line, rows in _sentences(file)]
        metafunc.parametrize(("text", "marked"), pages, ids=lambda value: str(value)[-24:])
    if {"line", "rows"} <= set(metafunc.fixturenames):
        files = sorted((CASES / metafunc.module.LANGUAGE).glob("*.txt"))
        cases = [(line.replace("¶", "\n") + "\n", rows) for file in files for line, rows in _sentences(file)]
        metafunc.parametrize(("line", "rows"), cases, ids=lambda value: str(value)[:30])


def _sentences(file: Path) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].extend([] if line.strip() == "(none)" else [line.strip()])
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.fixture
def reading(text: str) -> Reading:
    """The reading of a page with a sentence that was sent on 2025-06-18."""
    found = read(f"{text}\n")
    assert isinstance(found, Reading)
    return found
