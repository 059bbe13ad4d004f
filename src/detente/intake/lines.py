"""Tree → lines: each with what its mark-up says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from lxml import etree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "item", "li", "list", "main", "ol", "p", "pre", "quote", "row",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "br", "lb",
}  # fmt: skip
CELLS = frozenset({"td", "th", "cell"})
# Signs set before what a line's mark-up tells, so that it comes through the extraction; no article has them.
CAPTION, CREDIT, HEADING, LEADS = "\u2e0e", "\u2e0f", "\u2e10", "\u2e11"
SIGNS = re.compile(f"[{CAPTION}{CREDIT}{HEADING}{LEADS}]")

_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|big|cite|em|font|i|ins|mark|small|span|strong|sub|sup|time|tt|u)(?:\s[^>]*)?>")
_TAG = re.compile("<[^>]*>")
_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]")
# A line end in the source between two characters of Chinese or Japanese is no space.
_BROKEN = re.compile("(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\\s*(?=[\u2e80-\u9fff\uff00-\uffef])")


class Line(NamedTuple):
    """A line of a page: heading, caption or body; `credit` names who made the picture of a caption."""

    kind: str
    words: str
    credit: str | None = None


def tidy(words: str) -> str:
    """Return words on one line, as a browser shows them.

    >>> tidy("  外长\\n  说  yes\\n no ")
    '外长说 yes no'
    """
    if not words.isascii():
        words = _BROKEN.sub("", _INVISIBLE.sub("", words)) if "\n" in words or "\r" in words else _INVISIBLE.sub("", words)
    return " ".join(words.split())


def lines_of(tree: etree._Element) -> Iterator[Line]:
    """Yield the lines of a tree in reading order."""
    pieces: list[str] = []
    heads = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in BLOCKS:
            if line := _line(pieces, heads > 0):
                yield line
            pieces.clear()
            heads += (tag in HEADINGS) * (1 if event == "start" else -1)
        elif tag in CELLS:
            pieces.append(" ")
        text = element.text if event == "start" else element.tail if element is not tree else None
        if text:
            pieces.append(text)
    if line := _line(pieces, heads > 0):
        yield line


def lines_seen(tree: etree._Element) -> list[str]:
    """Return the words of every line of a tree, faster than with what they are."""
    markup = _INLINE_TAG.sub("", etree.tostring(tree, encoding="unicode", method="html"))
    pieces = (piece for piece in _TAG.split(markup) if not piece.isspace())
    return [words for piece in pieces if any(map(str.isalnum, words := tidy(unescape(piece))))]


def _line(pieces: list[str], in_heading: bool) -> Line | None:
    """The line of the pieces of text between two ends of blocks."""
    if not (words := tidy("".join(pieces))):
        return None
    bare = SIGNS.sub("", words).strip()
    if LEADS in words or not any(map(str.isalnum, bare)):
        return None
    if words.startswith(CAPTION):
        shown, _, credit = words[1:].partition(CREDIT)
        return Line("caption", SIGNS.sub("", shown).strip(), SIGNS.sub("", credit).strip() or None)
    return Line("heading" if in_heading or words.startswith(HEADING) else "body", bare)
