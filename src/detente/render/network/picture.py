"""A network as a picture: who is near whom, in lines that meet or part. Shape carries the meaning, colour repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.analysis.standing import ROW, Standing, ends_of, nodes_of
from detente.render.plot import INK, PAPER, QUIET, printed, tell
from detente.render.width import clip

from .drawn import pulls
from .places import places_of
from .shown import AGAINST, FOR, MIXED, Measured, Shown, identity, most_tied, sort_of, title
from .table import counts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Places = dict[str, tuple[float, float]]

LINES: dict[str, tuple[Any, str]] = {FOR: ("-", "#25704f"), AGAINST: ((0, (4, 3)), "#a93a29"), MIXED: ((0, (6, 2, 1, 2)), "#7d5a12")}
# A community is told by the shape of its nodes; topics are squares.
SHAPES = (("o", "#2a5690"), ("^", "#a93a29"), ("D", "#25704f"), ("v", "#7d5a12"), ("p", "#6b4a8e"), ("h", "#3b7a86"), ("<", "#8a5a44"), (">", "#55606b"))
ALONE, SQUARE = ("o", QUIET), "s"
SIDE = 9.0  # inches
NAMED, WIDEST = 60, 20  # nodes with names, and how many cells a name may take
THINNEST, THICKEST, SMALLEST, LARGEST = 0.6, 4.0, 40.0, 420.0


def render_picture(shown: Shown, measured: Measured, form: str) -> bytes:
    """Return the picture as `svg`, whose text is text, or as `png`; nodes without ties are left out."""
    return printed(lambda: _drawn(shown, measured), form, shown.ui)


def _drawn(shown: Shown, measured: Measured) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(SIDE, SIDE))
    axes = figure.add_axes((0.04, 0.1, 0.92, 0.78))
    axes.set_axis_off()
    figure.text(0.5, 0.96, title(shown), ha="center", size=14, weight="bold", color=INK)
    told = " \xb7 ".join(filter(None, (measured.network.period, counts(shown, measured))))
    tell(figure, 0.95, (told, *shown.trust))
    nodes = [each for each in most_tied(measured.standings) if each.degree]
    if not nodes:
        figure.text(0.5, 0.5, shown.words.text("network.empty"), ha="center", size=11, color=QUIET)
        return figure
    places = _places(shown, measured, nodes)
    _draw_ties(axes, shown, measured, places)
    _draw_nodes(axes, shown, nodes, places)
    _draw_legend(figure, shown, measured)
    return figure


def _places(shown: Shown, measured: Measured, nodes: list[Standing]) -> Places:
    """Where nodes stand: those that agree near each other, those that do not farther off."""
    wanted = {(each.kind, each.id) for each in nodes}
    number = {i: node for i, node in enumerate(nodes_of(measured.network)) if node in wanted}
    at = {i: place for place, i in enumerate(number)}
    ties = {(at[one], at[other]): pull for (one, other), pull in pulls(shown.kind, measured.network).items()}
    found = places_of(len(number), ties)
    return {identity(shown.kind, number[i]): (x, 1 - y) for i, (x, y) in zip(number, found, strict=True)}


def _draw_ties(axes: Axes, shown: Shown, measured: Measured, places: Places) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.colors import to_rgba

    most, ties = max(abs(tie.weight) for tie in measured.network.ties), sorted(measured.network.ties, key=lambda tie: abs(tie.weight))
    shares = [0.3 if shown.kind.aggregation == "combine" else abs(tie.weight) / most for tie in ties]
    looks = [LINES[sort_of(shown.kind, tie)] for tie in ties]
    axes.add_collection(LineCollection(
        [[places[identity(shown.kind, node)] for node in ends_of(measured.network, tie.one, tie.other)] for tie in ties],
        linestyles=[style for style, _ in looks], linewidths=[THINNEST + (THICKEST - THINNEST) * share for share in shares],
        colors=[to_rgba(colour, 0.35 + 0.5 * share) for (_, colour), share in zip(looks, shares, strict=True)], zorder=1,
    ))  # fmt: skip


def _draw_nodes(axes: Axes, shown: Shown, nodes: list[Standing], places: Places) -> None:
    most = max(each.claims for each in nodes)
    for number, each in enumerate(sorted(nodes, key=lambda each: (-each.claims, each.kind, each.id))):
        x, y = places[identity(shown.kind, (each.kind, each.id))]
        shape, colour = _mark(each)
        size = SMALLEST + (LARGEST - SMALLEST) * each.claims / most
        axes.scatter([x], [y], s=size, marker=shape, color=colour, edgecolors=PAPER, linewidths=1.2, zorder=2)
        if number < NAMED:
            name = clip(shown.name((each.kind, each.id)), WIDEST)
            style: dict[str, Any] = {"ha": "center", "va": "bottom", "fontsize": 8, "color": INK, "zorder": 3,
                                     "bbox": {"facecolor": PAPER, "edgecolor": "none", "alpha": 0.7, "pad": 0.5}}
            axes.annotate(name, (x, y), xytext=(0, size**0.5 / 2 + 1), textcoords="offset points", parse_math=False, **style)
    axes.margins(0.12)


def _mark(node: Standing) -> tuple[str, str]:
    shape, colour = SHAPES[(node.community - 1) % len(SHAPES)] if node.community else ALONE
    return (shape, colour) if node.kind == ROW else (SQUARE, colour)


def _draw_legend(figure: Figure, shown: Shown, measured: Measured) -> None:
    from matplotlib.lines import Line2D

    words, seen = shown.words, {sort_of(shown.kind, tie) for tie in measured.network.ties}
    keys = [Line2D([], [], linestyle=style, color=colour, linewidth=2, label=words.text(f"network.{sort}"))
            for sort, (style, colour) in LINES.items() if sort in seen]  # fmt: skip
    groups = sorted({each.community for each in measured.standings if each.kind == ROW and each.community})
    keys += [Line2D([], [], linestyle="", marker=SHAPES[i - 1][0], color=SHAPES[i - 1][1], label=f"{words.text('network.community')} {i}")
             for i in groups if i <= len(SHAPES)]  # fmt: skip
    if any(each.kind != ROW for each in measured.standings):
        keys.append(Line2D([], [], linestyle="", marker=SQUARE, color=QUIET, label=words.text("network.topic")))
    figure.legend(handles=keys, loc="lower center", ncols=6, frameon=False, fontsize=8, labelcolor=INK)
