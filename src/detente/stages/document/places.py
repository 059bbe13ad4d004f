"""Where in a page a place of its text lies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from detente.records import Block, Span

from .outline import Outline


class Places:
    """Looks up the paragraph of a place and the heading over it."""

    def __init__(self, page: Outline) -> None:
        self._blocks = page.blocks
        self._starts = [block.start for block in page.blocks]
        self._headings = [Span(block.start, block.stop) for block in page.blocks if _is_heading(block)]
        self._heading_starts = [span.start for span in self._headings]

    def paragraph(self, offset: int) -> Span:
        """Return the block that a place lies in."""
        block = self._blocks[self._at(offset)]
        return Span(block.start, block.stop)

    def over(self, paragraph: Span) -> tuple[Span, ...]:
        """Return the nearest heading or title over a paragraph, or nothing."""
        over = bisect_left(self._heading_starts, paragraph.start)
        return tuple(self._headings[over - 1 : over]) if over else ()

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _is_heading(block: Block) -> bool:
    return block.kind in ("heading", "title")
