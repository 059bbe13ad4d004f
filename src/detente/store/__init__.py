"""The store: everything that was read, kept in one database and found again."""

from .base import Store, default_url, open_store, upgrade_store
from .failure import StoreError
from .fetches import Fetch
from .query import Filter, Kept, Status
from .write import Source

__all__ = ["Fetch", "Filter", "Kept", "Source", "Status", "Store", "StoreError", "default_url", "open_store", "upgrade_store"]
