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
    relate,
    side_of,
    sides_of,
    topic_of,
    weigh_pairs,
)
from .stand import Deed, deed_of, is_position
from .told import MONTH, Doing, Summed, Told

__all__ = [
    "MONTH", "MOST_WORDS", "SURE_ENOUGH", "Deed", "Doing", "Summed", "Told", "Topic", "belying", "build_map", "build_maps",
    "deed_of", "draw", "is_own", "is_position", "pairs", "rank_of", "relate", "side_of", "sides_of", "topic_of", "weigh_pairs",
]  # fmt: skip
