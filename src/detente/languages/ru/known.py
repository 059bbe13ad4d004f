"""The forms of Russian words, loaded once."""

from __future__ import annotations

from functools import cache

from .forms import Forms


@cache
def forms() -> Forms:
    """Return the dictionary of forms."""
    return Forms()
