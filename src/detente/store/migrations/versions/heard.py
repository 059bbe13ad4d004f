"""Sums of who is heard, and days by which what was said is found: what maps rest on is made anew when it is first needed."""

from alembic import op

revision = "0007"
down_revision = "0006"

DERIVED = ("held", "spoken", "said", "named", "settled", "sounds", "joined", "counts", "unsettled")


def upgrade() -> None:
    """Empty the tables that follow from readings, index their days, and note all documents."""
    for table in DERIVED:
        op.execute(f"DELETE FROM {table}")
    op.create_index("said_day_idx", "said", ["day"])
    op.create_index("held_day_idx", "held", ["day", "party"])
    op.execute("INSERT INTO unsettled (kind, key) SELECT 'document', id FROM documents")
