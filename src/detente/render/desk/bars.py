"""Numbers as bars: a name, a bar as long as its number, and a line from how few to how many there are likely to be.

Bars of one group are to one scale; each has its number beside it, so that groups that count other things are not compared by eye.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from detente.render.counted import with_bounds
from detente.render.plot import INK, QUIET, printed, sheet, write
from detente.render.width import clip, printable, wrap

from .shown import Shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE, MARGIN = 9.0, 0.35  # inches, as all that follows but cells and points
NAMES, ENDS = 3.25, 7.45  # where names end, and the longest line
GAP, TOP, LINE, HEAD = 0.12, 0.38, 0.17, 0.42
ROW, NOTED, THICK, CAP = 0.29, 0.43, 0.12, 0.045
NAME_CELLS, TITLE_CELLS, TOLD_CELLS, NOTE_CELLS = 36, 70, 142, 84
COLOUR, SHADE, THIN = "#2a5690", 0.5, 1.0  # the line of what is likely is seen on the bar


class Bar(NamedTuple):
    """A number by name, between which numbers it is likely to lie, and what stands below it."""

    name: str
    number: int
    bounds: tuple[int, int] | None = None
    note: str = ""


class Group(NamedTuple):
    """Bars to one scale, what they count, and how many more there are that are not drawn."""

    title: str
    bars: tuple[Bar, ...]
    more: int = 0


def group_of(title: str, bars: Iterable[Bar], most: int) -> Group:
    """Return the first bars as a group."""
    found = tuple(bars)
    return Group(title, found[:most], max(len(found) - most, 0))


def render_bars(title: str, told: Sequence[str], groups: Sequence[Group], shown: Shown, form: str) -> bytes:
    """Return the picture as `svg`, whose text is text, or as `png`: a title, what is told of it, and the groups that have bars."""
    return printed(lambda: _drawn(title, told, groups, shown), form, shown.ui)


def _drawn(title: str, told: Sequence[str], groups: Sequence[Group], shown: Shown) -> Figure:
    lines = [line for sentence in told for line in wrap(printable(sentence), TOLD_CELLS)]
    drawn = [group for group in groups if group.bars]
    rows = sum(HEAD + sum(map(_high, group.bars)) + (ROW if group.more else 0) for group in drawn) or HEAD
    start = TOP + LINE * len(lines) + 0.3
    figure, axes = sheet(WIDE, start + rows + MARGIN)
    write(axes, (WIDE / 2, TOP), clip(printable(title), TITLE_CELLS), 14, ha="center", weight="bold")
    for number, line in enumerate(lines, 1):
        write(axes, (WIDE / 2, TOP + 0.14 + LINE * number), line, 7.5, ha="center", color=QUIET)
    if not drawn:
        write(axes, (WIDE / 2, start + HEAD / 2), shown.words.text("desk.empty"), 11, ha="center", color=QUIET)
    for group in drawn:
        start = _draw_group(axes, group, start, shown)
    return figure


def _high(bar: Bar) -> float:
    return NOTED if bar.note else ROW


def _draw_group(axes: Axes, group: Group, start: float, shown: Shown) -> float:
    """Draw a group from a height on; return where it ends."""
    write(axes, (NAMES + GAP, start + HEAD * 0.62), printable(group.title), 8.5, weight="bold", color=QUIET)
    place = start + HEAD
    most = max(max(bar.number, *(bar.bounds or ())) if bar.bounds else bar.number for bar in group.bars)
    for bar in group.bars:
        _draw_bar(axes, bar, place + ROW / 2, (ENDS - NAMES - GAP) / most)
        place += _high(bar)
    if group.more:
        write(axes, (NAMES + GAP, place + ROW / 2), shown.words.count("more", group.more), 7.5, color=QUIET)
        place += ROW
    return place


def _draw_bar(axes: Axes, bar: Bar, middle: float, scale: float) -> None:
    from matplotlib.patches import Rectangle

    begin = NAMES + GAP
    write(axes, (NAMES, middle), clip(printable(bar.name), NAME_CELLS), 9, ha="right")
    axes.add_patch(Rectangle((begin, middle - THICK / 2), bar.number * scale, THICK, facecolor=COLOUR, alpha=SHADE, linewidth=0, zorder=1))
    low, high = (begin + each * scale for each in bar.bounds or (0, bar.number))
    if bar.bounds:
        axes.hlines(middle, low, high, color=INK, linewidth=THIN, zorder=2)
        axes.vlines((low, high), middle - CAP, middle + CAP, color=INK, linewidth=THIN, zorder=2)
    write(axes, (max(high, begin + bar.number * scale) + GAP, middle), with_bounds(bar.number, bar.bounds), 8, color=INK)
    if bar.note:
        write(axes, (begin, middle + LINE), clip(printable(bar.note), NOTE_CELLS), 7, color=QUIET)
