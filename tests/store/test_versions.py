"""Versions of the tables: made as they are described, brought up from each earlier one, and newer ones refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from detente.store import StoreError, open_store, upgrade_store
from detente.store.connect import engine_of
from detente.store.tables import metadata
from detente.store.versions import known, newest, upgrade

# What a migration alone makes: the index of each database over the passages.
INDEX = ("passages_index", "passages_terms_idx")


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Return the engine of an empty database."""
    made = engine_of(url)
    yield made
    made.dispose()


def test_the_migrations_make_the_tables_that_are_described(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_object": lambda thing, name, *_: not str(name).startswith(INDEX)}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("version", known())
def test_a_store_of_each_version_is_brought_up_to_date(url: str, engine: Engine, version: str) -> None:
    upgrade(engine, version)
    assert upgrade_store(url) == (version, newest())
    with open_store(url) as store:
        assert list(store.check()) == []


def test_a_newer_store_is_refused(url: str, engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for use in (open_store, upgrade_store):
        with pytest.raises(StoreError, match=r"made by a newer version of Détente \(9999\)"):
            use(url)
