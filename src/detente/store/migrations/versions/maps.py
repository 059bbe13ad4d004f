"""What maps rest on: who is one, what was said once, what stands in which cell, and how often."""

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, LargeBinary, Text, text

revision = "0006"
down_revision = "0005"

IN_C = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; what they hold of the documents that are there is made when it is first needed."""
    _make_people()
    _make_statements()
    _make_positions()
    op.create_table(
        "counts",
        *(Column(name, Text, primary_key=True) for name in ("kind", "scope", "topic", "key")),
        Column("number", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unsettled", Column("kind", Text, primary_key=True), Column("key", Text, primary_key=True), sqlite_with_rowid=False
    )
    op.execute("INSERT INTO unsettled (kind, key) SELECT 'document', id FROM documents")


def _make_people() -> None:
    op.create_table(
        "named",
        _document(),
        Column("actor_id", Text, primary_key=True),
        Column("party", Text),
        Column("offices", Text, nullable=False),
    )
    op.create_table(
        "sounds",
        *(Column(name, Text, primary_key=True) for name in ("party", "key")),
        Column("actor_id", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("named_actor_id_idx", "named", ["actor_id"])
    op.create_index("sounds_actor_id_idx", "sounds", ["actor_id"])
    op.create_table(
        "joined",
        Column("actor_id", Text, primary_key=True),
        Column("goes_by", Text, nullable=False),
        Column("rest", LargeBinary, nullable=False),
    )
    op.create_index("joined_goes_by_idx", "joined", ["goes_by"])


def _make_statements() -> None:
    op.create_table(
        "settled",
        _document(),
        Column("day", Text, nullable=False),
        Column("cluster", Text, nullable=False),
        Column("publisher", Text, nullable=False),
        *(Column(name, Integer, nullable=False) for name in ("statements", "unknown", "untopical")),
        Column("silent", Text),
        Column("failed", Boolean, nullable=False),
    )
    op.create_index("settled_cluster_idx", "settled", ["cluster"])
    op.create_index("settled_failed_idx", "settled", ["failed"])
    op.create_table(
        "said",
        _document(),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("day", Text, nullable=False),
        Column("sides", Text, nullable=False),
        Column("topics", Text, nullable=False),
        Column("is_unknown", Boolean, nullable=False),
        Column("repeats", Text),
        Column("via", Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "spoken",
        *(Column(name, Text, primary_key=True) for name in ("party", "topic", "day")),
        Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("spoken_document_id_idx", "spoken", ["document_id"])


def _make_positions() -> None:
    op.create_table(
        "held",
        _document(),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("party", Text, primary_key=True),
        Column("statement", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("topic", Text, nullable=False),
        Column("sides", Text, nullable=False),
        Column("is_own", Boolean, nullable=False),
        Column("deed", Text, nullable=False),
        Column("sign", Integer, nullable=False),
        Column("agreement", Integer, nullable=False),
        Column("rank", IN_C, nullable=False),
        Column("score", Float, nullable=False),
        Column("is_sure", Boolean, nullable=False),
        Column("day", Text, nullable=False),
        Column("actor_id", Text, nullable=False),
        Column("repeats", Text),
        Column("utterance", Text, nullable=False),
        Column("leads", Boolean, nullable=False),
    )
    counts = text("repeats IS NULL")
    op.create_index("held_words_idx", "held", ["party", "topic", "is_own", "sign", "rank"], sqlite_where=counts, postgresql_where=counts)
    op.create_index("held_actor_idx", "held", ["actor_id", "day"])


def _document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
