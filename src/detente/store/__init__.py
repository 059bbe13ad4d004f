"""The store: everything that was read, kept in one database and found again."""

from .base import Store, default_url, open_store, upgrade_store
from .failure import StoreError
from .query import Filter, Kept, Status
from .write import Source

__all__ = ["Filter", "Kept", "Source", "Status", "Store", "StoreError", "default_url", "open_store", "upgrade_store"]
