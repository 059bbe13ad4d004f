"""Search: texts as terms, queries, how well a passage answers one, and where in it the hits are."""

from .asked import All, Node, OneOf, Phrase, excludes, phrases, required
from .hits import find_hits, is_whole
from .score import scores
from .syntax import QueryError, parse
from .terms import Term, asked_terms, mark_value, terms

__all__ = [
    "All", "Node", "OneOf", "Phrase", "QueryError", "Term", "asked_terms", "excludes", "find_hits", "is_whole", "mark_value",
    "parse", "phrases", "required", "scores", "terms",
]  # fmt: skip
