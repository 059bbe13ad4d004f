"""Détente reads news about relations between states and maps where two parties agree and differ.

>>> import detente
>>> reading = detente.read("俄方表示,俄方愿意为美国游客简化签证手续。美方则称,美方反对俄方的贸易做法。")
>>> reading.statements[0].speaker.party
'RU'
>>> detente.map([reading])
<MapView RU-US: cells 2, readings 1>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import NothingToMap, read, show
    from .desk.accounts import compare
    from .desk.compared import CompareView
    from .desk.corpus import Corpus, open
    from .desk.heard import DeskView, actors, topics
    from .desk.ledgers import LedgerView, commitments
    from .desk.mapped import map
    from .desk.networks import NetworkView, network
    from .desk.profiles import profile
    from .desk.search import search
    from .desk.sources import sources
    from .desk.stored import periods
    from .desk.timelines import timeline
    from .index import QueryError
    from .store import Store, StoreError, open_store
    from .text.nearest import UnknownName
    from .views.maps import MapView, ReadingView

NAMES = {
    "api": ("read", "show", "NothingToMap"),
    "desk.accounts": ("compare",), "desk.compared": ("CompareView",), "desk.corpus": ("Corpus", "open"),
    "desk.heard": ("DeskView", "actors", "topics"), "desk.ledgers": ("LedgerView", "commitments"), "desk.mapped": ("map",),
    "desk.networks": ("NetworkView", "network"), "desk.profiles": ("profile",), "desk.search": ("search",),
    "desk.sources": ("sources",), "desk.stored": ("periods",),
    "desk.timelines": ("timeline",), "index": ("QueryError",), "store": ("Store", "StoreError", "open_store"),
    "text.nearest": ("UnknownName",), "views.maps": ("MapView", "ReadingView"),
}  # fmt: skip
HOMES = {name: home for home, names in NAMES.items() for name in names}

__all__ = [
    "CompareView", "Corpus", "DeskView", "LedgerView", "MapView", "NetworkView", "NothingToMap", "QueryError", "ReadingView", "Store", "StoreError",
    "UnknownName", "actors", "commitments", "compare", "map", "network", "open", "open_store", "periods", "profile", "read", "search", "show", "sources",
    "timeline", "topics",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `detente --version` waits for nothing."""
    if name not in HOMES:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f".{HOMES[name]}", __name__), name)
    return found
