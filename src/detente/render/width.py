"""Display width: a Chinese character takes two cells of a terminal, a combining mark none."""

from __future__ import annotations

import unicodedata
from functools import cache

from rich.cells import cell_len

from .marks import marks

# Pinned, because the table would otherwise follow an environment variable and the bytes with it.
UNICODE = "latest"


@cache
def _hidden(character: str) -> bool:
    """Tell whether a character would act on the terminal or reorder the line instead of being shown."""
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def printable(text: str) -> str:
    """Return the text as one line that cannot steer a terminal; white space and controls become one space.

    >>> printable("a\\x1b[31m  b\\n")
    'a [31m b'
    """
    shown = text if text.isprintable() else "".join(" " if _hidden(character) else character for character in text)
    return " ".join(shown.split())


def width(text: str) -> int:
    """Return the number of terminal cells of a text.

    >>> width("俄US")
    4
    """
    return cell_len(text, UNICODE)


def take(text: str, cells: int) -> str:
    """Return the longest beginning of a text that fits.

    >>> take("俄羅斯", 5)
    '俄羅'
    """
    used = 0
    for place, character in enumerate(text):
        used += width(character)
        if used > cells:
            return text[:place]
    return text


def clip(text: str, cells: int) -> str:
    """Return the text, or its beginning and … where it is too wide.

    >>> clip("俄羅斯", 5)
    '俄羅…'
    """
    if width(text) <= cells:
        return text
    return take(text, cells - 1).rstrip() + "…" if cells > 0 else ""


def clip_start(text: str, cells: int) -> str:
    """Return the text, or … and its end where it is too wide: of a path the end tells more.

    >>> clip_start("meetings/athens/gr.txt", 15)
    '…/athens/gr.txt'
    """
    if width(text) <= cells:
        return text
    return "…" + take(text[::-1], cells - 1)[::-1].lstrip() if cells > 0 else ""


def left(text: str, cells: int) -> str:
    """Return the text at the left of a field of `cells`."""
    shown = clip(text, cells)
    return shown + " " * (cells - width(shown))


def right(text: str, cells: int) -> str:
    """Return the text at the right of a field of `cells`."""
    shown = clip(text, cells)
    return " " * (cells - width(shown)) + shown


def centre(text: str, cells: int) -> str:
    """Return the text in the middle of a field of `cells`; an odd cell goes to the right.

    >>> centre("美", 5)
    ' 美  '
    """
    shown = clip(text, cells)
    spare = cells - width(shown)
    return " " * (spare // 2) + shown + " " * (spare - spare // 2)


def wrap(text: str, cells: int) -> tuple[str, ...]:
    """Return the text in lines of at most `cells`, broken at spaces or between Chinese characters.

    >>> wrap("one two three", 8), wrap("one two\u201d", 7)
    (('one two', 'three'), ('one', 'two\u201d'))
    """
    lines: list[str] = []
    rest = text.strip()
    while width(rest) > cells:
        head = take(rest, cells) or rest[:1]
        head = _whole_words(head, rest)
        lines.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return (*lines, rest) if rest else tuple(lines)


def _whole_words(head: str, text: str) -> str:
    """Move a word that the line's end would cut to the next line, as long as something stays."""
    following = text[len(head) : len(head) + 1]
    forbidden = marks().no_line_start
    if not following or following == " " or (width(following) == 2 and following not in forbidden):
        return head
    if following in forbidden and width(head[-1:]) == 2:
        return head[:-1] if len(head) > 1 else head
    space = head.rfind(" ")
    wide = max((place for place, character in enumerate(head) if width(character) == 2), default=-1)
    cut = max(space, wide) + 1
    return head[:cut] if cut > 0 else head
