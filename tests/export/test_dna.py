"""A database for Discourse Network Analyzer: its tables are those of the program, and all claims are read back from it."""

from __future__ import annotations

import base64
import csv
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from detente.desk.corpus import Corpus
from detente.export.offsets import java_text

from .dna_reader import Program

HERE = Path(__file__).parent
SAMPLE = Path(os.environ.get("DETENTE_GOLD", "")) / "data" / "dna" / "sample.dna"
Rows = list[tuple[Any, ...]]


@pytest.fixture
def database(corpus: Corpus, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Return the database with full texts."""
    corpus.export(tmp_path / "store.dna", "dna", text="full")
    with closing(sqlite3.connect(tmp_path / "store.dna")) as connection:
        yield connection


def _columns(connection: sqlite3.Connection) -> Rows:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    return [
        (table, name, kind, str(needed), "" if default is None else default, str(key))
        for table in names
        for _, name, kind, needed, default, key in connection.execute(f"PRAGMA table_info({table})")
    ]


def _rules(connection: sqlite3.Connection) -> dict[str, Any]:
    """The references of each table, and what is unique in it."""
    found: dict[str, Any] = {}
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        refers = sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})"))
        indexes = [row[1] for row in connection.execute(f"PRAGMA index_list({table})") if row[2]]
        unique = sorted(tuple(row[2] for row in connection.execute(f"PRAGMA index_info({index})")) for index in indexes)
        found[table] = (refers, unique)
    return found


def test_tables_are_those_of_the_program(database: sqlite3.Connection) -> None:
    lines = [line for line in (HERE / "dna.tsv").read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    assert _columns(database) == [tuple(line.split("\t")) for line in lines]


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample database of the program is not here")
def test_tables_are_those_of_its_sample_database(database: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True)) as sample:
        assert _columns(database) == _columns(sample)
        assert _rules(database) == _rules(sample)
        filled = [table for (table,) in sample.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        ours = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in filled}
        assert [table for table, number in ours.items() if not number] == ["VARIABLELINKS", "REGEXES", "DATAINTEGER"]


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def _short(connection: sqlite3.Connection, variable: str) -> dict[int, str]:
    query = """SELECT d.StatementId, e.Value FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId
        JOIN ENTITIES e ON e.ID = d.Entity AND e.VariableId = v.ID WHERE v.Variable = ?"""
    return dict(connection.execute(query, [variable]).fetchall())


def _other(connection: sqlite3.Connection, table: str, variable: str) -> dict[int, Any]:
    query = f"SELECT d.StatementId, d.Value FROM {table} d JOIN VARIABLES v ON v.ID = d.VariableId WHERE v.Variable = ?"
    return dict(connection.execute(query, [variable]).fetchall())


def test_every_claim_is_read_back(database: sqlite3.Connection, corpus: Corpus) -> None:
    person, side, concept, act = (_short(database, name) for name in ("person", "organization", "concept", "act"))
    agreement, counts = (_other(database, "DATABOOLEAN", name) for name in ("agreement", "counts"))
    said = _other(database, "DATALONGTEXT", "statement")
    query = "SELECT s.ID, t.Label FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId ORDER BY s.ID"
    found = [
        (said[key], person[key], side[key], concept[key], act[key], {1: 1, 0: -1, None: 0}[agreement.get(key)], counts[key], kind)
        for key, kind in database.execute(query)
    ]
    assert found == [
        (
            row["statement_id"], row["actor"] if row["actor_id"].startswith("person:") else "", row["party_name"], row["topic_name"],
            row["act"] or "unknown", row["agreement"], row["counts"], "DNA Statement" if row["agreement"] else "Without stance",
        )
        for row in corpus.claims()
    ]  # fmt: skip
    assert {("Halvor Strand", "Norway", "Trade", -1), ("Birna Hauksdottir", "Iceland", "Trade", 1)} <= {
        (name, party, topic, sign) for _, name, party, topic, _, sign, *_ in found
    }


def _in_java(text: str, start: int, stop: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")


@pytest.mark.parametrize("text", ["full", "evidence", "none"])
def test_offsets_are_those_of_java(corpus: Corpus, tmp_path: Path, text: str) -> None:
    corpus.export(tmp_path / "store.dna", "dna", text=text)
    words = {row["statement_id"]: row["words"] for row in corpus.statements()}
    hidden = 0
    with closing(sqlite3.connect(tmp_path / "store.dna")) as connection:
        said = _other(connection, "DATALONGTEXT", "statement")
        query = "SELECT s.ID, s.Start, s.Stop, d.Text FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId"
        for key, start, stop, whole in connection.execute(query):
            shown, expected = _in_java(whole, start, stop), words[said[key]].replace("\r\n", "\n").split("…")
            hidden += "\u2591" in whole
            assert text == "none" or (shown.startswith(expected[0]) and shown.endswith(expected[-1]))
            assert text != "none" or set(shown) <= {"\u2591", "\n", "\U0001f41f"}
            assert "\r" not in whole
    assert bool(hidden) == (text != "full")


def test_texts_of_all_sizes_keep_the_offsets() -> None:
    for text in ("", "\r\n", "a\rb\n\r\n\U0001f41f\U0001f41f\r", "abc\n", "ж\r\nж"):
        shown, offsets = java_text(text)
        assert len(offsets) == len(text) + 1
        assert offsets[len(text)] == len(shown.encode("utf-16-le")) // 2


def test_documents_have_their_days_in_seconds(database: sqlite3.Connection) -> None:
    query = "SELECT date(Date, 'unixepoch'), time(Date, 'unixepoch'), Source, Type FROM DOCUMENTS ORDER BY ID"
    assert database.execute(query).fetchall() == [
        ("2030-03-05", "00:00:00", "", "ru"), ("2031-03-04", "09:30:00", "Global Times", "zh"), ("2031-05-21", "00:00:00", "", "en"),
    ]  # fmt: skip


def test_the_program_lets_both_coders_in(database: sqlite3.Connection) -> None:
    for (kept,) in database.execute("SELECT Password FROM CODERS"):
        raw = base64.b64decode(kept)
        digest = raw[:16] + b"detente"
        for _ in range(100_000):
            digest = hashlib.sha256(digest).digest()
        assert digest == raw[16:]


def test_every_entity_has_its_attributes(database: sqlite3.Connection) -> None:
    query = """SELECT e.Value, v.AttributeValue FROM ENTITIES e JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID
        JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId AND a.VariableId = e.VariableId WHERE a.AttributeVariable = 'Notes'"""
    assert {("Norway", "NO"), ("Halvor Strand", "person:Halvor Strand"), ("Trade", "trade"), ("", "")} <= set(database.execute(query))
    entities, values = (database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("ENTITIES", "ATTRIBUTEVALUES"))
    assert values == 3 * entities


def test_the_event_list_has_the_statements_with_a_stance(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "events.csv", "dna")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = [row for row in corpus.claims() if row["agreement"]]
    assert [(row["statement"], row["organization"], row["concept"], row["agreement"]) for row in rows] == [
        (row["statement_id"], row["party_name"], row["topic_name"], str(int(row["agreement"] > 0))) for row in expected
    ]


def test_same_store_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    for name in ("one.dna", "two.dna"):
        corpus.export(tmp_path / name, "dna")
    assert (tmp_path / "one.dna").read_bytes() == (tmp_path / "two.dna").read_bytes()


def test_long_names_are_cut(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(corpus.names), "topic", lambda self, topic: "x" * 300 + topic)
    corpus.export(tmp_path / "store.dna", "dna")
    with closing(sqlite3.connect(tmp_path / "store.dna")) as connection:
        assert connection.execute("SELECT max(length(Value)) FROM ENTITIES").fetchone() == (190,)


def test_the_program_reads_each_statement_as_it_would_show_it(database: sqlite3.Connection, corpus: Corpus) -> None:
    program = Program(database)
    assert program.version().startswith("3.0")  # by `Sql.checkDatabaseVersion`, later versions than 3.0 open no such database
    assert program.coders() == {1: "Admin", 2: "D\xe9tente"}
    claims = list(corpus.claims())
    found = list(program.statements())
    assert [(each.values["statement"], each.values["concept"], each.values["organization"], each.coder) for each in found] == [
        (row["statement_id"], row["topic_name"], row["party_name"], "D\xe9tente") for row in claims
    ]
    assert [each.values.get("agreement", -1) for each in found] == [int(row["agreement"] > 0) if row["agreement"] else -1 for row in claims]
    assert all(set(each.attributes) == {"person", "organization", "concept", "act"} for each in found)
    assert all(set(told) == {"Type", "Alias", "Notes"} for each in found for told in each.attributes.values())
    assert sum(map(len, program.painted().values())) == len(found)


def test_the_program_shows_the_words_that_were_said(database: sqlite3.Connection, corpus: Corpus) -> None:
    """It cuts words out by characters in SQL, and paints by the units of Java: both are the same where no sign before them has two."""
    words = {row["statement_id"]: row["words"] for row in corpus.statements()}
    query = "SELECT s.ID, d.Text FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId"
    plain = {number for number, text in database.execute(query) if max(text) <= "\uffff"}
    shown = [each for each in Program(database).statements() if each.id in plain]
    assert shown
    for each in shown:
        expected = words[each.values["statement"]].replace("\r\n", "\n").split("\u2026")
        assert each.text.startswith(expected[0]) and each.text.endswith(expected[-1])


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample database of the program is not here")
def test_the_sample_database_is_read_in_the_same_way() -> None:
    with closing(sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True)) as sample:
        program = Program(sample)
        found = list(program.statements())
        assert len(found) == sample.execute("SELECT count(*) FROM STATEMENTS").fetchone()[0] and program.coders()[1] == "Admin"
        assert program.version() == "3.0.7" and all(each.text for each in found) and "" in program.entities(1)
