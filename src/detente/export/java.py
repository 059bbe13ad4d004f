"""Texts as Java holds them: offsets count units of UTF-16, and every line ends in one line feed."""

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
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and "\r" not in text:
        return shown, range(len(text) + 1)
    after = (*text[1:], "")
    widths = (0 if one + two == "\r\n" else 2 if ord(one) >= FIRST_OF_TWO else 1 for one, two in zip(text, after, strict=True))
    return shown, [0, *accumulate(widths)]
