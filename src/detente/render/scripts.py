"""Chinese in the script a reader prefers: as published, simplified, or proper traditional."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.records import Record

from .width import width

if TYPE_CHECKING:
    from opencc import OpenCC


class Written(Record, frozen=True):
    """A piece of text as published and in both scripts."""

    published: str
    simplified: str
    traditional: str


@cache
def _converter(name: str) -> OpenCC:
    # Loaded only for pages that have Chinese text on them.
    from opencc import OpenCC

    return OpenCC(name)


def simplified(text: str) -> str:
    """Return Chinese in simplified characters.

    >>> simplified("關系")
    '关系'
    """
    return str(_converter("t2s").convert(text))


def traditional(text: str) -> str:
    """Return Chinese in proper traditional characters; the simplified form in between undoes bad conversions.

    >>> traditional("修複關系")
    '修復關係'
    """
    return str(_converter("s2tw").convert(simplified(text)))


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
    hant = _pieces(text, bounds, traditional)
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


def _pieces(text: str, bounds: tuple[int, ...], convert: Callable[[str], str]) -> tuple[str, ...]:
    whole = convert(text)
    pairs = tuple(pairwise(bounds))
    if len(whole) == len(text):
        return tuple(whole[start:stop] for start, stop in pairs)
    return tuple(convert(text[start:stop]) for start, stop in pairs)
