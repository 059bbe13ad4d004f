"""Feeds that a server asks again and again."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table."""
    op.create_table("watched", Column("address", Text, primary_key=True), Column("since", Text, nullable=False), Column("asked", Text))
