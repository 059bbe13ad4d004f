"""A matrix as PNG, drawn by matplotlib in the same places as the SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.render.plot import INK, QUIET, printed

from .drawing import Label, Mark, drawing_of
from .picture import corners
from .shown import Phased

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = {"left": "#a93a29", "right": "#2a5690", "both": "#25704f", "mixed": "#7d5a12", "faint": "#a5a49d", "ink": INK, "quiet": QUIET, "strong": INK}
ANCHORS = {"start": "left", "middle": "center", "end": "right"}
POINTS = 0.72  # of a point in a pixel, at 100 pixels an inch


def render_png(shown: Phased) -> bytes:
    """Return the picture."""
    return printed(lambda: _drawn(shown), "png", shown.ui)


def _drawn(shown: Phased) -> Figure:
    from matplotlib.figure import Figure

    drawing = drawing_of(shown)
    figure = Figure(figsize=(drawing.width / 100, drawing.height / 100))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, drawing.width), ylim=(drawing.height, 0))
    axes.set_axis_off()
    for mark in (mark for cell in drawing.cells for mark in cell.marks):
        _draw(axes, mark)
    for label in (*drawing.labels, *(label for cell in drawing.cells for label in cell.labels)):
        _write(axes, label)
    return figure


def _draw(axes: Axes, mark: Mark) -> None:
    from matplotlib.patches import Circle, Polygon

    colour = COLOURS[mark.style]
    if mark.shape == "bar":
        axes.plot((mark.x - mark.radius, mark.x + mark.radius), (mark.y, mark.y), color=colour, linewidth=1.5)
    elif mark.shape in ("dot", "ring"):
        axes.add_patch(Circle((mark.x, mark.y), mark.radius, facecolor="none" if mark.shape == "ring" else colour, edgecolor=colour, linewidth=1))
    else:
        axes.add_patch(Polygon(corners(mark), closed=True, facecolor=colour, edgecolor="none"))


def _write(axes: Axes, label: Label) -> None:
    weight = "bold" if label.style == "strong" else "normal"
    axes.text(label.x, label.y, label.text, fontsize=label.size * POINTS, color=COLOURS[label.style], ha=ANCHORS[label.anchor], va="baseline",
              weight=weight, parse_math=False)  # fmt: skip
