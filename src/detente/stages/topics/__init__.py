"""Statements → topics of a codebook."""

from .case import Label, TopicCase
from .evidence import Evidence, words_of
from .find import Mentions, TopicFinder
from .label import label

__all__ = ["Evidence", "Label", "Mentions", "TopicCase", "TopicFinder", "label", "words_of"]
