"""Ledgers of commitments: made from what is kept of each article, and kept as they were made until what they rest on changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from zlib import compress, decompress

import msgspec
from sqlalchemy import Connection, Row, delete, func, select

from detente.copies import Member

from .analysed import method
from .copies import in_parts
from .insert import insert
from .query import Filter, find
from .rows import Pair
from .tables import documents, followed, ledgers

if TYPE_CHECKING:
    from datetime import date

    from detente.analysis.commitments import Ledger, Report

LEVEL = 1  # of compression: a ledger is written once and may be large
KEPT = 100  # ledgers, of different parties, days and languages
_PRINTED = documents.c.published, documents.c.outlet, documents.c.language, followed.c.hash


class Asked(NamedTuple):
    """Of which two parties, up to which day (none: the last that was read), and in which languages a ledger is."""

    parties: Pair
    as_of: date | None = None
    languages: tuple[str, ...] = ()

    @property
    def key(self) -> dict[str, str]:
        """What it is kept under."""
        asked = " ".join((self.as_of.isoformat() if self.as_of else "", *sorted(self.languages))).rstrip()
        return {"one": self.parties[0], "other": self.parties[1], "asked": asked}


class Made(NamedTuple):
    """A ledger with the languages of its documents; `is_new` where it was not kept so."""

    ledger: Ledger
    languages: tuple[str, ...]
    stamp: str
    is_new: bool


def ledger(connection: Connection, asked: Asked) -> Made:
    """Return the ledger over the documents in which somebody speaks for one of two parties."""
    from detente.analysis.commitments import (  # brings the words for commitments
        Ledger,
        documents_of,
        ledger_from,
        with_words,
    )

    among = _documents(connection, asked)
    languages, stamp = tuple(sorted({row.language for row in among})), _stamp(among)
    query = select(ledgers.c.ledger).where(*(ledgers.c[name] == value for name, value in asked.key.items()), ledgers.c.stamp == stamp)
    if kept := connection.scalar(query):
        return Made(msgspec.json.decode(decompress(kept), type=Ledger), languages, stamp, is_new=False)
    made = ledger_from(_reports(connection, among), asked.parties, asked.as_of)
    return Made(with_words(made, _texts(connection, documents_of(made))), languages, stamp, is_new=True)


def keep(connection: Connection, asked: Asked, made: Made) -> None:
    """Keep a ledger in place of the one before; where there are too many, it alone."""
    number = connection.scalar(select(func.count()).select_from(ledgers)) or 0
    among = (ledgers.c[name] == value for name, value in asked.key.items())
    connection.execute(delete(ledgers).where(*(among if number < KEPT else ())))
    row = {**asked.key, "stamp": made.stamp, "ledger": compress(msgspec.json.encode(made.ledger), LEVEL)}
    insert(connection, ledgers, [row])


def forget(connection: Connection) -> None:
    """Forget all ledgers: they have words of documents that go."""
    connection.execute(delete(ledgers))


def _documents(connection: Connection, asked: Asked) -> list[Row[str]]:
    """The documents, in the order in which they were printed, with where they were found first; damaged ones tell nothing."""
    wanted = find(Filter(parties=asked.parties, languages=asked.languages)).join(followed, followed.c.document_id == documents.c.id)
    rows = connection.execute(wanted.add_columns(*_PRINTED).group_by(followed.c.hash)).all()
    return sorted(rows, key=lambda row: Member.of(row.published, row.id))


def _stamp(among: Iterable[Row[str]]) -> str:
    digest = sha256(_method().encode())
    for row in among:
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


@cache
def _method() -> str:
    """A hash of how ledgers are made of what is kept, and of how that is found."""
    digest = sha256(method().encode())
    for file in sorted(files("detente.analysis.commitments").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".py"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _reports(connection: Connection, among: Sequence[Row[str]]) -> Iterable[Report]:
    """What documents tell."""
    from detente.analysis.commitments import Facts, Printed, Report

    decoder = msgspec.json.Decoder(Facts)
    for part in in_parts(among):
        query = select(followed.c.document_id, followed.c.facts).where(followed.c.document_id.in_([row.id for row in part]))
        facts = {key: decoder.decode(decompress(kept)) for key, kept in connection.execute(query)}
        yield from (Report(Printed(row.id, row.source, row.published, row.outlet, row.language), facts[row.id]) for row in part)


def _texts(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in in_parts(sorted(keys)):
        found.update((row.id, row.text) for row in connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(part))))
    return found
