"""The short lines around an article: its dates, credits and numbers of views stand there."""

from __future__ import annotations

from .lines import Line

LONGEST = 100
BEFORE, BETWEEN, BEHIND = 6, 20, 6
# So many characters tell a line of the article from the page's others.
OPENING = 24


def head_of(seen: list[str], lines: list[Line], title: str | None) -> tuple[str, ...]:
    """Return the lines between title and text, then those before the title, the nearest last."""
    first = _place(seen, lines[0].words)
    titles = [place for place, words in enumerate(seen[:first]) if words == title]
    under = titles[-1] + 1 if titles else max(0, first - BETWEEN)
    before = seen[max(0, under - 1 - BEFORE) : under - 1] if titles else []
    return _short(seen[under:first][:BETWEEN] + before)


def foot_of(seen: list[str], lines: list[Line]) -> tuple[str, ...]:
    """Return the lines behind the text."""
    last = _place(seen, lines[-1].words)
    return _short(seen[last + 1 : last + 1 + BEHIND])


def _place(seen: list[str], words: str) -> int:
    """Where a line of the article stands among the page's; where nothing is like it, behind them all."""
    opening = words[:OPENING]
    return next((place for place, other in enumerate(seen) if other.startswith(opening)), len(seen))


def _short(lines: list[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if len(line) <= LONGEST)
