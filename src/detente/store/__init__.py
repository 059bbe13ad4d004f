"""The store: everything that was read, kept in one database and found again."""

from .base import Store
from .between import Between
from .chosen import Chosen
from .clusters import Cluster, Copy
from .evidence import Listed
from .failure import StoreError
from .fetches import Fetch
from .find import MOST_RANKED
from .hit import Found, Hit
from .holdings import Holding
from .mentioned import Meetings
from .months import Placed
from .neighbours import Around, Neighbour
from .opening import default_url, open_store, upgrade_store
from .prepared import Prepared, prepare
from .query import Filter, Kept, Status
from .sums import Asked
from .ties import Behind, Tied
from .wanted import ANYTHING, DOCUMENTS, STATEMENTS, Speaker, Wanted
from .watched import Watched
from .write import Source

__all__ = [
    "ANYTHING", "DOCUMENTS", "MOST_RANKED", "STATEMENTS", "Around", "Asked", "Behind", "Between", "Chosen", "Cluster", "Copy", "Fetch",
    "Filter", "Found", "Hit", "Holding", "Kept", "Listed", "Meetings", "Neighbour", "Placed", "Prepared", "Source", "Speaker", "Status",
    "Store", "StoreError", "Tied", "Wanted", "Watched", "default_url", "open_store", "prepare", "upgrade_store",
]  # fmt: skip
