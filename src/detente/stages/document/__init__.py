"""Page → document: what is title, credit, caption, heading, boilerplate and body."""

from .outline import Block, Outline
from .read import read_document

__all__ = ["Block", "Outline", "read_document"]
