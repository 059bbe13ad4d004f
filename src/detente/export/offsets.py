"""Texts as other programs hold them: every line ends in one line feed, and Java counts units of UTF-16."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

FIRST_OF_TWO = 0x10000  # from here on a sign takes two units


def java_text(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as Java's editors show it, and for every offset of the text given the one there.

    >>> text, offsets = java_text("a\\U0001f41fb\\r\\nc")
    >>> text, list(offsets)
    ('a🐟b\\nc', [0, 1, 3, 4, 4, 5, 6])
    """
    return _plain(text, 2)


def plain_text(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with plain line ends, and for every offset of the text given the one there, in code points.

    >>> list(plain_text("a\\U0001f41f\\r\\nc")[1])
    [0, 1, 2, 2, 3, 4]
    """
    return _plain(text, 1)


def _plain(text: str, widest: int) -> tuple[str, Sequence[int]]:
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\r" not in text and (text.isascii() or widest == 1):
        return shown, range(len(text) + 1)
    after = (*text[1:], "")
    widths = (0 if one + two == "\r\n" else widest if ord(one) >= FIRST_OF_TWO else 1 for one, two in zip(text, after, strict=True))
    return shown, [0, *accumulate(widths)]
