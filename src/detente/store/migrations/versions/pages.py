"""What pages tell beside their text, so that it can be read again."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; of what is there already it is not known."""
    op.add_column("documents", Column("page", LargeBinary))
