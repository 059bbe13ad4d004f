"""What ledgers of commitments and accounts of meetings are made from; the program fills it in for the documents that are there."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "gathered",
        _document(),
        Column("place", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in ("event_id", "type", "one", "other", "date", "venue", "language", "status", "day")),
        Column("is_first", Boolean, nullable=False),
    )
    op.create_index("gathered_one_other_idx", "gathered", ["one", "other", "venue", "language"])
    op.create_index("gathered_date_idx", "gathered", ["date", "one", "other"])
    op.create_index("gathered_day_idx", "gathered", ["day"])
    op.create_table("followed", _document(), Column("hash", Text, nullable=False), Column("facts", LargeBinary, nullable=False))
    op.create_table(
        "ledgers",
        *(Column(name, Text, primary_key=True) for name in ("one", "other", "asked")),
        Column("stamp", Text, nullable=False),
        Column("ledger", LargeBinary, nullable=False),
    )


def _document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
