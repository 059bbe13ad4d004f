"""Statements → topics of a codebook."""

from .answers import Turn, answered
from .case import Label, TopicCase
from .evidence import Evidence, stems_of, words_of
from .find import Mentions, TopicFinder
from .label import label

__all__ = ["Evidence", "Label", "Mentions", "TopicCase", "TopicFinder", "Turn", "answered", "label", "stems_of", "words_of"]
