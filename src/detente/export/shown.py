"""How much of an article's text is shown, in place: what is not is hidden sign by sign, so that all offsets hold.

Whoever has the text (its hash is exported) can put it there again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.records import Span
from detente.store import Chosen

from .contents import FULL, NONE, Contents

HIDDEN = "\u2591"
# Line ends stay; so do signs that take two units of UTF-16, and would take one hidden: offsets hold in both ways of counting.
HIDES = re.compile("[^\r\n\U00010000-\U0010ffff]")


def shown_text(chosen: Chosen, contents: Contents, spans: Iterable[Span]) -> str:
    """Return an article's text with what of it is shown: all, the given spans, or nothing."""
    text = chosen.reading.document.text
    return text if contents.text == FULL else hidden_but(text, () if contents.text == NONE else spans)


def hidden_but(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length in which only spans are shown.

    >>> hidden_but("He left.\\nNo.", [Span(3, 7)])
    '\u2591\u2591\u2591left\u2591\\n\u2591\u2591\u2591'
    """
    parts, last = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        parts.append(HIDES.sub(HIDDEN, text[last : max(last, span.start)]))
        parts.append(text[max(last, span.start) : span.stop])
        last = max(last, span.stop)
    return "".join((*parts, HIDES.sub(HIDDEN, text[last:])))
