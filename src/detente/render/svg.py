"""The picture of a map as SVG, with real text that can be selected, searched and read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.records import Record

from .interface import Interface, asset, interface
from .layout import BOLD, PHONE, WIDE, Layout, cells_in, fitted
from .picture import Group, Half, Row, halves, picture_of, said
from .report import Report
from .scripts import script_attributes, written
from .shapes import draw_half
from .summary import counts, dates, trust
from .width import clip, printable, width, wrap
from .words import cut

HEADING, BOTTOM = 36, 26


class Pen(Record, frozen=True):
    """How to draw: measures, the interface's words, and whether cells can be pressed and scripts switched."""

    layout: Layout
    words: Interface
    live: bool


def render_svg(report: Report, *, standalone: bool = True, phone: bool = False) -> str:
    """Return the picture; alone it carries its style, inside a page its cells can be focused and pressed."""
    groups = picture_of(report)
    labels = tuple(printable(row.label) for group in groups for row in group.rows)
    pen = Pen(fitted(PHONE if phone else WIDE, labels), interface(report.ui), not standalone)
    head, top = _head(report, pen)
    body, height = _body(groups, pen, top)
    return _wrapped(report, pen, round(height + BOTTOM), head + body)


def cell_label(row: Row, relation: str, words: Interface) -> str:
    """Return a cell as a sentence for those who hear it."""
    first, second = (_side_label(half, words) for half in halves(row))
    return words.text("picture.cell", topic=row.label, relation=relation, left=first, right=second)


def _wrapped(report: Report, pen: Pen, height: int, inside: str) -> str:
    left, right = (report.labels.party(party) for party in report.map.parties)
    title = escape(pen.words.text("map.title", left=left, right=right))
    about = escape(pen.words.text("picture.describe", left=left, right=right))
    name = f"picture-{pen.layout.width}"
    box = f'viewBox="0 0 {pen.layout.width} {height}"'
    alone = f' xmlns="http://www.w3.org/2000/svg" width="{pen.layout.width}" height="{height}" role="img"'
    kind = ' role="group"' if pen.live else alone
    style = "" if pen.live else f"<style>{asset('picture.css')}</style>"
    return (
        f'<svg class="picture" {box}{kind} lang="{pen.words.ui}"'
        f' aria-labelledby="{name}-title" aria-describedby="{name}-about">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-about">{about}</desc>{style}'
        f'<rect class="paper" width="100%" height="100%"/>{inside}</svg>'
    )


def _text(content: str, at: tuple[float, float], size: float, style: str, anchor: str, more: str = "") -> str:
    if not content:
        return ""
    place = f'x="{at[0]:g}" y="{at[1]:g}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text class="{style}" {place}{more}>{escape(content)}</text>'


def _head(report: Report, pen: Pen) -> tuple[str, float]:
    layout = pen.layout
    left, right = (printable(report.labels.party(party)) for party in report.map.parties)
    edge, size = layout.width - layout.margin, layout.party_size
    room = layout.centre - layout.margin - (8 if layout.words_below else 150)
    y = 66.0 if layout.words_below else 36.0
    parts = [
        _text(clip(left, cells_in(room, left, size)), (layout.margin, 40), size, "party left", "start"),
        _text(clip(right, cells_in(room, right, size)), (edge, 40), size, "party right", "end"),
        _text(dates(report), (layout.centre, y), layout.size + 1, "when", "middle"),
    ]
    for sentence in _notes(report, pen):
        y += 20
        parts.append(_text(sentence, (layout.centre, y), layout.small, "note", "middle"))
    return "".join(parts), y + (20 if layout.words_below else 26)


def _notes(report: Report, pen: Pen) -> Iterator[str]:
    layout = pen.layout
    sentences = (counts(report), *trust(report))
    if not layout.words_below:
        sentences = (pen.words.text("list.dot").join(sentences[:2]), *sentences[2:])
    for sentence in sentences:
        yield from wrap(sentence, cells_in(layout.width - 2 * layout.margin, sentence, layout.small))


def _body(groups: tuple[Group, ...], pen: Pen, y: float) -> tuple[str, float]:
    layout = pen.layout
    if not groups:
        lines = wrap(pen.words.text("map.empty"), int(layout.width / 8))
        drawn = (
            _text(line, (layout.centre, y + 40 + 20 * place), layout.size, "note", "middle")
            for place, line in enumerate(lines)
        )
        return "".join(drawn), y + 60
    parts = []
    for group in groups:
        y += HEADING
        parts.append(_text(group.heading.upper(), (layout.centre, y), layout.small - 1, "group", "middle"))
        y += layout.line_height
        for row in group.rows:
            parts.append(_cell(row, group, pen, y))
            y += _row_height(row, layout)
        y -= layout.line_height - 2
    return "".join(parts), y


