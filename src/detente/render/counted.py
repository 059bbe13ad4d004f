"""Numbers of statements with how many there are likely to be."""

from __future__ import annotations


def with_bounds(told: float, bounds: tuple[int, int] | None) -> str:
    """Return a number with its bounds; a part of a statement to one place.

    >>> with_bounds(7, (2, 11)), with_bounds(1.5, (0, 4)), with_bounds(7, None)
    ('7 (2–11)', '1.5 (0–4)', '7')
    """
    number = str(told) if isinstance(told, int) else f"{told:.1f}"
    return f"{number} ({bounds[0]}\u2013{bounds[1]})" if bounds else number
