"""A timeline as a picture: the statements of one party above, of the other below, and events on the line between them.

Shape and filling tell what an event is and whether it was held; colour only repeats whose statements they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.analysis.happenings import Happening, days_of
from detente.analysis.timeline import Day, Moment
from detente.render.plot import INK, PAPER, QUIET, printed, tell

from .shown import Shown
from .time import when

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE, HIGH = 11.0, 6.0  # inches
SIDES = ("#a93a29", "#2a5690")
SHAPES = {"meeting": "o", "call": "s", "visit": "^"}
OFF = ("cancelled", "postponed")
NAMED = 24  # events with their dates
LEVELS = 4  # heights at which dates stand, so that neighbours can be read
BAND = 0.2  # of the height, above the statements, where they stand


def render_timeline(found: Sequence[Moment], shown: Shown, pair: tuple[str, str], form: str) -> bytes:
    """Return the picture as `svg` or `png`; what has no day is left out."""
    return printed(lambda: _drawn(found, shown, pair), form, shown.ui)


def _drawn(found: Sequence[Moment], shown: Shown, pair: tuple[str, str]) -> Figure:
    from matplotlib.figure import Figure

    words, labels = shown.words, shown.labels
    figure = Figure(figsize=(WIDE, HIGH))
    axes = figure.add_axes((0.06, 0.18, 0.91, 0.63))
    axes.set_facecolor(PAPER)
    figure.text(0.5, 0.95, words.text("desk.timeline", left=labels.party(pair[0]), right=labels.party(pair[1])), ha="center", size=14, weight="bold", color=INK)
    tell(figure, 0.925, shown.trust)
    dated = [(days[0], each) for each in found if (days := days_of(each.date))]
    if not dated:
        figure.text(0.5, 0.5, words.text("desk.empty"), ha="center", size=11, color=QUIET)
        axes.set_axis_off()
        return figure
    _draw_days(axes, [(day, each) for day, each in dated if isinstance(each, Day)])
    _draw_events(axes, [(day, each) for day, each in dated if isinstance(each, Happening)], shown)
    _draw_frame(axes)
    _draw_legend(figure, shown, pair, {each.type for _, each in dated if isinstance(each, Happening)})
    return figure


def _draw_days(axes: Axes, days: list[tuple[date, Day]]) -> None:
    for place, (colour, sign) in enumerate(zip(SIDES, (1, -1), strict=True)):
        numbers = [sign * each.sides[place].number for _, each in days]
        places: Any = [day for day, _ in days]
        axes.vlines(places, 0, numbers, color=colour, linewidth=5, alpha=0.75)


def _draw_events(axes: Axes, events: list[tuple[date, Happening]], shown: Shown) -> None:
    for number, (day, each) in enumerate(events):
        place: Any = [day]
        filled = INK if each.status == "held" else PAPER
        axes.scatter(place, [0], marker=SHAPES[each.type], s=70, color=filled, edgecolors=INK, linewidths=1.2, zorder=3)
        if each.status in OFF:
            axes.scatter(place, [0], marker="x", s=70, color=INK, linewidths=1.2, zorder=4)
        if number < NAMED:
            style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 7, "color": INK, "zorder": 5,
                                     "bbox": {"facecolor": PAPER, "edgecolor": "none", "pad": 0.3},
                                     "arrowprops": {"arrowstyle": "-", "color": QUIET, "linewidth": 0.5, "linestyle": ":"}}
            at = place[0], 1 - BAND * (number % LEVELS + 0.5) / LEVELS
            axes.annotate(when(each, shown), (place[0], 0), xytext=at, textcoords=("data", "axes fraction"), parse_math=False, **style)


def _draw_frame(axes: Axes) -> None:
    from matplotlib import dates
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    ticks: Any = dates  # it has no types
    axes.axhline(0, color=INK, linewidth=0.8)
    low, high = axes.get_ylim()
    most = max(abs(low), abs(high), 1) * 1.1
    axes.set_ylim(-most, -most + 2 * most / (1 - BAND))
    axes.margins(x=0.04)
    axes.xaxis.set_major_locator(ticks.AutoDateLocator(maxticks=8))
    axes.xaxis.set_major_formatter(ticks.DateFormatter("%Y-%m-%d"))
    axes.set_yticks([tick for tick in MaxNLocator(integer=True).tick_values(-most, most) if abs(tick) <= most])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):.0f}"))
    axes.tick_params(labelsize=8, colors=QUIET)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["left"].set_color(QUIET)


def _draw_legend(figure: Figure, shown: Shown, pair: tuple[str, str], types: set[str]) -> None:
    from matplotlib.lines import Line2D

    words = shown.words
    said = [Line2D([], [], color=colour, linewidth=5, alpha=0.75, label=f"{words.text('desk.said')}{words.text('list.colon')}{shown.labels.party(party)}")
            for party, colour in zip(pair, SIDES, strict=True)]  # fmt: skip
    style: dict[str, Any] = {"linestyle": "", "color": INK, "markersize": 8}
    kinds = [Line2D([], [], marker=shape, label=words.text(f"desk.{kind}"), **style) for kind, shape in SHAPES.items() if kind in types]
    planned = [Line2D([], [], marker="o", markerfacecolor=PAPER, label=words.text("desk.agreed"), **style)] if types else []
    off = [Line2D([], [], marker="x", label=words.text("list.comma").join(words.text(f"desk.{each}") for each in OFF), **style)] if types else []
    figure.legend(handles=[*said, *kinds, *planned, *off], loc="lower center", ncols=4, frameon=False, fontsize=8, labelcolor=INK)
