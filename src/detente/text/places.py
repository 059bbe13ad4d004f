"""Places as a text tells them: behind a preposition or a verb of going, over a document's tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from detente.records import Span, Tokens

LONGEST = 8  # words; a place is told in fewer


class PlaceWords(NamedTuple):
    """What places are found by.

    `leads` stand before a place, `suffixes` end its name, `between` stand between a place and the larger one before it;
    words of the classes `sure` name one, those of `names` may; `is_place` tells whether a word does.
    """

    leads: frozenset[str]
    suffixes: frozenset[str]
    between: frozenset[str]
    sure: str
    names: str
    is_place: Callable[[str], bool]


def place_from(tokens: Tokens, first: int, last: int, words: PlaceWords) -> Span | None:
    """Return the innermost place of those that follow each other from token `first`, if it is one: 阿曼首都马斯喀特."""
    start = stop = -1
    for i in range(first, min(last, first + LONGEST)):
        word, letter = tokens.words[i], tokens.classes[i]
        if word in words.between:
            continue
        known = letter in words.sure or words.is_place(word)
        if start >= 0 and word in words.suffixes:
            stop = tokens.stops[i]
            break
        if not known and (letter not in words.names or (start < 0 and letter == "x")):
            break
        start = tokens.starts[i] if known or start < 0 or _apart(tokens, i) else start
        stop = tokens.stops[i]
    return Span(start, stop) if start >= 0 else None


def _apart(tokens: Tokens, i: int) -> bool:
    """Whether word `i` begins another name than the word before it."""
    return tokens.classes[i - 1] in "SM" and tokens.classes[i] not in "SM"


def place_before(tokens: Tokens, first: int, last: int, words: PlaceWords) -> Span | None:
    """Return the place of the last phrase in tokens `first` to `last` (exclusive) that a lead opens: 在日内瓦."""
    if words.leads.isdisjoint(tokens.words[first:last]):
        return None
    for i in range(last - 1, first - 1, -1):
        if tokens.words[i] in words.leads and (found := place_from(tokens, i + 1, last, words)):
            return found
    return None
