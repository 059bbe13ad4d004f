"""Marked-up English sentences: every statement is found, with its speaker, its cue and nothing else."""

from __future__ import annotations

from detente.api import read
from detente.records import Reading, Statement

LANGUAGE = "en"


def _read(text: str) -> Reading:
    found = read(text)
    assert isinstance(found, Reading)
    return found


def _row(statement: Statement, text: str) -> str:
    said = " … ".join(text[span.start : span.stop] for span in statement.content)
    speaker = statement.speaker.name if statement.speaker else "-"
    return " | ".join((speaker, text[statement.cue.start : statement.cue.stop], said))


def test_statements_are_found(line: str, rows: list[str]) -> None:
    reading = _read(line)
    wanted = sorted(" | ".join(row.split(" | ")[:3]) for row in rows)
    assert sorted(_row(s, line) for s in reading.statements) == wanted


def test_speakers_speak_for_their_party(line: str, rows: list[str]) -> None:
    parties = {row.split(" | ")[2]: row.split(" | ")[3].split()[0] for row in rows if row.count(" | ") > 2}
    for statement in _read(line).statements:
        row = _row(statement, line).split(" | ")
        if statement.speaker and row[2] in parties:
            assert (statement.speaker.party or "-") == parties[row[2]]


def test_relays_are_named(line: str, rows: list[str]) -> None:
    wanted = {row.split(" | ")[2]: row.partition(" via ")[2] for row in rows if " via " in row}
    for statement in _read(line).statements:
        content = _row(statement, line).split(" | ")[2]
        assert wanted.get(content, "") in ("", _via(statement))


def _via(statement: Statement) -> str:
    return " > ".join("+".join(relay.name for relay in hop) for hop in statement.via)


def test_later_names_are_those_of_who_was_introduced() -> None:
    reading = _read(
        "Officials of Norway and Iceland met in Oslo.\n\nNorwegian Fisheries Minister Marit Solbakken said on Monday "
        "that the quota was fair. Solbakken added that Oslo was ready for talks. She said the ships would stay.\n"
    )
    assert [s.speaker and s.speaker.party for s in reading.statements] == ["NO", "NO", "NO"]


def test_a_language_that_is_not_read_is_named() -> None:
    failed = read("Der Minister sagte, dass die Gespräche mit den Nachbarn nicht enden.")
    assert not isinstance(failed, Reading)
    assert "German (de)" in failed.failures[0].message
