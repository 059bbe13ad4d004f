"""A matrix as SVG with real text, and as a page with what makes its turning points."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from detente.analysis.periods import Turn
from detente.render.interface import asset
from detente.render.sure import how_sure

from .drawing import Cell, Drawing, Label, Mark, drawing_of
from .shown import Phased, by_relation, makers_line, title, turn_line

COLOURS = {"left": "var(--left)", "right": "var(--right)", "both": "var(--common)", "mixed": "var(--mixed)", "faint": "var(--faint)",
           "ink": "var(--ink)", "quiet": "var(--quiet)", "strong": "var(--ink)"}  # fmt: skip


def render_svg(shown: Phased) -> str:
    """Return the picture, with its style."""
    return _svg(shown, drawing_of(shown), f"<style>{asset('picture.css')}</style>")


def render_html(shown: Phased, turns: Iterable[tuple[Turn, list[str]]]) -> str:
    """Return a page that needs nothing else: the picture, how surely its marks are right, and the turning points with their statements."""
    words, name = shown.words, escape(title(shown))
    points = "".join(_point(shown, turn, cited) for turn, cited in turns)
    head = f"<h2>{escape(words.text('periods.turns'))}</h2>" if points else ""
    note = how_sure(words, by_relation(shown.found.phases), shown.measured)
    told = f"<p>{escape(note)}</p>" if note else ""
    body = _svg(shown, drawing_of(shown), "") + told + head + points
    return (
        f'<!DOCTYPE html><html lang="{shown.ui}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{asset('picture.css')}{asset('matrix.css')}</style></head><body>{body}</body></html>\n"
    )


def _point(shown: Phased, turn: Turn, cited: list[str]) -> str:
    quotes = "".join(f"<blockquote>{escape(each)}</blockquote>" for each in cited)
    return f"<h3>{escape(turn_line(shown, turn))}</h3><p>{escape(makers_line(shown, turn))}</p>{quotes}"


def _svg(shown: Phased, drawing: Drawing, style: str) -> str:
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    name, about = escape(title(shown)), escape(shown.words.text("periods.describe"))
    inside = "".join(map(_label, drawing.labels)) + "".join(map(_cell, drawing.cells))
    return (
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" {size} role="img" lang="{shown.ui}" aria-labelledby="matrix-title matrix-about">'
        f'<title id="matrix-title">{name}</title><desc id="matrix-about">{about}</desc>{style}'
        f'<rect class="paper" width="100%" height="100%"/>{inside}</svg>\n'
    )


def _cell(cell: Cell) -> str:
    told = escape(cell.told)
    return f'<g class="cell" role="group" aria-label="{told}"><title>{told}</title>{"".join(map(_mark, cell.marks))}{"".join(map(_label, cell.labels))}</g>'


def _label(label: Label) -> str:
    weight = ' font-weight="600"' if label.style == "strong" else ""
    place = f'x="{label.x:g}" y="{label.y:g}" font-size="{label.size:g}" text-anchor="{label.anchor}"{weight}'
    return f'<text {place} style="fill:{COLOURS[label.style]}">{escape(label.text)}</text>'


def _mark(mark: Mark) -> str:
    colour, x, y, r = COLOURS[mark.style], mark.x, mark.y, mark.radius
    if mark.shape == "dot":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" style="fill:{colour}"/>'
    if mark.shape == "ring":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" style="fill:none;stroke:{colour};stroke-width:1.5"/>'
    if mark.shape == "bar":
        return f'<path d="M{x - r:g},{y:g} H{x + r:g}" style="stroke:{colour};stroke-width:2"/>'
    points = " ".join(f"{a:g},{b:g}" for a, b in corners(mark))
    return f'<polygon points="{points}" style="fill:{colour}"/>'


def corners(mark: Mark) -> tuple[tuple[float, float], ...]:
    """Return the corners of a diamond, or of an arrow to one side.

    >>> corners(Mark("left", 10, 10, 2, "left"))
    ((8, 10), (12, 8), (12, 12))
    """
    x, y, r = mark.x, mark.y, mark.radius
    if mark.shape == "diamond":
        return (x - r, y), (x, y - r), (x + r, y), (x, y + r)
    tip = x - r if mark.shape == "left" else x + r
    return (tip, y), (2 * x - tip, y - r), (2 * x - tip, y + r)
