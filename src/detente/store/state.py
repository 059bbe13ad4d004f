"""Whether a store has changed: a mark that is another one after each change, whoever made it, and costs next to nothing to ask for."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Any

from sqlalchemy import Engine

# https://sqlite.org/pragma.html#pragma_data_version: of one connection, another number after each change that others make.
ON_SQLITE = "PRAGMA data_version"
# Which transactions are done, and which are going on: those that only read have no number.
ON_SERVER = "SELECT CAST(pg_current_snapshot() AS text)"


class Watch:
    """Watches a store by a connection of its own, which writes nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock = engine, Lock()
        self._connection: Any = None

    def state(self) -> Hashable:
        """Return the mark of the state in which the store is."""
        if self._engine.dialect.name == "postgresql":
            with self._engine.connect() as connection:
                return str(connection.exec_driver_sql(ON_SERVER).scalar_one())
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
                self._connection.detach()
            return int(self._connection.cursor().execute(ON_SQLITE).fetchone()[0])

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
