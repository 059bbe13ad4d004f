"""Statements → topics of a codebook."""

from .answers import Turn, answered
from .case import Label, TopicCase
from .evidence import Evidence, stems_of, words_of
from .find import Mentions, TopicFinder
from .label import around, label
from .staying import signs_of, standings

__all__ = [
    "Evidence", "Label", "Mentions", "TopicCase", "TopicFinder", "Turn", "answered", "around", "label", "signs_of", "standings", "stems_of", "words_of",
]  # fmt: skip
