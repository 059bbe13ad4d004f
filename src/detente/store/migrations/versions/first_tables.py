"""The first tables: documents, where they were found, and what they say."""

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _documents()
    _statements()
    _events()
    _parties()


def _document(*, key: bool = True) -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=key)


def _in_document() -> tuple[Column[str], Column[int], Column[str]]:
    place = Column("place", Integer, primary_key=True, autoincrement=False)
    return _document(), place, Column("id", Text, nullable=False)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"{table}_{'_'.join(columns)}_idx", table, list(columns))


def _documents() -> None:
    needed = ("language", "text", "detente", "plan", "codebook")
    known = ("url", "title", "outlet", "published", "day")
    op.create_table(
        "documents",
        Column("id", Text, primary_key=True),
        *(Column(name, Text) for name in known),
        *(Column(name, Text, nullable=False) for name in needed),
        Column("rest", LargeBinary, nullable=False),
    )
    for column in ("language", "outlet", "day"):
        _index("documents", column)
    op.create_table(
        "sources",
        Column("source", Text, primary_key=True),
        _document(key=False),
        Column("sha256", Text, nullable=False),
        *(Column(name, Text) for name in ("stage", "kind", "message", "made_by")),
    )
    _index("sources", "document_id")


def _statements() -> None:
    op.create_table(
        "statements",
        *_in_document(),
        *(Column(name, Text) for name in ("speaker_id", "speaker", "party", "act")),
        Column("polarity", Float),
        Column("said_on", Text),
        Column("content", Text, nullable=False),
        Column("rest", LargeBinary, nullable=False),
    )
    _index("statements", "id")
    _index("statements", "speaker_id")
    op.create_table(
        "positions",
        *_in_document(),
        Column("statement", Integer, nullable=False),
        Column("actor_id", Text, nullable=False),
        Column("party", Text),
        Column("towards", Text),
        Column("topic", Text, nullable=False),
        Column("stance", Float),
        Column("on_topic", Float),
        Column("held_on", Text),
        Column("score", Float, nullable=False),
        Column("method", Text, nullable=False),
        ForeignKeyConstraint(["document_id", "statement"], ["statements.document_id", "statements.place"], ondelete="CASCADE"),
    )
    op.create_index("positions_statement_idx", "positions", ["document_id", "statement"])
    _index("positions", "id")
    _index("positions", "topic")


def _events() -> None:
    op.create_table(
        "events",
        *_in_document(),
        Column("type", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("date", Text),
        Column("is_first", Boolean, nullable=False),
        Column("rest", LargeBinary, nullable=False),
    )
    for column in ("id", "type", "date"):
        _index("events", column)


def _parties() -> None:
    op.create_table(
        "parties",
        _document(),
        Column("party", Text, primary_key=True),
        Column("statements", Integer, nullable=False),
    )
    _index("parties", "party")
    op.create_table(
        "pairs",
        _document(),
        Column("one", Text, primary_key=True),
        Column("other", Text, primary_key=True),
        Column("weight", Integer, nullable=False),
    )
    _index("pairs", "one", "other")
