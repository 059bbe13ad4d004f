"""Marked-up English sentences: every statement is found, with its speaker, its cue and nothing else."""

from __future__ import annotations

from marked import contents_with_other_relays, read_marked, row_of

from detente.api import read
from detente.records import Reading

LANGUAGE = "en"


def test_statements_are_found(line: str, rows: list[str]) -> None:
    reading = read_marked(line)
    wanted = sorted(" | ".join(row.split(" | ")[:3]) for row in rows)
    assert sorted(row_of(s, line) for s in reading.statements) == wanted


def test_speakers_speak_for_their_party(line: str, rows: list[str]) -> None:
    parties = {tuple(row.split(" | ")[1:3]): row.split(" | ")[3].split()[0] for row in rows if row.count(" | ") > 2}
    for statement in read_marked(line).statements:
        row = tuple(row_of(statement, line).split(" | ")[1:3])
        if statement.speaker and row in parties:
            assert (statement.speaker.party or "-") == parties[row]


def test_relays_are_named(line: str, rows: list[str]) -> None:
    assert contents_with_other_relays(line, rows) == []


def test_later_names_are_those_of_who_was_introduced() -> None:
    reading = read_marked(
        "Officials of Norway and Iceland met in Oslo.\n\nNorwegian Fisheries Minister Marit Solbakken said on Monday "
        "that the quota was fair. Solbakken added that Oslo was ready for talks. She said the ships would stay.\n"
    )
    assert [s.speaker and s.speaker.party for s in reading.statements] == ["NO", "NO", "NO"]


def test_a_language_that_is_not_read_is_named() -> None:
    failed = read("Der Minister sagte, dass die Gespräche mit den Nachbarn nicht enden.")
    assert not isinstance(failed, Reading)
    assert "German (de)" in failed.failures[0].message
