"""Questions that are put into words once have the same answers on both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import bindparam, select

from detente.records import Reading
from detente.store import Store
from detente.store.questions import among, ask
from detente.store.tables import documents


def test_rows_are_found_by_a_list_of_values(store: Store, keep: Callable[..., list[str]], readings: dict[str, Reading]) -> None:
    keep()
    ids = [reading.document.id for reading in readings.values()]
    query = select(documents.c.id).where(among(documents.c.id, "some", store.database), documents.c.language != bindparam("language")).order_by(documents.c.id)
    with store._reads() as connection:
        for some, language in ((ids, ""), (ids[:1], ""), ([], ""), (ids, "zh")):
            expected = sorted(key for key in some if language != "zh" or readings["/news/a.txt"].document.id != key)
            assert [key for (key,) in ask(connection, query, {"some": some, "language": language})] == expected


@pytest.mark.parametrize("languages", [("en", "ru"), ("ru",)])
def test_lists_that_are_part_of_a_question(store: Store, keep: Callable[..., list[str]], languages: tuple[str, ...]) -> None:
    keep()
    query = select(documents.c.language).where(documents.c.language.in_(languages)).order_by(documents.c.language)
    with store._reads() as connection:
        assert [found for (found,) in ask(connection, query)] == list(languages)
