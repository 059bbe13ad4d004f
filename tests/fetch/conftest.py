"""A site, a clock and names for each test, and a fetcher that takes the site for one of the public network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from detente.fetch import Board, Fetcher
from detente.fetch.connect import Limits
from detente.fetch.guard import is_public

from .site import HERE, Names, Site, Time, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site without pages."""
    with serving() as made:
        yield made


@pytest.fixture
def time() -> Time:
    """Return a clock."""
    return Time()


@pytest.fixture
def names() -> Names:
    """Return names that lead to the site."""
    return Names()


@pytest.fixture
def fetcher(time: Time, names: Names) -> Callable[..., Fetcher]:
    """Return a function that makes a fetcher; its limits may be given, and what processes share."""

    def make(board: Board | None = None, contact: str = "", **limits: Any) -> Fetcher:
        return Fetcher(
            limits=Limits(**limits), resolver=names, clock=time.clock, is_allowed=lambda number: number == HERE or is_public(number),
            board=board, contact=contact,
        )  # fmt: skip

    return make
