"""How addresses answered, for polite second visits."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "fetches",
        Column("address", Text, primary_key=True),
        Column("source", Text, nullable=False),
        Column("status", Integer, nullable=False),
        Column("is_list", Boolean, nullable=False),
        *(Column(name, Text) for name in ("etag", "last_modified")),
        *(Column(name, Text, nullable=False) for name in ("sha256", "listed")),
    )
