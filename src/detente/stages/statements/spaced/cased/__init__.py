"""The grammar of reporting where case tells who speaks (Russian): word order is free, and a report may stand before its
content, behind it or inside it.
"""

from .sentence import sentence_reader

__all__ = ["sentence_reader"]
