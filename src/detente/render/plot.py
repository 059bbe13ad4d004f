"""Pictures by matplotlib: paper, inks, words on it, and the same bytes whenever they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAPER, INK, QUIET = "#fbfaf7", "#1f1f1d", "#6a6a65"
DOTS = 150  # an inch
FONTS = {
    "en": (), "ru": (), "zh-Hans": ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"),
    "zh-Hant": ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei"),
}  # fmt: skip
COMMON_FONTS = ("DejaVu Sans", "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "PingFang SC", "Microsoft YaHei")


def printed(draw: Callable[[], Figure], form: str, ui: str) -> bytes:
    """Return a picture as `svg`, whose text is text, or as `png`."""
    from matplotlib import rc_context

    metadata = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}[form]
    fonts = _fonts(ui)
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "detente", "font.family": fonts, "axes.unicode_minus": False}):
        paper = BytesIO()
        draw().savefig(paper, format=form, dpi=DOTS, facecolor=PAPER, metadata=metadata)
    return paper.getvalue()


def sheet(wide: float, high: float) -> tuple[Figure, Axes]:
    """Return a figure, and axes over all of it that count inches from its upper left corner."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(wide, high))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, wide)
    axes.set_ylim(high, 0)
    return figure, axes


def tell(figure: Figure, top: float, sentences: Iterable[str]) -> None:
    """Write sentences below the title of a figure, a line each, from a height of 0 to 1 down."""
    figure.text(0.5, top, "\n".join(sentences), ha="center", va="top", size=8, color=QUIET, linespacing=1.5, parse_math=False)


def write(axes: Axes, place: tuple[float, float], text: str, size: float, **style: Any) -> None:
    """Write words on a sheet, in the middle of their line, as they are: a dollar sign begins no formula."""
    axes.text(*place, text, size=size, parse_math=False, **{"va": "center", "color": INK, **style})


def _fonts(ui: str) -> list[str]:
    """The fonts that are there, those of the interface's language first."""
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    return [font for font in dict.fromkeys((*FONTS[ui], *COMMON_FONTS)) if font in there]
