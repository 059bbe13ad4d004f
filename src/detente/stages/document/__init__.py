"""Page → document: what is title, credit, caption, heading, boilerplate and body."""

from .outline import Outline
from .places import Places
from .read import read_document

__all__ = ["Outline", "Places", "read_document"]
