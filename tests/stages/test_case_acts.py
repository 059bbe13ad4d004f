"""What speakers do in marked-up sentences: `REQUEST` must be read, `REQUEST?` is right but not read yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import read_marked

from detente.records import Statement

CASES = Path(__file__).parent.parent / "cases"
FILES = sorted(CASES.glob("*/*.txt"))
MARKED = re.compile(r"\S+ ([A-Z]{3,})\b(?!\?)")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _cases(file: Path) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Texts with the cue, the content and the act of their rows that have one."""
    text, rows = "", list[tuple[str, str, str]]()
    for line in (*file.read_text(encoding="utf-8").splitlines(), "end"):
        if line.startswith("  "):
            _, cue, content, told, *_ = (*line.strip().split(" | "), "", "", "", "")
            rows += [(_letters(cue), _letters(content), match[1])] if (match := MARKED.match(told)) else []
        elif line and not line.startswith("#"):
            if rows:
                yield text, rows
            text, rows = line.replace("¶", "\n") + "\n", []


def _keys(statement: Statement, text: str) -> tuple[str, str]:
    content = _letters("".join(text[span.start : span.stop] for span in statement.content))
    return _letters(text[statement.cue.start : statement.cue.stop]), content


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_acts_are_those_that_are_marked(file: Path) -> None:
    wrong = []
    for text, rows in _cases(file):
        found = {_keys(statement, text): statement.act for statement in read_marked(text).statements}
        wrong += [(text, act, found[cue, content]) for cue, content, act in rows if found.get((cue, content), act) != act]
    assert wrong == []
