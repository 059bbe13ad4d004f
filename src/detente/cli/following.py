"""Addresses followed into a store, as `add` and `watch` do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256

from platformdirs import user_cache_path

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.fetch import Board, Clock, Fetcher, FetchError, Follower
from detente.intake.files import read_bytes
from detente.pipeline import made_by
from detente.store import Store

from .distant import Manners, is_address
from .ending import refuse
from .keeping import tell_failure
from .progress import followed

Skipped = set[tuple[str, str]]


def fetcher_of(manners: Manners, clock: Clock | None = None) -> Fetcher:
    """Return what fetches as the user wishes; all processes of one user leave hosts alone together."""
    board = Board(user_cache_path("detente", appauthor=False) / "hosts")
    try:
        return Fetcher(allow_private=manners.allow_private, delay=manners.delay, clock=clock, board=board, contact=manners.contact)
    except FetchError as error:
        raise refuse(str(error)) from None


def follow(
    names: Sequence[str],
    store: Store,
    reader: Reader,
    fetcher: Fetcher,
    most: int,
    tell: Callable[[str], None] = tell_failure,
    skipped: Skipped | None = None,
) -> Counter[str]:
    """Read into a store what is at addresses and in lists; returns how many articles came to which end.

    Raises `IntakeError` or `FetchError` for a file that lists addresses and is broken.
    A list is remembered as followed only when all that it led to is kept. `skipped` are pages in other languages, by source
    and hash: a store does not have them, and they need not come again as long as they are remembered here.
    """
    skipped = set() if skipped is None else skipped

    def is_kept(source: str, hashed: str) -> bool:
        known = store.known(source)
        return (source, hashed) in skipped or (known is not None and known[0] == hashed and reader.would_make(known[1]))

    follower = Follower(fetcher, store, is_kept, read_as=_read_as(reader), most=most)
    for name in names:
        _add(follower, name)
    outcomes = keep_all(store, followed(follower.articles(), follower.waiting), reader, 1, tell, lambda article: skipped.add((article.source, article.sha256)))
    for fetch in follower.followed:
        store.remember(fetch)
    elsewhere = {source for source, _ in skipped}
    outcomes.update("skipped" if source in elsewhere else "known" for source in follower.unchanged)
    outcomes["left"] += follower.left_out
    return outcomes


def _add(follower: Follower, name: str) -> None:
    """Note an address, or a file that lists some."""
    if is_address(name):
        follower.add(name)
    else:
        follower.add_list(read_bytes(name), name)


def _read_as(reader: Reader) -> str:
    """What stands for how articles are read: the same for the same program, codebook, languages and extractors."""
    told = (made_by(reader.codebook), reader.languages, sorted(reader.extractors.items()))
    return sha256(repr(told).encode()).hexdigest()
