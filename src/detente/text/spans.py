"""Spans: half-open ranges of code points."""

from __future__ import annotations

OUTER = " \t\r\n\u3000“”‘’「」『』\"'.。,\uff0c;\uff1b:\uff1a!\uff01?\uff1f、…—-~·"
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
OPENING = {closing: opening for opening, closing in QUOTES.items()}


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """Shrink a span past outer punctuation and quotation marks, keeping marks that pair inside it.

    >>> text = "「我們願意對話。」"
    >>> start, stop = trim(text, 0, len(text)); text[start:stop]
    '我們願意對話'
    >>> text = "兩國有「共同利益」,"
    >>> start, stop = trim(text, 0, len(text)); text[start:stop]
    '兩國有「共同利益」'
    """
    whole = text[start:stop]
    first, last = stop - len(whole.lstrip(OUTER)), start + len(whole.rstrip(OUTER))
    if first >= last:
        return stop, stop
    if start < first:
        start = _first_kept(text, start, first, last, stop)
    return start, last if last == stop else _last_kept(text, start, last, stop)


def _first_kept(text: str, start: int, first: int, last: int, stop: int) -> int:
    """Return where a mark stands that opens around part of the span and closes inside it, or else `first`."""
    closings = dict.fromkeys(QUOTES.values(), start - 1)
    for at in range(start, first):
        closing = QUOTES.get(text[at])
        if closing is None:
            continue
        if closings[closing] < at:
            found = text.find(closing, at, stop)
            closings[closing] = stop if found < 0 else found
        if closings[closing] < last:
            return at
    return first


def _last_kept(text: str, start: int, last: int, stop: int) -> int:
    """Return the place behind a mark that closes what is opened inside the span, or else `last`."""
    openings = dict.fromkeys(OPENING.values(), stop)
    for at in range(stop - 1, last - 1, -1):
        opening = OPENING.get(text[at])
        if opening is None:
            continue
        if openings[opening] >= at:
            openings[opening] = text.rfind(opening, start, at)
        if openings[opening] > start:
            return at + 1
    return last


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset, counted from 1.

    >>> line_of("a\\nb\\nc", 4)
    3
    """
    return text.count("\n", 0, offset) + 1
