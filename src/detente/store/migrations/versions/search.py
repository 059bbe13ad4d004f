"""Search: passages with their terms, and the index over them, filled from the articles that are there."""

from __future__ import annotations

from zlib import decompress
from zlib import error as ZlibError

import msgspec
from alembic import op
from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from detente.records import Span, Statement
from detente.resources.outlets import outlet_homes
from detente.store.matching import FORMS
from detente.store.passages import DAY_BITS, Article, numbered, passages_of

revision = "0004"
down_revision = "0003"
AT_ONCE = 50

TRIGGERS = (
    "CREATE TRIGGER passages_come AFTER INSERT ON passages BEGIN"
    " INSERT INTO passages_index (rowid, terms) VALUES (new.id, new.terms); END",
    "CREATE TRIGGER passages_go AFTER DELETE ON passages BEGIN"
    " INSERT INTO passages_index (passages_index, rowid, terms) VALUES ('delete', old.id, old.terms); END",
)
# Terms are folded already, and only a space stands between them; no scores of FTS5 are asked for, so it keeps no sizes.
FTS5 = (
    "CREATE VIRTUAL TABLE passages_index USING fts5 (terms, content='passages', content_rowid='id', columnsize=0,"
    " tokenize=\"ascii tokenchars '_='\")"
)
COLUMNS = "INSERT INTO passages (id, document_id, place, statement, start, stop, terms) "
VALUES = COLUMNS + "VALUES (:id, :document_id, :place, :statement, :start, :stop, "
INSERT = {"sqlite": text(VALUES + ":terms)"), "postgresql": text(VALUES + "CAST(:terms AS tsvector))")}


def upgrade() -> None:
    """Make the table and its index, and fill them."""
    connection = op.get_bind()
    is_sqlite = connection.dialect.name == "sqlite"
    op.create_table(
        "passages",
        Column("id", Integer if is_sqlite else BigInteger, primary_key=True, autoincrement=False),
        Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("place", Integer, nullable=False),
        Column("statement", Integer),
        Column("start", Integer, nullable=False),
        Column("stop", Integer, nullable=False),
        Column("terms", Text if is_sqlite else TSVECTOR, nullable=False),
        UniqueConstraint("document_id", "place", name="passages_document_id_key"),
    )
    for command in (FTS5, *TRIGGERS) if is_sqlite else ():
        connection.exec_driver_sql(command)
    _fill(connection)
    if not is_sqlite:
        op.create_index("passages_terms_idx", "passages", ["terms"], postgresql_using="gin", postgresql_with={"fastupdate": "off"})


def _fill(connection: Connection) -> None:
    """Make the passages of every article, by their days, so that their numbers come in order."""
    last: dict[int, int] = {}
    kept = FORMS[connection.dialect.name].kept
    keys = connection.execute(text("SELECT id FROM documents ORDER BY day, id")).scalars().all()
    for first in range(0, len(keys), AT_ONCE):
        rows = [row for key in keys[first : first + AT_ONCE] for row in _passages(connection, key)]
        ready = numbered(rows, last)
        last |= {row["id"] >> DAY_BITS << DAY_BITS: row["id"] for row in ready}
        if ready:
            connection.execute(INSERT[connection.dialect.name], [{**row, "terms": kept(row["terms"])} for row in ready])


def _passages(connection: Connection, key: str) -> list[dict[str, object]]:
    """The passages of an article; of one that cannot be read back, as `detente store check` tells, there are none."""
    row = connection.execute(text("SELECT language, outlet, published, text, rest FROM documents WHERE id = :id"), {"id": key}).one()
    said = connection.execute(text("SELECT rest FROM statements WHERE document_id = :id ORDER BY place"), {"id": key}).scalars()
    try:
        boilerplate = msgspec.convert(msgspec.json.decode(decompress(row.rest))["document"]["boilerplate"], tuple[Span, ...])
        statements = [msgspec.json.decode(bytes(rest), type=Statement) for rest in said]
    except (ZlibError, msgspec.MsgspecError):
        return []
    article = Article(key, row.language, row.outlet, row.published, row.text, boilerplate)
    return passages_of(article, statements, outlet_homes())
