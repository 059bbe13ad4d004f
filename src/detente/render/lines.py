"""The lines of an article: what each one is, and which paragraph a citation names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.records import Caption, Document, Record, Span

from .marks import marks

# What may be left of a line of section, date, credit or views once the known parts are taken away.
LEAST_LEFT = 12
HEAD = 8  # lines in which a head may go on below the title
PARTS = re.compile(r"\s*[|,/\xb7\u2013\u2014]\s*")
LETTERS = re.compile(r"[^\W\d_]")
NUMBER = re.compile(r"\d+")


class Line(Record, frozen=True):
    """A line or paragraph of a document's text, without its line end.

    `kind` is section, title, meta, heading, caption, boilerplate or paragraph; `number` counts lines of the
    text and `paragraph` counts paragraphs, both from 1.
    """

    start: int
    stop: int
    kind: str
    number: int
    paragraph: int | None


# A page cites every statement of a document in turn: its lines are found once.
@lru_cache(maxsize=2)
def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document that hold anything, in order."""
    found: list[Line] = []
    raw = tuple(_raw_lines(document.text))
    shortest = max((stop - start for start, stop, _ in raw), default=0) / 2  # of a line that is broken to fit a page
    last = 0
    for start, stop, number in raw:
        kind = _kind(document, start, stop, body_begun=_body_begun(found) and number > HEAD)
        is_broken, last = last >= shortest, stop - start
        if kind == "paragraph" and found and is_broken and _continues(document, found[-1], start):
            found[-1] = Line(found[-1].start, stop, kind, found[-1].number, found[-1].paragraph)
        else:
            found.append(Line(start, stop, kind, number, None))
    return tuple(_numbered(found))


def line_at(lines: tuple[Line, ...], offset: int) -> Line | None:
    """Return the line that holds an offset."""
    place = bisect_right(lines, offset, key=_start) - 1
    return lines[place] if place >= 0 else None


def _start(line: Line) -> int:
    return line.start


def _raw_lines(text: str) -> Iterator[tuple[int, int, int]]:
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.strip():
            yield start, start + len(raw.rstrip("\r")), number
        start += len(raw) + 1


def _numbered(lines: list[Line]) -> Iterator[Line]:
    paragraph = 0
    for line in lines:
        if line.kind != "paragraph":
            yield line
            continue
        paragraph += 1
        yield Line(line.start, line.stop, line.kind, line.number, paragraph)


def _body_begun(found: list[Line]) -> bool:
    return any(line.kind in ("paragraph", "heading") for line in found[-3:])


def _kind(document: Document, start: int, stop: int, *, body_begun: bool) -> str:
    spans: dict[str, Sequence[Span | Caption]] = {
        "heading": document.headings,
        "caption": document.captions,
        "boilerplate": document.boilerplate,
    }
    for kind, members in spans.items():
        if any(span.start < stop and start < span.stop for span in members):
            return kind
    return "paragraph" if body_begun else _head_kind(document, document.text[start:stop].strip())


def _head_kind(document: Document, line: str) -> str:
    """Tell the parts of an article's head, each by the field it repeats."""
    if line == document.title:
        return "title"
    if document.section and _rest(line, document.section) <= LEAST_LEFT and document.section[-1] in line:
        return "section"
    known = tuple(part for part in (document.credit, document.outlet) if part)
    if NUMBER.search(line) and _rest(line, known) <= LEAST_LEFT:
        return "meta"
    byline = not set(known).isdisjoint(PARTS.split(line)) and line[-1] not in marks().sentence_end
    return "meta" if byline or (any(part in line for part in known) and _rest(line, known) <= LEAST_LEFT) else "paragraph"


def _rest(line: str, parts: tuple[str, ...]) -> int:
    """Count the letters of a line that none of the parts accounts for."""
    for part in sorted(parts, key=len, reverse=True):
        line = line.replace(part, " ", 1)
    return len(LETTERS.findall(line))


def _continues(document: Document, last: Line, start: int) -> bool:
    """Tell whether a line goes on with a paragraph that was broken to fit a page."""
    text = document.text
    if last.kind != "paragraph" or document.language.startswith("zh") or "\n" in text[last.stop : start - 1]:
        return False
    ending = text[last.start : last.stop].rstrip().rstrip("".join(pair[1] for pair in marks().pairs) + '"')
    return bool(ending) and ending[-1] not in marks().sentence_end and text[start : start + 1].strip() != ""
