"""The store: everything that was read, kept in one database and found again."""

from .base import Store, default_url, open_store, upgrade_store
from .clusters import Cluster, Copy
from .failure import StoreError
from .query import Filter, Status
from .write import Source

__all__ = [
    "Cluster", "Copy", "Filter", "Source", "Status", "Store", "StoreError", "default_url", "open_store", "upgrade_store",
]  # fmt: skip
