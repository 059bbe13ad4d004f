"""Pictures by matplotlib: its paper and inks, and the same bytes whenever they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def _fonts(ui: str) -> list[str]:
    """The fonts that are there, those of the interface's language first."""
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    return [font for font in dict.fromkeys((*FONTS[ui], *COMMON_FONTS)) if font in there]
