"""Statements → topics of a codebook."""

from .answers import Turn, answered
from .case import Label, TopicCase
from .evidence import Evidence, stems_of, words_of
from .find import Mentions, TopicFinder
from .label import around, label, standings

__all__ = [
    "Evidence", "Label", "Mentions", "TopicCase", "TopicFinder", "Turn", "answered", "around", "label", "standings", "stems_of", "words_of",
]  # fmt: skip
