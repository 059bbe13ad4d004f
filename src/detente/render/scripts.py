"""Chinese in the script a reader prefers: as published, simplified, or proper traditional."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise

from detente.records import Record
from detente.text.fold import convert, proper_traditional

from .width import width


class Written(Record, frozen=True):
    """A piece of text as published and in both scripts."""

    published: str
    simplified: str
    traditional: str


def simplified(text: str) -> str:
    """Return Chinese as it is written in simplified characters; its length may change.

    >>> simplified("關系")
    '关系'
    """
    return convert(text, "t2s")


def written(text: str, cuts: tuple[int, ...] = ()) -> tuple[Written, ...]:
    """Return the pieces of a text between `cuts`, each in every script.

    The whole text is converted at once, because a character's form depends on its neighbours; where a
    conversion changes the length, each piece is converted by itself.
    """
    bounds = (0, *cuts, len(text))
    pieces = tuple(text[start:stop] for start, stop in pairwise(bounds))
    if not any(width(character) == 2 for character in text):
        return tuple(Written(piece, piece, piece) for piece in pieces)
    hans = _pieces(text, bounds, simplified)
    hant = _pieces(text, bounds, proper_traditional)
    return tuple(Written(*forms) for forms in zip(pieces, hans, hant, strict=True))


def script_attributes(piece: Written) -> str:
    """Return the HTML attributes that hold the scripts in which a piece differs from what was published.

    >>> script_attributes(written("關係")[0])
    ' data-hans="关系"'
    """
    return "".join(_attributes(piece))


def _attributes(piece: Written) -> Iterator[str]:
    for name, form in (("hans", piece.simplified), ("hant", piece.traditional)):
        if form != piece.published:
            yield f' data-{name}="{escape(form)}"'


def _pieces(text: str, bounds: tuple[int, ...], rewrite: Callable[[str], str]) -> tuple[str, ...]:
    whole = rewrite(text)
    pairs = tuple(pairwise(bounds))
    if len(whole) == len(text):
        return tuple(whole[start:stop] for start, stop in pairs)
    return tuple(rewrite(text[start:stop]) for start, stop in pairs)
