"""Cells of a table of text: what a spreadsheet would run is defused."""

from __future__ import annotations

# A spreadsheet takes a text that begins with one of these for a formula; some leave out spaces before it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
QUOTE = "'"


def defused(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would run it; one that begins so already gets another.

    >>> defused("=1+1"), defused("'=1+1"), defused(" @x"), defused("'tis so")
    ("'=1+1", "''=1+1", "' @x", "'tis so")
    """
    bare = text.lstrip(QUOTE)
    return QUOTE + text if bare.startswith(FORMULA_STARTS) or bare.lstrip().startswith(FORMULA_STARTS) else text
