"""Two accounts of a meeting as a picture: topics down the middle, a side left and right, in the form of the map's.

Lines that reach the topic and end in a dot: both tell it. Arrows that pull away from it: they contradict each other. One line and
an empty ring: one side alone tells it. The thicker, the more tellings; shape carries the meaning, colour repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.analysis.accounts import BOTH, CONTRADICTED, Account
from detente.render.plot import INK, PAPER, QUIET, printed, sheet, write
from detente.render.width import clip, printable, width, wrap

from .shown import Shown, best_of, title_of
from .table import heading, sure_of_accounts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE, MARGIN = 11.8, 0.4  # inches, as all that follows but cells and points
TOP, LINE, HEAD, ROW, WORD = 0.4, 0.18, 0.5, 0.34, 0.19
NEAR, FAR = 1.25, 2.35  # from the middle: where lines are near the topic, and where they end
TITLE_CELLS, TOLD_CELLS, TOPIC_CELLS, LONG_CELLS, REASON_CELLS, WORD_CELLS, WORD_LINES = 100, 170, 24, 30, 42, 42, 3
SIDES = ("#a93a29", "#2a5690")
COMMON, FAINT = "#25704f", "#a5a49d"
THINNEST, THICKEST, MOST_TOLD, DOT = 1.4, 5.0, 8, 60.0
MOST = 40  # topics


class Half(NamedTuple):
    """A side of a picture: −1 left, 1 right; its party and colour."""

    sign: int
    party: str
    colour: str

    def at(self, distance: float) -> float:
        """Where something is that is so far from the middle."""
        return WIDE / 2 + self.sign * distance

    @property
    def outwards(self) -> str:
        """How words are set that begin at the edge of the picture."""
        return "left" if self.sign < 0 else "right"


def render_picture(shown: Shown, form: str) -> bytes:
    """Return the picture as `svg`, whose text is text, or as `png`; contradictions first."""
    return printed(lambda: _drawn(shown), form, shown.ui)


def _drawn(shown: Shown) -> Figure:
    words, rows = shown.words, shown.comparison.rows[:MOST]
    halves = [Half(sign, party, colour) for sign, party, colour in zip((-1, 1), shown.comparison.gathering.parties, SIDES, strict=True)]
    told = [line for sentence in (*shown.trust, *sure_of_accounts(shown), words.text("accounts.absence")) for line in wrap(sentence, TOLD_CELLS)]
    groups = [(key, tuple(group)) for key, group in groupby(rows, key=lambda row: (row.account, row.by))]
    start = TOP + LINE * len(told) + 0.5
    high = sum(HEAD + sum(_high(shown, row) for row in group) for _, group in groups) or HEAD
    figure, axes = sheet(WIDE, start + high + MARGIN)
    write(axes, (WIDE / 2, TOP), clip(printable(title_of(shown)), TITLE_CELLS), 14, ha="center", weight="bold")
    for number, line in enumerate(told, 1):
        write(axes, (WIDE / 2, TOP + 0.14 + LINE * number), line, 7.5, ha="center", color=QUIET)
    _draw_sides(axes, shown, halves, start)
    if not rows:
        write(axes, (WIDE / 2, start + HEAD / 2), words.text("accounts.empty"), 11, ha="center", color=QUIET)
    for (account, by), group in groups:
        write(axes, (WIDE / 2, start + HEAD * 0.6), heading(shown, account, by, len(group)), 8.5, ha="center", weight="bold", color=QUIET)
        start += HEAD
        for row in group:
            _draw_row(axes, shown, row, halves, start + ROW / 2)
            start += _high(shown, row)
    return figure


def _draw_sides(axes: Axes, shown: Shown, halves: list[Half], middle: float) -> None:
    for half in halves:
        edge = half.at(WIDE / 2 - MARGIN)
        reports = shown.words.count("reports", shown.comparison.reports.get(half.party, 0))
        write(axes, (edge, middle), printable(shown.labels.party(half.party)), 15, ha=half.outwards, weight="bold", color=half.colour)
        write(axes, (edge, middle + 0.24), reports, 8, ha=half.outwards, color=QUIET)


def _high(shown: Shown, row: Account) -> float:
    lines = max(len(tuple(_words(shown, row, side))) for side in shown.comparison.gathering.parties)
    return ROW + WORD * max(lines - 1, len(_reason(shown, row))) + 0.08


def _reason(shown: Shown, row: Account) -> tuple[str, ...]:
    """In which way two accounts contradict each other."""
    return wrap(shown.words.text(f"accounts.{row.method}"), REASON_CELLS) if row.account == CONTRADICTED else ()


def _words(shown: Shown, row: Account, side: str) -> Iterator[tuple[str, str]]:
    """The lines of the first telling of a side, and below them who tells it where; each with its colour."""
    telling = next(best_of(row, side), None)
    if telling is None:
        return
    lines = wrap(f"\u201c{shown.exact(telling)}\u201d", WORD_CELLS)
    for number, line in enumerate(lines[:WORD_LINES], 1):
        yield line if number < WORD_LINES or len(lines) <= WORD_LINES else clip(f"{line}\u2026", WORD_CELLS), INK
    who = shown.source(telling)
    yield clip(who, WORD_CELLS), QUIET


def _draw_row(axes: Axes, shown: Shown, row: Account, halves: list[Half], middle: float) -> None:
    topic = printable(shown.labels.topic(row.topic))
    write(axes, (WIDE / 2, middle), clip(topic, LONG_CELLS), 10 if width(topic) <= TOPIC_CELLS else 8, ha="center", weight="bold")
    for number, line in enumerate(_reason(shown, row), 1):
        write(axes, (WIDE / 2, middle + WORD * number), line, 6.5, ha="center", color=QUIET)
    for half in halves:
        _draw_line(axes, row, half, middle)
        for number, (line, colour) in enumerate(_words(shown, row, half.party)):
            write(axes, (half.at(WIDE / 2 - MARGIN), middle + WORD * number), line, 8, ha=half.outwards, color=colour)


def _draw_line(axes: Axes, row: Account, half: Half, middle: float) -> None:
    """The line of a side: to the topic, away from it, or an empty ring where it tells nothing."""
    told = len(row.sides.get(half.party, ()))
    near, far, colour = half.at(NEAR), half.at(FAR), COMMON if row.account == BOTH else half.colour
    if not told:
        axes.scatter([near], [middle], s=DOT, color=PAPER, edgecolors=FAINT, linewidths=1.3, zorder=2)
        return
    thick = THINNEST + (THICKEST - THINNEST) * min(told, MOST_TOLD) / MOST_TOLD
    style: dict[str, Any] = {"color": colour, "linewidth": thick, "zorder": 1, "solid_capstyle": "butt"}
    axes.plot((near, far), (middle, middle), **style)
    if row.account == CONTRADICTED:
        axes.scatter([far], [middle], s=DOT + 12 * thick, marker="<" if half.sign < 0 else ">", color=colour, linewidths=0, zorder=2)
    else:
        axes.scatter([near], [middle], s=DOT + 6 * thick, color=colour, linewidths=0, zorder=2)
    write(axes, (half.at(FAR + 0.14), middle), str(told), 7.5, ha="center", color=QUIET)