def _row_height(row: Row, layout: Layout) -> int:
    spoken = any(half.words or half.per for half in halves(row))
    return layout.row if spoken else layout.line_height


def _cell(row: Row, group: Group, pen: Pen, y: float) -> str:
    label = escape(cell_label(row, group.heading, pen.words))
    press = ' role="button" tabindex="0"' if pen.live else ' role="group"'
    topic = f' data-topic="{escape(row.cell.topic)}"' if pen.live else ""
    return (
        f'<g class="cell {group.relation}"{press}{topic} aria-label="{label}"><title>{label}</title>'
        f"{_hit(row, pen.layout, y)}{_topic(row, pen.layout, y)}"
        f"{_half(row.left, pen, y, -1)}{_half(row.right, pen, y, 1)}</g>"
    )


def _hit(row: Row, layout: Layout, y: float) -> str:
    inset = layout.margin / 2
    size = f'width="{layout.width - 2 * inset:g}" height="{_row_height(row, layout) - 2}"'
    return f'<rect class="hit" x="{inset:g}" y="{y - 21:g}" {size} rx="6"/>'


def _topic(row: Row, layout: Layout, y: float) -> str:
    label = printable(row.label)
    cells = cells_in(2 * layout.topic - 20, label, layout.size * BOLD)
    return _text(clip(label, cells), (layout.centre, y), layout.size, "topic", "middle")


def _half(half: Half, pen: Pen, y: float, direction: int) -> str:
    layout = pen.layout
    mark = draw_half(half, layout, y - 5, direction)
    style = f"stroke {'left' if direction < 0 else 'right'}{' hollow' if half.hollow else ''}"
    drawn = f'<g class="{style}">{mark}</g>' if mark else ""
    at = (layout.centre + direction * (layout.line + layout.count_gap), y)
    count = str(half.statements) if half.statements else ""
    anchor = "end" if direction < 0 else "start"
    return drawn + _text(count, at, layout.small - 1, "count", anchor) + _words(half, pen, y, direction)


def _words(half: Half, pen: Pen, y: float, direction: int) -> str:
    layout = pen.layout
    x = layout.margin if direction < 0 else layout.width - layout.margin
    anchor = "start" if direction < 0 else "end"
    if not layout.words_below:
        shown = _shown(half, pen.words, layout.words, layout.size)
        return _text(shown, (x, y), layout.size, "words", anchor, _switch(shown, pen))
    size = layout.small + 0.5
    return "".join(
        _text(line, (x, y + 22 + 17 * place), size, "words", anchor, _switch(line, pen))
        for place, line in enumerate(_two_lines(half, pen, size))
    )


def _two_lines(half: Half, pen: Pen, size: float) -> tuple[str, ...]:
    """A half's words in two lines, cut further where words do not fill the first, so that what is left out shows as …."""
    lines: tuple[str, ...] = ()
    for share in (1.8, 1.6, 1.4, 1.2, 1.0):
        shown = _shown(half, pen.words, pen.layout.words * share, size)
        lines = wrap(shown, cells_in(pen.layout.words, shown, size))
        if len(lines) <= 2:
            break
    return lines[:2]


def _switch(shown: str, pen: Pen) -> str:
    return script_attributes(written(shown)[0]) if pen.live and shown else ""


def _shown(half: Half, words: Interface, room: float, size: float) -> str:
    """Return a half's words, cut so that the one on whose word they rest stays in sight."""
    whole = said(half, words, half.words)
    around = width(said(half, words, "…")) - 1
    # The … of a cut takes as much room as a Chinese character.
    cells = cells_in(room, whole, size) - around - 1
    return said(half, words, cut(half.words, cells) if half.words else "")


def _side_label(half: Half, words: Interface) -> str:
    if half.shape == "ring" or not (half.statements or half.hollow):
        return words.text("picture.silent", party=half.label)
    number = words.count("statements", half.statements)
    key = "picture.side_words" if half.words else "picture.side"
    label = words.text(key, party=half.label, statements=number, words=half.words)
    sources = (words.text("picture.sources", sources=words.both(half.sources)),) if half.sources else ()
    per = (words.text("map.per", who=half.per),) if half.hollow and half.per else ()
    return words.text("list.semicolon").join((label, *per, *sources))
