"""Which side a body is of in Chinese that a text names with its state first and then by its name alone: 印尼移民总局…。移民总局发言人."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.records import Tokens

from .sides import owner_of_body

if TYPE_CHECKING:
    from .base import Language

FARTHEST = 160  # tokens
LONGEST, SHORTEST = 9, 3  # tokens and characters of a body's name, the tokens with its office
SPECIFIC = 4  # characters of a name that not every state has a body of
NAME = frozenset("nxkvjaYhwmItT")
OWNED = frozenset("SMGO")
ENDS = frozenset("Th")


def side_of_body(tokens: Tokens, last: int, language: Language, home: str | None) -> str | None:
    """Return the side of the body of which the office at token `last` is, where the text named it before with its state.

    None for a body that every state has (外交部) where one is at home, and for one that is of some state by its name, if that is at home.
    """
    start = last
    while start and last - start < LONGEST and _is_within(tokens, start - 1, language):
        start -= 1
    if tokens.classes[start - 1 : start] in OWNED or start == 0:
        return None
    for body in _bodies(tokens, start, last, language):
        entry = language.gazetteer.entries.get(body)
        own = entry.party if entry else None
        if home and (len(body) < SPECIFIC if own is None else own == home):
            continue
        if found := _named_with_state(tokens, start, body, language):
            return min(found) if len(found) == 1 else None
    return None


def _bodies(tokens: Tokens, start: int, last: int, language: Language) -> Iterator[str]:
    """What may be the name of a body in a title, the longest first: 边防委员会 of 边防|委员会副主席, 能源部 of 能源部长."""
    kinds = language.lexicon.words["body_kind", "group"]
    title = "".join(tokens.words[start : last + 1])
    found = [span for kind in kinds if kind in title for span in _places(title, kind)]
    for opening in tokens.starts[start : last + 1]:
        first = opening - tokens.starts[start]
        ends = {end for at, end in found if first < at and first + SHORTEST <= end < len(title)}
        yield from (title[first:end] for end in sorted(ends, reverse=True) if title[first:end] not in kinds)


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text, from where to where."""
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def _named_with_state(tokens: Tokens, before: int, body: str, language: Language) -> frozenset[str]:
    """The sides of the bodies of a name that the text names before a token, where states stand with them."""
    first = max(before - FARTHEST, 0)
    text, found = "".join(tokens.words[first:before]), set[str]()
    for at, _ in _places(text, body):
        opening = bisect_right(tokens.starts, tokens.starts[first] + at) - 1
        if party := owner_of_body(tokens, opening, language):
            found.add(party)
    return frozenset(found)


def side_of_body_at(tokens: Tokens, at: int, language: Language, home: str | None) -> str | None:
    """Return the side of the body with which the phrase from token `at` on begins, as `side_of_body` does."""
    last = next((i for i in range(at, min(at + LONGEST, len(tokens.words))) if tokens.classes[i] in ENDS or not _is_within(tokens, i, language)), at)
    return side_of_body(tokens, last, language, home)


def _is_within(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a token may stand inside the name of a body."""
    return tokens.classes[i] in NAME or tokens.words[i] in language.lexicon.words["joining_fields"]
