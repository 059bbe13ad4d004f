"""Search on PostgreSQL: the index over the terms of passages has their days too, so that it is asked for some days at a time."""

from alembic import op

from detente.store.newest import INDEX_ON_SERVER

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the index anew; SQLite's has its passages in order."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("passages_terms_idx", "passages")
        op.execute(INDEX_ON_SERVER)
