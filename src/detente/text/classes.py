"""Classes of words, by name or by several names: the words of all these."""

from __future__ import annotations

from collections.abc import Mapping

ClassName = str | tuple[str, ...]
WordClasses = Mapping[ClassName, frozenset[str]]
