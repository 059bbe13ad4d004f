"""Sums of who is heard: what maps rest on is made anew when it is first needed."""

from alembic import op

revision = "0007"
down_revision = "0006"

DERIVED = ("held", "spoken", "said", "named", "settled", "sounds", "joined", "counts", "unsettled")


def upgrade() -> None:
    """Empty the tables that follow from readings, and note all documents."""
    for table in DERIVED:
        op.execute(f"DELETE FROM {table}")
    op.execute("INSERT INTO unsettled (kind, key) SELECT 'document', id FROM documents")
