"""Quotations that run through paragraphs without a mark at the head of each."""

from __future__ import annotations

from detente.records import Tokens

from .items import DOUBLE

MOST = 6  # paragraphs of one quotation that is left open


def quoted_through(tokens: Tokens, stretches: list[tuple[int, int, bool]], n: int) -> int:
    """Return where the words of a quotation left open before paragraph `n` end in it; its first token where none do."""
    first, last, _ = stretches[n]
    for k, (start, stop, _) in enumerate(stretches[n : n + MOST]):
        if mark := DOUBLE.search(tokens.classes, start, stop):
            if mark[0] == "“":
                return first
            return mark.end() if k == 0 else last
    return first
