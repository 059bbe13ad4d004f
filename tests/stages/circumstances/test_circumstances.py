"""Statements carry the day and the place that stand before their cue."""

from __future__ import annotations

from detente.records import Reading


def test_marked_circumstances(reading: Reading, marked: list[str]) -> None:
    text = reading.document.text
    found = [(text[s.cue.start : s.cue.stop], s.said_on or "-", s.place or "-") for s in reading.statements]
    assert [" | ".join(told) for told in found] == marked
