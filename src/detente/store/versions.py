"""Versions of a store's tables: made, brought up to date, and refused where they are newer than the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from . import analysed, copies
from .connect import WRITES
from .failure import StoreError
from .query import AT_ONCE

Tell = Callable[[int, int], None]
SCRIPTS = str(files("detente.store") / "migrations")


def version_of(connection: Connection) -> str | None:
    """Return the version of the tables of a database, or nothing of an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """Return the version that this program writes."""
    return str(ScriptDirectory(SCRIPTS).get_current_head())


def known() -> tuple[str, ...]:
    """Return the versions that this program knows, the first one first."""
    return tuple(reversed([script.revision for script in ScriptDirectory(SCRIPTS).walk_revisions()]))


def upgrade(engine: Engine, to: str = "head", tell: Tell = lambda done, total: None) -> None:
    """Bring the tables up to a version, and what is derived from articles.

    The tables change whole or not at all. What analyses need is found some articles after the other, and `tell` is told how many
    of how many are done; an upgrade that was stopped in between goes on there.
    """
    config = Config()
    config.set_main_option("script_location", SCRIPTS.replace("%", "%%"))
    writer = engine.execution_options(**{WRITES: True})
    with writer.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if to != "head":
            return
        copies.renew(connection)
        lacking = analysed.begin(connection)
        if not lacking:
            analysed.finish(connection)
    _analyse(writer, lacking, tell)


def _analyse(writer: Engine, lacking: Sequence[str], tell: Tell) -> None:
    for start in range(0, len(lacking), AT_ONCE):
        tell(start, len(lacking))
        with writer.begin() as connection:
            analysed.find(connection, lacking[start : start + AT_ONCE])
            if start + AT_ONCE >= len(lacking):
                analysed.finish(connection)


def check_known(version: str | None, where: str) -> None:
    """Raise `StoreError` for a store that is newer than the program."""
    if version not in known():
        raise StoreError(f"{where}: this store was made by a newer version of Détente ({version}); install that version to use it")


def check_version(connection: Connection, where: str) -> None:
    """Raise `StoreError` for a store that is newer or older than the program."""
    version = version_of(connection)
    check_known(version, where)
    if version != newest() or not (copies.is_current(connection) and analysed.is_current(connection)):
        raise StoreError(f"{where}: this store was made by an older version of Détente; run `detente store upgrade`")
