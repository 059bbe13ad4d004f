"""The map of two parties, of readings or of what a store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, overload

from detente.api import map as map_of
from detente.records import FailedReading, Reading
from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook
from detente.views.maps import MapView

from .stored import StoredMap, asked_map

if TYPE_CHECKING:
    from detente.store import Store

    from .corpus import Corpus

Day = str | date | None


@overload
def map(
    given: Store | Corpus, parties: Sequence[str] | None = None, *, topics: Iterable[str] = (), since: Day = None, until: Day = None, ui: str = "en",
    codebook: str | Path = DEFAULT,
) -> StoredMap: ...  # fmt: skip


@overload
def map(
    given: Iterable[Reading | FailedReading], parties: Sequence[str] | None = None, *, topics: Iterable[str] = (), since: Day = None, until: Day = None,
    ui: str = "en", codebook: str | Path = DEFAULT, copies: Mapping[str, str] | None = None,
) -> MapView: ...  # fmt: skip


def map(
    given: Store | Corpus | Iterable[Reading | FailedReading], parties: Sequence[str] | None = None, *, topics: Iterable[str] = (), since: Day = None,
    until: Day = None, ui: str = "en", codebook: str | Path = DEFAULT, copies: Mapping[str, str] | None = None,
) -> MapView | StoredMap:  # fmt: skip
    """Return the map of two parties over readings, or in an open store; without `parties`, of the pair that is reported most.

    Parties and topics are given by code or by name in any language of the interface, days as `2019-05-16`, `2019-05` or
    `2019`. An article that is given twice counts once, and so does what several articles report of one utterance; who is one
    actor in several of them, in whatever language, goes by one id. What copies of one article report counts once; `copies`
    gives the first of them by the ids of documents, where they are not to be looked for among the readings. A store knows its
    copies; its map is that of `Corpus.map`.

    Raises `UnknownName` for a party or topic that does not exist or does not speak, `ValueError` for a day that
    is none, and `NothingToMap` where no two parties speak.

    >>> from detente import read
    >>> reading = read("俄方表示,俄方愿意同美方恢复军控谈判。美方则称,美方反对俄方的贸易做法。")
    >>> [(cell.topic, cell.relation) for cell in map([reading], parties=("Russia", "US")).map.cells]
    [('arms-control', 'one-sided'), ('trade', 'one-sided')]
    """
    if isinstance(given, Iterable):
        return map_of(given, parties, topics=topics, since=since, until=until, ui=ui, codebook=codebook, copies=copies)
    from .gathering import store_of  # brings the database, which readings do not need

    return asked_map(store_of(given), parties or (), topics, since, until, (), ui=ui, codebook=find_codebook(codebook))
