"""A database that Discourse Network Analyzer 3 opens: documents, statements, and who holds what; or its event list as CSV.

A claim is a statement there: person, organization (the side), concept (the topic), agreement. A claim without a stance has
no agreement and is a statement of a type of its own. `counts` tells which claims count once an utterance, and none of a copy.
"""

from __future__ import annotations

import hashlib
import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Table, insert
from sqlalchemy.dialects import sqlite

from detente.records import Claim
from detente.store import Chosen

from . import dna_tables as dna
from .contents import Contents
from .csv import csv_lines
from .offsets import java_text
from .rows import Row, day_of, outlet_of, spans_of
from .shown import shown_text
from .writing import write_text, written

FORMAT = {"version": "3.0.7", "date": "2022-06-10"}  # the version of the sample database that the tables are of
PASSWORD = "detente"  # of both coders: the program asks for one; it protects nothing
ADMIN, CODER = 1, 2
ROUNDS, SALT = 100_000, 16  # of Jasypt's StrongPasswordEncryptor, by which the program checks passwords
WITH_STANCE, WITHOUT = "DNA Statement", "Without stance"
ENTITY = ("person", "organization", "concept", "act")
VARIABLES = dict.fromkeys(ENTITY, "short text") | {"agreement": "boolean", "counts": "boolean", "statement": "long text"}
ATTRIBUTES = ("Type", "Alias", "Notes")
EVENTS = ("statement_id", "time", "document_id", "document_title", "document_author", "document_source", "document_section",
          "document_type", "person", "organization", "concept", "agreement", "counts", "act", "statement")  # fmt: skip


class Held(NamedTuple):
    """A claim as the program has it: names of entities with the ids that they are of, and the rest."""

    claim: Claim
    start: int
    stop: int
    entities: dict[str, tuple[str, str]]

    @property
    def type(self) -> str:
        """The type of statement that it is."""
        return WITH_STANCE if self.claim.agreement else WITHOUT


