"""Indexes that lead to few rows: of a word in some days, on PostgreSQL, and of the few articles of which a part could not be read."""

from alembic import op
from sqlalchemy import text

from detente.store.newest import INDEX_ON_SERVER

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make them in place of those that lead to many; SQLite's index of words has the newest first anyway."""
    op.drop_index("settled_failed_idx", "settled")
    op.create_index("settled_failed_idx", "settled", ["failed"], sqlite_where=text("failed = 1"), postgresql_where=text("failed"))
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("passages_terms_idx", "passages")
        op.execute(INDEX_ON_SERVER)
