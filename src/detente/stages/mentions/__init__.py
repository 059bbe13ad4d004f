"""Parse → who is named: the document's people with their offices, and every span that names an actor."""

from .capitals import find_capitals
from .declined import find_declined
from .join import join_names
from .listing import list_mentions
from .names import find_names
from .sides import settle_sides

__all__ = ["find_capitals", "find_declined", "find_names", "join_names", "list_mentions", "settle_sides"]
