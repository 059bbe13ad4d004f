"""The outline of a page: its lines, each with what it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.records import Block, Record
from detente.resources.layout import Layout
from detente.text.rules import decide

from .masthead import Known, is_masthead, outlet_in, path_in

SENTENCE_END = re.compile(r"[。!?…”’)】:;.]$|[。!?]")
FULL_STOP = re.compile(r"[。.][”’)]?$")
LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
QUOTED = re.compile("“[^”。]+”")
FULL_STOPS = ("。", "。”")
SENTENCES = 2  # more than a caption has
SHORTEST_PARAGRAPH = 40
FIRST_LINES = 4  # of a page, in which a path of sections may stand
LONGEST_BYLINE, SHORT = 120, 60
LATEST_STAMP = 7  # lines of a page among which the day of publication may stand


class Outline(Record, frozen=True):
    """The blocks of a page in order."""

    blocks: tuple[Block, ...]


class Line(Record, frozen=True):
    """A line under judgement: its folded words, those as published, and where it stands."""

    words: str
    shown: str
    number: int
    first_body: int
    last: int
    titled: bool
    layout: Layout
    is_outlet: Known


def _lines(folded: str) -> list[tuple[int, int]]:
    """Spans of the lines, without outer spaces, that hold anything."""
    return [match.span() for match in LINE.finditer(folded)]


def is_section(line: Line) -> str | None:
    if line.number > line.first_body or line.layout.meta.match(line.words):
        return None
    alone = not line.titled and line.number < line.first_body and line.layout.section_word.match(line.words)
    early = line.number < FIRST_LINES and not line.titled
    return "section" if alone or (early and path_in(line.shown, line.layout, line.is_outlet)) else None


def is_caption(line: Line) -> str | None:
    if len(line.words) > 200 or line.number == 0:
        return None
    lead = line.layout.caption_lead.match(line.words)
    return "caption" if lead or _has_credit(line.words, line.layout) else None


def _has_credit(words: str, layout: Layout) -> bool:
    """Whether a line ends with who made a picture; no line that ends a sentence does, nor a paragraph of some sentences behind which its agency stands."""
    told = words.count(FULL_STOPS[0]) >= SENTENCES
    return not words.endswith(FULL_STOPS) and not told and layout.credited.search(words) is not None


def is_boilerplate(line: Line) -> str | None:
    late = line.number > line.first_body and len(line.words) < 120
    return "boilerplate" if late and line.layout.boilerplate.match(line.words) else None


def is_meta(line: Line) -> str | None:
    dated = not line.titled and line.layout.dated_title.match(line.words)
    return "meta" if _in_head(line) and line.layout.meta.match(line.words) and not dated else None


def is_of_paper(line: Line) -> str | None:
    """The name of the paper above a title, or below it with who wrote it: Ana Ruiz, The Herald."""
    if line.number >= line.first_body or len(line.words) > LONGEST_BYLINE or FULL_STOP.search(line.words[-2:]):
        return None
    if line.titled:
        return "meta" if outlet_in(line.shown, line.is_outlet) else None
    if line.layout.dated_title.match(line.words):
        return None
    return "meta" if is_masthead(line.shown, line.layout, line.is_outlet) else None


def is_dated(line: Line) -> str | None:
    """A short line of the head with a date or a credit, or one a little below it that opens with its day or says it was published then."""
    if not line.titled or len(line.words) > LONGEST_BYLINE:
        return None
    day = line.layout.published.search(line.words)
    if len(line.words) < SHORT and _in_head(line):
        return "meta" if day or line.layout.credit.search(line.words) else None
    if day is None or line.number >= LATEST_STAMP or FULL_STOP.search(line.words[-2:]):
        return None
    opens = day.start() == 0 and len(line.words) < SHORT
    return "meta" if opens or line.layout.stamp.search(line.words, 0, day.start()) else None


def _in_head(line: Line) -> bool:
    """Whether a line stands before the article and is no sentence of it."""
    return line.number < line.first_body and len(line.words) <= 90 and not line.words.endswith("。")


def is_title(line: Line) -> str | None:
    early = line.number < max(line.first_body, 1) and line.number < line.last and not line.titled
    if not early or len(line.words) > line.layout.title_longest:
        return None
    spoken = line.words.endswith("。") or line.layout.turn.match(line.words)
    return None if spoken else "title"


def is_heading(line: Line) -> str | None:
    if line.number <= line.first_body or len(line.words) > line.layout.heading_longest:
        return None
    plain = not SENTENCE_END.search(line.words) or QUOTED.fullmatch(line.words)
    return "heading" if plain else None


def is_tail(line: Line) -> str | None:
    """A short last line without a sentence is what a portal leaves behind."""
    short = len(line.words) < 16 and not SENTENCE_END.search(line.words)
    return "boilerplate" if line.number == line.last > line.first_body and short else None


def is_body(line: Line) -> str | None:
    return "body"


RULES: tuple[Callable[[Line], str | None], ...] = (
    is_section, is_boilerplate, is_meta, is_caption, is_of_paper, is_dated, is_title, is_tail, is_heading, is_body,
)  # fmt: skip


def _first_body(lines: list[tuple[str, str]], layout: Layout, is_outlet: Known) -> int:
    """Number of the first line that is a paragraph: long, or a sentence under the title; of folded lines with the published ones."""
    above = 0  # lines that are of sections
    for number, (words, shown) in enumerate(lines):
        sentence = layout.turn.match(words) or (number and words.endswith(FULL_STOPS))
        ended = FULL_STOP if number == above else SENTENCE_END
        paragraph = sentence or (len(words) >= SHORTEST_PARAGRAPH and ended.search(words[-3:]))
        above += number == above and path_in(shown, layout, is_outlet) != ()
        if not paragraph or layout.meta.match(words):
            continue
        if len(words) >= 200 or not _has_credit(words, layout):
            return number
    return len(lines)


# What the lines of a web page that its marks leave open can be by their form; headings only where it marks none.
OPEN: tuple[Callable[[Line], str | None], ...] = (is_section, is_boilerplate, is_meta, is_caption, is_tail, is_body)
UNMARKED = (*OPEN[:-1], is_heading, is_body)


def outline(text: str, folded: str, layout: Layout, is_outlet: Known, known: tuple[Block, ...] = ()) -> Outline:
    """Judge every line of a page, or those of the `known` ones that are called body; `is_outlet` tells the names of outlets."""
    return _known_outline(text, folded, layout, is_outlet, known) if known else _outline(text, folded, layout, is_outlet)


def _outline(text: str, folded: str, layout: Layout, is_outlet: Known) -> Outline:
    spans = _lines(folded)
    lines = [(folded[start:stop], text[start:stop]) for start, stop in spans]
    first = _first_body(lines, layout, is_outlet)
    blocks: list[Block] = []
    titled = False
    for number, (start, stop) in enumerate(spans):
        line = Line(*lines[number], number, first, len(spans) - 1, titled, layout, is_outlet)
        kind, _ = decide(RULES, line)
        titled = titled or kind == "title"
        blocks.append(_block(kind or "body", start, stop, line))
    return Outline(tuple(blocks))


def _known_outline(text: str, folded: str, layout: Layout, is_outlet: Known, known: tuple[Block, ...]) -> Outline:
    lines = [(folded[block.start : block.stop], text[block.start : block.stop]) for block in known]
    first = _first_body(lines, layout, is_outlet)
    rules = OPEN if any(block.kind == "heading" for block in known) else UNMARKED
    blocks: list[Block] = []
    for number, block in enumerate(known):
        line = Line(*lines[number], number, first, len(known) - 1, True, layout, is_outlet)
        kind = decide(rules, line)[0] if block.kind == "body" else None
        blocks.append(_block(kind, block.start, block.stop, line) if kind and kind != "body" else block)
    return Outline(tuple(blocks))


def _block(kind: str, start: int, stop: int, line: Line) -> Block:
    """The block of a line; a heading's begins behind the mark before it."""
    mark = line.layout.heading_mark.match(line.words) if kind == "heading" else None
    return Block(kind, start + (mark.end() if mark else 0), stop)
