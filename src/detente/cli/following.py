"""Addresses followed into a store, as `add` and `watch` do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from detente.desk.following import Following, Skipped
from detente.engine import Reader
from detente.fetch import Clock, Fetcher, FetchError
from detente.fetch.board import shared
from detente.store import Store

from .distant import Manners
from .ending import refuse, warn
from .progress import followed


def fetcher_of(manners: Manners, clock: Clock | None = None) -> Fetcher:
    """Return what fetches as the user wishes; all processes of one user leave hosts alone together."""
    try:
        return Fetcher(allow_private=manners.allow_private, delay=manners.delay, clock=clock, board=shared(), contact=manners.contact)
    except FetchError as error:
        raise refuse(str(error)) from None


def follow(
    names: Sequence[str],
    store: Store,
    reader: Reader,
    fetcher: Fetcher,
    most: int,
    tell: Callable[[str], None] = warn,
    skipped: Skipped | None = None,
) -> Counter[str]:
    """Read into a store what is at addresses and in lists; returns how many articles came to which end.

    Raises `IntakeError` or `FetchError` for a file that lists addresses and is broken. `skipped` remembers pages in other languages.
    """
    outcomes: Counter[str] = Counter()
    following = Following(store, reader, fetcher, most, set() if skipped is None else skipped, followed)
    for came in following.follow(names):
        outcomes[came.outcome] += 1
        if came.outcome == "failed":
            tell(came.sentence)
    return outcomes
