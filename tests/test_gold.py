"""The project's own gold holds together, and readings of it quote the text exactly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.api import read
from detente.records import Reading

FILES = sorted((Path(__file__).parent / "gold").glob("*/*/*.json"))


def _text(file: Path) -> str:
    return file.with_suffix(".txt").read_bytes().decode("utf-8-sig")


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_gold_spans_equal_their_texts(file: Path) -> None:
    gold, text = json.loads(file.read_text(encoding="utf-8")), _text(file)
    spans = [s[key] for s in gold["statements"] for key in ("speaker", "cue") if s.get(key)]
    spans += [c for s in gold["statements"] for c in s["content"]] + [e["anchor"] for e in gold["events"]]
    assert spans
    assert [s["text"] for s in spans] == [text[slice(*s["span"])] for s in spans]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_readings_rest_on_the_text(file: Path) -> None:
    reading = read(file.with_suffix(".txt"))
    assert isinstance(reading, Reading)
    text = reading.document.text
    assert text == _text(file)
    known = {s.id for s in reading.statements}
    assert len(known) == len(reading.statements)
    for statement in reading.statements:
        assert statement.content
        for span in (*statement.content, statement.cue):
            assert 0 <= span.start < span.stop <= len(text)
        if statement.speaker:
            assert text[statement.speaker.start : statement.speaker.stop] == statement.speaker.name
    for event in reading.events:
        assert 0 <= event.start < event.stop <= len(text)
        assert event.place is None or event.place in text
    assert {e.same_as for e in reading.events} <= {e.id for e in reading.events} | {None}
    assert len({e.id for e in reading.events}) == len(reading.events)
    assert all(set(cell.evidence) <= known for map_ in reading.maps for cell in map_.cells)


def test_same_input_same_reading() -> None:
    path = FILES[0].with_suffix(".txt")
    assert read(path) == read(path)
