"""Classes of words, by name or by several names: the words of all these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

ClassName = str | tuple[str, ...]
WordClasses = Mapping[ClassName, frozenset[str]]


@cache
def edges(words: frozenset[str]) -> tuple[str, ...]:
    """Return a class of words as what others may begin or end with, made once.

    >>> "新闻社".endswith(edges(frozenset({"社", "报"})))
    True
    """
    return tuple(words)
