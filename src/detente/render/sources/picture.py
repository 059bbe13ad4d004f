"""Who relays whom as a picture: arrows lead from a source to who relays it; the thicker, the more statements."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from detente.analysis.sources_graph import OUTLET, PARTY, SPEAKER, Node, Relaying
from detente.render.network.places import places_of
from detente.render.plot import INK, PAPER, QUIET, printed, tell
from detente.render.width import clip

from .shown import Shown, identity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Places = dict[str, tuple[float, float]]

# Shape tells the sort, colour repeats it.
MARKS = {OUTLET: ("o", "#2a5690"), PARTY: ("s", "#a93a29"), SPEAKER: ("^", "#25704f")}
MOST, WIDEST = 60, 20  # arrows drawn, and cells of a name
THINNEST, THICKEST, SMALLEST, LARGEST = 0.6, 4.0, 40.0, 420.0
SIDE = 12.0  # inches


def render_picture(shown: Shown, form: str) -> bytes:
    """Return the picture as `svg`, whose text is text, or as `png`; of the arrows those of most statements."""
    return printed(lambda: _drawn(shown), form, shown.ui)


def _drawn(shown: Shown) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(SIDE, SIDE))
    axes = figure.add_axes((0.04, 0.06, 0.92, 0.82))
    axes.set_axis_off()
    figure.text(0.5, 0.96, clip(shown.words.text("sources.title"), 90), ha="center", size=14, weight="bold", color=INK)
    relays = shown.relays[:MOST]
    tell(figure, 0.945, (*shown.trust, *([shown.words.text("web.tie.further", n=len(shown.relays) - MOST)] if len(shown.relays) > MOST else [])))
    if not relays:
        figure.text(0.5, 0.5, shown.words.text("sources.empty"), ha="center", size=11, color=QUIET)
        return figure
    places = _places(relays)
    _draw_arrows(axes, relays, places)
    _draw_nodes(axes, shown, relays, places)
    _draw_legend(figure, shown, relays)
    return figure


def _places(relays: tuple[Relaying, ...]) -> Places:
    """Where nodes stand: those that relay each other near each other, all of them spread over the whole."""
    ends = [sorted((identity(each.one), identity(each.other))) for each in relays]
    number = {node: i for i, node in enumerate(sorted({node for pair in ends for node in pair}))}
    found = places_of(len(number), {(number[one], number[other]): 1.0 for one, other in ends if one != other})
    return {node: (x, 1 - y) for node, (x, y) in zip(number, found, strict=True)}


def _draw_arrows(axes: Axes, relays: tuple[Relaying, ...], places: Places) -> None:
    most = max(each.number for each in relays)
    for each in reversed(relays):
        thick = THINNEST + (THICKEST - THINNEST) * each.number / most
        style: dict[str, Any] = {"arrowstyle": "-|>", "color": QUIET, "linewidth": thick, "shrinkA": 8, "shrinkB": 8, "alpha": 0.7,
                                 "connectionstyle": "arc3,rad=0.08"}  # fmt: skip
        axes.annotate("", xy=places[identity(each.one)], xytext=places[identity(each.other)], arrowprops=style, zorder=1)


def _draw_nodes(axes: Axes, shown: Shown, relays: tuple[Relaying, ...], places: Places) -> None:
    told: Counter[Node] = Counter()
    for each in relays:
        told.update({each.one: each.number, each.other: each.number})
    most = max(told.values())
    for node, number in sorted(told.items()):
        (x, y), (shape, colour) = places[identity(node)], MARKS[node[0]]
        size = SMALLEST + (LARGEST - SMALLEST) * number / most
        axes.scatter([x], [y], s=size, marker=shape, color=colour, edgecolors=PAPER, linewidths=1.2, zorder=2)
        style: dict[str, Any] = {"ha": "center", "va": "bottom", "fontsize": 8, "color": INK, "zorder": 3,
                                 "bbox": {"facecolor": PAPER, "edgecolor": "none", "alpha": 0.7, "pad": 0.5}}
        axes.annotate(clip(shown.name(node), WIDEST), (x, y), xytext=(0, size**0.5 / 2 + 1), textcoords="offset points", parse_math=False, **style)
    axes.margins(0.1, 0.05)


def _draw_legend(figure: Figure, shown: Shown, relays: tuple[Relaying, ...]) -> None:
    from matplotlib.lines import Line2D

    there = {node[0] for each in relays for node in (each.one, each.other)}
    keys = [Line2D([], [], linestyle="", marker=shape, color=colour, label=shown.words.text(f"sources.{sort}"))
            for sort, (shape, colour) in MARKS.items() if sort in there]  # fmt: skip
    figure.legend(handles=keys, loc="lower center", ncols=3, frameon=False, fontsize=8, labelcolor=INK)
