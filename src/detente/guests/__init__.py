"""Models as guests: other ways from a parse to drafts, each with what it needs, which nothing else here needs."""

from .base import Extractor, NotInstalled, Stretch
from .trees import MODELS, load_trees

__all__ = ["MODELS", "Extractor", "NotInstalled", "Stretch", "load_trees"]
