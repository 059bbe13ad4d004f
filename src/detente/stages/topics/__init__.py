"""Statements → topics of a codebook."""

from .find import Mentions, TopicFinder
from .label import Label, TopicCase, context, label

__all__ = ["Label", "Mentions", "TopicCase", "TopicFinder", "context", "label"]
