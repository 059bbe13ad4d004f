"""What of a document is compared: its paragraphs, without what each outlet puts around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.records import Document, Span
from detente.text.fold import fold

LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
ENDS_A_SENTENCE = re.compile("[。.!?\uff01\uff1f…][”’\"')\uff09】]*$")


def paragraphs(document: Document) -> tuple[Span, ...]:
    """Return where the paragraphs stand: from the first line on that ends a sentence.

    Titles, bylines, numbers of views, headings, captions and boilerplate are left out.
    """
    lines = tuple(_lines(document))
    ending = (i for i, line in enumerate(lines) if ENDS_A_SENTENCE.search(document.text, line.start, line.stop))
    return lines[next(ending, 0) :]


def folded_body(document: Document) -> str:
    """Return the paragraphs in simplified characters and small letters."""
    text = document.text
    return fold("\n".join([text[span.start : span.stop] for span in paragraphs(document)])).lower()


def _lines(document: Document) -> Iterator[Span]:
    """The lines of a text that the document does not know as something else."""
    captions = [(caption.start, caption.stop) for caption in document.captions]
    around = sorted([*captions, *((span.start, span.stop) for span in (*document.headings, *document.boilerplate))])
    for match in LINE.finditer(document.text):
        start, stop = match.span()
        while around and around[0][1] <= start:
            around.pop(0)
        within = around and around[0][0] < stop
        if not within and match.group() != document.title:
            yield Span(start, stop)
