"""Parse → who is named: the document's people with their offices, and every span that names an actor."""

from .find import find_people
from .listing import list_mentions
from .sides import settle_sides

__all__ = ["find_people", "list_mentions", "settle_sides"]
