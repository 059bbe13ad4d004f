"""Pieces of text with a style, joined to plain lines or, in colour, to a terminal's codes."""

from __future__ import annotations

from io import StringIO

from detente.records import Record

# The styles of a terminal: colour only repeats what shapes and words say.
STYLES = {
    "left": "red",
    "right": "blue",
    "both": "green",
    "mixed": "yellow",
    "quiet": "dim",
    "strong": "bold",
    "heading": "bold dim",
    "plain": "",
}


class Piece(Record, frozen=True):
    """A piece of a line and its style, a key of `STYLES`."""

    text: str
    style: str = "plain"


Line = tuple[Piece, ...]


def print_lines(lines: tuple[Line, ...], *, colour: bool) -> str:
    """Return the lines as one text that ends in a line end.

    >>> print_lines(((Piece("a "), Piece("b", "strong")), (Piece("c  "),)), colour=False)
    'a b\\nc\\n'
    """
    if colour:
        return _coloured(lines)
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def _coloured(lines: tuple[Line, ...]) -> str:
    # Loaded only here: plain output must not wait for it.
    from rich.console import Console
    from rich.text import Text

    paper = StringIO()
    console = Console(
        file=paper,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        width=10_000,
        _environ={},
    )
    for line in lines:
        text = Text(end="")
        for piece in line:
            text.append(piece.text, STYLES[piece.style])
        text.rstrip()
        console.print(text, soft_wrap=True, highlight=False)
    return paper.getvalue()
