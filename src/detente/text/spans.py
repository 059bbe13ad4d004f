"""Spans: half-open ranges of code points."""

from __future__ import annotations

OUTER = " \t\r\n\u3000“”‘’「」『』\"'.。,\uff0c;\uff1b:\uff1a!\uff01?\uff1f、…—-~·"
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """Shrink a span past outer punctuation and quotation marks, keeping marks that pair inside it.

    >>> text = "「我們願意對話。」"
    >>> start, stop = trim(text, 0, len(text)); text[start:stop]
    '我們願意對話'
    >>> text = "兩國有「共同利益」,"
    >>> start, stop = trim(text, 0, len(text)); text[start:stop]
    '兩國有「共同利益」'
    """
    while start < stop and text[start] in OUTER and not _opens_inside(text, start, stop):
        start += 1
    while start < stop and text[stop - 1] in OUTER and not _closes_inside(text, start, stop):
        stop -= 1
    return start, stop


def _opens_inside(text: str, start: int, stop: int) -> bool:
    closing = QUOTES.get(text[start])
    if closing is None:
        return False
    at = text.find(closing, start, stop)
    return at != -1 and at < stop - 1 and any(c not in OUTER for c in text[at:stop])


def _closes_inside(text: str, start: int, stop: int) -> bool:
    last = text[stop - 1]
    opening = next((o for o, c in QUOTES.items() if c == last), None)
    if opening is None:
        return False
    at = text.rfind(opening, start, stop)
    return at > start


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset, counted from 1.

    >>> line_of("a\\nb\\nc", 4)
    3
    """
    return text.count("\n", 0, offset) + 1
