"""Statements → dialogue maps: the relation of two parties on each topic."""

from .build import (
    MOST_WORDS,
    SURE_ENOUGH,
    Topic,
    belying,
    build_map,
    build_maps,
    draw,
    is_own,
    pairs,
    rank_of,
    side_of,
    sides_of,
    topic_of,
    weigh_pairs,
)
from .stand import Deed, deed_of

__all__ = [
    "MOST_WORDS", "SURE_ENOUGH", "Deed", "Topic", "belying", "build_map", "build_maps", "deed_of", "draw", "is_own", "pairs",
    "rank_of", "side_of", "sides_of", "topic_of", "weigh_pairs",
]  # fmt: skip
