"""Where the parts of the drawn picture stand, on a wide screen or paper and on a phone."""

from __future__ import annotations

import msgspec

from detente.records import Record

from .width import width


class Layout(Record, frozen=True):
    """Measures in pixels.

    `topic` and `line` are half-widths from the middle; `words_below` puts the words under a row.
    """

    width: int
    margin: int
    topic: int
    line: int
    words: int
    row: int
    line_height: int
    count_gap: int
    words_below: bool
    size: int
    small: int
    party_size: int

    @property
    def centre(self) -> float:
        """Return the middle, where the topics stand."""
        return self.width / 2


WIDE = Layout(
    width=1180,
    margin=40,
    topic=96,
    line=212,
    words=300,
    row=34,
    line_height=34,
    count_gap=10,
    words_below=False,
    size=14,
    small=12,
    party_size=22,
)
PHONE = Layout(
    width=390,
    margin=14,
    topic=80,
    line=158,
    words=172,
    row=74,
    line_height=32,
    count_gap=6,
    words_below=True,
    size=14,
    small=12,
    party_size=19,
)

# Shares of the size: a Latin letter is half as wide as high, a Cyrillic one wider, a Chinese one square.
LATIN, CYRILLIC, SQUARE = 0.52, 0.58, 1.0
# Narrow by the tables, but drawn square by Chinese typefaces.
DRAWN_SQUARE = frozenset("…“”‘’—·")
BOLD = 1.06
WIDEST_TOPIC, TOPIC_GAP = 132, 14


def pixels(text: str, size: float) -> float:
    """Return about how wide a text is when set at `size` pixels."""
    chinese = any(width(character) == 2 for character in text)
    return size * sum(_share(character, chinese=chinese) for character in text)


def cells_in(room: float, text: str, size: float) -> int:
    """Return how many cells of this text fit in `room` pixels."""
    cells = width(text)
    return int(room / (pixels(text, size) / cells)) if cells else 0


def fitted(layout: Layout, labels: tuple[str, ...]) -> Layout:
    """Return the layout with the topics' column as wide as its labels ask for, within the page's limits."""
    widest = max((pixels(label, layout.size) * BOLD for label in labels), default=0.0)
    most = layout.line - 36 if layout.words_below else WIDEST_TOPIC
    topic = round(min(max(layout.topic, widest / 2 + TOPIC_GAP), most))
    line = layout.line if layout.words_below else topic + layout.line - layout.topic
    words = layout.words - (line - layout.line)
    return msgspec.structs.replace(layout, topic=topic, line=line, words=words)


def _share(character: str, *, chinese: bool) -> float:
    if width(character) == 2 or (chinese and character in DRAWN_SQUARE):
        return SQUARE
    return (CYRILLIC if "\u0400" <= character <= "\u04ff" else LATIN) * width(character)
