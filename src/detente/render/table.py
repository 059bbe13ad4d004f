"""The picture of a map drawn in characters."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Record

from .ink import Line, Piece, print_lines
from .interface import Interface, interface
from .picture import Group, Half, Row, picture_of, said
from .report import Report
from .summary import counts, dates, failure_lines, not_understood, read_documents, trust
from .sure import sure_of_map
from .tally import tally_of
from .width import centre, clip, left, right, width, wrap
from .words import cut

LEAST_WIDTH = 60
# From here on a row has room for words, sources and picture side by side.
ONE_LINE_FROM = 140
WIDEST_TOPIC = 28
COUNT = 3
STROKE = 5
# Documents named in the header; the rest are counted.
NAMED_DOCUMENTS = 3


class Frame(Record, frozen=True):
    """The columns of a table: `width` in all, `topic` in the middle, `words` and `sources` at either side."""

    width: int
    topic: int
    words: int
    sources: int
    one_line: bool


def render_table(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """Return the map as a table of `width` columns, what was read above, how far to trust it below."""
    groups = picture_of(report)
    words = interface(report.ui)
    frame = _frame(groups, max(width, LEAST_WIDTH))
    lines = (
        *_header(report, frame, words),
        *_body(groups, frame, words),
        *_footer(report, frame, words),
    )
    return print_lines(lines, colour=colour)


def _frame(groups: tuple[Group, ...], columns: int) -> Frame:
    labels = [width(row.label) for group in groups for row in group.rows]
    topic = min(max(labels, default=8), WIDEST_TOPIC)
    # An equal number of columns at either side of the topic.
    topic += (columns - topic) % 2
    side = (columns - topic) // 2 - COUNT - STROKE - 4
    if columns < ONE_LINE_FROM:
        return Frame(columns, topic, columns // 2 - 2, side, one_line=False)
    sources = side // 3
    return Frame(columns, topic, side - sources - 2, sources, one_line=True)


def _header(report: Report, frame: Frame, words: Interface) -> Iterator[Line]:
    first, second = (report.labels.party(party) for party in report.map.parties)
    when = dates(report)
    # A third for each, but a period of two dates takes what it needs as long as the parties keep a quarter.
    side = max(min(frame.width // 3, (frame.width - width(when)) // 2 - 1), frame.width // 4)
    yield (
        Piece(left(first, side), "left"),
        Piece(centre(when, frame.width - 2 * side), "strong"),
        Piece(right(second, side), "right"),
    )
    for sentence in (counts(report), *trust(report)):
        for part in wrap(sentence, frame.width):
            yield (Piece(centre(part, frame.width), "quiet"),)
    yield ()
    yield from _documents(report, frame, words)


def _documents(report: Report, frame: Frame, words: Interface) -> Iterator[Line]:
    label = words.text("map.read") + words.text("list.colon")
    indent = " " * width(label)
    number, named = tally_of(report).documents, read_documents(report, frame.width - width(label))
    for place, line in enumerate(named[: min(number, NAMED_DOCUMENTS)]):
        head = indent if place else label
        yield Piece(head, "quiet"), Piece(clip(line, frame.width - width(label)))
    if number > NAMED_DOCUMENTS:
        yield (Piece(indent + words.count("more", number - NAMED_DOCUMENTS), "quiet"),)


def _body(groups: tuple[Group, ...], frame: Frame, words: Interface) -> Iterator[Line]:
    if not groups:
        yield ()
        yield (Piece(centre(words.text("map.empty"), frame.width)),)
    for group in groups:
        yield ()
        yield (Piece(centre(group.heading.upper(), frame.width), "heading"),)
        for row in group.rows:
            yield from _row(row, group.relation, frame, words)


def _row(row: Row, relation: str, frame: Frame, words: Interface) -> Iterator[Line]:
    colours = SHARED.get(relation, ("left", "right"))
    middle = (
        Piece(right(_count(row.left), COUNT) + " ", "quiet"),
        Piece(right(stroke(row.left), STROKE), colours[0]),
        Piece(" " + centre(row.label, frame.topic) + " ", "strong"),
        Piece(left(stroke(row.right)[::-1].translate(MIRROR), STROKE), colours[1]),
        Piece(" " + left(_count(row.right), COUNT), "quiet"),
    )
    first, second = (_sources(half, frame.sources, words) for half in (row.left, row.right))
    one, two = (_words(half, frame.words, words) for half in (row.left, row.right))
    if frame.one_line:
        yield (
            Piece(left(one, frame.words) + "  "),
            Piece(right(first, frame.sources) + " ", "quiet"),
            *middle,
            Piece(" " + left(second, frame.sources), "quiet"),
            Piece("  " + right(two, frame.words)),
        )
        return
    yield (
        Piece(right(first, frame.sources) + " ", "quiet"),
        *middle,
        Piece(" " + left(second, frame.sources), "quiet"),
    )
    if one or two:
        gap = frame.width - 2 * frame.words
        yield (Piece(left(one, frame.words) + " " * gap + right(two, frame.words)),)


SHARED = {"common-ground": ("both", "both"), "mixed": ("mixed", "mixed")}
MIRROR = str.maketrans("◀▶◁▷", "▶◀▷◁")


def stroke(half: Half) -> str:
    """Return the line of the left half, from the margin to the topic; the right half is its mirror image.

    >>> from detente.render.picture import Half
    >>> stroke(Half("RU", "Russia", "dot", False, "", 3, None, ()))
    '━━━●'
    """
    if half.shape == "none":
        return ""
    if half.shape == "ring":
        return "○"
    if half.shape == "dotted":
        return "┄┄○"
    body = ("═" if half.hollow else "━") * _length(half.statements)
    solid, hollow = MARKS[half.shape]
    mark = hollow if half.hollow else solid
    return mark + body if half.shape == "arrow" else body + mark


MARKS = {"dot": ("●", "○"), "diamond": ("◆", "◇"), "arrow": ("◀", "◁")}


def _length(statements: int) -> int:
    """Return the length that stands for a number of statements: 2 up to two, 3 up to six, 4 above."""
    return 2 + (statements > 2) + (statements > 6)


def _count(half: Half) -> str:
    return str(half.statements) if half.statements else ""


def _sources(half: Half, cells: int, words: Interface) -> str:
    """Return the names that fit and how many more there are."""
    names = half.sources if half.statements or half.hollow else ()
    for shown in range(min(len(names), cells), 0, -1):
        rest = f" +{len(names) - shown}" if shown < len(names) else ""
        listed = words.text("list.comma").join(names[:shown]) + rest
        if width(listed) <= cells:
            return listed
    return clip(names[0], cells) if names else ""


def _words(half: Half, cells: int, words: Interface) -> str:
    """Return a half's words, cut so that the one on whose word they rest stays in sight."""
    around = width(said(half, words, "…")) - 1
    return said(half, words, cut(half.words, cells - around) if half.words else "")


def _footer(report: Report, frame: Frame, words: Interface) -> Iterator[Line]:
    colon, semicolon = words.text("list.colon"), words.text("list.semicolon")
    yield ()
    sentences = [words.text("map.trust") + colon + semicolon.join(trust(report)) + words.text("list.stop")]
    sentences.extend(filter(None, (sure_of_map(report, words), words.text("map.absence"))))
    if unknown := not_understood(report):
        sentences.append(words.text("map.not_understood") + colon + semicolon.join(unknown))
    failed = tuple(words.text("map.failed") + colon + line for line in failure_lines(report))
    for sentence in (*sentences, *failed):
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, frame.width))