def write(contents: Contents, path: Path) -> None:
    """Write a database; to a name that ends in .csv, its event list."""
    if path.suffix.lower() == ".csv":
        write_text(path, csv_lines(_events(contents), EVENTS))
        return
    with written(path) as temporary, closing(sqlite3.connect(temporary)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for command in dna.creation():
            connection.execute(command)
        _Database(connection).fill(contents)


def _held(chosen: Chosen, claims: list[Claim], contents: Contents) -> Iterator[Held]:
    statements = {each.id: each for each in chosen.reading.statements}
    for claim in claims:
        spans = spans_of(statements[claim.statement_id])
        yield Held(claim, spans[0].start, spans[-1].stop, _entities(claim, contents))


def _entities(claim: Claim, contents: Contents) -> dict[str, tuple[str, str]]:
    """The names of who holds what, each with its id; a person only where one speaks, else the body or outlet stands for the side."""
    names, actor = contents.names, claim.actor_id
    is_person = actor.startswith("person:")
    side = (names.party(claim.party), claim.party) if claim.party else ("", "") if is_person or not actor else (names.actor(actor), actor)
    found = {
        "person": (names.actor(actor), actor) if is_person else ("", ""), "organization": side,
        "concept": (names.topic(claim.topic), claim.topic), "act": (claim.act or "unknown", ""),
    }  # fmt: skip
    return {variable: (_short(name), key) for variable, (name, key) in found.items()}


def by_document(contents: Contents) -> Iterator[tuple[Chosen, list[Claim]]]:
    """Yield documents, each with its claims."""
    claims: dict[str, list[Claim]] = {}
    for claim in contents.claims():
        claims.setdefault(claim.document_id, []).append(claim)
    for chosen in contents.chosen():
        yield chosen, claims.get(chosen.reading.document.id, [])


def _events(contents: Contents) -> Iterator[Row]:
    """The statements with a stance as a list."""
    number = 0
    for place, (chosen, claims) in enumerate(by_document(contents), 1):
        document = _document(chosen, "", contents)
        for held in _held(chosen, claims, contents):
            number += 1
            if held.type == WITH_STANCE:
                about = {f"document_{name.lower()}": document[name] for name in ("Title", "Author", "Source", "Section", "Type")}
                named = {variable: name for variable, (name, _) in held.entities.items()}
                yield {"statement_id": number, "time": day_of(chosen.reading.document), "document_id": place, **about, **named, **_values(held)}


def _values(held: Held) -> dict[str, Any]:
    """What variables hold that are no entities."""
    claim = held.claim
    told = {"counts": int(claim.leads), "statement": claim.statement_id}
    return {"agreement": int(claim.agreement > 0), **told} if held.type == WITH_STANCE else told


def _document(chosen: Chosen, text: str, contents: Contents) -> dict[str, Any]:
    document = chosen.reading.document
    notes = (document.id, document.url or chosen.sources[0], f"sha256:{document.text_sha256}",
             "" if document.published else "undated", "" if chosen.report == document.id else f"copy of {chosen.report}")  # fmt: skip
    return {
        "Title": _short(document.title or chosen.sources[0]), "Text": text, "Coder": CODER, "Author": _short(document.credit or ""),
        "Source": _short(outlet_of(document, contents.names) or ""), "Section": _short(" / ".join(document.section)),
        "Notes": "\n".join(filter(None, notes)), "Type": document.language, "Date": seconds_of(document.published),
    }  # fmt: skip


def seconds_of(published: str | None) -> int:
    """Return a time as the program counts it: seconds of the clock on the wall since 1970, whatever its zone; 0 where not known.

    >>> seconds_of("2005-01-26"), seconds_of("1970-01-02T00:01+08:00"), seconds_of("1971"), seconds_of(None)
    (1106697600, 86460, 31536000, 0)
    """
    if not published:
        return 0
    day, _, time = published.partition("T")
    clock = datetime.fromisoformat(f"{(day + '-01-01')[:10]}T{time[:5] or '00:00'}")
    return int(clock.replace(tzinfo=UTC).timestamp())


def _short(name: str) -> str:
    return name if len(name) <= dna.LONGEST else name[: dna.LONGEST - 1] + "\u2026"


def hashed(password: str) -> str:
    """Return a password as the program keeps it; the salt is the same every time, so that exports are."""
    salt = hashlib.sha256(password.encode()).digest()[:SALT]
    digest = salt + password.encode()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return b64encode(salt + digest).decode()


class _Database:
    """A new database: rows are numbered from 1 in each table, entities are made when they are first named."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}
        self._commands: dict[tuple[str, tuple[str, ...]], str] = {}
        self._variables: dict[tuple[str, str], int] = {}
        self._attributes: dict[tuple[int, str], int] = {}
        self._entities: dict[tuple[int, str], int] = {}

    def fill(self, contents: Contents) -> None:
        """Write everything."""
        self._settle()
        for chosen, claims in by_document(contents):
            kept = (span for number in sorted(chosen.statements) for span in spans_of(chosen.reading.statements[number]))
            text, offsets = java_text(shown_text(chosen, contents, kept))
            document = self._add(dna.documents, **_document(chosen, text, contents))
            for held in _held(chosen, claims, contents):
                self._hold(held, document, offsets[held.start], offsets[held.stop])

    def _add(self, table: Table, **values: Any) -> int:
        """Add a row; returns its number."""
        number = self._last[table.name] = self._last.get(table.name, 0) + 1
        row = {"ID": number, **values} if "ID" in table.c else values
        key = table.name, tuple(row)
        if key not in self._commands:
            dialect = sqlite.dialect(paramstyle="named")
            self._commands[key] = str(insert(table).values(dict.fromkeys(row)).compile(dialect=dialect))
        self._connection.execute(self._commands[key], row)
        return number

    def _settle(self) -> None:
        """Add what the program needs before there is anything: coders, types of statements, their variables."""
        for name, value in FORMAT.items():
            self._add(dna.settings, Property=name, Value=value)
        password = hashed(PASSWORD)
        self._add(dna.coders, Name="Admin", Red=255, Green=255, Blue=0, Password=password)
        self._add(dna.coders, Name="D\xe9tente", Red=51, Green=153, Blue=255, Password=password)
        self._add(dna.coder_relations, Coder=ADMIN, OtherCoder=CODER)
        self._add(dna.coder_relations, Coder=CODER, OtherCoder=ADMIN)
        for label, colour in ((WITH_STANCE, (239, 208, 51)), (WITHOUT, (211, 211, 211))):
            kind = self._add(dna.statement_types, Label=label, Red=colour[0], Green=colour[1], Blue=colour[2])
            for variable in VARIABLES:
                if variable != "agreement" or label == WITH_STANCE:
                    self._add_variable(label, kind, variable)

    def _add_variable(self, label: str, kind: int, variable: str) -> None:
        number = self._add(dna.variables, Variable=variable, DataType=VARIABLES[variable], StatementTypeId=kind)
        self._variables[label, variable] = number
        if variable in ENTITY:
            for name in ATTRIBUTES:
                self._attributes[number, name] = self._add(dna.attribute_variables, VariableId=number, AttributeVariable=name)
            self._entity(number, "", "")

    def _entity(self, variable: int, name: str, key: str) -> int:
        """The number of an entity; its id stands among its attributes."""
        if (variable, name) not in self._entities:
            number = self._add(dna.entities, VariableId=variable, Value=name, Red=0, Green=0, Blue=0)
            self._entities[variable, name] = number
            told = {"Type": key.partition(":")[0] if ":" in key else "", "Alias": "", "Notes": _short(key)}
            for attribute, value in told.items():
                self._add(dna.attribute_values, EntityId=number, AttributeVariableId=self._attributes[variable, attribute], AttributeValue=value)
        return self._entities[variable, name]

    def _hold(self, held: Held, document: int, start: int, stop: int) -> None:
        """Add a statement with all that its variables hold."""
        kind = 1 if held.type == WITH_STANCE else 2
        number = self._add(dna.statements, StatementTypeId=kind, DocumentId=document, Start=start, Stop=stop, Coder=CODER)
        for variable, (name, key) in held.entities.items():
            column = self._variables[held.type, variable]
            self._add(dna.data_short_text, StatementId=number, VariableId=column, Entity=self._entity(column, name, key))
        for variable, value in _values(held).items():
            table = dna.data_long_text if VARIABLES[variable] == "long text" else dna.data_boolean
            self._add(table, StatementId=number, VariableId=self._variables[held.type, variable], Value=value)
