"""Articles from the network: pages by their addresses, and those that feeds, sitemaps and lists of feeds name."""

from .board import Board
from .failure import FetchError
from .fetcher import Fetcher
from .follow import Follower
from .polite import Clock

__all__ = ["Board", "Clock", "FetchError", "Fetcher", "Follower"]
