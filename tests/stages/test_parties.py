"""For whom the speakers of marked-up Chinese sentences speak, and through whom. All officials are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import read_marked, row_of, via_of

from detente.records import Statement

FOLDER = Path(__file__).parent.parent / "cases" / "zh"


def _cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    lines = [line for name in ("parties.txt", "places.txt", "relays.txt") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line.startswith("  "):
            found[-1][1].extend([] if line.strip() == "(none)" else [line.strip()])
        elif line and not line.startswith("#"):
            found.append((line + "\n", []))
    return found


def _row(statement: Statement, text: str) -> str:
    party = (statement.speaker and statement.speaker.party) or "-"
    via = f" via {via_of(statement)}" if statement.via else ""
    return f"{row_of(statement, text)} | {party}{via}"


@pytest.mark.parametrize(("passage", "wanted"), _cases(), ids=lambda value: str(value)[:30])
def test_statements_have_their_parties(passage: str, wanted: list[str]) -> None:
    reading = read_marked(passage)
    assert [_row(statement, reading.document.text) for statement in reading.statements] == wanted
