"""The marks of the picture: lines that meet a topic or leave it. Shape carries the meaning."""

from __future__ import annotations

from math import log2

from .layout import Layout
from .picture import Half

THINNEST, THICKEST = 2.4, 7.6
RING = 6


def thickness(statements: int) -> float:
    """Return the width of the line that stands for a number of statements; doubling them adds a fixed step.

    >>> thickness(1), thickness(4)
    (2.4, 4.9)
    """
    return min(THICKEST, round(THINNEST + 1.25 * log2(max(statements, 1)), 1))


def draw_half(half: Half, layout: Layout, y: float, direction: int) -> str:
    """Return the mark of a half; `direction` is −1 on the left of the topic and +1 on the right."""
    if half.shape == "none":
        return ""
    inner = layout.centre + direction * layout.topic
    outer = layout.centre + direction * layout.line
    if half.shape == "ring":
        return _circle(inner, y, RING, "empty")
    if half.shape == "dotted":
        return _circle(inner + direction * -2, y, RING - 1, "empty") + _dots(inner + direction * 8, outer, y)
    draw = {"dot": _dot, "diamond": _diamond, "arrow": _arrow}[half.shape]
    return draw(inner, outer, y, direction, half)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _circle(x: float, y: float, radius: float, style: str) -> str:
    return f'<circle class="{style}" cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"/>'


def _dots(start: float, stop: float, y: float) -> str:
    return f'<path class="empty" d="M{_number(start)},{_number(y)} H{_number(stop)}" stroke-dasharray="2 5"/>'


def _line(start: float, stop: float, y: float, half: Half) -> str:
    """Return one line, or two thin ones where the position is known only through others."""
    if half.hollow:
        return "".join(
            f'<path class="line" d="M{_number(start)},{_number(y + gap)} H{_number(stop)}"/>' for gap in (-2, 2)
        )
    stroke = _number(thickness(half.statements))
    path = f"M{_number(start)},{_number(y)} H{_number(stop)}"
    return f'<path class="line" d="{path}" stroke-width="{stroke}"/>'


def _dot(inner: float, outer: float, y: float, _: int, half: Half) -> str:
    radius = RING if half.hollow else thickness(half.statements) + 3
    return _line(outer, inner, y, half) + _circle(inner, y, radius, "mark")


def _diamond(inner: float, outer: float, y: float, _: int, half: Half) -> str:
    reach = RING + 1 if half.hollow else thickness(half.statements) + 4
    points = ((inner - reach, y), (inner, y - reach), (inner + reach, y), (inner, y + reach))
    return _line(outer, inner, y, half) + _polygon(points)


def _arrow(inner: float, outer: float, y: float, direction: int, half: Half) -> str:
    spread = 6 + (0 if half.hollow else thickness(half.statements) / 3)
    tip, neck = outer + direction * 4, outer - direction * 10
    points = ((tip, y), (neck, y - spread), (neck, y + spread))
    return _line(inner, neck, y, half) + _polygon(points)


def _polygon(points: tuple[tuple[float, float], ...]) -> str:
    listed = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
    return f'<polygon class="mark" points="{listed}"/>'
