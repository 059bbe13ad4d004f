"""Which side a body is of in Chinese that a text names with its state first and then by its name alone: 印尼移民总局…。移民总局发言人."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from detente.records import Tokens

from .sides import owner_of_body

if TYPE_CHECKING:
    from .base import Language

FARTHEST = 160  # tokens
LONGEST, SHORTEST = 8, 3  # tokens and characters of a body's name
SPECIFIC = 4  # characters of a name that not every state has a body of
LONGEST_OFFICE = 4  # tokens between a body and the office
NAME = frozenset("nxkvjaYhwmItT")
HEAD, DEPUTY = "长", "副总"
OWNED = ("S", "M", "G", "O")
OFFICES = frozenset("Tth")


def side_of_body(tokens: Tokens, last: int, language: Language, home: str | None) -> str | None:
    """Return the side of the body of which the office at token `last` is, where the text named it before with its state.

    None for a body that every state has (外交部) where one is at home, and for one that is of some state by its name, if that is at home.
    """
    start, stop = _name(tokens, last, language)
    name = "".join(tokens.words[start:stop])
    if stop == start or tokens.classes[start - 1 : start] in OWNED or tokens.classes[stop - 1] in OWNED:
        return None
    name = name.removesuffix(HEAD) if stop > last else name
    entry = language.gazetteer.entries.get(name)
    if home and (len(name) < SPECIFIC if entry is None or entry.party is None else entry.party == home):
        return None
    bodies = (name[tokens.starts[opening] - tokens.starts[start] :] for opening in range(start, stop))
    named = takewhile(lambda body: len(body) >= SHORTEST and body not in language.lexicon.words["body_kind"], bodies)
    found = next(filter(None, (_named_with_state(tokens, start, body, language) for body in named)), frozenset[str]())
    return min(found) if len(found) == 1 else None


def _name(tokens: Tokens, last: int, language: Language) -> tuple[int, int]:
    """From where to where the tokens before an office name its body; the office itself may do so (能源部长)."""
    kinds = tuple(language.lexicon.words["body_kind"])
    office = tokens.words[last]
    fused = len(office) > SHORTEST and office[0] not in DEPUTY and office.endswith(tuple(kind + HEAD for kind in kinds))
    stop = last + 1 if fused else last
    while not fused and last - stop < LONGEST_OFFICE and tokens.classes[stop - 1] in NAME and not tokens.words[stop - 1].endswith(kinds):
        stop -= 1
    if not fused and not tokens.words[stop - 1].endswith(kinds):
        return stop, stop
    start = stop - 1
    while start and stop - start < LONGEST and tokens.classes[start - 1] in NAME:
        start -= 1
    return start, stop


def _named_with_state(tokens: Tokens, before: int, body: str, language: Language) -> frozenset[str]:
    """The sides of the bodies of a name that the text names before a token, where states stand with them."""
    alike = (i for i in range(before - 1, max(before - FARTHEST, 0) - 1, -1) if tokens.words[i][-1] == body[-1])
    named = (i for i in alike if "".join(tokens.words[max(0, i - LONGEST) : i + 1]).endswith(body))
    return frozenset(filter(None, (owner_of_body(tokens, i, language) for i in named)))


def side_of_body_at(tokens: Tokens, at: int, language: Language, home: str | None) -> str | None:
    """Return the side of the body with which the phrase from token `at` on begins, as `side_of_body` does."""
    last = next((i for i in range(at, min(at + LONGEST, len(tokens.words))) if tokens.classes[i] in OFFICES or tokens.classes[i] not in NAME), at)
    return side_of_body(tokens, last, language, home) if last < len(tokens.words) else None
