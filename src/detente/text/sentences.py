"""Where sentences end in a paragraph of a folded text, by its marks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.records import Span

ENDS = re.compile("[。!?\uff01\uff1f]+[”’」』\"]*|[.!?]+[”’»\"]*(?=\\s+[\"“«‘—–-]?\\s?[A-ZА-ЯЁ0-9«“])")
# An initial, a title before a name or a shortened month ends no sentence.
ABBREVIATED = re.compile(
    r"(?:\b[A-ZА-Я]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|Prof|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|им|г|ул|тыс|млн|млрд))\.$"
)


def sentences_in(folded: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the sentences between two places, with the mark that ends each.

    >>> text = "Mr. Bat met J. Serikov on Jan. 6. They agreed."
    >>> [text[each.start : each.stop] for each in sentences_in(text, 0, len(text))]
    ['Mr. Bat met J. Serikov on Jan. 6.', ' They agreed.']
    """
    for end in ENDS.finditer(folded, start, stop):
        if not ABBREVIATED.search(folded, start, end.end()):
            yield Span(start, end.end())
            start = end.end()
    if folded[start:stop].strip():
        yield Span(start, stop)
