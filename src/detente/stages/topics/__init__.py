"""Statements → topics of a codebook."""

from .find import Mentions, TopicFinder
from .label import Label, TopicCase, label

__all__ = ["Label", "Mentions", "TopicCase", "TopicFinder", "label"]
