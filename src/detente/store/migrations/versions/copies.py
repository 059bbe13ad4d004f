"""Copies of one report: how documents are compared, and which belong together."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables; the program fills them for the documents that are there."""
    op.create_table("methods", Column("of", Text, primary_key=True), Column("method", Text, nullable=False))
    op.create_table(
        "signatures",
        _document(),
        Column("size", Integer, nullable=False),
        Column("least", LargeBinary, nullable=False),
        Column("bands", LargeBinary, nullable=False),
    )
    op.create_table(
        "bands",
        Column("band", BigInteger, primary_key=True, autoincrement=False),
        Column("document_id", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table("clusters", _document(), Column("cluster", Text, nullable=False))
    op.create_index("clusters_cluster_idx", "clusters", ["cluster"])


def _document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
